//! Does what buttons and fields say: one listener for each kind of event, on the whole page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlInputElement};

use super::browser::{self, around, closest, document, listen as listen_to, target};
use super::location::{Location, keep_focus};
use super::{App, share};
use views::Action;

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    let click = move |event: Event| {
        if let Some((action, element)) = asked(&event) {
            press(app, action, &element);
        } else if let Some(dialog) = target(&event).and_then(|target| target.dyn_into::<HtmlDialogElement>().ok()) {
            // A click on the backdrop is a click on the dialog itself.
            dialog.close();
        }
    };
    listen_to(&browser::window(), "click", Box::new(click));
    for name in ["input", "compositionend", "change"] {
        listen_to(&browser::window(), name, Box::new(move |event| fill(app, &event)));
    }
}

/// The action that the event asks for, and the element that says so.
fn asked(event: &Event) -> Option<(Action, Element)> {
    let element = around(event, "[data-act]")?;
    let action = Action::from_word(&element.get_attribute("data-act")?)?;
    Some((action, element))
}

fn press(app: App, action: Action, element: &Element) {
    let data = |name| element.get_attribute(name).unwrap_or_default();
    let address = || Location::address_of(&data("data-link"));
    match action {
        Action::Copy => {
            if let Some(text) = element.get_attribute("data-text") {
                share::copy(app.environment, format!("{text} {}", address()), "Citation copied");
            } else {
                share::copy(app.environment, address(), "Link copied: it opens exactly this");
            }
        }
        Action::Theme => app.environment.switch_theme(),
        Action::Open => open(&data("data-link")),
        Action::Close => {
            if let Some(dialog) = closest(element, "dialog") {
                dialog.unchecked_into::<HtmlDialogElement>().close();
            }
        }
        Action::Dismiss => app.environment.dismiss(),
        Action::Retry => {
            app.lazy.retry();
            // The button goes, and with it the focus.
            app.location.after_render(keep_focus);
        }
        // Fields, and what `worker_client::file_input` and `panel` do.
        Action::Search
        | Action::CopyField
        | Action::Share
        | Action::From
        | Action::To
        | Action::Shortcuts
        | Action::Reach
        | Action::CheckFile
        | Action::CheckText
        | Action::SaveReport
        | Action::Forget
        | Action::OpenFiles
        | Action::Export
        | Action::CloseDossier => {}
    }
}

/// Opens the dialog of that id.
pub(super) fn open(id: &str) {
    let dialog = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        // It refuses only where it is open already.
        dialog.show_modal().ok();
    }
}

/// A field was typed into, a word composed in it, or it was left changed.
fn fill(app: App, event: &Event) {
    let Some((action, element)) = asked(event) else { return };
    let Ok(field) = element.dyn_into::<HtmlInputElement>() else { return };
    let query = app.query();
    let typing = event.type_() != "change";
    match action {
        // A word that was composed and cancelled leaves the text as it was, and what is opened open.
        Action::Search if typing && field.value() != query.text => {
            app.location.type_in(&query.with_text(&field.value()));
        }
        Action::From if !typing => app.location.go(&query.with_dates(field.value().parse().ok(), query.to)),
        Action::To if !typing => app.location.go(&query.with_dates(query.from, field.value().parse().ok())),
        Action::Shortcuts if !typing => app.environment.switch_shortcuts(field.checked()),
        Action::Search
        | Action::From
        | Action::To
        | Action::Shortcuts
        | Action::Copy
        | Action::CopyField
        | Action::Share
        | Action::Theme
        | Action::Open
        | Action::Close
        | Action::Dismiss
        | Action::Retry
        | Action::Reach
        | Action::CheckFile
        | Action::CheckText
        | Action::SaveReport
        | Action::Forget
        | Action::OpenFiles
        | Action::Export
        | Action::CloseDossier => {}
    }
}
