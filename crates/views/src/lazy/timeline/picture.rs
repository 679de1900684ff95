//! The diagram: events above the line, positions below it, with one column per date.
//!
//! One unit is one CSS pixel at the diagram's own length; it scrolls in its frame if there is less space. Dragging over
//! it selects days (`ui::brush`): the columns carry their date in `data-date`.

use dossier::direction::isolate;
use dossier::{Basis, EventKind, Precision, Stance};

use crate::event::{shape, shape_class, sign};
use crate::markup::{Content, Element, el, of_class};
use crate::matrix;
use crate::parts::{fill, link};
use explore::query::Query;
use explore::{EventMark, Picture, PositionMark, Sign, TimeColumn, words};

/// Distance between marks, and size of a position's tile.
const PITCH: u32 = 24;
const TILE: u32 = 20;
/// Line height of titles.
const LINE: u32 = 14;
/// Height of a bar, with the space below it.
const BAR: u32 = 8;
/// Height of the date labels below the line.
const NAMES: u32 = 44;

/// Vertical layout, from top to bottom.
struct Levels {
    /// End of the events; the bars of months and years follow.
    events: u32,
    /// The time line.
    line: u32,
    /// Start of the positions.
    positions: u32,
    /// Total height.
    end: u32,
}

impl Levels {
    fn of(picture: &Picture<'static>) -> Self {
        let (mut above, mut below, mut bars) = (PITCH, PITCH, 0);
        for column in &picture.columns {
            let title = column.title.len() as u32 * LINE;
            above = above.max(title + rows(column, column.events.len(), column.withheld.0) * PITCH);
            below = below.max(rows(column, column.positions.len(), column.withheld.1) * PITCH);
            bars = bars.max(column.span.map_or(0, |(_, _, under)| under + 1));
        }
        let events = above + 4;
        let line = events + bars * BAR + 8;
        Self { events, line, positions: line + NAMES, end: line + NAMES + below + 4 }
    }
}

fn per_row(column: &TimeColumn<'static>) -> u32 {
    (column.width / PITCH).max(1)
}

/// Number of rows for a number of marks, with one more for the number left out.
fn rows(column: &TimeColumn<'static>, marks: usize, withheld: usize) -> u32 {
    let places = marks + if withheld > 0 { 2 } else { 0 };
    (places as u32).div_ceil(per_row(column))
}

/// Horizontal placement of a column's marks: of a day, around its middle; of others, from its left edge.
fn begin(column: &TimeColumn<'static>, marks: usize) -> u32 {
    let taken = (marks as u32).min(per_row(column)) * PITCH;
    match column.span {
        Some(_) => column.left,
        None => column.left + column.width.saturating_sub(taken) / 2,
    }
}

/// The diagram in its frame, with explanations.
pub(super) fn picture(picture: &Picture<'static>, signs: &[Sign]) -> Element {
    let levels = Levels::of(picture);
    let mut columns = el("g");
    for column in &picture.columns {
        columns = columns.with(marks(column, &levels));
    }
    let drawing = of_class("svg", "timeline__picture")
        .attribute("width", picture.width.to_string())
        .attribute("height", levels.end.to_string())
        .attribute("viewBox", format!("0 0 {} {}", picture.width, levels.end))
        .attribute("aria-hidden", "true")
        .attribute("data-brush", "")
        .with(el("defs").each(Stance::ALL, |&stance| hatching(stance)))
        .with(el("g").attribute("data-days", "").each(&picture.columns, |column| ground(column, &levels)))
        .with(line(0, picture.scale, "line", levels.line))
        .each(&picture.bends, |bend| {
            let zigzag = format!("M{} {}l3 -6l4 12l4 -12l3 6", bend.at.saturating_sub(7), levels.line);
            el("g")
                .with(el("title").with("The scale changes here: time is squeezed ").with(bend.says.clone()))
                .with(of_class("path", "bend__gap").attribute("d", zigzag.clone()))
                .with(of_class("path", "line").attribute("d", zigzag))
        })
        .with(columns)
        .with(rectangle("brush", (0, 0), (0, levels.end)).attribute("data-brushed", ""));
    let bent = || format!("Not to scale: where the line zigzags, time is squeezed, {}. ", picture.bent);
    of_class("figure", "timeline")
        .with(
            of_class("div", "timeline__frame")
                .attribute("tabindex", "0")
                .attribute("role", "group")
                .attribute("aria-label", "Picture of the timeline. The list below says the same.")
                .with(drawing),
        )
        .with(legend(signs))
        .with(
            of_class("figcaption", "timeline__note")
                .with((!picture.bent.is_empty()).then(bent))
                .with(picture.coarse.map(coarse))
                .with(of_class("span", "timeline__drag").with("Drag across the picture to choose days.")),
        )
}

/// Explanation of months or years that replace days, if there are too many.
const fn coarse(precision: Precision) -> &'static str {
    match precision {
        Precision::Year => "There are too many dates to draw each: a column is a year. Choose days to see them. ",
        Precision::Month | Precision::Day | Precision::None => {
            "There are too many dates to draw each: a column is a month. Choose days to see them. "
        }
    }
}

fn legend(signs: &[Sign]) -> Element {
    let entry = |sign: Element, says: &'static str| of_class("li", "legend__silent").with(sign).with(says);
    let sample = |class: &'static str| {
        of_class("svg", "sign")
            .attribute("viewBox", "-12 -12 24 24")
            .attribute("aria-hidden", "true")
            .with(of_class("path", class).attribute("d", "M-11 0h22"))
    };
    of_class("ul", "legend")
        .attribute("aria-label", "Legend, to filter by")
        .each(signs, matrix::legend::sign)
        .each(EventKind::ALL, |&kind| entry(sign(kind, false), words::event(kind)))
        .with(entry(sign(EventKind::Meeting, true), "hollow, dashed: date worked out"))
        .with(entry(sample("span"), "bar: some time within"))
}

/// Hatching of an allegation, in the colour of its stance.
fn hatching(stance: Stance) -> Element {
    el("pattern")
        .class(format!("tile--{}", stance.word()))
        .attribute("id", format!("hatching-{}", stance.word()))
        .attribute("width", "5")
        .attribute("height", "5")
        .attribute("patternUnits", "userSpaceOnUse")
        .with(rectangle("hatching__ground", (0, 0), (5, 5)))
        .with(of_class("path", "hatching__line").attribute("d", "M-1 1l2 -2M0 5l5 -5M4 6l2 -2"))
}

fn rectangle(class: &'static str, (x, y): (u32, u32), (width, height): (u32, u32)) -> Element {
    of_class("rect", class)
        .attribute("x", x.to_string())
        .attribute("y", y.to_string())
        .attribute("width", width.to_string())
        .attribute("height", height.to_string())
}

fn line(from: u32, to: u32, class: &'static str, y: u32) -> Element {
    of_class("path", class).attribute("d", format!("M{from} {y}H{to}"))
}

fn text(class: &'static str, (x, y): (u32, u32), says: impl Content) -> Element {
    of_class("text", class).attribute("x", x.to_string()).attribute("y", y.to_string()).with(says)
}

/// Background of a column, which carries its date.
fn ground(column: &TimeColumn<'static>, levels: &Levels) -> Element {
    let class = if column.span.is_some() || column.date.is_none() { "ground" } else { "ground ground--day" };
    let ground = rectangle(class, (column.left, 0), (column.width, levels.end));
    match column.date {
        Some(date) => ground.attribute("data-date", date.to_string()),
        None => ground,
    }
}

/// All marks of one date.
fn marks(column: &TimeColumn<'static>, levels: &Levels) -> Element {
    let mut group = axis(column, levels);
    let high = rows(column, column.events.len(), column.withheld.0);
    for (nth, mark) in column.events.iter().enumerate() {
        let (x, y) = at(column, column.events.len(), nth);
        group = group.with(event(mark, (x, levels.events - PITCH - y)));
    }
    for (nth, mark) in column.positions.iter().enumerate() {
        let (x, y) = at(column, column.positions.len(), nth);
        group = group.with(position(mark, (x, levels.positions + y)));
    }
    for (count, drawn, up) in
        [(column.withheld.0, column.events.len(), true), (column.withheld.1, column.positions.len(), false)]
    {
        if count > 0 {
            let (x, y) = at(column, drawn, drawn);
            let y = if up { levels.events - y - 7 } else { levels.positions + y + 15 };
            group = group.with(text("axis__year", (x, y), format!("+{count}")));
        }
    }
    let bottom = levels.events - high * PITCH - 4;
    let (class, x) = anchor(column);
    for (nth, line) in column.title.iter().rev().enumerate() {
        group = group.with(text(class, (x, bottom.saturating_sub(nth as u32 * LINE)), isolate(line).into_owned()));
    }
    group
}

/// Top left corner of a mark, counted from the first one.
fn at(column: &TimeColumn<'static>, marks: usize, nth: usize) -> (u32, u32) {
    let nth = nth as u32;
    (begin(column, marks) + nth % per_row(column) * PITCH, nth / per_row(column) * PITCH)
}

/// Anchor and position of a column's texts: for a day, around its middle; otherwise from the left edge.
const fn anchor(column: &TimeColumn<'static>) -> (&'static str, u32) {
    match column.span {
        Some(_) => ("title", column.left + 2),
        None => ("title title--middle", column.left + column.width / 2),
    }
}

/// The date on the line: a dot or a bar, its label and its year.
fn axis(column: &TimeColumn<'static>, levels: &Levels) -> Element {
    let middle = column.left + column.width / 2;
    let sign = match (column.span, column.date) {
        (Some((from, to, under)), _) => {
            let class = if column.inferred { "span span--inferred" } else { "span" };
            Some(line(from, to, class, levels.line - BAR - under * BAR))
        }
        (None, Some(_)) => Some(
            of_class("circle", shape_class(column.inferred))
                .attribute("cx", middle.to_string())
                .attribute("cy", levels.line.to_string())
                .attribute("r", "4"),
        ),
        (None, None) => None,
    };
    let (class, x) = match column.span {
        Some(_) => ("axis__name", column.left + 2),
        None => ("axis__name title--middle", middle),
    };
    let name = text(class, (x, levels.line + 20), column.name.clone());
    let name = match &column.query {
        Some(query) => link(query)
            .class("axis__link")
            .attribute("tabindex", "-1")
            .with(rectangle("mark__hit", (column.left, levels.line + 4), (column.width, PITCH)))
            .with(name),
        None => name,
    };
    let class = if column.span.is_some() { "axis__year" } else { "axis__year title--middle" };
    let year = column.year.as_ref().map(|year| text(class, (x, levels.line + 35), year.clone()));
    el("g").with(sign).with(name).with(year)
}

fn event(mark: &EventMark<'static>, (x, y): (u32, u32)) -> Element {
    let middle = format!("translate({} {})", x + PITCH / 2, y + PITCH / 2);
    mark_link(&mark.query, (x, y), mark.open)
        .with(el("title").with(isolate(mark.title)).with(format!(". {}, {}", words::event(mark.kind), mark.when)))
        .with(
            of_class("path", shape_class(mark.inferred))
                .attribute("d", shape(mark.kind))
                .attribute("transform", middle),
        )
}

fn position(mark: &PositionMark<'static>, (x, y): (u32, u32)) -> Element {
    let link = &mark.link;
    let inset = (PITCH - TILE) / 2;
    let says = format!(
        "{}: {} on “{}”. {}, {}",
        link.label,
        isolate(link.holder),
        isolate(link.issue),
        words::basis(link.basis),
        link.when
    );
    let tile = rectangle("stamp", (x + inset, y), (TILE, TILE)).attribute("rx", "3");
    let tile = match link.basis {
        Basis::Allegation => tile.attribute("fill", format!("url(#hatching-{})", link.stance.word())),
        Basis::Direct | Basis::Indirect | Basis::Conduct | Basis::ThirdParty | Basis::Narration => tile,
    };
    let dashes =
        || of_class("path", "mark__inferred").attribute("d", format!("M{} {}h{TILE}", x + inset, y + TILE + 2));
    mark_link(&link.query, (x, y), mark.open)
        .with(el("title").with(says))
        .with(el("g").class(format!("tile--{} stamp--{}", link.stance.word(), fill(link.basis))).with(tile).with(text(
            "stamp__sign",
            (x + PITCH / 2, y + 15),
            words::glyph(link.stance),
        )))
        .with(mark.inferred.then(dashes))
}

/// A link around a mark, with a target as large as the distance between marks.
fn mark_link(query: &Query, at: (u32, u32), open: bool) -> Element {
    link(query).class(if open { "mark mark--open" } else { "mark" }).attribute("tabindex", "-1").with(rectangle(
        "mark__hit",
        at,
        (PITCH, PITCH),
    ))
}
