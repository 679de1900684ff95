//! One issue of the matrix by itself: who takes which stance on it, and the way to the issues beside it.

use dossier::Stance;

use super::{marked_tile, tally_in_words};
use crate::explore::{Focus, FocusEntry, words};
use crate::query::Query;
use crate::views::node::{El, el, of_class};
use crate::views::parts::{link, unseen};

pub(super) fn focus(focus: &Focus<'static>) -> El {
    let (place, of) = focus.place;
    let silent = (!focus.silent.is_empty())
        .then(|| of_class("p", "focus__silent").with(format!("Said nothing here: {}.", words::and(&focus.silent))));
    of_class("div", "focus")
        .key("focus")
        .with(
            of_class("nav", "focus__ways")
                .attribute("aria-label", "Issues")
                .with(way("‹", "Previous issue: ", focus.previous.as_ref()))
                .with(of_class("span", "focus__place").with(format!("{place} of {of}")))
                .with(way("›", "Next issue: ", focus.next.as_ref())),
        )
        .with(el("h2").with(focus.issue.name.as_str()))
        .with(of_class("p", "focus__proposition").with(focus.issue.proposition.as_str()))
        .with(of_class("p", "how").with(tally_in_words(focus.tally)))
        .each(&focus.stances, stance)
        .with(silent)
}

/// The way to the issue beside this one; where there is none, its place stays.
fn way(sign: &'static str, says: &'static str, way: Option<&(&'static str, Query)>) -> El {
    match way {
        Some((issue, query)) => link(query)
            .class("act act--icon focus__way")
            .attribute("title", *issue)
            .with(el("span").attribute("aria-hidden", "true").with(sign))
            .with(unseen(says))
            .with(unseen(*issue)),
        None => of_class("span", "focus__way"),
    }
}

fn stance((stance, entries): &(Stance, Vec<FocusEntry<'static>>)) -> El {
    of_class("section", "focus__stance")
        .key(stance.word())
        .with(el("h3").class(format!("stance stance--{}", stance.word())).with(words::stance(*stance)))
        .with(of_class("ul", "focus__names").each(entries, |entry| {
            el("li").with(
                link(&entry.query)
                    .class("focus__name")
                    .attribute("aria-expanded", if entry.open { "true" } else { "false" })
                    .with(of_class("span", "focus__tiles").each(&entry.marks, |&mark| marked_tile(mark)))
                    .with(entry.name),
            )
        }))
}
