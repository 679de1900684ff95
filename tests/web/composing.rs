//! Words that an input method composes: its keys and its field are its own until the word is whole.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CompositionEvent, CompositionEventInit, Event, HtmlElement, HtmlInputElement, InputEvent, InputEventInit,
    KeyboardEvent, KeyboardEventInit,
};

use crate::app::open;
use crate::browser::{count, document, next_frame, one, search, until};

const ITEMS: &str = "#results .item__toggle";
const FIELD: &str = "#search";

fn send(event: &Event) {
    one::<HtmlElement>(FIELD).dispatch_event(event).expect("it can be sent");
}

/// An event of the composition of `text`: its start, an update, its end.
fn composition(name: &str, text: &str) {
    let word = CompositionEventInit::new();
    word.set_bubbles(true);
    word.set_data(text);
    send(&CompositionEvent::new_with_event_init_dict(name, &word).expect("an event can be made"));
}

/// Puts `text` into the field as an input method does that goes on composing.
fn compose(text: &str) {
    composition("compositionupdate", text);
    one::<HtmlInputElement>(FIELD).set_value(text);
    let input = InputEventInit::new();
    input.set_bubbles(true);
    input.set_is_composing(true);
    send(&InputEvent::new_with_event_init_dict("input", &input).expect("an event can be made"));
}

/// Presses a key that the input method takes: Safari tells it by its code alone.
fn press_taken(key: &str, by_code: bool) {
    let keys = KeyboardEventInit::new();
    keys.set_bubbles(true);
    keys.set_cancelable(true);
    keys.set_key(key);
    keys.set_is_composing(!by_code);
    keys.set_key_code(if by_code { 229 } else { 0 });
    send(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &keys).expect("an event can be made"));
}

fn value() -> String {
    one::<HtmlInputElement>(FIELD).value()
}

fn is_focused() -> bool {
    document().active_element().is_some_and(|active| active.id() == "search")
}

#[wasm_bindgen_test]
async fn a_word_that_is_composed_is_searched_once_it_is_whole() {
    open("?view=positions").await;
    let all = count(ITEMS);
    one::<HtmlElement>(FIELD).focus().expect("it takes the focus");
    composition("compositionstart", "");
    for typed in ["g", "gar", "garantee"] {
        compose(typed);
        next_frame().await;
        assert_eq!((count(ITEMS), value().as_str(), search().as_str()), (all, typed, "?view=positions"));
    }
    composition("compositionend", "garantee");
    next_frame().await;
    assert!(count(ITEMS) < all, "{} of {all} are shown", count(ITEMS));
    until("the address follows", || search() == "?view=positions&q=garantee").await;
    assert_eq!(value(), "garantee");
}

#[wasm_bindgen_test]
async fn enter_and_escape_of_an_input_method_leave_the_focus_and_what_is_opened() {
    open("?view=positions&item=putin-donbas").await;
    assert_eq!(count("[data-open]"), 1);
    for (key, by_code) in [("Enter", false), ("Escape", false), ("Enter", true), ("Escape", true)] {
        one::<HtmlElement>(FIELD).focus().expect("it takes the focus");
        composition("compositionstart", "");
        compose("bou");
        press_taken(key, by_code);
        next_frame().await;
        assert!(is_focused(), "{key}");
        assert_eq!((count("[data-open]"), value().as_str()), (1, "bou"), "{key}");
        one::<HtmlInputElement>(FIELD).set_value("");
        composition("compositionend", "");
        next_frame().await;
        assert_eq!((count("[data-open]"), search().as_str()), (1, "?view=positions&item=putin-donbas"), "{key}");
    }
}

#[wasm_bindgen_test]
async fn a_field_in_which_a_word_is_composed_is_not_rewritten_until_the_word_is_whole() {
    open("?view=positions").await;
    composition("compositionstart", "");
    compose("に");
    open("?view=quotes").await;
    assert_eq!(value(), "に", "another answer is shown meanwhile");
    composition("compositionend", "日本");
    one::<HtmlInputElement>(FIELD).set_value("");
    open("?view=positions&q=toll").await;
    assert_eq!(value(), "toll");
}
