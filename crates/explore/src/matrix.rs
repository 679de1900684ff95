//! Matrix view: stakeholders as rows, issues as columns, stances in the cells. Every filter applies.
//!
//! Rows are grouped by camp and columns by topic; within a group, those with the most data come first. The order is
//! computed from the whole dossier, so nothing moves when a filter changes. An empty cell says whether nothing was said
//! or the filters hide its positions.

mod cells;
mod focus;
pub(super) mod legend;

use dossier::{Issue, Stakeholder, StakeholderKind, Stance};

use super::engine::Engine;
use super::facets::FacetList;
use super::lists::Switch;
use super::matches::Matches;
use super::order::{order, ordered};
use super::{side, words};
use crate::query::codec::MAX_WITH;
use crate::query::{Facet, Hide, Pick, Picks, Query, Sort, View};
use cells::Cells;
pub use cells::{Cell, Mark};
pub use focus::{Focus, FocusEntry};
pub use legend::{Shows, Sign};

/// Largest matrix shown whole: issues, stakeholders, cells. Beyond that it is no longer legible.
const WHOLE: (usize, usize, usize) = (30, 100, 1000);
/// Columns and rows of a larger matrix: small enough for a browser to lay out quickly, however full the cells are.
/// Filters serve better than a larger matrix.
const COLUMNS: usize = 12;
const ROWS: usize = 12;

/// Data of the matrix view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix<'d> {
    /// Legend entries; each is also a filter.
    pub legend: Vec<Sign>,
    /// Topics, each with the number of columns it spans.
    pub topics: Vec<(&'d str, usize)>,
    /// Issues, one per column.
    pub columns: Vec<Column<'d>>,
    /// Stakeholders grouped by camp; a single group without a heading if a column sorts the rows.
    pub groups: Vec<RowGroup<'d>>,
    /// Available sort orders.
    pub sorts: Vec<Switch>,
    /// Switches that hide silent rows or columns.
    pub hides: Vec<Switch>,
    /// Names of the stakeholders picked for comparison and the link to it; `None` with fewer than two.
    pub compare: Option<(String, Query)>,
    /// Number of stakeholders and issues left out by the size limit.
    pub withheld: (usize, usize),
    /// Counts of stakeholders who say nothing in the whole dossier and of issues without a position, which the matrix
    /// omits. Each has a link to the list that shows them.
    pub unspoken: Vec<(String, Query)>,
    /// Single-issue layout for narrow screens; `None` without columns.
    pub focus: Option<Focus<'d>>,
}

/// One column of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'d> {
    /// The issue of the column.
    pub issue: &'d Issue,
    /// The issue's display name.
    pub name: &'d str,
    /// Toggles the filter by this issue.
    pub query: Query,
    /// Toggles sorting the rows by the stances on this issue.
    pub sort: Query,
    /// Whether the rows are sorted by this issue.
    pub sorted: bool,
    /// Number of stakeholders per side.
    pub tally: Tally,
}

/// Number of stakeholders on each side of an issue. A stakeholder on several sides counts for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Supporters of the proposition.
    pub support: usize,
    /// Opponents of the proposition.
    pub oppose: usize,
    /// Stakeholders with any other stance: uncommitted, asking, unclear.
    pub other: usize,
}

/// Rows of one camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup<'d> {
    /// The camp's label; `None` if a column sorts the rows.
    pub heading: Option<&'static str>,
    /// The camp's stakeholders.
    pub rows: Vec<Row<'d>>,
}

/// One row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'d> {
    /// The stakeholder of the row.
    pub stakeholder: &'d Stakeholder,
    /// The stakeholder's display name.
    pub name: &'d str,
    /// Toggles the filter by this stakeholder.
    pub query: Query,
    /// Whether the stakeholder is picked for comparison.
    pub picked: bool,
    /// Toggles the pick; `None` if the maximum number is already picked.
    pub pick: Option<Query>,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

pub(super) fn matrix<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, facets: &[FacetList]) -> Matrix<'d> {
    let chosen = matches.positions.places();
    // Number of selected positions per stakeholder and per issue.
    let mut speaks = vec![0_usize; engine.dossier.stakeholders.len()];
    let mut spoken = vec![0_usize; engine.dossier.issues.len()];
    for &place in &chosen {
        speaks[engine.positions[place].holder] += 1;
        spoken[engine.positions[place].issue] += 1;
    }
    let mut disputed = vec![false; engine.dossier.issues.len()];
    engine.positions.iter().for_each(|position_row| disputed[position_row.issue] = true);
    let mut unspoken = (0, 0);
    let mut rows = rows(engine);
    rows.retain(|&place| {
        let Stakeholder { id, camp, .. } = engine.stakeholder(place);
        lets_through(query.picks_of(Facet::Who), id.as_str())
            && lets_through(query.picks_of(Facet::Camp), camp.word())
            && (speaks[place] > 0 || !query.hide.contains(&Hide::Rows))
            && (!engine.is_silent(place) || is_included(query, Facet::Who, id.as_str(), &mut unspoken.0))
    });
    let mut columns = columns(engine);
    columns.retain(|&place| {
        let id = engine.issue(place).id.as_str();
        lets_through(query.picks_of(Facet::Issue), id)
            && (spoken[place] > 0 || !query.hide.contains(&Hide::Columns))
            && (disputed[place]
                || query.by.as_deref() == Some(id)
                || is_included(query, Facet::Issue, id, &mut unspoken.1))
    });
    let by = query.by.as_deref().and_then(|id| columns.iter().copied().find(|&at| engine.issue(at).id.as_str() == id));
    let all = (rows.len(), columns.len());
    // The issue that sorts the rows is always kept.
    if columns.len() > WHOLE.0 || rows.len() > WHOLE.1 || columns.len() * rows.len() > WHOLE.2 {
        keep_most(&mut columns, COLUMNS, &|place| if Some(place) == by { usize::MAX } else { spoken[place] });
        keep_most(&mut rows, ROWS, &|place| speaks[place]);
    }
    let withheld = (all.0 - rows.len(), all.1 - columns.len());
    let reversed = query.sort == Some(Sort::Reverse);
    if reversed {
        rows.reverse();
        columns.reverse();
    }
    if let Some(issue) = by {
        let ranks = ranks(engine, &chosen, issue, reversed);
        order(&mut rows, &|one, other| ranks[one].cmp(&ranks[other]));
    }

    let cells = Cells::of(engine, query, &chosen, &rows, &columns);
    Matrix {
        legend: legend::legend(engine, query, facets),
        topics: topics(engine, &columns),
        groups: groups(engine, query, &rows, &cells, by.is_none()),
        sorts: sorts(query, reversed),
        hides: hides(query),
        compare: comparison(engine, query),
        withheld,
        unspoken: ways_to_unspoken(query, unspoken),
        focus: focus::focus(engine, query, &rows, &columns, &cells, by),
        columns: columns
            .iter()
            .enumerate()
            .map(|(column, &place)| {
                let issue = engine.issue(place);
                let id = issue.id.as_str();
                let sorted = by == Some(place);
                Column {
                    issue,
                    name: engine.issue_name(place),
                    query: query.toggle(Facet::Issue, id),
                    sort: query.with_by((!sorted).then_some(id)),
                    sorted,
                    tally: cells.tally(column),
                }
            })
            .collect(),
    }
}

/// Whether the query includes `id`; otherwise increments `left_out`.
fn is_included(query: &Query, facet: Facet, id: &str, left_out: &mut usize) -> bool {
    let included = query.pick(facet, id) == Some(Pick::Include);
    *left_out += usize::from(!included);
    included
}

fn ways_to_unspoken(query: &Query, (stakeholders, issues): (usize, usize)) -> Vec<(String, Query)> {
    let lists = [
        (stakeholders, "stakeholder", " without a position or a quote", View::Stakeholders),
        (issues, "issue", " without a position, as open questions", View::Questions),
    ];
    let way = |(count, noun, what, view): (usize, &str, &str, View)| {
        (count > 0).then(|| (words::count(count, noun) + what, query.with_view(view)))
    };
    lists.into_iter().filter_map(way).collect()
}

/// Keeps the `most` indices with the highest value of `has`, without changing their order.
fn keep_most(places: &mut Vec<usize>, most: usize, has: &dyn Fn(usize) -> usize) {
    if places.len() > most {
        let mut ranked = places.clone();
        order(&mut ranked, &|one, other| has(other).cmp(&has(one)));
        ranked.truncate(most);
        places.retain(|place| ranked.contains(place));
    }
}

/// Whether the picks of a facet admit `value`.
fn lets_through(picks: &Picks, value: &str) -> bool {
    match picks.get(value) {
        Some(Pick::Include) => true,
        Some(Pick::Exclude) => false,
        None => !picks.iter().any(|(_, pick)| pick == Pick::Include),
    }
}

/// Stakeholder indices by camp, the narrator last in its camp; within a camp by number of positions, descending.
pub(super) fn rows(engine: &Engine) -> Vec<usize> {
    let mut position_counts = vec![0_usize; engine.dossier.stakeholders.len()];
    for position in &engine.positions {
        position_counts[position.holder] += 1;
    }
    let camp = |place: usize| {
        let Stakeholder { camp, kind, .. } = engine.stakeholder(place);
        (*camp, *kind == StakeholderKind::Narrator)
    };
    ordered(position_counts.len(), &|one, other| {
        camp(one).cmp(&camp(other)).then(position_counts[other].cmp(&position_counts[one]))
    })
}

/// Issue indices by topic, topics in dossier order; within a topic by number of stakeholders who spoke, descending.
fn columns(engine: &Engine) -> Vec<usize> {
    let issues = &engine.dossier.issues;
    let topic = |place: usize| issues.iter().position(|issue| issue.topic == issues[place].topic);
    let holders = engine.dossier.stakeholders.len();
    let mut spoke = vec![false; issues.len() * holders];
    for position_row in &engine.positions {
        spoke[position_row.issue * holders + position_row.holder] = true;
    }
    let count = |issue: usize| spoke[issue * holders..][..holders].iter().filter(|&&spoke| spoke).count();
    let (topics, counts): (Vec<_>, Vec<_>) = (0..issues.len()).map(|place| (topic(place), count(place))).unzip();
    ordered(issues.len(), &|one, other| topics[one].cmp(&topics[other]).then(counts[other].cmp(&counts[one])))
}

/// Rank of each stakeholder by its stances on `issue`: its first stance in the order of [`Stance::ALL`], or in reverse
/// order. Silent stakeholders come last either way.
fn ranks(engine: &Engine, chosen: &[usize], issue: usize, reversed: bool) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; engine.dossier.stakeholders.len()];
    for position_row in
        chosen.iter().map(|&place| &engine.positions[place]).filter(|position_row| position_row.issue == issue)
    {
        let stance = position_row.position.stance as usize;
        let rank = if reversed { Stance::ALL.len() - stance } else { stance };
        ranks[position_row.holder] = ranks[position_row.holder].min(rank);
    }
    ranks
}

fn topics<'d>(engine: &Engine<'d>, columns: &[usize]) -> Vec<(&'d str, usize)> {
    let mut topics: Vec<(&'d str, usize)> = Vec::new();
    for &place in columns {
        let topic = engine.issue(place).topic.as_str();
        match topics.last_mut() {
            Some((last, span)) if *last == topic => *span += 1,
            _ => topics.push((topic, 1)),
        }
    }
    topics
}

fn groups<'d>(engine: &Engine<'d>, query: &Query, rows: &[usize], cells: &Cells, by_camp: bool) -> Vec<RowGroup<'d>> {
    let mut groups: Vec<RowGroup<'d>> = Vec::new();
    for (row, &place) in rows.iter().enumerate() {
        let stakeholder = engine.stakeholder(place);
        let id = stakeholder.id.as_str();
        let heading = by_camp.then(|| words::camp(stakeholder.camp));
        if groups.last().is_none_or(|group| group.heading != heading) {
            groups.push(RowGroup { heading, rows: Vec::new() });
        }
        let picked = query.with.iter().any(|with| with == id);
        let row = Row {
            stakeholder,
            name: engine.name(place),
            query: query.toggle(Facet::Who, id),
            picked,
            pick: (picked || query.with.len() < MAX_WITH).then(|| query.toggle_with(id)),
            cells: cells.row(row).to_vec(),
        };
        if let Some(group) = groups.last_mut() {
            group.rows.push(row);
        }
    }
    groups
}

fn sorts(query: &Query, reversed: bool) -> Vec<Switch> {
    vec![
        Switch { label: words::sort(Sort::Count), current: !reversed, query: query.with_sort(None) },
        Switch { label: words::sort(Sort::Reverse), current: reversed, query: query.with_sort(Some(Sort::Reverse)) },
    ]
}

fn hides(query: &Query) -> Vec<Switch> {
    let one = |what, label| Switch { label, current: query.hide.contains(&what), query: query.toggle_hide(what) };
    vec![one(Hide::Columns, "silent issues"), one(Hide::Rows, "silent stakeholders")]
}

/// Names of the stakeholders picked for comparison and the link to it; `None` with fewer than two.
fn comparison(engine: &Engine, query: &Query) -> Option<(String, Query)> {
    let names = side::names(engine, query);
    (names.len() > 1).then(|| (words::and(&words::borrowed(&names)), query.with_view(View::Compare)))
}
