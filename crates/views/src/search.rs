//! The search field.

use super::action::Action;
use super::markup::{Element, of_class};

/// Id of the field.
pub const FIELD: &str = "search";

const LABEL: &str = "Search people, positions, quotes";
/// Placeholder, short enough for the narrowest screen.
const HINT: &str = "People, positions, quotes";

pub(super) fn search(text: &str) -> Element {
    let field = of_class("input", "search__field")
        .attribute("id", FIELD)
        .attribute("type", "search")
        .attribute("dir", "auto")
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("placeholder", HINT)
        .attribute("aria-label", LABEL)
        .attribute("aria-keyshortcuts", "/")
        .attribute("data-act", Action::Search.word())
        .attribute("value", text.to_owned());
    of_class("search", "search")
        .with(of_class("span", "search__sign").attribute("aria-hidden", "true").with("⌕"))
        .with(field)
        .with(of_class("kbd", "search__key").attribute("aria-hidden", "true").with("/"))
}
