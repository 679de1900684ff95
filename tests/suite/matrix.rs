//! The matrix of the invented dossier: what stands at every crossing, in which order, and where its links lead.

use dossier::{Basis, Confidence};
use explore::query::View;
use explore::query::codec::encode;
use explore::{Cell, Content, Mark, Matrix, Row, Shows, Tally, words};
use proptest::prelude::*;

use crate::ask::{a_known_query, answer, page};
use crate::fixture::engine;

fn matrix(link: &str) -> Matrix<'static> {
    page(link).page.outline.matrix.unwrap_or_else(|| panic!("{link} shows a matrix"))
}

fn rows<'m>(matrix: &'m Matrix<'static>) -> impl Iterator<Item = &'m Row<'static>> {
    matrix.groups.iter().flat_map(|group| &group.rows)
}

fn row_ids(link: &str) -> Vec<&'static str> {
    rows(&matrix(link)).map(|row| row.stakeholder.id.as_str()).collect()
}

fn column_ids(link: &str) -> Vec<&'static str> {
    matrix(link).columns.iter().map(|column| column.issue.id.as_str()).collect()
}

/// A position as its sign, how we know (own words, reported, alleged, narrated) and what marks it: conditional, shifted,
/// doubtful.
fn mark(mark: Mark) -> String {
    let fill = match mark.basis {
        Basis::Direct | Basis::Indirect | Basis::Conduct => "o",
        Basis::ThirdParty => "r",
        Basis::Allegation => "a",
        Basis::Narration => "n",
    };
    let flags = [(mark.conditional, "c"), (mark.shifted, "s"), (mark.confidence != Confidence::High, "d")];
    let flags: String = flags.iter().filter(|(on, _)| *on).map(|(_, flag)| *flag).collect();
    format!("{}{fill}{flags}", words::glyph(mark.stance))
}

/// A cell as its positions, then how many are hidden; a dot where nothing was said.
fn cell(cell: &Cell) -> String {
    let mut parts: Vec<String> = cell.marks.iter().copied().map(mark).collect();
    if cell.hidden > 0 {
        parts.push(format!("({})", cell.hidden));
    }
    assert_eq!(cell.query.is_some(), !cell.marks.is_empty() || cell.open, "what shows something can be opened");
    if parts.is_empty() { ".".to_owned() } else { parts.join(" ") }
}

fn crossings(link: &str) -> Vec<(&'static str, String)> {
    let matrix = matrix(link);
    let said = |row: &Row<'static>| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    rows(&matrix).map(|row| (row.stakeholder.id.as_str(), said(row))).collect()
}

fn expected(table: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    table.iter().map(|(id, line)| (*id, (*line).to_owned())).collect()
}

#[test]
fn every_crossing_shows_all_that_one_says_on_one_issue() {
    assert_eq!(column_ids(""), ["bridge", "ferry", "toll", "guarantees", "motive"]);
    assert_eq!(
        crossings(""),
        expected(&[
            ("pike", ". | . | +oc | . | ."),
            ("lund", "−os ~os +ocs | . | . | . | ."),
            ("harbour-town", ". | . | . | −o | ."),
            ("lodz-bank", "+rd | . | . | . | ."),
            ("marsh", "+oc | . | . | . | +a"),
            ("gazette", ". | …n | …nd | . | ."),
            ("ferry-union", ". | +o | ?o | +o | ."),
        ])
    );
}

#[test]
fn who_says_nothing_at_all_has_no_row_unless_picked_and_the_way_to_them_is_told() {
    let unspoken = |link: &str| -> Vec<(String, String)> {
        matrix(link).unspoken.into_iter().map(|(says, query)| (says, encode(&query))).collect()
    };
    let way = |says: &str, link: &str| (says.to_owned(), link.to_owned());
    let issues = way("1 issue without a position, as open questions", "view=questions");
    assert_eq!(
        unspoken(""),
        [way("2 stakeholders without a position or a quote", "view=stakeholders"), issues.clone()]
    );
    assert_eq!(unspoken("who=keel,pike"), [way(&issues.0, "view=questions&who=keel,pike")]);
    assert_eq!(
        (row_ids("who=keel,pike"), column_ids("issue=lighthouse,toll")),
        (vec!["pike", "keel"], vec!["lighthouse", "toll"])
    );
    assert_eq!(unspoken("who=pike&issue=toll"), []);
    assert_eq!(unspoken("hide=rows,columns"), []);
}

#[test]
fn what_the_filters_hide_is_not_taken_for_silence() {
    assert_eq!(
        crossings("stance=supports&camp=europe,other"),
        expected(&[
            ("lund", "+ocs (2) | . | . | . | ."),
            ("harbour-town", ". | . | . | (1) | ."),
            ("lodz-bank", "+rd | . | . | . | ."),
            ("ferry-union", ". | +o | (1) | +o | ."),
        ])
    );
}

#[test]
fn picked_stakeholders_camps_and_issues_are_the_rows_and_columns() {
    assert_eq!(row_ids("who=-lund&camp=europe"), ["harbour-town", "lodz-bank"]);
    assert_eq!(row_ids("who=keel,pike"), ["pike", "keel"]);
    assert_eq!(column_ids("issue=toll,bridge"), ["bridge", "toll"]);
    assert_eq!(column_ids("issue=-toll,-bridge"), ["ferry", "guarantees", "motive"]);
}

#[test]
fn rows_stand_by_camp_and_columns_by_topic() {
    let matrix = matrix("");
    let camps: Vec<_> = matrix.groups.iter().map(|group| (group.heading, group.rows.len())).collect();
    assert_eq!(
        camps,
        [
            (Some("United States"), 1),
            (Some("Europe"), 3),
            (Some("Outside experts"), 1),
            (Some("Press"), 1),
            (Some("Others"), 1)
        ]
    );
    assert_eq!(matrix.topics, [("Crossing", 2), ("Money", 2), ("Trust", 1)]);
}

#[test]
fn no_filter_moves_a_row_or_a_column() {
    for link in ["stance=opposes", "q=toll", "has=shift", "basis=narration", "from=2031-06"] {
        assert_eq!((row_ids(link), column_ids(link)), (row_ids(""), column_ids("")), "{link}");
    }
}

#[test]
fn reversed_is_the_same_from_its_end() {
    let backwards = |mut ids: Vec<&'static str>| {
        ids.reverse();
        ids
    };
    assert_eq!(row_ids("sort=reverse"), backwards(row_ids("")));
    assert_eq!(column_ids("sort=reverse"), backwards(column_ids("")));
}

#[test]
fn an_issue_orders_the_rows_by_stance_and_the_silent_stand_last() {
    let by = |link| {
        let matrix = matrix(link);
        assert_eq!(matrix.groups.len(), 1, "{link}: camps are no headings then");
        row_ids(link)
    };
    assert_eq!(by("by=toll"), ["pike", "ferry-union", "gazette", "lund", "harbour-town", "lodz-bank", "marsh"]);
    assert_eq!(
        by("by=bridge&sort=reverse"),
        ["lund", "marsh", "lodz-bank", "ferry-union", "gazette", "harbour-town", "pike"]
    );
    let sorted: Vec<_> = matrix("by=toll").columns.iter().map(|column| (column.sorted, encode(&column.sort))).collect();
    assert_eq!((&sorted[2], &sorted[3]), (&(true, String::new()), &(false, "by=guarantees".to_owned())));
}

#[test]
fn silent_rows_and_columns_can_be_hidden_each_by_itself() {
    assert_eq!(row_ids("hide=rows"), ["pike", "lund", "harbour-town", "lodz-bank", "marsh", "gazette", "ferry-union"]);
    assert_eq!(column_ids("hide=rows"), column_ids(""));
    assert_eq!(row_ids("stance=opposes&hide=rows"), ["lund", "harbour-town"]);
    assert_eq!(column_ids("stance=opposes&hide=columns"), ["bridge", "guarantees"]);
    let hides: Vec<_> = matrix("hide=rows").hides.iter().map(|hide| (hide.current, encode(&hide.query))).collect();
    assert_eq!(hides, [(false, "hide=columns,rows".to_owned()), (true, String::new())]);
}

#[test]
fn a_column_tells_how_many_stand_where() {
    let tallies: Vec<_> =
        matrix("").columns.iter().map(|at| (at.tally.support, at.tally.oppose, at.tally.other)).collect();
    assert_eq!(tallies, [(3, 0, 0), (1, 0, 1), (1, 0, 2), (1, 1, 0), (1, 0, 0)]);
    assert_eq!(matrix("who=-lund").columns[0].tally, Tally { support: 2, oppose: 0, other: 0 });
}

#[test]
fn rows_columns_and_cells_lead_to_their_filtered_state() {
    let matrix = matrix("stance=supports&by=toll");
    let lund = rows(&matrix).find(|row| row.stakeholder.id.as_str() == "lund").expect("Lund has a row");
    assert_eq!(encode(&lund.query), "who=lund&stance=supports&by=toll");
    assert_eq!(encode(&matrix.columns[0].query), "issue=bridge&stance=supports&by=toll");
    let open = lund.cells[0].query.as_ref().map(encode);
    assert_eq!(open.as_deref(), Some("stance=supports&by=toll&item=lund-bridge-may"));
}

/// The opened cell: the positions with whether each is opened, how many are hidden, the way to the list.
fn opened(link: &str) -> (Vec<(&'static str, bool)>, usize, String) {
    let page = page(link).page;
    let Content::Matrix(Some(opened)) = page.content.clone() else { panic!("{link} opens a cell") };
    let positions = opened.positions.iter();
    let positions = positions.map(|entry| (entry.position.id.as_str(), entry.detail.is_some())).collect();
    assert_eq!(page.query.with_item(None), opened.close, "{link}: closing it changes nothing else");
    (positions, opened.hidden, encode(&opened.list))
}

#[test]
fn an_opened_cell_shows_its_positions_with_the_one_that_the_link_names_in_full() {
    let list = || "view=positions&who=lund&issue=bridge".to_owned();
    assert_eq!(
        opened("item=lund-bridge-march"),
        (vec![("lund-bridge-2029", false), ("lund-bridge-march", true), ("lund-bridge-may", false)], 0, list())
    );
    // What the link names is shown even where a filter hides it.
    assert_eq!(
        opened("stance=supports&item=lund-bridge-march"),
        (vec![("lund-bridge-march", true), ("lund-bridge-may", false)], 1, list())
    );
    let matrix = matrix("item=lund-bridge-march");
    let open: Vec<_> = rows(&matrix).flat_map(|row| &row.cells).filter(|cell| cell.open).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].query.as_ref().map(encode).as_deref(), Some(""), "the cell closes what it opened");
}

#[test]
fn two_picked_rows_can_be_compared_and_four_are_all_that_fit() {
    assert_eq!(matrix("with=pike").compare, None);
    let (names, query) = matrix("with=pike,lund&issue=toll").compare.expect("two can be compared");
    assert_eq!(
        (names.as_str(), encode(&query)),
        ("Tomas Pike and Zoë Lund", "view=compare&issue=toll&with=pike,lund".to_owned())
    );
    let pick = |link, id| {
        let matrix = matrix(link);
        let row = rows(&matrix).find(|row| row.stakeholder.id.as_str() == id).expect("a row");
        (row.picked, row.pick.as_ref().map(encode))
    };
    assert_eq!(pick("with=pike", "pike"), (true, Some(String::new())));
    assert_eq!(pick("with=pike", "lund"), (false, Some("with=pike,lund".to_owned())));
    assert_eq!(pick("with=pike,lund,keel,marsh", "gazette"), (false, None));
}

#[test]
fn the_legend_counts_and_filters_by_stance_by_fill_and_by_mark() {
    let signs = |link| -> Vec<(&'static str, u32, bool, String)> {
        matrix(link).legend.iter().map(|sign| (sign.label, sign.count, sign.picked, encode(&sign.query))).collect()
    };
    let sign = |label, count, picked, link: &str| (label, count, picked, link.to_owned());
    assert_eq!(
        signs(""),
        [
            sign("Supports", 7, false, "stance=supports"),
            sign("Opposes", 2, false, "stance=opposes"),
            sign("Not committed", 1, false, "stance=uncommitted"),
            sign("Asks", 1, false, "stance=asks"),
            sign("Unclear", 2, false, "stance=unclear"),
            sign("own words or acts", 9, false, "basis=conduct,direct,indirect"),
            sign("reported by others", 1, false, "basis=third-party"),
            sign("alleged", 1, false, "basis=allegation"),
            sign("the article’s own voice", 2, false, "basis=narration"),
            sign("conditional", 3, false, "has=conditions"),
            sign("changed position", 3, false, "has=shift"),
        ]
    );
    assert_eq!(signs("basis=direct")[5], sign("own words or acts", 9, false, "basis=conduct,direct,indirect"));
    assert_eq!(signs("basis=conduct,direct,indirect")[5], sign("own words or acts", 9, true, ""));
    let fills = matrix("").legend.iter().filter(|sign| matches!(sign.shows, Shows::Fill(_))).count();
    assert_eq!(fills, 4, "one for each way in which a tile is filled");
}

#[test]
fn one_issue_by_itself_lists_who_takes_which_stance_and_leads_on() {
    let focus = matrix("by=toll").focus.expect("there is an issue");
    assert_eq!((focus.issue.id.as_str(), focus.place), ("toll", (3, 5)));
    let ways: Vec<_> = focus.issues.iter().map(|(name, query)| (*name, encode(query))).collect();
    assert_eq!(ways.len(), 5);
    assert_eq!(
        ways[1..4],
        [("Ferry", "by=ferry"), ("Toll", "by=toll"), ("Guarantees", "by=guarantees")]
            .map(|(name, link)| (name, link.to_owned()))
    );
    let stances: Vec<_> = focus
        .stances
        .iter()
        .map(|(stance, entries)| (stance.word(), entries.iter().map(|entry| entry.name).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        stances,
        [("supports", vec!["Tomas Pike"]), ("asks", vec!["Ferry Union"]), ("unclear", vec!["The article"])]
    );
    assert_eq!(focus.silent.len(), 4);

    let first = matrix("").focus.expect("there is an issue");
    assert_eq!((first.issue.id.as_str(), first.place), ("bridge", (1, 5)));
    let names: Vec<_> = first.stances.iter().map(|(stance, entries)| (stance.word(), entries.len())).collect();
    assert_eq!(names, [("supports", 3), ("opposes", 1), ("uncommitted", 1)], "who took several stands under each");
    assert_eq!(matrix("issue=motive").focus.map(|focus| (focus.place, focus.issues.len())), Some(((1, 1), 1)));
}

#[test]
fn one_issue_by_itself_is_that_of_the_opened_cell_else_the_one_asked_for_else_the_first_that_shows_anything() {
    let issue = |link: &str| matrix(link).focus.map(|focus| focus.issue.id.to_string());
    let asking = matrix("by=toll").focus.expect("there is an issue").stances.remove(1).1.remove(0);
    assert_eq!(encode(&asking.query), "by=toll&item=union-toll");
    assert_eq!(issue("item=union-toll").as_deref(), Some("toll"));
    assert_eq!(issue("by=bridge&item=union-toll").as_deref(), Some("toll"));
    assert_eq!(issue("by=lighthouse&q=toll").as_deref(), Some("lighthouse"), "also where the filters leave nothing");
    assert_eq!(issue("stance=unclear").as_deref(), Some("ferry"), "the first with a position that is unclear");
    let opened = matrix("item=union-toll").focus.expect("there is an issue").stances.remove(1).1.remove(0);
    assert_eq!((opened.open, encode(&opened.query).as_str()), (true, "by=toll"), "closed again it is the same issue");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_cells_hold_every_shown_position_once(query in a_known_query(&["", "zoe", "toll", "sky"])) {
        let page = answer(engine(), &query.with_view(View::Matrix)).page;
        let Some(matrix) = &page.matrix else {
            prop_assert_eq!(page.count, 0);
            return Ok(());
        };
        let cells: Vec<&Cell> = rows(matrix).flat_map(|row| &row.cells).collect();
        prop_assert_eq!(cells.iter().map(|cell| cell.marks.len()).sum::<usize>(), page.count);
        prop_assert!(rows(matrix).all(|row| row.cells.len() == matrix.columns.len()));
        prop_assert_eq!(matrix.topics.iter().map(|(_, span)| span).sum::<usize>(), matrix.columns.len());
    }
}
