//! Lists: their order, their headings, their entries, and one item in full.

use explore::query::codec::encode;
use explore::{Entries, List, PositionLink, Switch};

use crate::ask::{entry_ids, ids, opened, outline, page};
use crate::fixture::VERSION;

/// The list of a link as lines: `heading: ids`.
fn lines(link: &str) -> Vec<String> {
    let lines = outline(&page(link).list.sections).into_iter();
    lines.map(|(heading, ids)| format!("{}: {}", heading.unwrap_or("-"), ids.join(" "))).collect()
}

#[test]
fn positions_stand_by_issue_and_by_match_while_searching() {
    let by_issue = [
        "Bridge: lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge marsh-bridge",
        "Ferry: union-ferry gazette-ferry",
        "Toll: pike-toll gazette-toll union-toll",
        "Guarantees: union-guarantees town-guarantees",
        "Pike’s motive: marsh-motive",
    ];
    assert_eq!(lines("view=positions"), by_issue);
    assert_eq!(lines("view=positions&group=issue"), by_issue);
    assert_eq!(lines("view=positions&q=paper"), ["-: union-guarantees lund-bridge-march marsh-bridge"]);
    assert_eq!(
        lines("view=positions&q=paper&group=issue"),
        ["Bridge: lund-bridge-march marsh-bridge", "Guarantees: union-guarantees"]
    );
    assert_eq!(
        lines("view=positions&q=paper&sort=article"),
        ["Bridge: lund-bridge-march marsh-bridge", "Guarantees: union-guarantees"]
    );
}

#[test]
fn positions_can_stand_under_other_headings() {
    let table: &[(&str, &[&str])] = &[
        (
            "view=positions&group=who&issue=bridge",
            &[
                "Zoë Lund: lund-bridge-2029 lund-bridge-march lund-bridge-may",
                "Łódź Bank: bank-bridge",
                "Ada Marsh: marsh-bridge",
            ],
        ),
        (
            "view=positions&group=camp&issue=toll",
            &["United States: pike-toll", "Press: gazette-toll", "Others: union-toll"],
        ),
        (
            "view=positions&group=stance&issue=bridge",
            &[
                "Supports: lund-bridge-may bank-bridge marsh-bridge",
                "Opposes: lund-bridge-2029",
                "Not committed: lund-bridge-march",
            ],
        ),
        (
            "view=positions&group=basis&issue=bridge",
            &[
                "In quotation marks: lund-bridge-may",
                "Reported speech: lund-bridge-2029 marsh-bridge",
                "By what they did: lund-bridge-march",
                "Reported by others: bank-bridge",
            ],
        ),
        ("view=positions&group=none&issue=toll", &["-: pike-toll gazette-toll union-toll"]),
    ];
    for (link, expected) in table {
        assert_eq!(lines(link), *expected, "{link}");
    }
}

#[test]
fn lists_stand_in_the_order_that_was_asked_for() {
    let table = [
        (
            // Latest first; of equally late ones the more exact; what has no date comes last.
            "view=positions&group=none&sort=date",
            "gazette-ferry town-guarantees union-toll marsh-bridge pike-toll marsh-motive lund-bridge-may \
             union-guarantees bank-bridge lund-bridge-march lund-bridge-2029 union-ferry gazette-toll",
        ),
        ("view=quotes", "lund-open union-jobs pike-fair marsh-land union-who-pays lund-fog"),
        ("view=quotes&sort=date", "union-who-pays pike-fair marsh-land lund-open union-jobs lund-fog"),
        ("view=quotes&sort=name", "marsh-land union-jobs union-who-pays pike-fair lund-open lund-fog"),
        (
            "view=stakeholders&group=none",
            "lund ferry-union gazette marsh harbour-town pike lodz-bank some-fishers keel",
        ),
        (
            "view=stakeholders&group=none&sort=article",
            "gazette lund harbour-town ferry-union pike lodz-bank marsh some-fishers keel",
        ),
        // Each view has its own orders; one that it has not is not told apart from none.
        ("view=stakeholders&group=stance&sort=date&camp=europe", "lund harbour-town lodz-bank"),
        ("view=quotes&sort=count&group=issue", "lund-open union-jobs pike-fair marsh-land union-who-pays lund-fog"),
    ];
    for (link, expected) in table {
        assert_eq!(ids(&page(link)).join(" "), expected, "{link}");
    }
}

#[test]
fn names_are_ordered_as_they_are_read_not_as_they_are_spelled() {
    assert_eq!(
        ids(&page("view=stakeholders&group=none&sort=name")).join(" "),
        "marsh ferry-union harbour-town keel lodz-bank some-fishers gazette pike lund"
    );
    assert_eq!(
        ids(&page("view=positions&group=none&sort=name&issue=bridge,ferry")).join(" "),
        "marsh-bridge union-ferry bank-bridge gazette-ferry lund-bridge-2029 lund-bridge-march lund-bridge-may"
    );
    assert_eq!(
        ids(&page("view=quotes&sort=name")).join(" "),
        "marsh-land union-jobs union-who-pays pike-fair lund-open lund-fog"
    );
}

#[test]
fn quotes_and_stakeholders_have_headings_of_their_own() {
    assert_eq!(
        lines("view=quotes&group=who"),
        [
            "Tomas Pike: pike-fair",
            "Zoë Lund: lund-open lund-fog",
            "Ada Marsh: marsh-land",
            "Ferry Union: union-jobs union-who-pays",
        ]
    );
    assert_eq!(lines("view=quotes&group=camp&q=bank"), ["Outside experts: marsh-land", "Others: union-who-pays"]);
    assert_eq!(
        lines("view=stakeholders"),
        [
            "United States: pike",
            "Europe: lund harbour-town lodz-bank",
            "Outside experts: marsh keel",
            "Press: gazette",
            "Others: ferry-union some-fishers",
        ]
    );
    assert_eq!(lines("view=questions"), ["Bridge: when-open", "Lighthouse: keeper", "Toll: who-repairs"]);
}

#[test]
fn a_heading_says_what_it_means_and_leads_to_just_its_section() {
    let page = page("view=positions&group=issue&camp=europe");
    let heading = page.list.sections[0].heading.as_ref().expect("a section by issue has a heading");
    assert_eq!(heading.hint, Some("A bridge should cross the harbour."));
    let query = heading.query.as_ref().map(encode);
    assert_eq!(query.as_deref(), Some("view=positions&camp=europe&issue=bridge&group=issue"));
    let narrowed = crate::ask::page("view=positions&issue=bridge");
    assert_eq!(narrowed.list.sections[0].heading.as_ref().map(|heading| heading.query.clone()), Some(None));
}

#[test]
fn an_entry_does_not_repeat_its_heading() {
    for (link, holder, issue) in [
        ("view=positions&group=issue", true, false),
        ("view=positions&group=who", false, true),
        ("view=positions&group=none", true, true),
    ] {
        for section in page(link).list.sections {
            let Entries::Positions(entries) = section.entries else { panic!("{link} lists positions") };
            for entry in entries {
                assert_eq!((entry.holder.is_some(), entry.issue.is_some()), (holder, issue), "{link}");
            }
        }
    }
}

/// The options of a switch, the current one in brackets, each with its link.
fn options(switches: &[Switch]) -> Vec<(String, String)> {
    let label = |switch: &Switch| {
        if switch.current { format!("[{}]", switch.label) } else { switch.label.to_owned() }
    };
    switches.iter().map(|switch| (label(switch), encode(&switch.query))).collect()
}

#[test]
fn the_options_of_a_list_are_its_views_and_the_own_one_needs_no_key() {
    let pairs = |table: &[(&str, &str)]| -> Vec<(String, String)> {
        table.iter().map(|&(label, link)| (label.to_owned(), link.to_owned())).collect()
    };
    let List { sorts, groups, .. } = page("view=quotes&issue=toll&sort=date").list;
    assert_eq!(
        options(&sorts),
        pairs(&[
            ("as in the article", "view=quotes&issue=toll"),
            ("[latest first]", "view=quotes&issue=toll&sort=date"),
            ("by name", "view=quotes&issue=toll&sort=name"),
        ])
    );
    assert_eq!(
        options(&groups),
        pairs(&[
            ("[nothing]", "view=quotes&issue=toll&sort=date"),
            ("stakeholder", "view=quotes&issue=toll&sort=date&group=who"),
            ("camp", "view=quotes&issue=toll&sort=date&group=camp"),
        ])
    );
    let List { sorts, groups, .. } = page("view=positions&q=toll").list;
    assert_eq!(options(&sorts)[1], ("[best match]".to_owned(), "view=positions&q=toll".to_owned()));
    assert_eq!(options(&sorts)[0].1, "view=positions&q=toll&sort=article");
    assert_eq!(options(&groups)[5], ("[nothing]".to_owned(), "view=positions&q=toll".to_owned()));
    let List { sorts, .. } = page("view=stakeholders&q=toll").list;
    assert_eq!(options(&sorts)[0], ("[most positions]".to_owned(), "view=stakeholders&q=toll".to_owned()));
}

#[test]
fn a_stakeholder_shows_what_the_query_shows_of_it() {
    let shows = |link: &str| -> Vec<String> {
        let sections = page(link).list.sections.into_iter();
        let entries = sections.flat_map(|section| match section.entries {
            Entries::Stakeholders(entries) => entries,
            Entries::Positions(_) | Entries::Quotes(_) | Entries::Questions(_) => panic!("{link} lists stakeholders"),
        });
        entries.map(|entry| format!("{}: {}", entry.stakeholder.id, entry.shows)).collect()
    };
    assert_eq!(
        shows("view=stakeholders&camp=other,outside-expert"),
        [
            "marsh: 2 positions, 1 quote",
            "keel: said nothing here",
            "ferry-union: 3 positions, 2 quotes",
            "some-fishers: said nothing here",
        ]
    );
    assert_eq!(
        shows("view=stakeholders&issue=ferry&group=none"),
        ["gazette: 1 position", "ferry-union: 1 position", "lund: 1 quote"]
    );
}

#[test]
fn an_opened_item_that_the_filters_hide_stands_aside() {
    let aside = |link: &str| {
        let page = page(link);
        (page.list.aside.as_ref().map(entry_ids), ids(&page).len())
    };
    assert_eq!(aside("view=positions&issue=toll&item=lund-bridge-may"), (Some(vec!["lund-bridge-may"]), 3));
    assert_eq!(aside("view=positions&issue=bridge&item=lund-bridge-may"), (None, 5));
    assert_eq!(aside("view=quotes&who=keel&item=lund-fog"), (Some(vec!["lund-fog"]), 0));
    assert_eq!(aside("view=stakeholders&issue=toll&item=keel"), (Some(vec!["keel"]), 3));
    assert_eq!(aside("view=questions&issue=toll&item=keeper"), (Some(vec!["keeper"]), 1));
    assert_eq!(
        opened(&page("view=positions&issue=toll&item=lund-bridge-may")).proposition,
        "A bridge should cross the harbour."
    );
}

/// Where links in passing lead.
fn items(links: &[PositionLink<'_>]) -> Vec<String> {
    links.iter().map(|link| link.query.item.clone().expect("a link in passing opens its item")).collect()
}

#[test]
fn an_opened_position_shows_its_change_its_neighbours_and_its_source() {
    let table: &[(&str, &[&str], &[&str])] = &[
        ("lund-bridge-2029", &[], &["lund-bridge-march", "lund-bridge-may"]),
        ("lund-bridge-march", &["lund-bridge-2029"], &["lund-bridge-may"]),
        ("lund-bridge-may", &["lund-bridge-march", "lund-bridge-2029"], &[]),
        ("marsh-bridge", &[], &[]),
    ];
    for (id, earlier, later) in table {
        let detail = opened(&page(&format!("view=positions&item={id}")));
        assert_eq!(items(&detail.earlier), *earlier, "{id}: the latest first");
        assert_eq!(items(&detail.later), *later, "{id}: the earliest first");
    }

    let detail = opened(&page("view=positions&camp=europe&item=lund-bridge-may"));
    assert_eq!(detail.proposition, "A bridge should cross the harbour.");
    assert_eq!(items(&detail.same_issue), ["bank-bridge", "marsh-bridge"], "but those that it replaces");
    assert_eq!(
        detail.same_holder.map(|(others, query)| (others, encode(&query))),
        Some((2, "view=positions&who=lund".to_owned()))
    );
    assert_eq!(
        detail.quotes.iter().map(|quote| (quote.words.as_str(), encode(&quote.query))).collect::<Vec<_>>(),
        [(
            "“We will open the bridge, […] and the ferry will sail until that day.”",
            "view=quotes&item=lund-open".to_owned()
        )]
    );
    assert_eq!(detail.link, "p/lund-bridge-may/");
    for part in [
        "Zoë Lund on “A bridge should cross the harbour.”: Lund will open it.",
        "paragraph 1",
        "News article, Harbour Town, 12 May 2031",
        "The harbour bridge, Standpoint, data ",
        VERSION,
    ] {
        assert!(detail.citation.contains(part), "{} lacks {part}", detail.citation);
    }
    assert_eq!(opened(&page("view=positions&item=bank-bridge")).same_holder, None);
}

#[test]
fn every_position_says_how_we_know() {
    let table = [
        ("lund-bridge-may", "In their own words", "10 May 2031", "high confidence"),
        ("lund-bridge-march", "By what they did", "March 2031", "high confidence"),
        ("lund-bridge-2029", "Reported speech", "2029", "high confidence"),
        ("bank-bridge", "Reported by Tomas Pike", "May 2031", "medium confidence"),
        ("marsh-motive", "Their allegation", "11 May 2031 (inferred)", "high confidence"),
        ("gazette-toll", "In the article’s own voice", "undated", "low confidence"),
    ];
    for section in page("view=positions").list.sections {
        let Entries::Positions(entries) = section.entries else { panic!("positions are listed") };
        for entry in entries {
            let provenance = &entry.provenance;
            let Some(row) = table.iter().find(|row| row.0 == entry.position.id.as_str()) else { continue };
            let found = (row.0, provenance.basis.as_str(), provenance.when.as_str(), provenance.confidence);
            assert_eq!(found, *row);
            assert_eq!(provenance.doubtful, row.3 != "high confidence", "{}", row.0);
            let place = format!("characters 1 to {}", entry.position.summary.chars().count());
            assert_eq!((&*provenance.pointers[0].label, &*provenance.pointers[0].place), ("paragraph 1", &*place));
            assert_eq!(entry.shifted, row.0.starts_with("lund-bridge"), "{}", row.0);
        }
    }
}
