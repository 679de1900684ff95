//! An SVG document under construction.

use std::fmt::Write as _;

use dossier::markup::escape;

use crate::colours::{PAPER, RULE};
use crate::font::Font;
use crate::text_layout::TextBlock;
use crate::{HEIGHT, WIDTH};

/// A rectangle of the picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Area {
    pub(crate) const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The part below `y`.
    pub(crate) fn below(self, y: f32) -> Self {
        Self { y, height: (self.y + self.height - y).max(0.0), ..self }
    }

    /// The part above `y`.
    pub(crate) fn above(self, y: f32) -> Self {
        Self { height: (y - self.y).max(0.0), ..self }
    }

    /// The part to the right of `x`.
    pub(crate) fn after(self, x: f32) -> Self {
        Self { x, width: (self.x + self.width - x).max(0.0), ..self }
    }

    pub(crate) const fn size(self) -> (f32, f32) {
        (self.width, self.height)
    }
}

/// An SVG document under construction. Each `text` element states the area it was laid out in (`data-area`), which the
/// tests check it against.
#[derive(Debug, Default)]
pub(crate) struct Canvas {
    elements: String,
    definitions: String,
    texts: usize,
}

impl Canvas {
    /// Appends an element.
    pub(crate) fn element(&mut self, element: std::fmt::Arguments) {
        // Writing to a `String` cannot fail.
        let _ = self.elements.write_fmt(element);
        self.elements.push('\n');
    }

    /// Adds an element to `defs`, unless it is there.
    pub(crate) fn define(&mut self, definition: &str) {
        if !self.definitions.contains(definition) {
            self.definitions.push_str(definition);
            self.definitions.push('\n');
        }
    }

    /// Draws a line of text that starts at `x` on the baseline `y`.
    pub(crate) fn text_line(
        &mut self,
        text: &str,
        font: Font,
        size: f32,
        colour: &str,
        (x, y): (f32, f32),
        area: Area,
    ) {
        self.texts += 1;
        let Area { x: left, y: top, width, height } = area;
        let (number, family, text) = (self.texts, font.family(), escape(text, ""));
        self.element(format_args!(
            "<text id=\"t{number}\" data-area=\"{left:.1} {top:.1} {width:.1} {height:.1}\" x=\"{x:.1}\" y=\"{y:.1}\" \
             font-family=\"{family}\" font-size=\"{size}\" fill=\"{colour}\">{text}</text>"
        ));
    }

    /// Draws a block of text at the top left of `area` and returns the `y` of its bottom edge.
    pub(crate) fn text_block(&mut self, block: &TextBlock, colour: &str, area: Area) -> f32 {
        let (above, _) = block.font.reach();
        for (place, line) in block.lines.iter().enumerate() {
            let y = area.y + above * block.size + place as f32 * block.line_height;
            self.text_line(line, block.font, block.size, colour, (area.x, y), area);
        }
        area.y + block.height()
    }

    /// Draws a horizontal rule.
    pub(crate) fn rule(&mut self, x: f32, y: f32, width: f32) {
        self.element(format_args!("<path d=\"M{x:.1} {y:.1}h{width:.1}\" stroke=\"{RULE}\" stroke-width=\"2\"/>"));
    }

    /// The finished document.
    pub(crate) fn svg(self) -> String {
        let Self { elements, definitions, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n<defs>\n{definitions}</defs>\n\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\n{elements}</svg>\n"
        )
    }
}
