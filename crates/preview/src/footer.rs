//! The footer of every picture: brand, title and source.

use dossier::Dossier;
use explore::{SOURCES, words};

use crate::canvas::{Area, Canvas};
use crate::colours::{INK, MUTED};
use crate::font::Font;
use crate::text_layout::truncate_line;

/// Left edge, width and top edge of the content, in pixels. Opening quotation marks hang to the left of it.
pub(crate) const LEFT: f32 = 80.0;
pub(crate) const CONTENT_WIDTH: f32 = 1040.0;
pub(crate) const TOP: f32 = 56.0;

/// Top edge of the footer.
const FOOTER_TOP: f32 = 528.0;
/// The area above the footer.
pub(crate) const CONTENT: Area = Area::new(LEFT, TOP, CONTENT_WIDTH, 504.0 - TOP);

/// Smallest font size of a picture, in pixels.
pub(crate) const SMALL: f32 = 22.0;

const BRAND: &str = "Standpoint";

/// Draws the footer with a title and a source line.
pub(crate) fn draw_footer(canvas: &mut Canvas, title: &str, source: &str) {
    canvas.rule(LEFT, FOOTER_TOP, CONTENT_WIDTH);
    let area = Area::new(LEFT, FOOTER_TOP + 8.0, CONTENT_WIDTH, 72.0);
    canvas.text_line(BRAND, Font::Serif, 34.0, INK, (LEFT, FOOTER_TOP + 53.0), area);
    let rest = area.after(LEFT + Font::Serif.width(BRAND) * 34.0 + 36.0);
    let mut line = |text: &str, font: Font, colour: &str, y: f32| {
        let text = truncate_line(font, text, rest.width / SMALL);
        canvas.text_line(&text, font, SMALL, colour, (rest.x, y), rest);
    };
    line(title, Font::Bold, INK, FOOTER_TOP + 36.0);
    line(source, Font::Sans, MUTED, FOOTER_TOP + 67.0);
}

/// Source line of a picture that draws on the whole dossier.
pub(crate) fn sources(dossier: &Dossier) -> String {
    let lines = dossier.documents.iter().take(SOURCES).map(|coded| coded.document.source_line());
    let sources = lines.collect::<Vec<_>>().join("; ");
    match dossier.documents.len().saturating_sub(SOURCES) {
        0 => sources,
        more => format!("{sources} and {}", words::count(more, "more document")),
    }
}
