//! One issue of the matrix, for narrow screens: stakeholders by stance, and links to other issues.

use dossier::direction::isolate;
use dossier::{IssueKind, Stance};

use super::{tally_in_words, tiles};
use crate::markup::{Element, Markup, el, of_class};
use crate::parts::{bdi, link, unseen};
use explore::query::Query;
use explore::{Focus, FocusEntry, words};

/// Renders the issue; `body` is put below the entry whose cell is open.
pub(super) fn focus(focus: &Focus<'static>, body: &mut Option<Vec<Markup>>) -> Element {
    let place = focus.place.0;
    let beside = |place: Option<usize>| focus.issues.get(place?);
    let silent = (!focus.silent.is_empty()).then(|| {
        of_class("details", "focus__silent")
            .key("silent")
            .with(el("summary").with(format!("{} said nothing here", words::count(focus.silent.len(), "stakeholder"))))
            .with(el("p").with(words::and(&focus.silent)))
    });
    let mut page = of_class("div", "focus")
        .key("focus")
        .with(
            of_class("nav", "focus__ways")
                .attribute("aria-label", "Issues")
                .with(way("‹", "Previous issue: ", beside(place.checked_sub(2))))
                .with(issues(focus))
                .with(way("›", "Next issue: ", beside(Some(place)))),
        )
        .with(el("h2").isolated(focus.name))
        .with(of_class("p", "focus__proposition").isolated(focus.issue.proposition.as_str()))
        .with(of_class("p", "how").with(tally_in_words(focus.tally, focus.issue.kind)));
    for stances in &focus.stances {
        page = page.with(stance(stances, focus.issue.kind, body));
    }
    page.with(silent)
}

/// Number of the issue, and links to all issues.
fn issues(focus: &Focus<'static>) -> Element {
    let (place, of) = focus.place;
    let all = el("ul").each(&focus.issues, |(issue, query)| {
        let current = (*issue == focus.name).then_some("true");
        el("li").with(link(query).class("focus__name").maybe("aria-current", current).isolated(*issue))
    });
    // The key closes it on another issue.
    of_class("details", "focus__issues")
        .key(focus.issue.id.as_str())
        .with(of_class("summary", "focus__place").with(format!("Issue {place} of {of}")))
        .with(all)
}

/// Link to the previous or next issue; without one, a spacer.
fn way(sign: &'static str, says: &'static str, way: Option<&(&'static str, Query)>) -> Element {
    match way {
        Some((issue, query)) => link(query)
            .class("act act--icon focus__way")
            .attribute("title", isolate(issue))
            .with(el("span").attribute("aria-hidden", "true").with(sign))
            .with(unseen(says))
            .with(unseen(bdi(*issue))),
        None => of_class("span", "focus__way"),
    }
}

fn stance(
    (stance, entries): &(Stance, Vec<FocusEntry<'static>>),
    kind: IssueKind,
    body: &mut Option<Vec<Markup>>,
) -> Element {
    let mut names = el("ul");
    for entry in entries {
        let name = link(&entry.query)
            .class("focus__name")
            .attribute("aria-expanded", if entry.open { "true" } else { "false" })
            .with(of_class("span", "focus__tiles").with(tiles(&entry.marks)))
            .with(bdi(entry.name))
            .with(entry.marks.iter().all(|mark| mark.replaced).then_some(" (formerly)"));
        names = names
            .with(el("li").flag("data-open", entry.open).with(name).with(entry.open.then(|| body.take()).flatten()));
    }
    of_class("section", "focus__stance")
        .key(stance.word())
        .with(el("h3").class(format!("stance stance--{}", stance.word())).with(stance.label(kind)))
        .with(names)
}
