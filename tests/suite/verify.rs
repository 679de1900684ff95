//! The report on a copy: counts first, then every item by how its passages came out; and the report as a file.

use explore::query::codec::{decode, encode};
use explore::{Content, Engine, Excerpt, Outcome, Page, PositionDetail, Source, Verify, explore, report_text, words};

use crate::copies::{changed, exact, other, part, published, without};

fn report(engine: &Engine<'static>, link: &str) -> Verify<'static> {
    let Content::Verify(report) = part(engine, link) else { panic!("{link} shows the report") };
    report
}

fn page(engine: &Engine<'static>, link: &str) -> Page<'static> {
    explore(engine, &decode(link))
}

/// The figures as numbers: matches, but for typography, elsewhere, not found.
fn figures(report: &Verify) -> [usize; 4] {
    let expected = [Outcome::Matches, Outcome::Typography, Outcome::Elsewhere, Outcome::Missing];
    let counts = report.figures.iter().map(|figure| (figure.outcome, figure.count));
    let (outcomes, counts): (Vec<_>, Vec<_>) = counts.unzip();
    assert_eq!(outcomes, expected, "the figures stand from the best to the worst");
    counts.try_into().expect("there are four")
}

/// The groups as a heading with the ids that the items lead to.
fn groups(report: &Verify) -> Vec<String> {
    let id = |link: String| link.rsplit_once("item=").expect("an item's link names it").1.to_owned();
    let group = |group: &explore::OutcomeGroup| {
        let ids: Vec<String> = group.items.iter().map(|item| id(encode(&item.line.query))).collect();
        format!("{} {}: {}", group.count, words::outcome(group.outcome), ids.join(" "))
    };
    report.groups.iter().map(group).collect()
}

#[test]
fn before_a_copy_is_brought_there_is_nothing_to_filter_and_nothing_to_report() {
    let page = page(without(), "view=verify&issue=toll");
    assert!(!page.narrows);
    let report = report(without(), "view=verify&issue=toll");
    assert_eq!((report.copies.len(), report.groups.len()), (0, 0));
    assert_eq!(page.empty_state.clone(), None, "an empty report is no empty list");
    assert_eq!(report.wanted, ["News article, Harbour Town, 12 May 2031", "“Bridge vote”, Harbour Town, 20 June 2031"]);
}

#[test]
fn the_text_that_was_coded_matches_in_every_passage() {
    let report = report(exact(), "view=verify");
    assert_eq!(report.copies[0].verdict, "This is the text that the data was made from.");
    assert!(report.copies[0].same && report.own);
    assert_eq!(figures(&report), [19, 0, 0, 0]);
    // 27 items are coded, 10 of them in the document of which there is no copy.
    assert_eq!(report.groups.iter().map(|group| group.items.len()).sum::<usize>(), 17);
    assert_eq!((report.unchecked, page(exact(), "view=verify").counts.as_str()), (10, "27 items"));
    assert_eq!(report.wanted, ["“Bridge vote”, Harbour Town, 20 June 2031"]);
}

#[test]
fn each_change_of_a_copy_shows_in_exactly_the_passages_that_hold_it_the_worst_first() {
    let report = report(changed(), "view=verify");
    assert_eq!(figures(&report), [15, 2, 1, 1]);
    assert_eq!(
        groups(&report),
        [
            "1 not found: marsh-land",
            "1 matches elsewhere: gazette-toll",
            "2 matches but for typography: lund-bridge-may union-guarantees",
            "15 matches: lund-bridge-2029 lund-bridge-march union-ferry pike-toll bank-bridge marsh-motive lund-open \
             union-jobs pike-fair quay-meeting keel-laid pike-visits when-open"
        ]
    );
    let places: Vec<_> =
        report.groups[..3].iter().flat_map(|group| &group.items).flat_map(|item| &item.places).collect();
    let place = |place: &str, remark: &str| (place.to_owned(), remark.to_owned());
    assert_eq!(
        places,
        [
            &place("paragraph 4, characters 2 to 46", "Not found in this copy."),
            &place("paragraph 5, characters 1 to 23", "Stands in paragraph 6, characters 1 to 23."),
            &place("paragraph 1, characters 80 to 112", "Differs in dashes alone."),
            &place("paragraph 2, characters 81 to 156", "Differs in quotation marks alone."),
        ]
    );
    let copy = &report.copies[0];
    assert_eq!(copy.verdict, "This is another version of it: 1 of 19 passages is not found in it.");
    assert_eq!((copy.name.as_deref(), copy.paragraphs, copy.same), (Some("may.txt"), (6, 5), false));
    assert_ne!(copy.digests.0, copy.digests.1);
}

#[test]
fn a_passage_that_is_not_found_has_no_way_into_the_text() {
    let report = report(changed(), "view=verify");
    let ways: Vec<Vec<bool>> =
        report.groups.iter().map(|group| group.items.iter().map(|item| item.reading.is_some()).collect()).collect();
    assert_eq!(ways[0], [false]);
    assert!(ways[1..].iter().flatten().all(|&way| way));
}

#[test]
fn another_text_is_called_one() {
    let report = report(other(), "view=verify");
    assert_eq!(
        report.copies[0].verdict,
        "None of the passages stands in this copy: it is another text, or it came in a form that cannot be compared."
    );
    assert_eq!(figures(&report), [0, 0, 0, 19]);
}

#[test]
fn the_filters_choose_what_is_reported_and_what_has_no_such_mark_goes_too() {
    let table = [
        ("who=lund", [6, 1, 0, 0], "8 of 27 items"),
        ("issue=toll", [2, 0, 1, 0], "6 of 27 items"),
        ("stance=supports", [9, 2, 0, 1], "11 of 27 items"),
        ("basis=narration", [0, 0, 1, 0], "2 of 27 items"),
        ("from=2031-05-11&to=2031-05-11", [5, 0, 0, 1], "5 of 27 items"),
        ("doc=june", [0, 0, 0, 0], "10 of 27 items"),
    ];
    for (filter, counts, items) in table {
        let link = format!("view=verify&{filter}");
        assert_eq!(
            (figures(&report(changed(), &link)), page(changed(), &link).counts.as_str()),
            (counts, items),
            "{filter}"
        );
    }
}

#[test]
fn what_is_hidden_is_counted_and_can_be_shown_again() {
    let report = report(changed(), "view=verify&hide=matches,missing");
    assert_eq!(figures(&report), [15, 2, 1, 1]);
    assert_eq!(groups(&report).len(), 2);
    let hidden: Vec<bool> = report.figures.iter().map(|figure| figure.hidden).collect();
    assert_eq!(hidden, [true, false, false, true]);
    let links: Vec<String> = report.figures.iter().map(|figure| encode(&figure.toggle)).collect();
    assert_eq!(
        links,
        [
            "view=verify&hide=missing",
            "view=verify&hide=matches,typography,missing",
            "view=verify&hide=matches,elsewhere,missing",
            "view=verify&hide=matches",
        ]
    );
}

#[test]
fn the_report_as_a_file_names_the_data_the_counts_and_every_pointer() {
    let text = report_text(changed());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..6],
        [
            "Standpoint: copies of the texts, checked against the data",
            "The harbour bridge, data 0123456789ab",
            "",
            "News article, Harbour Town, 12 May 2031",
            "Copy: may.txt",
            "This is another version of it: 1 of 19 passages is not found in it.",
        ]
    );
    assert_eq!(lines[6], "Paragraphs: 6 (data: 5)");
    assert_eq!(
        lines[8..14],
        [
            "matches: 15",
            "matches but for typography: 2",
            "matches elsewhere: 1",
            "not found: 1",
            "",
            "result\tkind\tid\tpointer\tplace\tremark"
        ]
    );
    assert_eq!(lines.len(), 14 + 19);
    assert!(lines.contains(&"matches\tquote\tlund-open\tsegments[1].evidence[0]\tparagraph 2, characters 40 to 78\t"));
    assert!(lines.contains(&"not found\tquote\tmarsh-land\tsegments[0].evidence[0]\tparagraph 4, characters 2 to 46\tNot found in this copy."));
}

fn opened(engine: &Engine<'static>, link: &str) -> PositionDetail<'static> {
    let Content::Matrix(Some(opened)) = part(engine, link) else { panic!("{link} opens a cell") };
    opened.positions.into_iter().find_map(|entry| entry.detail).expect("one is opened")
}

/// An excerpt as its words, the passage between bars; then where it stands and what is to be said of it.
fn told(excerpt: &Excerpt) -> String {
    let words = excerpt.words.as_ref().map(|words| format!("{}|{}|{}", words.before, words.passage, words.after));
    format!("{} @ {} {}", words.unwrap_or_default(), excerpt.place, excerpt.remark).trim().to_owned()
}

#[test]
fn an_opened_item_shows_its_passages_in_their_context() {
    let excerpts = opened(exact(), "item=marsh-motive").excerpts;
    assert_eq!(
        excerpts.iter().map(told).collect::<Vec<_>>(),
        [
            "“He owns the far bank, so |he wants the bridge|.” Marsh said. When it opens, nobody knows. The last ferry is \
             built. @ paragraph 4, characters 27 to 45",
            "“He owns the far bank, so he wants the bridge.” |Marsh said|. When it opens, nobody knows. The last ferry is \
             built. @ paragraph 4, characters 49 to 58",
        ]
    );
    let link = encode(excerpts[0].reading.as_ref().expect("it is found"));
    assert_eq!(link, "view=reading&item=marsh-motive");
    assert_eq!(opened(without(), "item=marsh-motive").excerpts, []);
}

#[test]
fn what_moved_or_differs_or_is_not_there_says_so() {
    let one = |item: &str| told(&opened(changed(), &format!("item={item}")).excerpts[0]);
    assert_eq!(
        one("gazette-toll"),
        "|Nobody knows the price.| @ paragraph 6, characters 1 to 23 The data say paragraph 5, characters 1 to 23."
    );
    assert_eq!(
        one("lund-bridge-may"),
        "Lund wanted no span while the ferry ran. She left the papers in the hall, then |changed her mind-she will open \
         it|. @ paragraph 1, characters 80 to 112 Differs in dashes alone."
    );
    let Content::List(list) = part(changed(), "view=quotes&item=marsh-land") else { panic!("quotes are a list") };
    let explore::Entries::Quotes(quotes) = &list.sections[0].entries else { panic!("of quotes") };
    let excerpts = &quotes.iter().find_map(|entry| entry.detail.as_ref()).expect("one is opened").excerpts;
    assert_eq!(excerpts.iter().map(told).collect::<Vec<_>>(), ["@ paragraph 4, characters 2 to 46"]);
    assert_eq!((&excerpts[0].words, &excerpts[0].reading), (&None, &None));
}

#[test]
fn a_long_context_is_cut_between_words() {
    let excerpt = told(&opened(exact(), "item=union-guarantees").excerpts[0]);
    assert!(excerpt.starts_with("“We will open the bridge,” said"), "80 letters are not cut: {excerpt}");
    let sentence = "The tide turns twice a day and nobody minds. ";
    let long = format!("{}Nobody knows the price. {}", sentence.repeat(5), sentence.repeat(5));
    let text = dossier::text::normalize(&long);
    let mut report = changed().articles[0].report.clone();
    for check in &mut report.checks {
        check.finding = dossier::verify::Finding::Moved { paragraph: 1, start: 225, end: 248, plain: false };
    }
    let article = explore::Article { text, report, name: None, by: Source::Reader };
    let engine = Engine::new(without().dossier).with_article(article);
    let words = opened(&engine, "item=gazette-toll").excerpts[0].words.clone().expect("it is found");
    assert_eq!(words.passage, "Nobody knows the price.");
    let whole = "The tide turns twice a day and nobody minds.";
    assert_eq!(words.before, format!("… {whole} {whole} {whole} "));
    assert_eq!(words.after, format!(" {whole} {whole} {whole} The …"));
}

#[test]
fn a_publishers_text_is_said_to_be_embedded_and_cannot_be_forgotten() {
    let report = report(published(), "view=verify");
    assert!(!report.own && report.copies[0].by == Source::Publisher);
}
