//! The stance tile: sign and colour stand for the stance, the fill for the basis. It looks as on the page
//! (`style/tile.css`), but the signs are paths, because no font centres them all in a square.

use dossier::{Basis, Stance};

use crate::canvas::Canvas;
use crate::colours::{PAPER, of};

/// Fill of a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// The holder's own words or acts.
    Own,
    /// Others' reports.
    Reported,
    /// An allegation.
    Alleged,
    /// The article's own voice.
    Narrated,
}

impl Fill {
    /// The fill for a basis.
    pub(crate) const fn of(basis: Basis) -> Self {
        match basis {
            Basis::Direct | Basis::Indirect | Basis::Conduct => Self::Own,
            Basis::ThirdParty => Self::Reported,
            Basis::Allegation => Self::Alleged,
            Basis::Narration => Self::Narrated,
        }
    }
}

/// Sign of a stance as path data in a 24 by 24 square, to be stroked.
const fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "M12 6.2v11.6M6.2 12h11.6",
        Stance::Opposes => "M6.2 12h11.6",
        Stance::Uncommitted => "M6 13.6c1.4-3.4 3.8-3.4 6-1.6s4.6 1.8 6-1.6",
        Stance::Asks => "M8.6 9.2c.2-2 1.6-3.2 3.5-3.2 2 0 3.4 1.2 3.4 3 0 2.6-3.4 2.9-3.4 5.4M12.1 18v.01",
        Stance::Unclear => "M6.8 12v.01M12 12v.01M17.2 12v.01",
    }
}

/// Draws a tile with its top left corner at `x`, `y`. Small tiles have thinner borders.
pub(crate) fn tile(canvas: &mut Canvas, stance: Stance, fill: Fill, (x, y): (f32, f32), size: f32) {
    let colour = of(stance);
    let edge = (size / 14.0).clamp(1.5, 3.5);
    let (inset, within, corner) = (edge / 2.0, size - edge, size / 7.0);
    let (ground, ink) = match fill {
        Fill::Own => (colour.to_owned(), PAPER),
        Fill::Reported | Fill::Narrated => (PAPER.to_owned(), colour),
        Fill::Alleged => (hatching(canvas, stance, size), colour),
    };
    let dots = match fill {
        Fill::Narrated => {
            // A whole number of dots fits around the border.
            let around = 4.0 * within - (8.0 - std::f32::consts::TAU) * corner;
            let gap = around / (around / (edge * 2.1)).round().max(1.0);
            format!(" stroke-dasharray=\"0 {gap:.3}\" stroke-linecap=\"round\"")
        }
        Fill::Own | Fill::Reported | Fill::Alleged => String::new(),
    };
    canvas.element(format_args!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{within:.1}\" height=\"{within:.1}\" rx=\"{corner:.1}\" fill=\"{ground}\" \
         stroke=\"{colour}\" stroke-width=\"{edge:.1}\"{dots}/>",
        x + inset,
        y + inset
    ));
    let (path, scale) = (sign(stance), size / 24.0);
    let mut stroke_sign = |colour: &str, width: f32| {
        canvas.element(format_args!(
            "<path transform=\"translate({x:.1} {y:.1}) scale({scale:.3})\" d=\"{path}\" fill=\"none\" \
             stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linecap=\"round\"/>"
        ));
    };
    if fill == Fill::Alleged {
        // Keeps the hatching clear of the sign.
        stroke_sign(PAPER, 7.5);
    }
    stroke_sign(ink, 2.8);
}

/// Defines a diagonal hatching in the stance's colour, half transparent, and returns its `url()`.
fn hatching(canvas: &mut Canvas, stance: Stance, size: f32) -> String {
    let (step, colour) = ((size / 6.0).max(5.0), of(stance));
    let name = format!("{}-{step:.0}", stance.word());
    canvas.define(&format!(
        "<pattern id=\"{name}\" patternUnits=\"userSpaceOnUse\" width=\"{step:.0}\" height=\"{step:.0}\" \
         patternTransform=\"rotate(45)\"><path d=\"M0 0v{step:.0}\" stroke=\"{colour}\" stroke-opacity=\"0.45\" \
         stroke-width=\"{:.1}\"/></pattern>",
        step / 1.6
    ));
    format!("url(#{name})")
}

#[cfg(test)]
mod tests {
    use explore::words;

    use super::*;

    #[test]
    fn signs_match_glyphs_of_page() {
        let drawn = [
            (Stance::Supports, "+", 2),
            (Stance::Opposes, "\u{2212}", 1),
            (Stance::Uncommitted, "~", 1),
            (Stance::Asks, "?", 2),
            (Stance::Unclear, "\u{2026}", 3),
        ];
        assert_eq!(drawn.map(|(stance, _, _)| stance), Stance::ALL);
        for (stance, glyph, strokes) in drawn {
            assert_eq!(words::glyph(stance), glyph, "the page has another sign: change the path in `sign`");
            assert_eq!(sign(stance).matches('M').count(), strokes, "{glyph}");
        }
    }
}
