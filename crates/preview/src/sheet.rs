//! A picture in the making: texts, lines and tiles as SVG.

use std::fmt::Write as _;

use crate::colours::{PAPER, RULE};
use crate::face::Face;
use crate::flow::Block;
use crate::{HEIGHT, WIDTH};

/// An area of the picture, in its pixels.
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

    /// What is left below `y`.
    pub(crate) fn below(self, y: f32) -> Self {
        Self { y, height: (self.y + self.height - y).max(0.0), ..self }
    }

    /// What is left above `y`.
    pub(crate) fn above(self, y: f32) -> Self {
        Self { height: (y - self.y).max(0.0), ..self }
    }

    /// What is left on the right of `x`.
    pub(crate) fn after(self, x: f32) -> Self {
        Self { x, width: (self.x + self.width - x).max(0.0), ..self }
    }

    pub(crate) const fn size(self) -> (f32, f32) {
        (self.width, self.height)
    }
}

/// A picture in the making. Every text carries the area that it was set into (`data-area`), for the tests to hold it to.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    elements: String,
    definitions: String,
    texts: usize,
}

impl Sheet {
    /// Puts an element on it.
    pub(crate) fn put(&mut self, element: std::fmt::Arguments) {
        // A `String` takes whatever is written.
        let _ = self.elements.write_fmt(element);
        self.elements.push('\n');
    }

    /// Puts something there to refer to, once.
    pub(crate) fn define(&mut self, definition: &str) {
        if !self.definitions.contains(definition) {
            self.definitions.push_str(definition);
            self.definitions.push('\n');
        }
    }

    /// A line of text from `x` on its baseline.
    pub(crate) fn line(&mut self, text: &str, face: Face, size: f32, colour: &str, (x, y): (f32, f32), area: Area) {
        self.texts += 1;
        let Area { x: left, y: top, width, height } = area;
        let (number, family, text) = (self.texts, face.family(), escaped(text));
        self.put(format_args!(
            "<text id=\"t{number}\" data-area=\"{left:.1} {top:.1} {width:.1} {height:.1}\" x=\"{x:.1}\" y=\"{y:.1}\" \
             font-family=\"{family}\" font-size=\"{size}\" fill=\"{colour}\">{text}</text>"
        ));
    }

    /// A block of text at the top left of `area`; says where it ends.
    pub(crate) fn block(&mut self, block: &Block, colour: &str, area: Area) -> f32 {
        let (above, _) = block.face.reach();
        for (place, line) in block.lines.iter().enumerate() {
            let y = area.y + above * block.size + place as f32 * block.pitch;
            self.line(line, block.face, block.size, colour, (area.x, y), area);
        }
        area.y + block.height()
    }

    /// A line from side to side.
    pub(crate) fn rule(&mut self, x: f32, y: f32, width: f32) {
        self.put(format_args!("<path d=\"M{x:.1} {y:.1}h{width:.1}\" stroke=\"{RULE}\" stroke-width=\"2\"/>"));
    }

    /// The picture.
    pub(crate) fn svg(self) -> String {
        let Self { elements, definitions, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n<defs>\n{definitions}</defs>\n\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\n{elements}</svg>\n"
        )
    }
}

/// Text as XML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
