//! What stands open over the view: the focus, and the ways out of it.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::app::open;
use crate::browser::{click, count, document, entries, one, search, text, until, window};

const PANEL: &str = "dialog.panel[open]";
const SHARE: &str = ".acts a[href*='panel=share']";

fn focused(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.matches(selector).unwrap_or_default())
}

/// Opens the share panel as a reader does who is at its link.
async fn share() {
    one::<HtmlElement>(SHARE).focus().expect("a link takes the focus");
    click(SHARE);
    until("the panel is open", || count(PANEL) == 1).await;
}

#[wasm_bindgen_test]
async fn a_panel_takes_the_focus_and_gives_it_back_however_it_is_left() {
    open("?view=quotes&issue=us-guarantees").await;
    let ways: [fn(); 4] = [
        || click("dialog.panel [data-shut]"),
        // What the browser does at Escape, and the page at a click beside the panel.
        || one::<HtmlDialogElement>(PANEL).close(),
        || one::<HtmlElement>(PANEL).click(),
        || window().history().and_then(|history| history.back()).expect("there is something behind"),
    ];
    for way in ways {
        share().await;
        assert!(focused("dialog.panel *"), "the focus goes in");
        assert_eq!(search(), "?view=quotes&issue=us-guarantees&panel=share");
        way();
        until("the panel is gone", || count("dialog.panel") == 0).await;
        assert_eq!(search(), "?view=quotes&issue=us-guarantees");
        until("the focus is back", || focused(SHARE)).await;
    }
}

#[wasm_bindgen_test]
async fn back_leads_into_a_panel_that_was_closed() {
    open("?view=quotes").await;
    share().await;
    let before = entries();
    click("dialog.panel [data-shut]");
    until("the panel is gone", || count("dialog.panel") == 0).await;
    assert_eq!(entries(), before + 1);
    window().history().and_then(|history| history.back()).expect("there is something behind");
    until("Back opens it again", || count(PANEL) == 1).await;
    click("dialog.panel [data-shut]");
    until("the panel is gone", || count("dialog.panel") == 0).await;
}

#[wasm_bindgen_test]
async fn a_link_to_a_panel_shows_it_over_the_matrix() {
    // As for somebody who comes by the link: the focus is nowhere yet.
    if let Some(active) = document().active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        active.blur().expect("a focus can be taken away");
    }
    open("?issue=us-guarantees&panel=share").await;
    until("the panel is open", || count(PANEL) == 1).await;
    assert_eq!(text("dialog.panel h2"), "Share this view");
    let field: web_sys::HtmlInputElement = one("#share-link");
    assert!(field.value().ends_with("/?issue=us-guarantees"), "{}", field.value());
    assert_eq!(count(".matrix table"), 1);
    field.dyn_into::<HtmlElement>().expect("a field is an element").focus().expect("it takes the focus");
    click("dialog.panel [data-shut]");
    until("the panel is gone", || count("dialog.panel") == 0).await;
    until("the focus is at the results", || focused("#results")).await;
}
