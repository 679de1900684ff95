//! File inputs and drop zones.

use super::action::Action;
use super::markup::{Element, el, of_class};

/// A file input. Files dropped on the [`zone`] around it count as selected.
pub(super) fn files(accept: &'static str, action: Action) -> Element {
    of_class("input", "bring__file")
        .attribute("type", "file")
        .attribute("accept", accept)
        .attribute("data-act", action.word())
}

/// A field with its label.
pub(super) fn labelled(label: &'static str, field: Element) -> Element {
    of_class("label", "bring__field").with(of_class("span", "bring__label").with(label)).with(field)
}

/// Drop zone of `action`, which is in `data-drop`.
pub(super) fn zone(action: Action, label: &'static str) -> Element {
    of_class("section", "bring").attribute("aria-label", label).attribute("data-drop", action.word())
}

/// A heading with paragraphs below it.
pub(super) fn prose(title: &'static str, paragraphs: &[&'static str]) -> Element {
    of_class("section", "prose").with(el("h2").with(title)).each(paragraphs, |says| el("p").with(*says))
}
