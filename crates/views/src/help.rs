//! The help dialog: signs and keyboard shortcuts.

use dossier::{Basis, Stance};

use super::action::{Action, button};
use super::markup::{Element, el, of_class};
use super::parts::{sample, tile};
use explore::words;

/// Id of the dialog.
pub const HELP: &str = "help";

/// Button that opens the dialog.
pub(super) fn opener() -> Element {
    const LABEL: &str = "How to read this page";
    button(Action::Open, "act act--icon")
        .attribute("aria-label", LABEL)
        .attribute("title", LABEL)
        .attribute("data-link", HELP)
        .with(el("span").attribute("aria-hidden", "true").with("?"))
}

/// The dialog, closed.
pub(super) fn dialog(shortcuts: bool) -> Element {
    let stance = |stance: &Stance| {
        let label = words::stance(*stance, None);
        el("li")
            .with(tile(*stance, label, Basis::Direct))
            .with(el("span").with(format!("{label}: {}", meaning(*stance))))
    };
    let fills = [
        (Basis::Direct, "solid: the holder’s own words or acts"),
        (Basis::ThirdParty, "outline: reported by others"),
        (Basis::Allegation, "hatched: alleged"),
        (Basis::Narration, "dotted: the article’s own voice"),
    ];
    let fill = |&(basis, says): &(Basis, &'static str)| el("li").with(sample(basis)).with(el("span").with(says));
    let keys = el("p")
        .with(el("kbd").with("/"))
        .with(" search, ")
        .with(el("kbd").with("Enter"))
        .with(" from there to the results, ")
        .with(el("kbd").with("?"))
        .with(" this help, ")
        .with(el("kbd").with("Esc"))
        .with(" back out. In the matrix the arrow keys, Home and End lead from cell to cell.");
    let switch = el("input")
        .attribute("type", "checkbox")
        .attribute("data-act", Action::Shortcuts.word())
        .flag("checked", shortcuts);
    of_class("dialog", "help")
        .attribute("id", HELP)
        .attribute("aria-labelledby", "help-title")
        .with(
            of_class("div", "dialog__head")
                .with(el("h2").attribute("id", "help-title").with("How to read this page"))
                .with(button(Action::Close, "act").with("Close")),
        )
        .with(el("p").with(
            "Every stance is relative to an issue’s proposition: a proposal, which says what should be done, or a claim, which says \
             what is or will be so. Who is silent on an issue said nothing here; that is not neutral.",
        ))
        .with(of_class("ul", "links").each(Stance::ALL, stance))
        .with(el("p").with("The fill of a tile says how we know:"))
        .with(of_class("ul", "links").each(&fills, fill))
        .with(el("p").with(
            "Search: all words must occur; the last one may be unfinished; “quoted words” stand together; -word excludes.",
        ))
        .with(el("h3").with("Keys"))
        .with(keys)
        .with(el("p").with(el("label").with(switch).with(" Use these keys")))
}

const fn meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for a proposal, or holds a claim to be true",
        Stance::Opposes => "against a proposal, or holds a claim to be untrue",
        Stance::Uncommitted => "has not taken a side, though open to it or expected to",
        Stance::Asks => "puts it as an open question",
        Stance::Unclear => "the source says that it is not known",
    }
}
