//! Actions of buttons. A view writes the word into `data-act`; `ui::actions` handles it.

use dossier::words;

use super::markup::{Element, Text, el};

words! {
    /// Action of a button or a field.
    Action {
        /// Copies the absolute URL of `data-link`, after `data-text` if there is any.
        Copy = "copy",
        /// Copies the value of the field whose id is `data-link`.
        CopyField = "copy-field",
        /// Opens the system's share sheet for the address in `data-link`.
        Share = "share",
        /// Switches between light and dark.
        Theme = "theme",
        /// Opens the dialog whose id is `data-link`.
        Open = "open",
        /// Closes the enclosing dialog.
        Close = "close",
        /// Dismisses the toast.
        Dismiss = "dismiss",
        /// Loads again what could not be loaded.
        Retry = "retry",
        /// Shows the entry of a long list whose number, from 0, is `data-entry`.
        Reach = "reach",
        /// Searches for what is typed.
        Search = "search",
        /// Sets the first day.
        From = "from",
        /// Sets the last day.
        To = "to",
        /// Switches the shortcuts on or off.
        Shortcuts = "shortcuts",
        /// Checks the file that is chosen or dropped: a copy of a text.
        CheckFile = "check-file",
        /// Checks what stands in the field whose id is `data-link`: a copy of a text.
        CheckText = "check-text",
        /// Saves what the copies say about every pointer, as a file.
        SaveReport = "save-report",
        /// Forgets the copies that the reader brought.
        Forget = "forget",
        /// Opens the files that are chosen or dropped: a dossier.
        OpenFiles = "open-files",
        /// Makes the file of the format in `data-link`.
        Export = "export",
        /// Goes back from the reader's dossier to the embedded one.
        CloseDossier = "close-dossier",
    }
}

/// A button that does `action`.
pub(super) fn button(action: Action, class: &'static str) -> Element {
    el("button").attribute("type", "button").class(class).attribute("data-act", action.word())
}

/// A button that copies the address of `link`, behind `text` if there is any.
pub(super) fn copy(label: &'static str, text: Option<String>, link: String) -> Element {
    let button = button(Action::Copy, "plain").attribute("data-link", link).with(label);
    match text {
        Some(text) => button.attribute("data-text", Text::Owned(text)),
        None => button,
    }
}
