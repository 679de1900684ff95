//! The dossier as its matrix.

use dossier::Stance;
use explore::{Cell, Engine, Matrix, Row, explore, words};
use explore::query::codec::decode;

use crate::Picture;
use crate::colours::{self, INK, MUTED, RULE};
use crate::face::Face;
use crate::flow::{Setting, clip, fit};
use crate::foot::{LEFT, MAIN, MEASURE, SMALL, foot, sources};
use crate::parts::sentence;
use crate::sheet::{Area, Sheet};
use crate::tile::{Fill, tile};

const TITLE: Setting = Setting { face: Face::Serif, largest: 42.0, floor: 32.0, leading: 1.2, most: 1 };
/// The lowest that a row may be: that of its name, from accents to descenders.
const LOWEST: f32 = 27.2;
const HIGHEST: f32 = 44.0;
/// The widest that a name may be.
const NAMES: f32 = 330.0;

pub(crate) fn picture(engine: &Engine) -> Picture {
    let dossier = engine.dossier;
    let source = sources(dossier);
    let counts = format!(
        "{} of {} on {}",
        words::count(dossier.positions().count(), "position"),
        words::count(dossier.stakeholders.len(), "stakeholder"),
        words::count(dossier.issues.len(), "issue")
    );
    let mut sheet = Sheet::default();
    foot(&mut sheet, &counts, &source);
    let area = Area { y: 31.0, height: 493.0, ..MAIN };
    let end = sheet.block(&fit(TITLE, &dossier.cover.title, "", (area.width, 80.0)), INK, area);
    let end = legend(engine, &mut sheet, area.below(end + 4.0));
    let page = explore(engine, &decode(""));
    if let Some(matrix) = &page.matrix {
        grid(&mut sheet, matrix, area.below(end + 8.0));
    }
    let alt = format!(
        "{} Who stands where, as a matrix: {counts}. {} {}",
        sentence(&dossier.cover.title),
        sentence(&dossier.cover.description),
        sentence(&source)
    );
    Picture { svg: sheet.svg(), alt }
}

/// What the signs mean, in a line.
fn legend(engine: &Engine, sheet: &mut Sheet, area: Area) -> f32 {
    let side = SMALL * 1.05;
    let mut x = area.x;
    for &stance in Stance::ALL {
        let word = engine.stance_label(stance);
        tile(sheet, stance, Fill::Own, (x, area.y), side);
        x += side + 9.0;
        sheet.line(word, Face::Bold, SMALL, colours::of(stance), (x, area.y + side * 0.82), area);
        x += Face::Bold.width(word) * SMALL + 28.0;
    }
    area.y + side
}

/// The rows of stakeholders who speak: as many as have room, those first of whom most is known.
fn grid(sheet: &mut Sheet, matrix: &Matrix, area: Area) {
    let mut rows: Vec<(&Row, bool)> = Vec::new();
    for group in &matrix.groups {
        let speak = group.rows.iter().filter(|row| said(row) > 0);
        rows.extend(speak.enumerate().map(|(place, row)| (row, place == 0)));
    }
    let all = rows.len();
    let most = (area.height / LOWEST) as usize;
    if all > most {
        // A line of its own says how many are left out.
        let kept = most.saturating_sub(1);
        let mut ranked: Vec<usize> = (0..all).collect();
        ranked.sort_by_key(|&place| std::cmp::Reverse(said(rows[place].0)));
        ranked.truncate(kept);
        let mut place = 0;
        rows.retain(|_| {
            place += 1;
            ranked.contains(&(place - 1))
        });
    }
    let lines = rows.len() + usize::from(all > rows.len());
    let pitch = (area.height / lines.max(1) as f32).min(HIGHEST);
    // A name, with all that reaches above and below, in the middle of its row.
    let (above, below) = Face::Sans.reach();
    let baseline = |top: f32| top + f32::midpoint(pitch, (above - below) * SMALL);
    let names = rows.iter().map(|(row, _)| Face::Sans.width(row.name) * SMALL).fold(0.0, f32::max);
    let names = names.min(NAMES);
    let cells = area.after(LEFT + names + 22.0);
    let step = (cells.width / matrix.columns.len().max(1) as f32).min(pitch * 1.6);
    let side = (step - 3.0).min(pitch - 3.5).max(1.0);
    for (place, (row, first)) in rows.iter().enumerate() {
        let top = area.y + place as f32 * pitch;
        if *first && place > 0 {
            sheet.rule(LEFT, top, MEASURE);
        }
        let name = clip(Face::Sans, row.name, names / SMALL);
        let at = (LEFT, baseline(top));
        sheet.line(&name, Face::Sans, SMALL, INK, at, Area::new(LEFT, top, names + 1.0, pitch));
        for (column, cell) in row.cells.iter().enumerate() {
            let x = cells.x + column as f32 * step + (step - side) / 2.0;
            marks(sheet, cell, (x, top + (pitch - side) / 2.0), side, step);
        }
    }
    if all > rows.len() {
        let more = format!("and {} more", words::count(all - rows.len(), "stakeholder"));
        let top = area.y + rows.len() as f32 * pitch;
        sheet.line(&more, Face::Sans, SMALL, MUTED, (LEFT, baseline(top)), area.below(top));
    }
}

/// How many positions a stakeholder holds.
fn said(row: &Row) -> usize {
    row.cells.iter().map(|cell| cell.marks.len()).sum()
}

/// The tiles of a cell: one, or the two first that differ, side by side and smaller. A dot where nothing was said.
fn marks(sheet: &mut Sheet, cell: &Cell, (x, y): (f32, f32), side: f32, step: f32) {
    let mut tiles: Vec<(Stance, Fill)> = Vec::new();
    for mark in &cell.marks {
        let shown = (mark.stance, Fill::of(mark.basis));
        if !tiles.contains(&shown) {
            tiles.push(shown);
        }
    }
    match tiles[..] {
        [] => {
            let (x, y) = (x + side / 2.0, y + side / 2.0);
            sheet.put(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.5\" fill=\"{RULE}\"/>"));
        }
        [(stance, fill)] => tile(sheet, stance, fill, (x, y), side),
        [(stance, fill), (other, other_fill), ..] => {
            let half = (side * 0.58).min((step - 3.0) / 2.0).max(1.0);
            let y = y + (side - half) / 2.0;
            tile(sheet, stance, fill, (x + side / 2.0 - half - 0.5, y), half);
            tile(sheet, other, other_fill, (x + side / 2.0 + 0.5, y), half);
        }
    }
}
