//! How to read the page, and its keys.

use dossier::{Basis, Stance};

use super::action::{Action, button};
use super::node::{Element, el, of_class};
use super::parts::tile;
use crate::explore::words;

/// The id of the help.
pub const HELP: &str = "help";

/// The button that shows the help.
pub(super) fn opener() -> Element {
    const LABEL: &str = "How to read this page";
    button(Action::Open, "act act--icon")
        .attribute("aria-label", LABEL)
        .attribute("title", LABEL)
        .attribute("data-link", HELP)
        .add(el("span").attribute("aria-hidden", "true").add("?"))
}

/// The help itself, closed.
pub(super) fn dialog(shortcuts: bool) -> Element {
    let entry = |stance, basis, says: String| el("li").add(tile(stance, basis)).add(el("span").add(says));
    let stances = Stance::ALL.iter().map(|&stance| {
        let says = format!("{}: {}", words::stance(stance), meaning(stance));
        entry(stance, Basis::Direct, says)
    });
    let fills = [
        (Basis::Direct, "solid: the holder’s own words or acts"),
        (Basis::ThirdParty, "outline: reported by others"),
        (Basis::Allegation, "hatched: alleged"),
        (Basis::Narration, "dotted: the article’s own voice"),
    ];
    let fills = fills.into_iter().map(|(basis, says)| entry(Stance::Supports, basis, says.to_owned()));
    let keys = el("p")
        .add(el("kbd").add("/"))
        .add(" search, ")
        .add(el("kbd").add("?"))
        .add(" this help, ")
        .add(el("kbd").add("Esc"))
        .add(" back out.");
    let switch = el("input")
        .attribute("type", "checkbox")
        .attribute("data-act", Action::Shortcuts.word())
        .flag("checked", shortcuts);
    of_class("dialog", "help")
        .attribute("id", HELP)
        .attribute("aria-labelledby", "help-title")
        .add(
            of_class("div", "drawer__head")
                .add(el("h2").attribute("id", "help-title").add("How to read this page"))
                .add(button(Action::Close, "act").add("Close")),
        )
        .add(el("p").add(
            "Every stance is relative to an issue’s proposition. Who is silent on an issue said nothing here; that is not neutral.",
        ))
        .add(of_class("ul", "links").add(stances.collect::<Vec<_>>()))
        .add(el("p").add("The fill of a tile says how we know:"))
        .add(of_class("ul", "links").add(fills.collect::<Vec<_>>()))
        .add(el("p").add(
            "Search: all words must occur; the last one may be unfinished; “quoted words” stand together; -word excludes.",
        ))
        .add(el("h3").add("Keys"))
        .add(keys)
        .add(el("p").add(el("label").add(switch).add(" Use these keys")))
}

const fn meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for the proposition",
        Stance::Opposes => "against it",
        Stance::Uncommitted => "was asked or expected to say, and did not",
        Stance::Asks => "puts it as an open question",
        Stance::Unclear => "the source says that it is not known",
    }
}
