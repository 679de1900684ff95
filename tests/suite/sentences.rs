//! What the page says in words: how many, of what, what cannot be had, and what to do where nothing is found.

use explore::query::codec::encode;
use proptest::prelude::*;

use crate::ask::{a_known_query, answer, follow, ids, listed, page};
use crate::fixture::{VERSION, engine};
use crate::static_pages::asked_by;

#[test]
fn counts_tell_how_many_of_how_many() {
    let table = [
        ("view=positions", "13 positions and 6 quotes"),
        ("view=quotes", "13 positions and 6 quotes"),
        ("view=positions&issue=toll", "3 of 13 positions and 2 of 6 quotes"),
        ("view=quotes&who=keel", "0 of 13 positions and 0 of 6 quotes"),
        ("view=quotes&basis=direct", "4 of 13 positions and 6 quotes"),
        ("view=stakeholders", "9 stakeholders"),
        ("view=stakeholders&issue=toll", "3 of 9 stakeholders"),
        ("view=questions", "3 open questions"),
        ("view=questions&issue=toll", "1 of 3 open questions"),
    ];
    for (link, counts) in table {
        assert_eq!(page(link).counts, counts, "{link}");
    }
}

#[test]
fn what_is_asked_stands_in_one_sentence() {
    let table = [
        ("", ""),
        ("view=quotes&sort=date&item=lund-open", ""),
        ("q=toll", "where search is “toll”"),
        ("q=++toll+", "where search is “toll”"),
        ("q=++", ""),
        ("issue=toll", "where issue is Toll"),
        ("who=pike,lund", "where stakeholder is Zoë Lund or Tomas Pike"),
        ("who=-lund", "where stakeholder is not Zoë Lund"),
        ("camp=europe,other,press", "where camp is Europe, Others or Press"),
        ("stance=-asks,-opposes", "where stance is not Asks or Opposes"),
        ("basis=third-party&form=full", "where how we know is Reported by others and quote form is Whole sentence"),
        ("has=shift&doc=june", "where mark is Changed position and document is Bridge vote"),
        ("from=2031-05-10&to=2031-05-10", "where date is 10 May 2031"),
        ("from=2031-05-10&to=2031-06", "where date is 10 May 2031 to June 2031"),
        ("from=2031", "where date is from 2031"),
        ("to=2031", "where date is until 2031"),
        (
            "q=a&issue=toll&stance=-asks&from=2031",
            "where search is “a”, issue is Toll, stance is not Asks and date is from 2031",
        ),
    ];
    for (link, asks) in table {
        assert_eq!(page(link).asks, asks, "{link}");
    }
    assert_eq!(
        page("view=positions&issue=toll").sentence(),
        "3 of 13 positions and 2 of 6 quotes, where issue is Toll"
    );
    assert_eq!(page("view=positions").sentence(), "13 positions and 6 quotes");
}

#[test]
fn the_title_is_the_question_before_the_dossier() {
    let table = [
        ("", "The harbour bridge · Standpoint"),
        ("issue=toll", "Matrix, where issue is Toll · Standpoint"),
        ("view=positions", "Positions · The harbour bridge · Standpoint"),
        ("view=quotes", "Quotes · The harbour bridge · Standpoint"),
        ("view=quotes&issue=toll", "Quotes, where issue is Toll · Standpoint"),
        ("view=questions", "Open questions · The harbour bridge · Standpoint"),
        ("view=positions&q=zoe", "Positions, where search is “zoe” · Standpoint"),
    ];
    for (link, title) in table {
        assert_eq!(page(link).title, title, "{link}");
    }
}

#[test]
fn a_view_is_cited_by_its_title_its_data_and_its_sources() {
    assert_eq!(
        page("view=quotes&issue=toll").citation,
        format!(
            "The harbour bridge. Quotes, where issue is Toll. Standpoint, data {VERSION}. Coded from: News article, \
             Harbour Town, 12 May 2031; “Bridge vote”, Harbour Town, 20 June 2031."
        )
    );
}

#[test]
fn every_pick_is_a_chip_that_can_be_taken_back() {
    let page = page("view=quotes&q=a+&who=-pike,lund&issue=toll&from=2031&to=2032&embed=1&utm=x&item=lund-fog");
    let chips: Vec<(&str, &str, bool, String)> =
        page.chips.iter().map(|chip| (chip.label, chip.value.as_str(), chip.excluded, encode(&chip.removal))).collect();
    let link = |middle: &str| format!("view=quotes&{middle}&embed=1");
    let expected = [
        ("Search", "“a”", false, link("who=lund,-pike&issue=toll&from=2031&to=2032")),
        ("Stakeholder", "Zoë Lund", false, link("q=a+&who=-pike&issue=toll&from=2031&to=2032")),
        ("Stakeholder", "Tomas Pike", true, link("q=a+&who=lund&issue=toll&from=2031&to=2032")),
        ("Issue", "Toll", false, link("q=a+&who=lund,-pike&from=2031&to=2032")),
        ("Date", "2031 to 2032", false, link("q=a+&who=lund,-pike&issue=toll")),
    ];
    assert_eq!(chips, expected);
    assert_eq!(page.clear.as_ref().map(encode), Some("view=quotes&embed=1".to_owned()));
}

#[test]
fn what_a_link_does_not_get_is_told_in_one_line() {
    let applied = "Everything else in the link is applied.";
    let rejected = "This link has parts that cannot be read:";
    let lacking = "This dossier does not have";
    let other = format!("The link was made from data ffffffffffff; this is data {VERSION}. Counts may differ.");
    let table = [
        ("view=map", format!("{rejected} “view=map”. {applied}"), ""),
        ("to=x&q=toll&embed=2", format!("{rejected} “to=x” and “embed=2”. {applied}"), "q=toll"),
        ("who=ä,b_b,c--c&to=x", format!("{rejected} “who=ä”, “who=b_b”, “who=c--c” and 1 more. {applied}"), ""),
        ("who=nobody,lund", format!("{lacking} stakeholder “nobody”. {applied}"), "who=lund"),
        ("view=quotes&item=gone", format!("{lacking} quote “gone”. {applied}"), "view=quotes"),
        (
            "view=stakeholders&item=lund-open",
            format!("{lacking} stakeholder “lund-open”. {applied}"),
            "view=stakeholders",
        ),
        ("view=questions&item=gone", format!("{lacking} open question “gone”. {applied}"), "view=questions"),
        (
            "view=quotes&item=lund-fog&issue=a,-b,c&stance=d&basis=e",
            format!("{lacking} issue “a”, issue “b”, issue “c” and 2 more. {applied}"),
            "view=quotes&item=lund-fog",
        ),
        (
            &format!("view=quotes&at={VERSION}&item=lund-fog&sort=x"),
            format!("{rejected} “sort=x”. {applied}"),
            "view=quotes&item=lund-fog",
        ),
        ("at=ffffffffffff&issue=toll", other.clone(), "issue=toll"),
        (
            "view=quotes&at=ffffffffffff&form=round&sort=x&doc=may&a=b",
            format!("{rejected} “sort=x”. {lacking} quote form “round”. {applied} {other}"),
            "view=quotes&doc=may",
        ),
    ];
    for (link, text, dismissal) in table {
        let notice = page(link).page.outline.notice.unwrap_or_else(|| panic!("{link} has a notice"));
        assert_eq!(notice.text, text, "{link}");
        assert_eq!(encode(&notice.dismissal), dismissal, "{link}");
        assert_eq!(answer(engine(), &notice.dismissal).notice, None, "{link}: the way out leads to no notice");
    }
    for link in ["", "view=quotes&item=lund-fog&issue=toll", &format!("at={VERSION}"), "utm_source=mail&fbclid=1"] {
        assert_eq!(page(link).notice, None, "{link}");
    }
}

/// What is said where nothing is found: what was asked; the suggestions as label, what shows and link; the views that find
/// something.
type Said = (String, Vec<(String, String, String)>, Vec<String>);

fn nothing(link: &str) -> Said {
    let page = page(link);
    assert_eq!(ids(&page), Vec::<&str>::new(), "{link} never falls back to everything");
    let nothing = page.nothing.clone().unwrap_or_else(|| panic!("{link} finds nothing"));
    let suggestions = nothing
        .suggestions
        .into_iter()
        .map(|suggestion| (suggestion.label, suggestion.shows, encode(&suggestion.query)));
    let elsewhere = nothing.elsewhere.into_iter().map(|(finds, _)| finds).collect();
    assert_eq!(nothing.clear, page.query.clear());
    (nothing.summary, suggestions.collect(), elsewhere)
}

#[test]
fn where_nothing_is_found_the_page_says_what_was_asked_and_what_to_drop() {
    let suggestion = |label: &str, shows: &str, link: &str| (label.to_owned(), shows.to_owned(), link.to_owned());
    assert_eq!(
        nothing("view=quotes&stance=opposes"),
        (
            "No quotes where stance is Opposes.".to_owned(),
            vec![suggestion("Stance: Opposes", "6 quotes", "view=quotes")],
            vec!["2 positions".to_owned(), "2 stakeholders".to_owned(), "3 open questions".to_owned()],
        )
    );
    assert_eq!(
        nothing("view=positions&issue=toll&camp=-press&stance=unclear"),
        (
            "No positions where camp is not Press, issue is Toll and stance is Unclear.".to_owned(),
            vec![
                suggestion("Stance: Unclear", "2 positions", "view=positions&camp=-press&issue=toll"),
                suggestion("Camp: not Press", "1 position", "view=positions&issue=toll&stance=unclear"),
            ],
            // The press speaks on the toll, and what it speaks on is excluded with it.
            vec![],
        )
    );
    assert_eq!(
        nothing("view=stakeholders&q=sky&from=2040"),
        ("No stakeholders where search is “sky” and date is from 2040.".to_owned(), vec![], vec![])
    );
    assert_eq!(
        nothing("view=positions&q=sky&sort=date"),
        (
            "No positions where search is “sky”.".to_owned(),
            vec![suggestion("Search: “sky”", "13 positions", "view=positions&sort=date")],
            vec![],
        )
    );
}

#[test]
fn of_several_values_of_a_facet_all_are_dropped_at_once() {
    let (asked, suggestions, _) = nothing("view=positions&who=marsh,pike&issue=ferry,guarantees");
    assert_eq!(asked, "No positions where stakeholder is Ada Marsh or Tomas Pike and issue is Ferry or Guarantees.");
    let expected = [
        ("Stakeholder: Ada Marsh or Tomas Pike", "4 positions", "view=positions&issue=ferry,guarantees"),
        ("Issue: Ferry or Guarantees", "3 positions", "view=positions&who=marsh,pike"),
    ];
    assert_eq!(suggestions, expected.map(|(label, shows, link)| (label.to_owned(), shows.to_owned(), link.to_owned())));
}

#[test]
fn what_was_typed_is_repeated_as_it_was_typed() {
    assert_eq!(nothing("view=positions&q=sky+.").0, "No positions where search is “sky .”.");
}

#[test]
fn where_something_is_found_there_is_nothing_to_advise() {
    for link in ["", "view=quotes", "view=stakeholders&who=keel", "view=questions&stance=opposes"] {
        assert_eq!(page(link).nothing, None, "{link}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn advice_keeps_its_word(query in a_known_query(&["", "zoe", "toll", "sky"])) {
        let page = answer(engine(), &query);
        let Some(nothing) = &page.nothing else {
            prop_assert!(listed(&page) > 0 || !page.narrows, "an empty list has advice");
            return Ok(());
        };
        prop_assert_eq!(listed(&page), 0);
        for suggestion in &nothing.suggestions {
            let shows = listed(&answer(engine(), &suggestion.query));
            prop_assert!(suggestion.shows.starts_with(&format!("{shows} ")) && shows > 0, "{}: {}", suggestion.label, suggestion.shows);
        }
        for chip in &page.chips {
            let helps = listed(&answer(engine(), &chip.removal)) > 0;
            prop_assert_eq!(helps, nothing.suggestions.iter().any(|suggestion| suggestion.query == chip.removal), "{}", chip.value);
        }
        for (finds, query) in &nothing.elsewhere {
            let shows = listed(&answer(engine(), query));
            prop_assert!(finds.starts_with(&format!("{shows} ")) && shows > 0, "{}", finds);
        }
    }

    #[test]
    fn a_chip_taken_back_is_gone_and_the_others_stay(query in a_known_query(&["", "zoe"])) {
        let page = answer(engine(), &query);
        for chip in &page.chips {
            let rest = answer(engine(), &chip.removal).page.outline.chips;
            let labels = |chips: &[explore::Chip]| -> Vec<(&'static str, String, bool)> {
                chips.iter().map(|chip| (chip.label, chip.value.clone(), chip.excluded)).collect()
            };
            let mut expected = labels(&page.chips);
            expected.retain(|other| *other != (chip.label, chip.value.clone(), chip.excluded));
            prop_assert_eq!(labels(&rest), expected);
        }
    }

    #[test]
    fn what_is_sent_shows_the_same_without_a_notice(query in a_known_query(&["", "zoe", "brigde"])) {
        let page = answer(engine(), &query);
        let received = follow(engine(), &asked_by(engine(), &page.link));
        prop_assert_eq!(&received.notice, &None);
        prop_assert_eq!(&received.page.query, &page.query);
        prop_assert_eq!(received.list, page.list);
    }
}
