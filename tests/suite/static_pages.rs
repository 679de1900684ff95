//! The pages of their own that a site has, and the links to them.

use std::collections::BTreeSet;

use dossier::{Dossier, ItemKind};
use explore::query::View;
use explore::query::codec::{Decoded, decode, encode, href, joined, rest};
use explore::{Engine, Origin, StaticPage, link};
use proptest::prelude::*;

use crate::ask::{a_known_query, a_query, answer, follow, listed};
use crate::fixture::engine;
use crate::neighbours::open;

/// The path of a link, and its query string with its `?`.
fn parts(link: &str) -> (&str, &str) {
    link.split_at(link.find('?').unwrap_or(link.len()))
}

/// What a link asks: of a static page, what that asks, with what stands behind it.
pub(crate) fn asked_by(engine: &Engine<'static>, link: &str) -> Decoded {
    let (path, search) = parts(link);
    if path.is_empty() || path == "./" {
        return decode(search);
    }
    let leaves = StaticPage::all(engine);
    let static_page = leaves
        .iter()
        .find(|static_page| static_page.path == path)
        .unwrap_or_else(|| panic!("there is no static page {path}"));
    decode(&joined(&encode(&static_page.query), search))
}

/// The link to send of what `asked` shows.
fn sent(asked: &str) -> String {
    link(engine(), &answer(engine(), &decode(asked).query).page.query)
}

#[test]
fn what_a_query_is_most_about_stands_in_the_path_and_the_rest_behind_it() {
    for (asked, written) in [
        ("", "./"),
        ("view=positions", "positions/"),
        ("view=positions&sort=date", "positions/?sort=date"),
        ("stance=opposes", "?stance=opposes"),
        ("issue=bridge", "?issue=bridge"),
        ("view=positions&issue=bridge", "i/bridge/"),
        ("view=positions&issue=bridge&who=lund", "i/bridge/?who=lund"),
        ("view=positions&issue=bridge,ferry&who=lund", "positions/?who=lund&issue=bridge,ferry"),
        ("view=positions&issue=-bridge&who=lund", "positions/?who=lund&issue=-bridge"),
        ("view=stakeholders&who=lund&item=lund", "s/lund/"),
        ("view=stakeholders&item=lund", "stakeholders/?item=lund"),
        ("view=positions&item=bank-bridge", "positions/?item=bank-bridge"),
        ("item=bank-bridge", "?item=bank-bridge"),
        ("view=quotes&who=lund&item=lund-open", "q/lund-open/"),
        ("view=timeline&from=2031-05-10&to=2031-05-10&item=quay-meeting", "e/quay-meeting/"),
        ("view=network&q=bridge+or", "network/?q=bridge+or"),
        ("view=verify", "?view=verify"),
    ] {
        assert_eq!(sent(asked), written, "{asked}");
    }
}

#[test]
fn a_leaf_asked_for_something_else_shows_that() {
    for (static_page, search, asks) in [
        ("view=positions&issue=bridge", "", "?view=positions&issue=bridge"),
        ("view=positions&issue=bridge", "?who=lund", "?view=positions&issue=bridge&who=lund"),
        ("view=positions&issue=bridge", "view=matrix", "?issue=bridge&view=matrix"),
        ("view=positions&issue=bridge", "issue=&view", "?issue=&view"),
        ("?view=positions", "?view=quotes&&q=a", "?view=quotes&&q=a"),
        ("", "", ""),
    ] {
        assert_eq!(joined(static_page, search), asks, "{static_page} {search}");
    }
}

#[test]
fn every_view_and_every_thing_has_one_leaf_which_shows_it() {
    let leaves = StaticPage::all(engine());
    let paths: BTreeSet<&str> = leaves.iter().map(|static_page| static_page.path.as_str()).collect();
    assert_eq!(paths.len(), leaves.len());
    let Dossier { stakeholders, issues, .. } = engine().dossier;
    let documents = &engine().dossier.documents;
    let mut wanted: BTreeSet<String> =
        View::ALL.iter().filter_map(|&view| StaticPage::of_view(view)).map(|static_page| static_page.path).collect();
    wanted.extend(stakeholders.iter().map(|stakeholder| format!("s/{}/", stakeholder.id)));
    wanted.extend(issues.iter().map(|issue| format!("i/{}/", issue.id)));
    for coded in documents {
        wanted.extend(coded.positions.iter().map(|position| format!("p/{}/", position.id)));
        wanted.extend(coded.quotes.iter().map(|quote| format!("q/{}/", quote.id)));
        wanted.extend(coded.events.iter().map(|event| format!("e/{}/", event.id)));
    }
    assert_eq!(paths, wanted.iter().map(String::as_str).collect());
    for static_page in &leaves {
        let page = follow(engine(), &Decoded { query: static_page.query.clone(), rejected: Vec::new() });
        assert_eq!(page.notice, None, "{}", static_page.path);
        assert_eq!(page.page.query, static_page.query, "{}", static_page.path);
        assert_eq!(link(engine(), &page.page.query), static_page.path);
        if static_page.query.item.is_some() {
            assert_eq!(open(&page).len(), 1, "{}", static_page.path);
            assert!(listed(&page) > 0, "{}", static_page.path);
        }
    }
}

#[test]
fn what_an_edition_lacks_has_no_leaf() {
    for &kind in ItemKind::ALL {
        assert_eq!(StaticPage::of(engine(), kind, "nobody"), None);
    }
}

#[test]
fn a_readers_own_dossier_has_no_leaves_and_its_links_are_plain() {
    let mut own = Engine::new(engine().dossier);
    own.origin = Origin::File { name: "harbour.json".to_owned() };
    let version = &own.dossier.version;
    let page = answer(&own, &decode("view=quotes&item=lund-open").query);
    assert_eq!(link(&own, &page.page.query), format!("?view=quotes&item=lund-open&own={version}"));
}

proptest! {
    #[test]
    fn any_query_can_be_asked_of_any_leaf(static_page in a_query(), query in a_query()) {
        let link = joined(&encode(&static_page), &rest(&static_page, &query));
        prop_assert_eq!(decode(&link), Decoded { query, rejected: Vec::new() });
    }

    #[test]
    fn a_link_that_needs_a_readers_own_dossier_has_no_path(query in a_known_query(&["", "zoe"])) {
        let mut own = Engine::new(engine().dossier);
        own.origin = Origin::File { name: "harbour.json".to_owned() };
        let asked = answer(&own, &query).page.outline.query;
        prop_assert!(asked.own.is_some());
        // The page's thread has the embedded engine, whichever file is open.
        for engine in [engine(), &own] {
            let link = link(engine, &asked);
            prop_assert!(link.starts_with('?'), "{}", link);
            prop_assert_eq!(decode(&link).query, asked.clone());
        }
    }

    #[test]
    fn where_a_link_leads_the_same_is_asked(query in a_known_query(&["", "zoe", "50 %&+=#"])) {
        let page = answer(engine(), &query).page;
        prop_assert_eq!(asked_by(engine(), &link(engine(), &page.query)).query, page.query.clone());
        prop_assert_eq!(asked_by(engine(), &page.link).query, page.query.clone());
        let link = link(engine(), &page.query);
        prop_assert!(link.split('&').all(|pair| !pair.ends_with('=')), "{} has an empty key", link);
        prop_assert!(link.len() <= href(&page.query).len(), "{} is longer than the plain link", link);
    }
}
