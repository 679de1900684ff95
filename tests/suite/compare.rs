//! The comparison: its counts, its verdicts, its words, and what it does with a link it cannot follow.

use dossier::{Basis, Camp, Dossier, StakeholderKind, Stance};
use explore::query::codec::{decode, encode};
use explore::query::{Query, View};
use explore::{Compare, Content, Engine, Entries, IssueCompared, explore};
use proptest::prelude::*;

use crate::ask::{a_known_query, answer, page};
use crate::fixture::{engine, harbour};
use crate::making::{self, position};

/// What `query` compares in `engine`.
fn compared(engine: &Engine<'static>, query: &Query) -> Compare<'static> {
    let page = explore(engine, &decode(&encode(query)));
    let Content::Compare(compare) = page.content.clone() else { panic!("{} compares", encode(query)) };
    compare
}

fn compare(link: &str) -> Compare<'static> {
    compared(engine(), &decode(&format!("view=compare&{link}")).query)
}

/// The line on top.
fn line(compare: &Compare<'static>) -> String {
    compare.line.as_ref().expect("two or more are compared").join(", ")
}

/// Every verdict with its issues, and those without: `agree: bridge`.
fn outline(compare: &Compare<'static>) -> Vec<String> {
    let ids = |issues: &[IssueCompared<'static>]| -> Vec<&str> {
        issues.iter().map(|compared| compared.issue.id.as_str()).collect()
    };
    let mut lines: Vec<String> = Vec::new();
    for (verdict, issues) in &compare.verdicts {
        lines.push(format!("{}: {}", verdict.word(), ids(issues).join(" ")));
    }
    for (word, issues) in [("silent", &compare.silent), ("hidden", &compare.hidden)] {
        if !issues.is_empty() {
            let names: Vec<&str> = issues.iter().map(|(name, _)| *name).collect();
            lines.push(format!("{word}: {}", names.join(" ")));
        }
    }
    lines
}

/// `harbour` with one more position.
fn with(more: dossier::Position) -> Engine<'static> {
    let mut dossier: Dossier = harbour().clone();
    dossier.documents[1].positions.push(more);
    Engine::new(Box::leak(Box::new(dossier)))
}

#[test]
fn the_counts_of_a_comparison_stand_on_top() {
    let table = [
        ("with=ferry-union,harbour-town", "differ on 1, 2 only one spoke to, 3 neither spoke to"),
        ("with=lund,marsh", "agree on 1, 1 only one spoke to, 4 neither spoke to"),
        ("with=gazette,ferry-union", "undecided on 2, 1 only one spoke to, 3 neither spoke to"),
        ("with=pike,gazette", "undecided on 1, 1 only one spoke to, 4 neither spoke to"),
        ("with=lund,marsh,lodz-bank,pike", "agree on 1, 2 only one spoke to, 3 none spoke to"),
        ("with=camp-europe,camp-other", "differ on 1, 3 only one spoke to, 2 neither spoke to"),
        ("with=camp-europe,marsh", "agree on 1, 2 only one spoke to, 3 neither spoke to"),
        ("with=keel,some-fishers", "6 neither spoke to"),
    ];
    for (link, line) in table {
        assert_eq!(self::line(&compare(link)), line, "{link}");
    }
}

#[test]
fn issues_stand_by_verdict_and_then_as_the_dossier_names_them() {
    assert_eq!(
        outline(&compare("with=camp-europe,camp-other")),
        ["differ: guarantees", "alone: bridge toll ferry", "silent: Pike’s motive Lighthouse"]
    );
    assert_eq!(
        outline(&compare("with=ferry-union,gazette")),
        ["undecided: toll ferry", "alone: guarantees", "silent: Bridge Pike’s motive Lighthouse"]
    );
}

#[test]
fn the_latest_position_counts_and_the_ones_before_it_stay_in_sight() {
    let compare = compare("with=marsh,lund&issue=bridge");
    let (_, issues) = &compare.verdicts[0];
    let statements = &issues[0].voices[1].statements;
    let shown: Vec<_> = statements.iter().map(|one| (one.entry.position.id.as_str(), one.replaced)).collect();
    assert_eq!(shown, [("lund-bridge-may", false), ("lund-bridge-2029", true), ("lund-bridge-march", true)]);
    assert!(statements.iter().all(|one| one.entry.shifted), "each bears the mark of a change");
    assert_eq!(outline(&compare)[0], "agree: bridge");
    let before = self::compare("with=marsh,lund&to=2031-03");
    assert_eq!(line(&before), "1 only one spoke to, 4 neither spoke to, 1 hidden by the filters");
    assert_eq!(before.verdicts[0].1[0].says, "Only Zoë Lund under these filters");
    let shown: Vec<_> = before.verdicts[0].1[0].voices[1].statements.iter().map(|one| one.replaced).collect();
    assert_eq!(shown, [false, true], "of what is shown, March is the latest");
}

#[test]
fn own_words_come_first() {
    let engine =
        with(position("pike-toll-late", ("pike", "toll", Stance::Supports), Basis::ThirdParty, "", "So they say."));
    let engine = {
        let mut dossier = engine.dossier.clone();
        dossier.documents[0].positions.insert(
            0,
            position("pike-toll-act", ("pike", "toll", Stance::Supports), Basis::Conduct, "", "Pike built a booth."),
        );
        Engine::new(Box::leak(Box::new(dossier)))
    };
    let compare = compared(&engine, &decode("view=compare&with=pike,ferry-union").query);
    let toll = &compare.verdicts[0].1[0].voices[0].statements;
    let ids: Vec<_> = toll.iter().map(|one| one.entry.position.id.as_str()).collect();
    assert_eq!(ids, ["pike-toll", "pike-toll-act", "pike-toll-late"]);
    assert_eq!(toll[0].words, [("“fair and short”".to_owned(), true)], "a fragment is marked as one");
}

#[test]
fn who_takes_both_sides_is_divided_and_differs_from_whoever_takes_one() {
    let town = position("town-bridge", ("harbour-town", "bridge", Stance::Opposes), Basis::Indirect, "", "No bridge.");
    let engine = with(town);
    let bridge = |with: &str| {
        let compare = compared(&engine, &decode(&format!("view=compare&issue=bridge&with={with}")).query);
        (compare.verdicts[0].0.word(), compare.verdicts[0].1[0].says.clone())
    };
    assert_eq!(bridge("camp-europe,marsh"), ("differ", "For: Ada Marsh. Divided: Europe (camp).".to_owned()));
    assert_eq!(bridge("camp-europe,pike"), ("alone", "Only Europe (camp) spoke".to_owned()));
    assert_eq!(bridge("harbour-town,marsh"), ("differ", "For: Ada Marsh. Against: Harbour Town.".to_owned()));
    assert_eq!(
        bridge("marsh,lund,harbour-town"),
        ("differ", "For: Ada Marsh and Zoë Lund. Against: Harbour Town.".to_owned())
    );
}

#[test]
fn a_divided_side_does_not_differ_from_one_that_takes_no_side() {
    let town = position("town-ferry", ("ferry-union", "ferry", Stance::Opposes), Basis::Indirect, "", "No ferry.");
    let engine = with(town);
    let compare = compared(&engine, &decode("view=compare&issue=ferry&with=ferry-union,gazette").query);
    assert_eq!(compare.verdicts[0].0.word(), "undecided");
    assert_eq!(compare.verdicts[0].1[0].says, "Divided: Ferry Union. Took no side: The article.");
}

#[test]
fn what_the_filters_hide_is_not_called_silence() {
    let compare = compare("with=ferry-union,harbour-town&who=ferry-union");
    assert_eq!(line(&compare), "3 only one spoke to, 3 neither spoke to");
    let guarantees = &compare.verdicts[0].1.iter().find(|one| one.issue.id.as_str() == "guarantees");
    let guarantees = guarantees.expect("the union speaks to it");
    assert_eq!(guarantees.says, "Only Ferry Union under these filters");
    assert_eq!((guarantees.voices[1].statements.len(), guarantees.voices[1].hidden), (0, 1));
    assert_eq!(
        outline(&self::compare("with=ferry-union,harbour-town&issue=bridge&camp=europe")),
        ["silent: Bridge Pike’s motive Lighthouse", "hidden: Toll Ferry Guarantees"]
    );
}

#[test]
fn until_two_are_picked_there_are_pairs_and_everybody_to_pick() {
    let none = compare("");
    let pairs: Vec<_> = none.pairs.iter().map(|pair| (pair.names.as_str(), encode(&pair.query))).collect();
    assert_eq!(
        pairs,
        [
            ("Zoë Lund and Ada Marsh", "view=compare&with=lund,marsh".to_owned()),
            ("Zoë Lund and Łódź Bank", "view=compare&with=lund,lodz-bank".to_owned()),
            ("Ferry Union and Harbour Town", "view=compare&with=ferry-union,harbour-town".to_owned()),
        ]
    );
    let choices: Vec<String> = none
        .choices
        .iter()
        .map(|group| {
            let names: Vec<&str> = group.choices.iter().map(|choice| choice.name.as_str()).collect();
            format!("{}: {}", group.heading, names.join(", "))
        })
        .collect();
    assert_eq!(
        choices,
        [
            "United States: Tomas Pike",
            "Europe: Zoë Lund, Harbour Town, Łódź Bank, Europe (camp)",
            "Outside experts: Ada Marsh",
            "Press: The article",
            "Others: Ferry Union",
        ]
    );
    let one = compare("with=harbour-town");
    assert_eq!((one.line, one.sides.len()), (None, 1));
    assert_eq!(encode(&one.pairs[0].query), "view=compare&with=harbour-town,ferry-union");
    assert_eq!(encode(&one.choices[0].choices[0].query), "view=compare&with=harbour-town,pike");
    assert_eq!(compare("with=lund,marsh,pike,gazette").choices, [], "four are all that fit");
}

#[test]
fn a_side_that_the_edition_lacks_is_told_and_left_out() {
    let page = page("view=compare&with=lund,nobody,camp-europe,camp-moon");
    let notice = page.notice.as_ref().expect("something is missing");
    assert_eq!(
        notice.text,
        "This dossier does not have stakeholder “nobody” and stakeholder “camp-moon”. Everything else in the link is applied."
    );
    assert_eq!(page.query.with, ["lund", "camp-europe"]);
    assert_eq!(encode(&notice.dismissal), "view=compare&with=lund,camp-europe");
    assert_eq!(page.title, "Compare Zoë Lund and Europe (camp) · The harbour bridge · Standpoint");
}

#[test]
fn the_matrix_leads_to_the_comparison_of_camps_too() {
    let page = page("with=lund,camp-other");
    let (names, query) = page.matrix.as_ref().and_then(|matrix| matrix.compare.clone()).expect("two are picked");
    assert_eq!(
        (names.as_str(), encode(&query).as_str()),
        ("Zoë Lund and Others (camp)", "view=compare&with=lund,camp-other")
    );
}

#[test]
fn a_stakeholder_who_is_called_like_a_camp_is_meant() {
    let mut dossier = harbour().clone();
    let called = making::stakeholder("camp-europe", "The campers", StakeholderKind::Group, Camp::Press);
    dossier.stakeholders.push(called);
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let compare = compared(&engine, &decode("view=compare&with=camp-europe,camp-other").query);
    assert_eq!(compare.sides[0].name, "The campers");
    assert_eq!(compare.sides[1].name, "Others (camp)");
}

#[test]
fn a_stakeholder_leads_to_its_comparison_and_keeps_who_is_picked() {
    let to = |link: &str| {
        let page = page(&format!("view=stakeholders&item=lund&q=bridge&{link}"));
        let mut compare = None;
        for section in &page.list.sections {
            let Entries::Stakeholders(entries) = &section.entries else { panic!("stakeholders are listed") };
            let mut details = entries.iter().filter_map(|entry| entry.detail.as_ref());
            compare = compare.or(details.find_map(|detail| detail.compare.clone()));
        }
        encode(&compare.expect("Lund can be compared"))
    };
    assert_eq!(to(""), "view=compare&with=lund");
    assert_eq!(to("with=marsh"), "view=compare&with=marsh,lund");
    assert_eq!(to("with=lund,marsh"), "view=compare&with=lund,marsh");
    assert_eq!(to("with=marsh,pike,gazette,ferry-union"), "view=compare&with=lund", "a full one makes room");
}

fn sides() -> impl Strategy<Value = Vec<String>> {
    let mut ids: Vec<String> = harbour().stakeholders.iter().map(|stakeholder| stakeholder.id.to_string()).collect();
    ids.extend(["camp-europe", "camp-other", "camp-press"].map(str::to_owned));
    proptest::sample::subsequence(ids, 2..=4).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_issue_is_counted_once_and_the_order_of_the_sides_decides_nothing(
        query in a_known_query(&["", "", "bridge"]),
        with in sides(),
    ) {
        let query = Query { with, ..query.with_view(View::Compare) };
        let compare = compared(engine(), &query);
        let mut issues: Vec<&str> = Vec::new();
        for (_, compared) in &compare.verdicts {
            issues.extend(compared.iter().map(|compared| compared.issue.name.as_str()));
        }
        issues.extend(compare.silent.iter().chain(&compare.hidden).map(|(name, _)| *name));
        issues.sort_unstable();
        let mut all: Vec<&str> = harbour().issues.iter().map(|issue| issue.name.as_str()).collect();
        all.sort_unstable();
        prop_assert_eq!(issues, all);
        let line = line(&compare);
        let counted: usize = line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse::<usize>().ok()).sum();
        prop_assert_eq!(counted, harbour().issues.len(), "{}", line);

        let mut turned = query.clone();
        turned.with.reverse();
        let turned = compared(engine(), &turned);
        prop_assert_eq!(outline(&turned), outline(&compare));
        prop_assert_eq!(turned.line, compare.line);
    }

    #[test]
    fn every_link_of_a_comparison_leads_to_a_page_without_a_notice(with in sides(), picked in 0_usize..=4) {
        let with = with.into_iter().take(picked).collect();
        let query = Query { with, ..Query::default().with_view(View::Compare) };
        let compare = compared(engine(), &query);
        let mut links: Vec<Query> = Vec::new();
        for side in &compare.sides {
            links.extend([side.query.clone(), side.removal.clone()]);
        }
        links.extend(compare.pairs.iter().map(|pair| pair.query.clone()));
        links.extend(compare.choices.iter().flat_map(|group| &group.choices).map(|choice| choice.query.clone()));
        links.extend(compare.silent.iter().map(|(_, query)| query.clone()));
        for issue in compare.verdicts.iter().flat_map(|(_, issues)| issues) {
            links.push(issue.query.clone());
            let statements = issue.voices.iter().flat_map(|voice| &voice.statements);
            links.extend(statements.map(|statement| statement.query.clone()));
        }
        for link in links {
            let next = answer(engine(), &link);
            prop_assert_eq!(&next.notice, &None, "{}", encode(&link));
            prop_assert_eq!(crate::neighbours::open(&next).len(), usize::from(link.item.is_some()), "{}", encode(&link));
        }
    }
}
