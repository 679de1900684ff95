//! A link that names an id which is gone: it is answered as if it named what took its place, and the reader is told.

use std::sync::LazyLock;

use dossier::versions::Versions;
use dossier::{Dossier, Former, ItemKind, Successor};
use explore::changelog::{Changelog, Removed};
use explore::query::codec::{Decoded, decode, encode};
use explore::query::{Facet, Pick, Query, View};
use explore::{Engine, Outline, Page, StaticPage, explore};
use proptest::prelude::*;
use proptest::sample::select;

use crate::ask::a_known_query;
use crate::fixture::{VERSION, harbour};

/// The thing of each kind that takes the place of what is gone, and what the page calls it.
const NOW: [(ItemKind, &str, &str); 6] = [
    (ItemKind::Position, "lund-bridge-may", "Zoë Lund, Bridge."),
    (ItemKind::Quote, "lund-fog", "Zoë Lund, “The fog was thick.”"),
    (ItemKind::Event, "vote", "The council votes."),
    (ItemKind::Question, "who-repairs", "Who repairs the bridge once the toll ends?"),
    (ItemKind::Issue, "ferry", "Ferry."),
    (ItemKind::Stakeholder, "marsh", "Ada Marsh."),
];

/// The id of what was of `kind` and is now of `now`.
fn old(kind: ItemKind, now: Option<ItemKind>) -> String {
    format!("old-{}-{}", kind.word(), now.map_or("gone", ItemKind::word))
}

/// The invented dossier, which had ids of every kind; something of every kind took the place of one of each, and of one nothing did.
fn retired() -> Dossier {
    let mut dossier = harbour().clone();
    for &kind in ItemKind::ALL {
        let former = |now: Option<Successor>| Former {
            kind,
            id: old(kind, now.as_ref().map(|now| now.kind)),
            reason: "It said the same twice.".to_owned(),
            now,
        };
        dossier.former.push(former(None));
        dossier.former.extend(NOW.map(|(kind, id, _)| former(Some(Successor { kind, id: id.to_owned() }))));
    }
    dossier
}

fn engine() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<Dossier> = LazyLock::new(retired);
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

/// The page that a link leads to, and what it says of the link.
fn page(link: &str) -> (Page<'static>, String) {
    let page = explore(engine(), &decode(link));
    let says = page.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    (Page { outline: Outline { notice: None, ..page.outline }, ..page }, says)
}

fn ask(query: &Query) -> Page<'static> {
    explore(engine(), &Decoded { query: query.clone(), rejected: Vec::new() })
}

/// Every place of a link that takes an id of `kind`; `{}` stands for the id.
fn places(kind: ItemKind) -> &'static [&'static str] {
    match kind {
        ItemKind::Position => &[
            "item={}",
            "view=positions&item={}",
            "view=positions&who=pike&sort=date&item={}",
            "view=shifts&item={}",
            "view=timeline&item={}",
            "view=compare&with=lund,pike&item={}",
            "view=network&item={}",
            "view=verify&item={}",
        ],
        ItemKind::Quote => &["view=quotes&item={}", "view=quotes&issue=toll&item={}", "view=reading&item={}"],
        ItemKind::Event => &["view=timeline&item={}", "view=timeline&from=2031-05&item={}", "view=verify&item={}"],
        ItemKind::Question => &["view=questions&item={}", "view=questions&issue=bridge&item={}"],
        ItemKind::Issue => &[
            "issue={}",
            "issue=-{}",
            "by={}",
            "view=positions&issue=toll,{}&who=lund",
            "view=quotes&issue=-toll,-{}",
            "view=positions&issue={}&item=bank-bridge",
        ],
        ItemKind::Stakeholder => &[
            "who={}",
            "who=-{}",
            "view=quotes&who=lund,{}",
            "view=positions&who=-pike,-{}&group=who",
            "view=compare&with={}",
            "view=compare&with=pike,{},lund",
            "view=stakeholders&item={}",
        ],
    }
}

fn is_opened(place: &str) -> bool {
    place.contains("item={}")
}

#[test]
fn a_former_id_is_answered_in_every_place_of_a_link_like_the_id_that_took_its_place() {
    for (kind, new, name) in NOW {
        for place in places(kind) {
            let (old, said) = page(&place.replace("{}", &old(kind, Some(kind))));
            let (new, nothing) = page(&place.replace("{}", new));
            assert_eq!(old, new, "{place}");
            assert_eq!(nothing, "", "{place}");
            let instead = if place.contains("-{}") || place.contains("by={}") { "Used" } else { "Shown" };
            assert!(said.contains(&format!(" It said the same twice. {instead} instead: {name}")), "{place}: {said}");
        }
    }
}

#[test]
fn a_former_id_that_nothing_took_the_place_of_is_left_out() {
    for &kind in ItemKind::ALL {
        for place in places(kind) {
            let (old, said) = page(&place.replace("{}", &old(kind, None)));
            let (without, _) = page(&place.replace("-{}", "").replace("{}", ""));
            assert_eq!(old, without, "{place}");
            assert!(said.ends_with("which is no longer in the data: It said the same twice."), "{place}: {said}");
        }
    }
}

#[test]
fn an_item_is_opened_where_its_successor_of_another_kind_is_listed() {
    for &kind in ItemKind::ALL {
        for place in places(kind).iter().filter(|place| is_opened(place)) {
            for (now, new, name) in NOW.into_iter().filter(|(now, ..)| *now != kind) {
                let (page, said) = page(&place.replace("{}", &old(kind, Some(now))));
                let asked = decode(place).query;
                assert!(said.ends_with(&format!(" Shown instead: {name}")), "{place}: {said}");
                if now == ItemKind::Issue {
                    assert_eq!(page.query.pick(Facet::Issue, new), Some(Pick::Include), "{place}");
                } else {
                    assert_eq!(page.query.item.as_deref(), Some(new), "{place}");
                    assert_eq!(ask(&page.query).notice, None, "{place}: {now:?} is listed in that view");
                }
                assert!(
                    asked.picked().all(|(facet, value, pick)| page.query.pick(facet, value) == Some(pick)),
                    "{place}"
                );
            }
        }
    }
}

#[test]
fn a_filter_by_what_is_now_of_another_kind_is_left_out_and_told() {
    for kind in [ItemKind::Issue, ItemKind::Stakeholder] {
        for place in places(kind).iter().filter(|place| !is_opened(place)) {
            for (now, _, name) in NOW.into_iter().filter(|(now, ..)| *now != kind) {
                let (old, said) = page(&place.replace("{}", &old(kind, Some(now))));
                let (without, _) = page(&place.replace("-{}", "").replace("{}", ""));
                assert_eq!(old, without, "{place}");
                assert!(said.contains(" It is left out here; in its place there is now the "), "{place}: {said}");
                assert!(said.ends_with(&format!(": {name}")), "{place}: {said}");
            }
        }
    }
}

#[test]
fn each_former_id_is_told_of_once_and_the_rest_of_a_link_as_ever() {
    let names = "This link names the";
    let gone = "which is no longer in the data: It said the same twice.";
    let table = [
        (
            "view=positions&item=old-position-question".to_owned(),
            format!(
                "{names} position “old-position-question”, {gone} Shown instead: Who repairs the bridge once the toll ends?"
            ),
            "view=questions&item=who-repairs",
        ),
        (
            "view=stakeholders&who=old-stakeholder-stakeholder&item=old-stakeholder-stakeholder".to_owned(),
            format!("{names} stakeholder “old-stakeholder-stakeholder”, {gone} Shown instead: Ada Marsh."),
            "view=stakeholders&who=marsh&item=marsh",
        ),
        (
            "issue=old-issue-question".to_owned(),
            format!(
                "{names} issue “old-issue-question”, {gone} It is left out here; in its place there is now the open question: Who \
                 repairs the bridge once the toll ends?"
            ),
            "",
        ),
        (
            "who=old-stakeholder-stakeholder,marsh,nobody&sort=x".to_owned(),
            format!(
                "{names} stakeholder “old-stakeholder-stakeholder”, {gone} Shown instead: Ada Marsh. This link has parts that cannot \
                 be read: “sort=x”. This dossier does not have stakeholder “nobody”. Everything else in the link is applied."
            ),
            "who=marsh",
        ),
        // What the link says of an id in use counts.
        (
            "who=old-stakeholder-stakeholder,-marsh".to_owned(),
            format!("{names} stakeholder “old-stakeholder-stakeholder”, {gone} Shown instead: Ada Marsh."),
            "who=-marsh",
        ),
        (
            format!("item=old-position-position&at={VERSION}&panel=cite&embed=1&a=b"),
            format!("{names} position “old-position-position”, {gone} Shown instead: Zoë Lund, Bridge."),
            "item=lund-bridge-may&panel=cite&embed=1&at=0123456789ab",
        ),
        (
            "item=old-position-gone&at=ffffffffffff".to_owned(),
            format!(
                "{names} position “old-position-gone”, {gone} The link was made from data ffffffffffff; this is data {VERSION}. \
                 Counts may differ."
            ),
            "",
        ),
    ];
    for (link, text, dismissal) in table {
        let notice = explore(engine(), &decode(&link)).outline.notice.unwrap_or_else(|| panic!("{link} has a notice"));
        assert_eq!(notice.text, text, "{link}");
        assert_eq!(encode(&notice.dismissal), dismissal, "{link}");
        assert_eq!(ask(&notice.dismissal).notice, None, "{link}: the way out leads to no notice");
    }
    let many = ItemKind::ALL.iter().map(|&now| old(ItemKind::Stakeholder, Some(now)));
    let (_, said) = page(&format!("who={}", many.collect::<Vec<_>>().join(",")));
    assert_eq!(said.matches(names).count(), 3, "{said}");
    assert!(said.ends_with(" So it is with 3 more ids in this link."), "{said}");
}

#[test]
fn an_id_that_is_in_use_is_no_former_one_wherever_it_stands() {
    // The id of an issue is a former one of a stakeholder, and the other way round.
    let mut dossier = retired();
    let former = |kind, id: &str| Former { kind, id: id.to_owned(), now: None, reason: "It was none.".to_owned() };
    dossier.former = vec![former(ItemKind::Stakeholder, "ferry"), former(ItemKind::Issue, "lund")];
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let notice = |link: &str| explore(&engine, &decode(link)).notice.is_some();
    assert!(!notice("who=lund&issue=ferry&by=ferry"));
    assert!(notice("who=ferry") && notice("issue=lund") && notice("by=lund") && notice("view=compare&with=ferry"));
}

#[test]
fn the_page_at_a_former_path_asks_by_the_former_id_for_what_its_successors_page_shows() {
    let leaves = StaticPage::former(engine());
    // Open questions have no pages.
    assert_eq!(leaves.len(), 5 * 7);
    for (static_page, shows) in leaves {
        let (there, own) = (ask(&static_page.query), ask(&shows.query));
        let said = there.notice.as_ref().map(|notice| notice.text.as_str()).unwrap_or_default();
        let id = static_page.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        assert!(said.contains(&format!("“{id}”")), "{}: {said}", static_page.path);
        assert_eq!(own.notice, None, "{}", shows.path);
        let by_item = static_page.path.starts_with(['p', 'q', 'e']);
        if by_item && shows.path.contains('/') && shows.path.chars().next() != static_page.path.chars().next() {
            // It is opened in the view that lists it, which its own page narrows besides.
            assert_eq!(there.query.item, own.query.item, "{}", static_page.path);
        } else {
            assert_eq!(
                Page { outline: Outline { notice: None, ..there.outline }, ..there },
                own,
                "{}",
                static_page.path
            );
        }
    }
}

#[test]
fn what_was_removed_is_told_with_what_took_its_place() {
    let mut before = Dossier { version: "aaaaaaaaaaaa".to_owned(), ..harbour().clone() };
    let mut add = |id: String| {
        let position = before.documents[0].positions[0].clone();
        before.documents[0].positions.push(dossier::Position { id: id.as_str().into(), ..position });
    };
    for now in [None, Some(ItemKind::Position), Some(ItemKind::Question), Some(ItemKind::Issue)] {
        add(old(ItemKind::Position, now));
    }
    add("unknown".to_owned());
    let date = "2031-07-01".parse().expect("a date");
    let log = Versions::default().with(&before, date).with(engine().dossier, date);
    let engine = Engine::new(engine().dossier);
    engine.deferred_data().log = Some(Changelog::parse(&log.lines()));
    let page = explore(&engine, &decode("view=positions&at=aaaaaaaaaaaa"));
    let told = page.changes.clone().expect("the data is another").removed.first;
    let told: Vec<(String, Option<(String, String)>)> =
        told.into_iter().map(|Removed { id, now }| (id, now.map(|(name, query)| (name, encode(&query))))).collect();
    let now = |name: &str, link: &str| Some((name.to_owned(), link.to_owned()));
    assert_eq!(
        told,
        [
            ("position old-position-gone".to_owned(), None),
            ("position old-position-issue".to_owned(), now("Ferry", "view=positions&issue=ferry")),
            (
                "position old-position-position".to_owned(),
                now("Zoë Lund, Bridge", "view=positions&item=lund-bridge-may")
            ),
            (
                "position old-position-question".to_owned(),
                now("Who repairs the bridge once the toll ends?", "view=questions&item=who-repairs")
            ),
            ("position unknown".to_owned(), None),
        ]
    );
}

proptest! {
    #[test]
    fn any_query_answers_the_same_by_a_former_id(
        query in a_known_query(&["", "zoe"]),
        (kind, facet) in select(vec![(ItemKind::Stakeholder, Facet::Who), (ItemKind::Issue, Facet::Issue)]),
        pick in select(vec![Pick::Include, Pick::Exclude]),
    ) {
        let (_, new, _) = NOW[kind as usize];
        let picked = |id: &str| {
            let mut query = query.clone();
            query.picks[facet as usize].remove(new);
            query.picks[facet as usize].insert(id, pick);
            query
        };
        let there = ask(&picked(&old(kind, Some(kind))));
        prop_assert!(there.notice.is_some());
        prop_assert_eq!(&there.query, &picked(new));
        prop_assert_eq!(Page { outline: Outline { notice: None, ..there.outline }, ..there }, ask(&picked(new)));
    }

    #[test]
    fn an_edition_without_former_ids_answers_as_ever(query in a_known_query(&["", "zoe"]), view in select(View::ALL)) {
        let query = Query { view, ..query };
        let plain = explore(crate::fixture::engine(), &Decoded { query: query.clone(), rejected: Vec::new() });
        let there = ask(&query);
        prop_assert_eq!((plain.outline.query, plain.outline.counts, plain.outline.notice), (there.outline.query, there.outline.counts, there.outline.notice));
    }
}
