//! A position: who stands where on what, and how we know.

use dossier::{Document, Position};
use explore::{self, Engine};

use crate::Picture;
use crate::colours::{self, INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, fit};
use crate::foot::{MAIN, foot};
use crate::parts::{NAME, SMALL_PRINT, capitalized, marks, sentence};
use crate::sheet::Sheet;
use crate::tile::{Fill, tile};

const STANCE: Setting = Setting { face: Face::Bold, largest: 30.0, floor: 24.0, leading: 1.3, most: 1 };
const ISSUE: Setting = Setting { face: Face::Serif, largest: 40.0, floor: 26.0, leading: 1.2, most: 2 };
const SUMMARY: Setting = Setting { face: Face::Serif, largest: 44.0, floor: 26.0, leading: 1.25, most: 10 };
/// The side of the tile.
const TILE: f32 = 84.0;

/// The picture; `None` if the holder or the issue is not in the registries.
pub(crate) fn picture(engine: &Engine, document: &Document, position: &Position) -> Option<Picture> {
    let statement = engine.dossier.statement(position)?;
    let (holder, issue) = (&statement.name, &statement.issue.proposition);
    let known = explore::provenance(engine, document, position);
    let mut how = vec![known.basis, known.when];
    how.extend(marks(engine.dossier, position).into_iter().map(str::to_owned));
    let how = how.join(" · ");
    let source = format!("{}, {}", document.source_line(), explore::paragraphs(position.evidence.iter()));

    let mut sheet = Sheet::default();
    foot(&mut sheet, &engine.dossier.cover.title, &source);
    let name = fit(NAME, holder, "", (MAIN.width, 120.0));
    let top = sheet.block(&name, INK, MAIN) + 24.0;

    tile(&mut sheet, position.stance, Fill::of(position.attribution.kind), (MAIN.x, top), TILE);
    let beside = MAIN.after(MAIN.x + TILE + 26.0).below(top - 6.0);
    let verb = capitalized(&statement.verb(statement.holder.is_plural()));
    let word = fit(STANCE, &verb, "", (beside.width, 44.0));
    let end = sheet.block(&word, colours::of(position.stance), beside);
    let about = beside.below(end);
    let about_text = fit(ISSUE, issue, "", (about.width, 92.0));
    let end = sheet.block(&about_text, INK, about).max(top + TILE);

    let how_text = fit(SMALL_PRINT, &how, "", (MAIN.width, 64.0));
    let foot_of_area = MAIN.y + MAIN.height - how_text.height();
    sheet.block(&how_text, MUTED, MAIN.below(foot_of_area));
    let area = MAIN.below(end + 24.0).above(foot_of_area - 16.0);
    sheet.block(&fit(SUMMARY, &position.summary, "", area.size()), INK, area);

    let alt = format!(
        "{} {} {} {}",
        sentence(&statement.to_string()),
        sentence(&position.summary),
        sentence(&how),
        sentence(&source)
    );
    Some(Picture { svg: sheet.svg(), alt })
}
