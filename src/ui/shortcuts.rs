//! Keys: `/` leads to the search, `?` to the help, Enter and `Esc` from the search to the results, `Esc` out of an opened
//! item as well. They can be switched off, are off in an embed, and never act while a reader types. An input method's keys are its own
//! (`composing`).

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::browser::{document, listen as listen_to, window};
use super::location::keep_focus;
use super::{App, actions};
use views::help::HELP;
use views::search::FIELD;

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    let keydown = move |event: Event| {
        // A browser that fills in a field by itself may send a `keydown` without a key.
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|_| app.environment.state.now().shortcuts) {
            act(app, event);
        }
    };
    listen_to(&window(), "keydown", Box::new(keydown));
}

fn act(app: App, event: &KeyboardEvent) {
    let in_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || in_dialog {
        return;
    }
    let active = document().active_element();
    let field = document().get_element_by_id(FIELD).and_then(|field| field.dyn_into::<HtmlElement>().ok());
    let typing = active.as_ref().is_some_and(wasm_bindgen::JsCast::is_instance_of::<HtmlInputElement>);
    match (event.key().as_str(), field) {
        ("/", Some(field)) if !typing => {
            event.prevent_default();
            field.focus().ok();
        }
        ("?", _) if !typing => {
            event.prevent_default();
            actions::open(HELP);
        }
        (key @ ("Escape" | "Enter"), Some(field)) => {
            let query = app.query();
            if active.is_some_and(|active| active == *field.as_ref()) {
                // A search field that is left by Esc would empty itself.
                event.prevent_default();
                field.blur().ok();
                keep_focus();
            } else if key == "Escape" && query.item.is_some() {
                app.location.go(&query.with_item(None));
            }
        }
        _ => {}
    }
}
