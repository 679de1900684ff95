//! A link that ever worked works for ever: `tests/links.tsv` holds links with what they must show, and grows.
//!
//! The links are asked of the first article alone, as far as it is coded, so that a further one changes none of them.

use explore::Engine;
use explore::query::View;
use explore::query::codec::decode;

use crate::ask::{answer, follow, ids};
use crate::fixture::real;
use crate::neighbours::open;

/// The one document that there was when the first links were sent.
const FIRST: &str = "2025-08-19-washington";

/// The embedded dossier less what later documents added.
fn engine() -> Engine<'static> {
    let mut dossier = real().dossier.clone();
    dossier.cover.documents.retain(|id| id.as_str() == FIRST);
    dossier.documents.retain(|coded| coded.document.id.as_str() == FIRST);
    let named = |stakeholder: &dossier::Stakeholder| {
        stakeholder.mentions.iter().any(|mention| mention.document.as_str() == FIRST)
            || dossier.positions().any(|(_, position)| position.stakeholder == stakeholder.id)
    };
    let kept = dossier.stakeholders.iter().filter(|stakeholder| named(stakeholder)).cloned().collect();
    dossier.stakeholders = kept;
    Engine::new(Box::leak(Box::new(dossier)))
}

/// What a link shows, as a line of the list: the view, how many positions, quotes and stakeholders, the id
/// of the opened item or else of the first.
fn shows(engine: &Engine<'static>, link: &str) -> String {
    let page = follow(engine, &decode(link));
    let count = |view: View| {
        let there = answer(engine, &page.query.with_view(view));
        there.list.window.total.to_string()
    };
    let opened = open(&page);
    let first = opened.first().or(ids(&page).first()).copied().unwrap_or("-");
    [page.view.word(), &count(View::Positions), &count(View::Quotes), &count(View::Stakeholders), first].join("\t")
}

#[test]
fn every_link_that_ever_worked_shows_what_it_showed() {
    let list = include_str!("../links.tsv");
    let engine = engine();
    let mut links = 0;
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(list.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let (link, rest) = line.split_once('\t').unwrap_or_else(|| panic!("line {number} has no tab"));
        let (expected, damaged) = rest.rsplit_once('\t').unwrap_or_else(|| panic!("line {number} has one tab"));
        links += 1;
        for link in [link, damaged] {
            let found = shows(&engine, link);
            if found != expected {
                wrong.push(format!("line {number}: {link}\n  must show {expected}\n  shows     {found}"));
            }
        }
        assert_eq!(decode(damaged), decode(link), "line {number}: {damaged}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(links >= 20, "links are added, never removed: {links} are left");
}
