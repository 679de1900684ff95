//! A browser that keeps nothing for the page, or does not let it copy.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::app::open;
use crate::browser::{Replaced, click, count, document, one, text, until, window};

const LINE: &str = ".toast__line";

/// The page, with nothing told.
async fn open_quietly(link: &str) {
    open(link).await;
    until("what was told before is gone", || count(LINE) == 0).await;
}

#[wasm_bindgen_test]
async fn a_theme_that_the_browser_does_not_keep_is_switched_and_the_reader_is_told() {
    open_quietly("").await;
    let refuses = Function::new_no_args("throw new DOMException('denied', 'SecurityError')");
    let _denied = Replaced::new(&window(), "localStorage", "get", &refuses);
    let theme = || document().document_element().and_then(|root| root.get_attribute("data-theme"));
    let before = theme();
    click("[data-act=theme]");
    until("the reader is told", || text(LINE).contains("keeps no settings")).await;
    assert_ne!(theme(), before);
}

#[wasm_bindgen_test]
async fn a_theme_that_is_kept_is_not_talked_about() {
    open_quietly("").await;
    let kept =
        || window().local_storage().ok().flatten().and_then(|kept| kept.get_item("standpoint.theme").ok().flatten());
    click("[data-act=theme]");
    let first = kept();
    click("[data-act=theme]");
    assert_ne!(kept(), first);
    assert_eq!(count(LINE), 0);
}

#[wasm_bindgen_test]
async fn a_link_that_cannot_be_copied_is_shown_to_be_copied_by_hand() {
    let refusing = Object::new();
    let refuse = Function::new_no_args("return Promise.reject(new DOMException('denied', 'NotAllowedError'))");
    Reflect::set(&refusing, &"writeText".into(), &refuse).expect("a plain object takes everything");
    for (how, clipboard) in [("refused", JsValue::from(refusing)), ("not there", JsValue::UNDEFINED)] {
        open_quietly("?view=quotes&camp=ukraine").await;
        let _denied = Replaced::new(&window().navigator(), "clipboard", "value", &clipboard);
        click(".acts [data-act=copy]");
        until("the link is shown", || count(".toast__text") == 1).await;
        let shown = one::<HtmlInputElement>(".toast__text").value();
        let here = window().location().origin().expect("a page has an origin");
        assert!(shown.starts_with(&here) && shown.contains("quotes/?camp=ukraine"), "{how}: {shown}");
        click(&format!("{LINE} [data-act=dismiss]"));
        until("it goes when it is closed", || count(LINE) == 0).await;
    }
}
