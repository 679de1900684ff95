//! The matrix: stakeholders by issues. A narrow screen shows one issue at a time (`focus`).

mod focus;
pub(super) mod legend;

use dossier::direction::isolate;
use dossier::{Confidence, IssueKind};

use super::list::switches;
use super::markup::{Element, Markup, el, of_class};
use super::parts::{bdi, link, tile_with, unseen};
use explore::query::Query;
use explore::words::{self, count};
use explore::{Cell, Column, Mark, Matrix, Row, RowGroup, Tally};

/// Puts the matrix into `results`, with the content of its open cell below that; behind the matrix if the cell is not shown. On a
/// narrow screen the style sheet shows one issue at a time ([`focus`]) instead of the grid.
pub(super) fn matrix(results: Element, matrix: &Matrix<'static>, cell: Vec<Markup>) -> Element {
    let (mut cell_in_focus, mut cell_in_grid) = (Some(cell.clone()), Some(cell));
    let place = of_class("section", "matrix")
        .key("matrix")
        .attribute("aria-label", "Matrix")
        .with(matrix.focus.as_ref().map(|focus| focus::focus(focus, &mut cell_in_focus)))
        .with(ways(matrix))
        .with(of_class("div", around(matrix)).key("frame").with(grid(matrix, &mut cell_in_grid)))
        .with(withheld(matrix.withheld))
        .with(unspoken(&matrix.unspoken))
        .with(legend::legend(&matrix.legend));
    results.with(place).with(cell_in_grid)
}

/// Number of columns that fit a wide screen. `style/matrix.css` has their width.
const ROOM: usize = 26;

/// Class of the grid's frame: a grid that fits scrolls with the page, a wider one by itself.
const fn around(matrix: &Matrix<'static>) -> &'static str {
    if matrix.columns.len() > ROOM { "matrix__frame" } else { "matrix__frame matrix__frame--fits" }
}

/// Options for order and hidden rows, and the link to compare.
fn ways(matrix: &Matrix<'static>) -> Element {
    let compare = matrix.compare.as_ref().map(|(names, query)| {
        of_class("p", "switches__line").with(link(query).class("matrix__compare").with("Compare ").with(names.clone()))
    });
    let by = matrix.columns.iter().find(|column| column.sorted).map(|column| {
        link(&column.sort)
            .class("switch")
            .attribute("aria-current", "true")
            .with("by stance on ")
            .with(bdi(column.name))
            .with(of_class("span", "chip__remove").attribute("aria-hidden", "true").with(" ×"))
            .with(unseen(" (take back)"))
    });
    of_class("div", "switches")
        .with(switches("Order", &matrix.sorts).map(|line| line.with(by)))
        .with(switches("Hide", &matrix.hides))
        .with(compare)
}

fn withheld((rows, columns): (usize, usize)) -> Option<Element> {
    let says = match (rows, columns) {
        (0, 0) => return None,
        (rows, 0) => format!("{} more do not fit here", count(rows, "stakeholder")),
        (0, columns) => format!("{} more do not fit here", count(columns, "issue")),
        (rows, columns) => {
            format!("{} and {} more do not fit here", count(rows, "stakeholder"), count(columns, "issue"))
        }
    };
    Some(of_class("p", "withheld").with(says).with(": add a filter to see them."))
}

/// Links to stakeholders and issues without a position.
fn unspoken(ways: &[(String, Query)]) -> Option<Element> {
    let way = |(says, query): &(String, Query)| el("span").with(link(query).with(says.clone())).with(". ");
    (!ways.is_empty()).then(|| of_class("p", "withheld").with("Not shown: ").each(ways, way))
}

/// Grid of links, navigated with the arrow keys (`ui::grid`). Its rows carry `data-row` and have the same number of
/// cells.
fn grid(matrix: &Matrix<'static>, body: &mut Option<Vec<Markup>>) -> Element {
    let topics = of_class("tr", "matrix__topics")
        .with(of_class("td", "matrix__corner").attribute("colspan", "2"))
        .each(&matrix.topics, |(topic, span)| {
            of_class("th", "matrix__topic")
                .attribute("colspan", span.to_string())
                .attribute("scope", "colgroup")
                .isolated(*topic)
        });
    let head = |says| el("th").attribute("scope", "col").attribute("tabindex", "-1").with(says);
    let issues = row("matrix__issues")
        .with(head(unseen("Stakeholder")))
        .with(head(of_class("span", "grid__issue").with(el("span").with("Compare"))))
        .each(&matrix.columns, issue);
    let tallies = row("matrix__tallies")
        .with(
            el("th")
                .attribute("scope", "row")
                .attribute("tabindex", "-1")
                .with("for, against, other")
                .with(unseen(": how many stand where")),
        )
        .with(hollow(""))
        .each(&matrix.columns, tally);
    let mut table = of_class("table", "grid")
        .attribute("role", "grid")
        .attribute("aria-label", "Stakeholders by issues")
        .with(columns(matrix.columns.len() + 1))
        .with(el("thead").with(topics).with(issues).with(tallies));
    let mut first = true;
    for part in &matrix.groups {
        table = table.with(group(matrix, part, &mut first, body));
    }
    table
}

/// Column widths, which do not depend on the rows, so that a grid rendered in slices does not shift.
fn columns(narrow: usize) -> Element {
    el("colgroup")
        .with(of_class("col", "grid__names"))
        .with(of_class("col", "grid__column").attribute("span", narrow.to_string()))
}

fn row(class: &'static str) -> Element {
    of_class("tr", class).attribute("data-row", "")
}

/// Cell without a link.
fn hollow(title: impl Into<super::markup::Text>) -> Element {
    let title = title.into();
    let cell = el("td").attribute("tabindex", "-1");
    if title.is_empty() { cell } else { cell.attribute("title", title) }
}

fn issue(column: &Column<'static>) -> Element {
    el("th").attribute("scope", "col").maybe("aria-sort", column.sorted.then_some("other")).with(
        link(&column.query)
            .class("grid__issue")
            .attribute("tabindex", "-1")
            .attribute("title", isolate(&column.issue.proposition))
            .with(el("span").isolated(column.name)),
    )
}

/// Stances on an issue as bars: support above the line, opposition below, others beside.
fn tally(column: &Column<'static>) -> Element {
    let says = format!("{} on “{}”", tally_in_words(column.tally, column.issue.kind), isolate(column.name));
    let acts = if column.sorted { "No longer order by stance" } else { "Order by stance" };
    el("td").with(
        link(&column.sort)
            .class("grid__tally")
            .attribute("tabindex", "-1")
            .attribute("title", format!("{says}. {acts}"))
            .maybe("aria-current", column.sorted.then_some("true"))
            .with(bars(column.tally))
            .with(unseen(format!("{says}. {acts}"))),
    )
}

/// Stances in words: `2 support, 1 opposes, 3 other`; for a claim, `2 agree, 1 disputes, 3 other`.
fn tally_in_words(tally: Tally, kind: IssueKind) -> String {
    let (support, oppose) = match kind {
        IssueKind::Proposal => ("support", "oppose"),
        IssueKind::Claim => ("agree", "dispute"),
    };
    let verb = |number: usize, verb: &str| format!("{number} {verb}{}", if number == 1 { "s" } else { "" });
    format!("{}, {}, {} other", verb(tally.support, support), verb(tally.oppose, oppose), tally.other)
}

/// Height of the highest bar, and of the line between, in pixels.
const REACH: usize = 20;

fn bars(tally: Tally) -> Element {
    let most = tally.support.max(tally.oppose).max(tally.other).max(1);
    let height = |number: usize| (number * REACH).div_ceil(most).min(number * 5);
    let bar = |class: &'static str, x: &'static str, top: usize, height: usize| {
        of_class("rect", class)
            .attribute("x", x)
            .attribute("y", top.to_string())
            .attribute("width", "7")
            .attribute("height", height.to_string())
    };
    of_class("svg", "bars")
        .attribute("viewBox", "0 0 22 42")
        .attribute("aria-hidden", "true")
        .with(bar("bars__support", "3", REACH - height(tally.support), height(tally.support)))
        .with(bar("bars__oppose", "3", REACH + 2, height(tally.oppose)))
        .with(bar("bars__other", "12", REACH - height(tally.other), height(tally.other)))
        .with(of_class("path", "bars__line").attribute("d", "M1 21h20"))
}

fn group(
    matrix: &Matrix<'static>,
    group: &RowGroup<'static>,
    first: &mut bool,
    body: &mut Option<Vec<Markup>>,
) -> Element {
    let across = || (matrix.columns.len() + 2).to_string();
    let mut rows = el("tbody").key(group.heading.unwrap_or("all"));
    if let Some(heading) = group.heading {
        let head =
            el("th").attribute("colspan", across()).attribute("scope", "rowgroup").with(el("span").with(heading));
        rows = rows.with(of_class("tr", "grid__camp").with(head));
    }
    for entry in &group.rows {
        rows = rows.with(stakeholder(matrix, entry, std::mem::take(first)));
        if entry.cells.iter().any(|cell| cell.open)
            && let Some(body) = body.take()
        {
            let wide = el("td").attribute("colspan", across()).with(of_class("div", "grid__body").with(body));
            rows = rows.with(el("tr").key("opened").with(wide));
        }
    }
    rows
}

fn stakeholder(matrix: &Matrix<'static>, entry: &Row<'static>, first: bool) -> Element {
    let holder = entry.stakeholder;
    let name = link(&entry.query)
        .class("grid__name")
        // The only tab stop of the grid.
        .attribute("tabindex", if first { "0" } else { "-1" })
        .isolated(entry.name);
    let name = match &holder.role {
        Some(role) => name.attribute("title", isolate(role)),
        None => name,
    };
    let pick = match &entry.pick {
        None => hollow("Four are picked already"),
        Some(query) => {
            let says = if entry.picked { "No longer compare " } else { "Compare " };
            let says = format!("{says}{}", isolate(entry.name));
            el("td").with(
                link(query)
                    .class("grid__pick")
                    .attribute("tabindex", "-1")
                    .attribute("title", says.clone())
                    .maybe("aria-current", entry.picked.then_some("true"))
                    .with(of_class("span", "grid__box").attribute("aria-hidden", "true"))
                    .with(unseen(says)),
            )
        }
    };
    let mut line = row("grid__row")
        .key(holder.id.as_str())
        .with(el("th").attribute("scope", "row").with(name))
        .with(pick.class("grid__picks"));
    for (column, crossing) in matrix.columns.iter().zip(&entry.cells) {
        line = line.with(cell(crossing, entry.name, column.name));
    }
    line
}

fn cell(cell: &Cell, holder: &str, issue: &str) -> Element {
    let (holder, issue) = (isolate(holder), isolate(issue));
    let Some(query) = &cell.query else {
        return if cell.hidden == 0 {
            hollow(format!("{holder} said nothing here on “{issue}”")).with(unseen("said nothing here"))
        } else {
            let says = format!("{} here, hidden by the filters", count(cell.hidden, "position"));
            hollow(format!("{holder} on “{issue}”: {says}"))
                .with(of_class("span", "grid__hidden").attribute("aria-hidden", "true").with("·"))
                .with(unseen(says))
        };
    };
    let mut says = format!("{holder} on “{issue}”: ");
    if cell.marks.len() > CROWD {
        says += &count(cell.marks.len(), "position");
    } else {
        for (place, mark) in cell.marks.iter().enumerate() {
            says += if place > 0 { "; " } else { "" };
            says += &mark_in_words(*mark);
        }
    }
    let class = if cell.marks.len() > 2 { "grid__cell grid__cell--many" } else { "grid__cell" };
    let opened = cell.open.then_some("grid__open");
    el("td").maybe("class", opened).flag("data-open", cell.open).with(
        link(query)
            .class(class)
            .attribute("tabindex", "-1")
            .attribute("aria-expanded", if cell.open { "true" } else { "false" })
            .attribute("title", says.clone())
            .with(tiles(&cell.marks))
            .with(unseen(says)),
    )
}

/// Mark in words: `Supports, reported by others, conditional`.
fn mark_in_words(mark: Mark) -> String {
    let mut says = format!("{}, {}", mark.label, words::basis(mark.basis));
    for (has, word) in [(mark.conditional, ", conditional"), (mark.shifted, ", changed position")] {
        says += if has { word } else { "" };
    }
    if mark.confidence != Confidence::High {
        says += ", ";
        says += words::confidence(mark.confidence);
    }
    says
}

/// Maximum number of positions of a cell with a tile each.
const CROWD: usize = 6;

/// Tiles of positions: one each, or of very many the first of each stance.
fn tiles(marks: &[Mark]) -> Vec<Element> {
    let mut tiles = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        if marks.len() <= CROWD || marks[..place].iter().all(|other| other.stance != mark.stance) {
            tiles.push(marked_tile(*mark));
        }
    }
    tiles
}

/// Tile of a position, with marks at its corners.
fn marked_tile(mark: Mark) -> Element {
    let marks = match (mark.conditional, mark.shifted) {
        (false, false) => "",
        (true, false) => " marked--conditional",
        (false, true) => " marked--shifted",
        (true, true) => " marked--conditional marked--shifted",
    };
    tile_with(mark.stance, mark.label, mark.basis, marks)
}
