//! The timeline: its scale, what it shows under filters, and that nothing is lost for want of a date.

use dossier::{Date, EventKind, Position};
use explore::query::codec::{Decoded, decode, encode};
use explore::query::{Query, View};
use explore::{Content, Demand, Engine, Moment, Picture, Scale, Timeline, Window, day_number, explore};
use proptest::prelude::*;

use crate::ask::{a_date, a_known_query, answer, page};
use crate::fixture::{engine, harbour, real};
use crate::making::event;
use crate::model::Rows;

fn drawn(query: Query) -> Timeline<'static> {
    let page = explore(engine(), &Decoded { query, rejected: Vec::new() });
    let Content::Timeline(timeline) = page.content.clone() else { panic!("the view is the timeline") };
    timeline
}

fn timeline(link: &str) -> Timeline<'static> {
    drawn(decode(&format!("view=timeline&{link}")).query)
}

fn of_moment(moment: &Moment<'static>) -> Vec<&'static str> {
    let events = moment.entries.events.iter().map(|entry| entry.event.id.as_str());
    events.chain(moment.entries.positions.iter().map(|entry| entry.position.id.as_str())).collect()
}

/// The list as lines: `heading: ids`.
fn lines(link: &str) -> Vec<String> {
    let moments = timeline(link).moments;
    moments.iter().map(|moment| format!("{}: {}", moment.heading, of_moment(moment).join(" "))).collect()
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn picture(timeline: &Timeline<'static>) -> Picture<'static> {
    timeline.picture.clone().expect("something has a date")
}

#[test]
fn the_list_goes_from_date_to_date_and_ends_with_what_has_none() {
    let all = [
        "2029: keel-laid lund-bridge-2029",
        "March 2031: lund-bridge-march",
        "May 2031: bank-bridge",
        "10 May 2031: quay-meeting lund-bridge-may union-guarantees",
        "11 May 2031: pike-toll marsh-motive",
        "June 2031: marsh-bridge",
        "18 June 2031: town-guarantees union-toll",
        "20 June 2031: gazette-ferry",
        "July 2031: vote",
        "Planned, without a date: opening",
        "Without a date: pike-visits union-ferry gazette-toll",
    ];
    assert_eq!(lines(""), all);
}

#[test]
fn filters_apply_to_events_as_far_as_they_have_what_is_asked() {
    let cases: [(&str, &[&str]); 8] = [
        ("who=pike", &["11 May 2031: pike-toll", "Planned, without a date: opening", "Without a date: pike-visits"]),
        (
            "camp=europe&doc=june",
            &["18 June 2031: town-guarantees", "July 2031: vote", "Planned, without a date: opening"],
        ),
        // Events have no stance: they stay.
        (
            "stance=asks",
            &[
                "2029: keel-laid",
                "10 May 2031: quay-meeting",
                "18 June 2031: union-toll",
                "July 2031: vote",
                "Planned, without a date: opening",
                "Without a date: pike-visits",
            ],
        ),
        ("who=-lund&doc=may&stance=asks", &["2029: keel-laid", "Without a date: pike-visits"]),
        // What has no date is of no day that one can ask for.
        (
            "from=2031-06-18",
            &[
                "June 2031: marsh-bridge",
                "18 June 2031: town-guarantees union-toll",
                "20 June 2031: gazette-ferry",
                "July 2031: vote",
            ],
        ),
        ("to=2030", &["2029: keel-laid lund-bridge-2029"]),
        ("q=quay", &["10 May 2031: quay-meeting"]),
        ("q=%22looks+at%22", &["Without a date: pike-visits"]),
    ];
    for (link, expected) in cases {
        assert_eq!(lines(link), expected, "{link}");
    }
}

#[test]
fn a_filter_that_events_do_not_have_is_said_to_leave_them() {
    assert_eq!(timeline("who=pike&from=2031").idle, "");
    assert_eq!(timeline("stance=asks").idle, "“Stance” narrows the positions alone: events have none.");
    assert_eq!(
        timeline("issue=toll&stance=-asks&basis=direct").idle,
        "“Issue”, “Stance” and “How we know” narrow the positions alone: events have none."
    );
}

#[test]
fn the_counts_name_positions_and_events() {
    assert_eq!(page("view=timeline").counts, "13 positions and 5 events");
    assert_eq!(page("view=timeline&who=pike").counts, "1 of 13 positions and 2 of 5 events");
    let counted: Vec<(String, u32)> = page("view=timeline&who=pike,lund")
        .dates
        .values
        .iter()
        .map(|value| (value.label.clone(), value.count))
        .collect();
    let expected = [("2029", 1), ("March 2031", 1), ("May 2031", 3), ("10 May 2031", 2), ("11 May 2031", 1)];
    assert_eq!(counted[..5], expected.map(|(label, count)| (label.to_owned(), count)));
}

#[test]
fn nothing_is_found_only_where_no_event_is_shown_either() {
    let events_alone = page("view=timeline&issue=lighthouse");
    assert_eq!((events_alone.nothing.clone(), events_alone.events().count()), (None, 5));
    let nothing = page("view=timeline&who=keel").nothing.expect("Keel neither speaks nor takes part");
    assert_eq!(nothing.summary, "No items where stakeholder is Ib Keel.");
    assert_eq!(nothing.suggestions[0].shows, "18 items");
}

#[test]
fn an_event_or_a_position_is_opened_here_and_shown_apart_where_filters_hide_it() {
    let opened = timeline("item=quay-meeting");
    let event = opened.moments.iter().flat_map(|moment| &moment.entries.events).find_map(|entry| entry.detail.clone());
    let event = event.expect("the event is opened");
    assert_eq!(event.participants.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["Zoë Lund", "Ferry Union"]);
    assert_eq!(event.quotes.len(), 1);
    let positions: Vec<String> = event.positions.iter().map(|link| encode(&link.query)).collect();
    assert_eq!(positions, ["view=positions&item=lund-bridge-may", "view=positions&item=union-guarantees"]);
    assert_eq!(event.link, "e/quay-meeting/");
    assert!(event.citation.starts_with("Meeting on the quay, 10 May 2031, paragraph 3. "), "{}", event.citation);
    assert_eq!(opened.aside, None);

    let position = timeline("item=pike-toll");
    assert!(position.moments.iter().flat_map(|moment| &moment.entries.positions).any(|entry| entry.detail.is_some()));
    let aside = timeline("item=vote&doc=may").aside.expect("the filters hide it");
    assert_eq!((aside.events.len(), aside.positions.len()), (1, 0));
    let gone = page("view=timeline&item=gone").page.outline.notice.expect("there is none");
    assert!(gone.text.contains("item “gone”"), "{}", gone.text);
}

#[test]
fn the_picture_shows_what_is_dated_each_at_its_date() {
    let timeline = timeline("");
    let picture = picture(&timeline);
    let columns: Vec<String> = picture
        .columns
        .iter()
        .map(|column| {
            let year = column.year.as_deref().unwrap_or("-");
            let marks = (column.events.len(), column.positions.len());
            format!("{} {year} {} {marks:?}", column.name, if column.span.is_some() { "bar" } else { "point" })
        })
        .collect();
    let expected = [
        "2029 - bar (1, 1)",
        "Mar 2031 bar (0, 1)",
        "May - bar (0, 1)",
        "10 May - point (1, 2)",
        "11 May - point (0, 2)",
        "Jun - bar (0, 1)",
        "18 Jun - point (0, 2)",
        "20 Jun - point (0, 1)",
        "Jul - bar (1, 0)",
        "planned - point (1, 0)",
    ];
    assert_eq!(columns, expected);
    assert_eq!(timeline.undated, "2 positions and 1 event have no date: they stand at the end of the list.");
    let marsh = &picture.columns[4].positions;
    assert_eq!(marsh.iter().map(|mark| mark.inferred).collect::<Vec<_>>(), [false, true]);
    assert!(!picture.columns[4].inferred);
    assert!(picture.columns.last().is_some_and(|planned| planned.left >= picture.scale));
}

#[test]
fn nothing_that_stays_moves_when_a_filter_takes_marks_away() {
    let place = |link: &str| {
        let columns = picture(&timeline(link)).columns.into_iter().filter(|column| column.date.is_some());
        columns.map(|column| (column.date, column.left, column.width)).collect::<Vec<_>>()
    };
    // The planned event is shown in both: it takes room of its own.
    assert_eq!(place("stance=asks"), place(""));
    assert_eq!(place("issue=toll&q=-ferry"), place(""));
    assert_ne!(place("from=2031-06"), place(""));
    assert_eq!(timeline("who=pike&basis=narration").picture, None, "what is left has no date");
}

#[test]
fn what_is_too_much_for_a_date_or_for_the_list_is_counted() {
    let mut dossier = harbour().clone();
    let one = dossier.documents[0].positions[0].clone();
    for number in 0..300 {
        let id = format!("more-{number}").as_str().into();
        dossier.documents[0].positions.push(Position { id, supersedes: None, ..one.clone() });
    }
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let page = explore(&engine, &decode("view=timeline"));
    let Content::Timeline(timeline) = page.content.clone() else { panic!("the view is the timeline") };
    assert_eq!(timeline.window, Window { first: 0, shown: 40, total: 313 + 5 });
    assert_eq!(timeline.moments.iter().flat_map(of_moment).count(), 40);
    assert_eq!(timeline.moments[0].count, 302, "the first date is larger than what is shown of it");
    let column = &picture(&timeline).columns[0];
    assert_eq!((column.positions.len(), column.withheld), (27, (0, 301 - 27)));
}

#[test]
fn a_month_stands_beside_its_first_day() {
    let mut dossier = harbour().clone();
    for (id, date) in [("may-begins", "2031-05-01"), ("in-may", "2031-05"), ("in-the-year", "2031")] {
        dossier.documents[0].events.push(event(id, "The harbour is measured.", EventKind::Statement, date));
    }
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let page = explore(&engine, &decode("view=timeline"));
    let Content::Timeline(timeline) = page.content.clone() else { panic!("the view is the timeline") };
    let mut columns = picture(&timeline).columns;
    columns.sort_by_key(|column| column.left);
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let expected =
        ["2029", "2031", "Mar", "1 May", "May", "10 May", "11 May", "Jun", "18 Jun", "20 Jun", "Jul", "planned"];
    assert_eq!(names, expected);
    assert!(columns.is_sorted_by(|one, other| one.left + one.width <= other.left));
    assert_eq!(columns[4].title.join(" "), "The harbour is measured.");
}

#[test]
fn days_are_numbered_without_a_gap() {
    for (text, number) in [
        ("0001-01-01", 0),
        ("0001-12-31", 364),
        ("0004-02-29", 1154),
        ("1970-01-01", 719_162),
        ("2000-03-01", 730_179),
        ("2025-08-18", 739_480),
        ("2025-08", 739_463),
        ("2025", 739_251),
    ] {
        assert_eq!(day_number(date(text)), number, "{text}");
    }
    for (day, next) in [("2023-12-31", "2024-01-01"), ("2024-02-29", "2024-03-01"), ("2100-02-28", "2100-03-01")] {
        assert_eq!(day_number(date(day)) + 1, day_number(date(next)), "{day}");
    }
}

#[test]
fn the_scale_says_where_it_is_squeezed() {
    let demand = |day, room| Demand { day, room, after: 0 };
    let even = Scale::of(&[demand(10, 30), demand(11, 30), demand(12, 30)], 0);
    assert_eq!(even.bends(), []);
    let bent = Scale::of(&[demand(10, 30), demand(5_000, 30), demand(5_001, 30)], 0);
    assert_eq!(bent.bends().iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0]);
    let (_, at) = bent.bends()[0];
    assert!(bent.room(10).1 < at && at < bent.room(5_000).0);
    assert_eq!(
        picture(&timeline("to=2031-05-11")).bent,
        "from 2029 to 1 March 2031, from 31 March 2031 to 1 May 2031, from 1 May 2031 to 10 May 2031 \
         and from 11 May 2031 to 31 May 2031"
    );
}

#[test]
fn in_the_embedded_dossier_the_days_of_the_summits_take_a_third_of_the_line() {
    let page = explore(real(), &decode("view=timeline"));
    let Content::Timeline(timeline) = page.content.clone() else { panic!("no timeline") };
    let picture = picture(&timeline);
    let column = |day: &str| picture.columns.iter().find(|column| column.date == Some(date(day))).expect("a column");
    let (first, last) = (column("2025-08-15"), column("2025-08-18"));
    assert!((last.left + last.width - first.left) * 3 >= picture.scale, "of {}", picture.scale);
    assert!(picture.width <= 903, "{} do not fit beside the filters on a screen of 1280", picture.width);
}

/// Days with the room that they ask for, ascending.
fn some_demands() -> impl Strategy<Value = Vec<Demand>> {
    let day = prop_oneof![0_u32..3_000, 739_000_u32..739_100];
    proptest::collection::btree_map(day, (0_u32..200, 0_u32..200), 1..40)
        .prop_map(|days| days.into_iter().map(|(day, (room, after))| Demand { day, room, after }).collect())
}

proptest! {
    #[test]
    fn the_timeline_scale_is_monotone(demands in some_demands(), least in 0_u32..2_000, more in proptest::collection::vec(0_u32..740_000, 2..20)) {
        let scale = Scale::of(&demands, least);
        prop_assert!(scale.width() >= least);
        for pair in demands.windows(2) {
            prop_assert!(scale.at(pair[0].day) < scale.at(pair[1].day), "two stops stand apart");
            let (from, to) = scale.stretch(pair[0].day);
            prop_assert!(from + pair[0].after <= to, "what lasts longer has its room");
            prop_assert_eq!(scale.room(pair[1].day).0, to);
        }
        for demand in &demands {
            let (left, right) = scale.room(demand.day);
            prop_assert!(right - left >= demand.room && (left..=right).contains(&scale.at(demand.day)));
        }
        let mut days: Vec<u32> = more.into_iter().chain(demands.iter().map(|demand| demand.day)).collect();
        days.sort_unstable();
        let places: Vec<u32> = days.iter().map(|&day| scale.at(day)).collect();
        prop_assert!(places.is_sorted() && places.iter().all(|&place| place <= scale.width()));
    }

    #[test]
    fn a_later_day_has_a_higher_number(one in a_date(), other in a_date()) {
        let (one, other) = (one.first_day(), other.first_day());
        prop_assert_eq!(one.cmp(&other), day_number(one).cmp(&day_number(other)));
    }

    #[test]
    fn every_shown_position_and_event_is_listed_once(query in a_known_query(&["", "", "toll ", "lund ", "-ferry "])) {
        let timeline = drawn(query.with_view(View::Timeline));
        let mut listed: Vec<&str> = timeline.moments.iter().flat_map(of_moment).collect();
        let rows = Rows::of(harbour());
        let mut expected = rows.shown(&query, View::Timeline);
        listed.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(&listed, &expected);
        prop_assert_eq!(answer(engine(), &query.with_view(View::Timeline)).page.count, expected.len());

        let columns = timeline.picture.iter().flat_map(|picture| &picture.columns);
        let marks: usize = columns.map(|column| column.events.len() + column.positions.len()).sum();
        let undated = timeline.moments.iter().filter(|moment| moment.heading == "Without a date").flat_map(of_moment).count();
        let planned = timeline.moments.iter().filter(|moment| moment.heading.starts_with("Planned")).flat_map(of_moment).count();
        let drawn = if timeline.picture.is_some() { listed.len() - undated } else { listed.len() - undated - planned };
        prop_assert_eq!(marks, drawn, "what has a date is drawn");
    }

    #[test]
    fn columns_stand_in_the_order_of_time_and_apart(query in a_known_query(&[""])) {
        if let Some(picture) = drawn(query.with_view(View::Timeline)).picture {
            for pair in picture.columns.windows(2) {
                prop_assert!(pair[0].left + pair[0].width <= pair[1].left, "{} and {}", pair[0].name, pair[1].name);
            }
            let end = picture.columns.last().map(|column| column.left + column.width);
            prop_assert!(end <= Some(picture.width));
        }
    }
}
