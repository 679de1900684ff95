//! Picture of a position: holder, stance, issue, summary and basis.

use dossier::{Document, Position};
use explore::{self, Engine};

use crate::Picture;
use crate::canvas::Canvas;
use crate::colours::{self, INK, MUTED};
use crate::font::Font;
use crate::footer::{CONTENT, draw_footer};
use crate::parts::{NAME, SMALL_PRINT, capitalized, marks, sentence};
use crate::text_layout::{TextStyle, fit};
use crate::tile::{Fill, tile};

const STANCE: TextStyle =
    TextStyle { font: Font::Bold, max_size: 30.0, min_size: 24.0, line_height: 1.3, max_lines: 1 };
const ISSUE: TextStyle =
    TextStyle { font: Font::Serif, max_size: 40.0, min_size: 26.0, line_height: 1.2, max_lines: 2 };
const SUMMARY: TextStyle =
    TextStyle { font: Font::Serif, max_size: 44.0, min_size: 26.0, line_height: 1.25, max_lines: 10 };
/// Side length of the tile.
const TILE: f32 = 84.0;

/// Lays out the picture; `None` if the holder or the issue is not in the registries.
pub(crate) fn picture(engine: &Engine, document: &Document, position: &Position) -> Option<Picture> {
    let statement = engine.dossier.statement(position)?;
    let (holder, issue) = (&statement.name, &statement.issue.proposition);
    let provenance = explore::provenance(engine, document, position);
    let mut basis = vec![provenance.basis, provenance.when];
    basis.extend(marks(engine.dossier, position).into_iter().map(str::to_owned));
    let basis = basis.join(" · ");
    let source = format!("{}, {}", document.source_line(), explore::paragraphs(position.evidence.iter()));

    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &engine.dossier.cover.title, &source);
    let name = fit(NAME, holder, "", (CONTENT.width, 120.0));
    let top = canvas.text_block(&name, INK, CONTENT) + 24.0;

    tile(&mut canvas, position.stance, Fill::of(position.attribution.kind), (CONTENT.x, top), TILE);
    let beside = CONTENT.after(CONTENT.x + TILE + 26.0).below(top - 6.0);
    let verb = capitalized(&statement.verb(statement.holder.is_plural()));
    let word = fit(STANCE, &verb, "", (beside.width, 44.0));
    let end = canvas.text_block(&word, colours::of(position.stance), beside);
    let issue_area = beside.below(end);
    let issue_block = fit(ISSUE, issue, "", (issue_area.width, 92.0));
    let end = canvas.text_block(&issue_block, INK, issue_area).max(top + TILE);

    let basis_block = fit(SMALL_PRINT, &basis, "", (CONTENT.width, 64.0));
    let basis_top = CONTENT.y + CONTENT.height - basis_block.height();
    canvas.text_block(&basis_block, MUTED, CONTENT.below(basis_top));
    let area = CONTENT.below(end + 24.0).above(basis_top - 16.0);
    canvas.text_block(&fit(SUMMARY, &position.summary, "", area.size()), INK, area);

    let alt = format!(
        "{} {} {} {}",
        sentence(&statement.to_string()),
        sentence(&position.summary),
        sentence(&basis),
        sentence(&source)
    );
    Some(Picture { svg: canvas.svg(), alt })
}
