//! Picture of the dossier: its matrix.

use dossier::Stance;
use explore::query::codec::decode;
use explore::{Cell, Engine, Matrix, Row, explore, words};

use crate::Picture;
use crate::canvas::{Area, Canvas};
use crate::colours::{self, INK, MUTED, RULE};
use crate::font::Font;
use crate::footer::{CONTENT, CONTENT_WIDTH, LEFT, SMALL, draw_footer, sources};
use crate::parts::sentence;
use crate::text_layout::{TextStyle, fit, truncate_line};
use crate::tile::{Fill, tile};

const TITLE: TextStyle =
    TextStyle { font: Font::Serif, max_size: 42.0, min_size: 32.0, line_height: 1.2, max_lines: 1 };
/// Minimum row height: that of a name, from accents to descenders.
const MIN_ROW: f32 = 27.2;
const MAX_ROW: f32 = 44.0;
/// Maximum width of a name.
const MAX_NAME: f32 = 330.0;

pub(crate) fn picture(engine: &Engine) -> Picture {
    let dossier = engine.dossier;
    let source = sources(dossier);
    let counts = format!(
        "{} of {} on {}",
        words::count(dossier.positions().count(), "position"),
        words::count(dossier.stakeholders.len(), "stakeholder"),
        words::count(dossier.issues.len(), "issue")
    );
    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &counts, &source);
    let area = Area { y: 31.0, height: 493.0, ..CONTENT };
    let end = canvas.text_block(&fit(TITLE, &dossier.cover.title, "", (area.width, 80.0)), INK, area);
    let end = legend(engine, &mut canvas, area.below(end + 4.0));
    let page = explore(engine, &decode(""));
    if let Some(matrix) = &page.matrix {
        grid(&mut canvas, matrix, area.below(end + 8.0));
    }
    let alt = format!(
        "{} Who stands where, as a matrix: {counts}. {} {}",
        sentence(&dossier.cover.title),
        sentence(&dossier.cover.description),
        sentence(&source)
    );
    Picture { svg: canvas.svg(), alt }
}

/// Draws the legend in one line and returns its bottom edge.
fn legend(engine: &Engine, canvas: &mut Canvas, area: Area) -> f32 {
    let side = SMALL * 1.05;
    let mut x = area.x;
    for &stance in Stance::ALL {
        let word = engine.stance_label(stance);
        tile(canvas, stance, Fill::Own, (x, area.y), side);
        x += side + 9.0;
        canvas.text_line(word, Font::Bold, SMALL, colours::of(stance), (x, area.y + side * 0.82), area);
        x += Font::Bold.width(word) * SMALL + 28.0;
    }
    area.y + side
}

/// Draws the rows of stakeholders who hold positions. If not all fit, those with the most positions are kept.
fn grid(canvas: &mut Canvas, matrix: &Matrix, area: Area) {
    let mut rows: Vec<(&Row, bool)> = Vec::new();
    for group in &matrix.groups {
        let holders = group.rows.iter().filter(|row| positions(row) > 0);
        rows.extend(holders.enumerate().map(|(place, row)| (row, place == 0)));
    }
    let all = rows.len();
    let most = (area.height / MIN_ROW) as usize;
    if all > most {
        // The number left out takes one line.
        let kept = most.saturating_sub(1);
        let mut ranked: Vec<usize> = (0..all).collect();
        ranked.sort_by_key(|&place| std::cmp::Reverse(positions(rows[place].0)));
        ranked.truncate(kept);
        let mut place = 0;
        rows.retain(|_| {
            place += 1;
            ranked.contains(&(place - 1))
        });
    }
    let lines = rows.len() + usize::from(all > rows.len());
    let row_height = (area.height / lines.max(1) as f32).min(MAX_ROW);
    // Centres ascent and descent of the name in its row.
    let (above, below) = Font::Sans.reach();
    let baseline = |top: f32| top + f32::midpoint(row_height, (above - below) * SMALL);
    let names = rows.iter().map(|(row, _)| Font::Sans.width(row.name) * SMALL).fold(0.0, f32::max);
    let names = names.min(MAX_NAME);
    let cells = area.after(LEFT + names + 22.0);
    let step = (cells.width / matrix.columns.len().max(1) as f32).min(row_height * 1.6);
    let side = (step - 3.0).min(row_height - 3.5).max(1.0);
    for (place, (row, first)) in rows.iter().enumerate() {
        let top = area.y + place as f32 * row_height;
        if *first && place > 0 {
            canvas.rule(LEFT, top, CONTENT_WIDTH);
        }
        let name = truncate_line(Font::Sans, row.name, names / SMALL);
        let at = (LEFT, baseline(top));
        canvas.text_line(&name, Font::Sans, SMALL, INK, at, Area::new(LEFT, top, names + 1.0, row_height));
        for (column, cell) in row.cells.iter().enumerate() {
            let x = cells.x + column as f32 * step + (step - side) / 2.0;
            marks(canvas, cell, (x, top + (row_height - side) / 2.0), side, step);
        }
    }
    if all > rows.len() {
        let more = format!("and {} more", words::count(all - rows.len(), "stakeholder"));
        let top = area.y + rows.len() as f32 * row_height;
        canvas.text_line(&more, Font::Sans, SMALL, MUTED, (LEFT, baseline(top)), area.below(top));
    }
}

/// Number of positions of a stakeholder.
fn positions(row: &Row) -> usize {
    row.cells.iter().map(|cell| cell.marks.len()).sum()
}

/// Draws the tiles of a cell: one, or the first two that differ, smaller and side by side. Draws a dot in an empty
/// cell.
fn marks(canvas: &mut Canvas, cell: &Cell, (x, y): (f32, f32), side: f32, step: f32) {
    let mut tiles: Vec<(Stance, Fill)> = Vec::new();
    for mark in &cell.marks {
        let tile = (mark.stance, Fill::of(mark.basis));
        if !tiles.contains(&tile) {
            tiles.push(tile);
        }
    }
    match tiles[..] {
        [] => {
            let (x, y) = (x + side / 2.0, y + side / 2.0);
            canvas.element(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.5\" fill=\"{RULE}\"/>"));
        }
        [(stance, fill)] => tile(canvas, stance, fill, (x, y), side),
        [(stance, fill), (other, other_fill), ..] => {
            let half = (side * 0.58).min((step - 3.0) / 2.0).max(1.0);
            let y = y + (side - half) / 2.0;
            tile(canvas, stance, fill, (x + side / 2.0 - half - 0.5, y), half);
            tile(canvas, other, other_fill, (x + side / 2.0 + 0.5, y), half);
        }
    }
}
