//! The pages of their own that a site has, and the links to them.

use std::collections::BTreeSet;

use dossier::Dossier;
use proptest::prelude::*;
use standpoint::explore::{Edition, Kind, Leaf, Origin, link};
use standpoint::query::View;
use standpoint::query::codec::{Decoded, decode, encode, href, joined, rest};

use crate::ask::{a_known_query, a_query, answer, follow, listed};
use crate::fixture::edition;
use crate::neighbours::open;

/// The path of a link, and its query string with its `?`.
fn parts(link: &str) -> (&str, &str) {
    link.split_at(link.find('?').unwrap_or(link.len()))
}

/// What a link asks: of a leaf, what that asks, with what stands behind it.
pub(crate) fn asked_by(edition: &Edition<'static>, link: &str) -> Decoded {
    let (path, search) = parts(link);
    if path.is_empty() || path == "./" {
        return decode(search);
    }
    let leaves = Leaf::all(edition);
    let leaf = leaves.iter().find(|leaf| leaf.path == path).unwrap_or_else(|| panic!("there is no leaf {path}"));
    decode(&joined(&encode(&leaf.query), search))
}

/// The link to send of what `asked` shows.
fn sent(asked: &str) -> String {
    link(edition(), &answer(edition(), &decode(asked).query).page.query)
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
    for (leaf, search, asks) in [
        ("view=positions&issue=bridge", "", "?view=positions&issue=bridge"),
        ("view=positions&issue=bridge", "?who=lund", "?view=positions&issue=bridge&who=lund"),
        ("view=positions&issue=bridge", "view=matrix", "?issue=bridge&view=matrix"),
        ("view=positions&issue=bridge", "issue=&view", "?issue=&view"),
        ("?view=positions", "?view=quotes&&q=a", "?view=quotes&&q=a"),
        ("", "", ""),
    ] {
        assert_eq!(joined(leaf, search), asks, "{leaf} {search}");
    }
}

#[test]
fn every_view_and_every_thing_has_one_leaf_which_shows_it() {
    let leaves = Leaf::all(edition());
    let paths: BTreeSet<&str> = leaves.iter().map(|leaf| leaf.path.as_str()).collect();
    assert_eq!(paths.len(), leaves.len());
    let Dossier { stakeholders, issues, .. } = edition().dossier;
    let documents = &edition().dossier.documents;
    let mut wanted: BTreeSet<String> =
        View::ALL.iter().filter_map(|&view| Leaf::of_view(view)).map(|leaf| leaf.path).collect();
    wanted.extend(stakeholders.iter().map(|stakeholder| format!("s/{}/", stakeholder.id)));
    wanted.extend(issues.iter().map(|issue| format!("i/{}/", issue.id)));
    for coded in documents {
        wanted.extend(coded.positions.iter().map(|position| format!("p/{}/", position.id)));
        wanted.extend(coded.quotes.iter().map(|quote| format!("q/{}/", quote.id)));
        wanted.extend(coded.events.iter().map(|event| format!("e/{}/", event.id)));
    }
    assert_eq!(paths, wanted.iter().map(String::as_str).collect());
    for leaf in &leaves {
        let page = follow(edition(), &Decoded { query: leaf.query.clone(), unread: Vec::new() });
        assert_eq!(page.notice, None, "{}", leaf.path);
        assert_eq!(page.page.query, leaf.query, "{}", leaf.path);
        assert_eq!(link(edition(), &page.page.query), leaf.path);
        if leaf.query.item.is_some() {
            assert_eq!(open(&page).len(), 1, "{}", leaf.path);
            assert!(listed(&page) > 0, "{}", leaf.path);
        }
    }
}

#[test]
fn what_an_edition_lacks_has_no_leaf() {
    for &kind in Kind::ALL {
        assert_eq!(Leaf::of(edition(), kind, "nobody"), None);
    }
}

#[test]
fn a_readers_own_dossier_has_no_leaves_and_its_links_are_plain() {
    let mut own = Edition::new(edition().dossier);
    own.origin = Origin::File { name: "harbour.json".to_owned() };
    let version = &own.dossier.version;
    let page = answer(&own, &decode("view=quotes&item=lund-open").query);
    assert_eq!(link(&own, &page.page.query), format!("?view=quotes&item=lund-open&own={version}"));
}

proptest! {
    #[test]
    fn any_query_can_be_asked_of_any_leaf(leaf in a_query(), query in a_query()) {
        let link = joined(&encode(&leaf), &rest(&leaf, &query));
        prop_assert_eq!(decode(&link), Decoded { query, unread: Vec::new() });
    }

    #[test]
    fn a_link_that_needs_a_readers_own_dossier_has_no_path(query in a_known_query(&["", "zoe"])) {
        let mut own = Edition::new(edition().dossier);
        own.origin = Origin::File { name: "harbour.json".to_owned() };
        let asked = answer(&own, &query).page.query;
        prop_assert!(asked.own.is_some());
        // The page's thread has the embedded edition, whichever file is open.
        for edition in [edition(), &own] {
            let link = link(edition, &asked);
            prop_assert!(link.starts_with('?'), "{}", link);
            prop_assert_eq!(decode(&link).query, asked.clone());
        }
    }

    #[test]
    fn where_a_link_leads_the_same_is_asked(query in a_known_query(&["", "zoe", "50 %&+=#"])) {
        let page = answer(edition(), &query).page;
        prop_assert_eq!(asked_by(edition(), &link(edition(), &page.query)).query, page.query.clone());
        prop_assert_eq!(asked_by(edition(), &page.link).query, page.query.clone());
        let link = link(edition(), &page.query);
        prop_assert!(link.split('&').all(|pair| !pair.ends_with('=')), "{} has an empty key", link);
        prop_assert!(link.len() <= href(&page.query).len(), "{} is longer than the plain link", link);
    }
}
