//! The foot of every picture: whose it is, of which dossier, from which source.

use dossier::Dossier;
use explore::{SOURCES, words};

use crate::colours::{INK, MUTED};
use crate::face::Face;
use crate::flow::clip;
use crate::sheet::{Area, Sheet};

/// Where the type begins and how far it reaches, and where it begins from above. Marks hang on its left.
pub(crate) const LEFT: f32 = 80.0;
pub(crate) const MEASURE: f32 = 1040.0;
pub(crate) const TOP: f32 = 56.0;

/// Where the foot begins.
const LINE: f32 = 528.0;
/// What stands above it.
pub(crate) const MAIN: Area = Area::new(LEFT, TOP, MEASURE, 504.0 - TOP);

/// The size of the smallest type of a picture.
pub(crate) const SMALL: f32 = 22.0;

const BRAND: &str = "Standpoint";

/// Draws the foot of a picture `of` a dossier that rests on `source`.
pub(crate) fn foot(sheet: &mut Sheet, of: &str, source: &str) {
    sheet.rule(LEFT, LINE, MEASURE);
    let area = Area::new(LEFT, LINE + 8.0, MEASURE, 72.0);
    sheet.line(BRAND, Face::Serif, 34.0, INK, (LEFT, LINE + 53.0), area);
    let rest = area.after(LEFT + Face::Serif.width(BRAND) * 34.0 + 36.0);
    let mut line = |text: &str, face: Face, colour: &str, y: f32| {
        let text = clip(face, text, rest.width / SMALL);
        sheet.line(&text, face, SMALL, colour, (rest.x, y), rest);
    };
    line(of, Face::Bold, INK, LINE + 36.0);
    line(source, Face::Sans, MUTED, LINE + 67.0);
}

/// The sources of what rests on the whole dossier.
pub(crate) fn sources(dossier: &Dossier) -> String {
    let lines = dossier.documents.iter().take(SOURCES).map(|coded| coded.document.source_line());
    let sources = lines.collect::<Vec<_>>().join("; ");
    match dossier.documents.len().saturating_sub(SOURCES) {
        0 => sources,
        more => format!("{sources} and {}", words::count(more, "more document")),
    }
}
