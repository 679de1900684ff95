//! The whole page, mounted: what the address bar says, what is typed and clicked, and what is announced.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, MouseEvent, MouseEventInit};

use crate::browser::{click, count, document, entries, next_frame, one, search, text, type_into, until, window};

const ITEMS: &str = "#results .item__toggle";

thread_local! {
    static MOUNTED: Cell<bool> = const { Cell::new(false) };
}

/// The page at a query string. It is mounted once, since it lives as long as its window does.
pub(crate) async fn open(link: &str) {
    let here = window().location().pathname().expect("a page has an address");
    let address = if link.is_empty() { here.as_str() } else { link };
    let history = window().history().expect("a page has a history");
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).expect("the address can be changed");
    if MOUNTED.replace(true) {
        window().dispatch_event(&Event::new("popstate").expect("an event can be made")).expect("it can be sent");
    } else {
        let app = document().create_element("div").expect("an element can be made");
        app.set_id("app");
        document().body().expect("a page has a body").append_child(&app).expect("it can be put there");
        standpoint::ui::mount();
    }
    next_frame().await;
    next_frame().await;
}

#[wasm_bindgen_test]
async fn typing_shows_fewer_entries_at_once_and_the_address_follows_without_an_entry_in_the_history() {
    open("?view=positions").await;
    let (all, before) = (count(ITEMS), entries());
    for typed in ["g", "gar", "garantee"] {
        type_into("#search", typed);
    }
    next_frame().await;
    assert!(count(ITEMS) < all, "{} of {all} are shown", count(ITEMS));
    assert_ne!(count(ITEMS), 0);
    until("the address follows", || search() == "?view=positions&q=garantee").await;
    assert_eq!(entries(), before);
}

#[wasm_bindgen_test]
async fn a_click_makes_one_entry_and_back_and_forward_restore_what_was_shown() {
    open("?view=positions").await;
    let (all, before) = (count(ITEMS), entries());
    click(".value__pick[href*='camp=russia']");
    next_frame().await;
    let narrowed = count(ITEMS);
    assert_eq!((search().as_str(), entries(), count(".chip")), ("?view=positions&camp=russia", before + 1, 1));
    assert!(narrowed < all);

    let history = window().history().expect("a page has a history");
    history.back().expect("there is something behind");
    until("Back shows all", || count(ITEMS) == all && count(".chip") == 0).await;
    assert_eq!(search(), "?view=positions");
    history.forward().expect("there is something ahead");
    until("Forward shows the rest", || count(ITEMS) == narrowed && count(".chip") == 1).await;
    assert_eq!(search(), "?view=positions&camp=russia");
}

#[wasm_bindgen_test]
async fn what_was_typed_last_is_not_lost_when_a_link_is_clicked_before_it_is_in_the_address() {
    open("?view=positions").await;
    type_into("#search", "garantee");
    next_frame().await;
    click(".tabs .tab[href*='view=stakeholders']");
    next_frame().await;
    assert_eq!(search(), "?view=stakeholders&q=garantee");
    window().history().and_then(|history| history.back()).expect("there is something behind");
    until("Back leads to what was typed", || search() == "?view=positions&q=garantee").await;
    assert_eq!(text(".tabs .tab[aria-current] .tab__count").trim(), count(ITEMS).to_string());
}

/// Clicks the first tab that is not shown, with `keys`; whether the page took the click for itself.
fn takes(keys: &MouseEventInit) -> bool {
    keys.set_bubbles(true);
    keys.set_cancelable(true);
    let taken = Rc::new(Cell::new(false));
    let seen = Rc::clone(&taken);
    // Comes after the page's own listener, and keeps the browser from opening another tab.
    let last = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        seen.set(event.default_prevented());
        event.prevent_default();
    });
    let (window, listener) = (window(), last.as_ref().unchecked_ref());
    window.add_event_listener_with_callback("click", listener).expect("it listens");
    let event = MouseEvent::new_with_mouse_event_init_dict("click", keys).expect("an event can be made");
    one::<HtmlElement>(".tabs .tab:not([aria-current])").dispatch_event(&event).expect("it can be sent");
    window.remove_event_listener_with_callback("click", listener).expect("it listens no more");
    taken.get()
}

/// What makes a plain click another one.
type Press = fn(&MouseEventInit);

#[wasm_bindgen_test]
async fn a_click_for_a_new_tab_or_window_is_the_browsers() {
    open("").await;
    let kinds: [(&str, Press); 5] = [
        ("ctrl", |keys| keys.set_ctrl_key(true)),
        ("meta", |keys| keys.set_meta_key(true)),
        ("shift", |keys| keys.set_shift_key(true)),
        ("alt", |keys| keys.set_alt_key(true)),
        ("the middle button", |keys| keys.set_button(1)),
    ];
    let before = search();
    for (kind, set) in kinds {
        let keys = MouseEventInit::new();
        set(&keys);
        assert!(!takes(&keys), "{kind}");
        assert_eq!(search(), before, "{kind}");
    }
    assert!(takes(&MouseEventInit::new()), "a plain click is the page's");
}

#[wasm_bindgen_test]
async fn two_hundred_kilobytes_of_noise_are_told_in_a_line_and_the_page_is_there() {
    let noise = "%3Cimg%20src=x%20onerror=alert(1)%3E,%25%F0%9F%A6%8A,".repeat(4_000);
    assert!(noise.len() > 200_000);
    for key in ["who", "q", "from", "item", "nobody-knows-this-key"] {
        open(&format!("?{key}={noise}&camp=russia")).await;
        let is_ours = key != "nobody-knows-this-key";
        assert_eq!(count(".notice"), u32::from(is_ours), "{key}");
        assert!(text(".notice p").chars().count() < 600, "{key}: {}", text(".notice p"));
        let chips = 1 + u32::from(key == "q");
        assert_eq!(count(".chip"), chips, "{key}");
        assert_eq!(count("#results img, #results script, .notice img, .notice script"), 0, "{key}");
    }
    open("").await;
    assert_ne!(count(".grid__cell, .focus__name"), 0);
}

#[wasm_bindgen_test]
async fn the_counts_are_announced_once_the_reader_rests_and_the_list_is_not_a_live_region() {
    const STATUS: &str = "p[role=status]";
    open("?view=positions").await;
    click(".value__pick[href*='camp=russia']");
    next_frame().await;
    let counts = text(".summary strong");
    until("the counts are announced", || text(STATUS).contains(&counts)).await;
    assert!(text(STATUS).len() > counts.len(), "what was asked is not announced: {}", text(STATUS));
    assert_eq!(count("#results[aria-live], #results [aria-live], #results [role=status], #results[role]"), 0);
}

#[wasm_bindgen_test]
async fn a_day_is_set_when_its_field_is_left_and_makes_one_entry() {
    open("?view=positions").await;
    let before = entries();
    type_into("input[data-act=from]", "2025-08-18");
    assert_eq!(search(), "?view=positions", "a day that is half typed asks for nothing");
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    let change = Event::new_with_event_init_dict("change", &bubbles).expect("an event can be made");
    one::<HtmlElement>("input[data-act=from]").dispatch_event(&change).expect("it can be sent");
    next_frame().await;
    assert_eq!((search().as_str(), entries(), count(".chip")), ("?view=positions&from=2025-08-18", before + 1, 1));
}
