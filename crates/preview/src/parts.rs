//! Parts shared by several preview pictures.

pub(crate) mod stances;

use dossier::{Confidence, Dossier, Position};
use explore::words;

use crate::font::Font;
use crate::footer::SMALL;
use crate::text_layout::{TextBlock, TextStyle, fit};

/// Style of the name at the top of a picture.
pub(crate) const NAME: TextStyle =
    TextStyle { font: Font::Serif, max_size: 68.0, min_size: 38.0, line_height: 1.2, max_lines: 2 };
/// Style of small print at the bottom of a picture.
pub(crate) const SMALL_PRINT: TextStyle =
    TextStyle { font: Font::Sans, max_size: 26.0, min_size: SMALL, line_height: 1.3, max_lines: 2 };

/// Remarks on a position in the words of the matrix legend: conditional, changed, superseded, uncertain.
pub(crate) fn marks(dossier: &Dossier, position: &Position) -> Vec<&'static str> {
    let is_superseded = dossier.positions().any(|(_, other)| other.supersedes.as_ref() == Some(&position.id));
    let marks = [
        (!position.conditions.is_empty(), "conditional"),
        (position.supersedes.is_some(), "changed position"),
        (is_superseded, "earlier position"),
        (position.confidence == Confidence::Low, "uncertain"),
    ];
    marks.into_iter().filter(|(has, _)| *has).map(|(_, mark)| mark).collect()
}

/// A name followed by its marks in brackets: `Bridge (conditional, changed position)`.
pub(crate) fn marked(name: &str, marks: &[&str]) -> String {
    if marks.is_empty() { name.to_owned() } else { format!("{name} ({})", marks.join(", ")) }
}

/// `text` with its first letter in upper case.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `text` with a full stop, unless it ends in terminal punctuation.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// Lays out `intro` and the names. Where not all fit, as many as fit are followed by the number of others. Empty
/// without names.
pub(crate) fn list(style: TextStyle, intro: &str, names: &[&str], size: (f32, f32)) -> TextBlock {
    let is_whole = |block: &TextBlock| !block.lines.last().is_some_and(|line| line.ends_with('…'));
    if names.is_empty() {
        return fit(style, "", "", size);
    }
    let mut best = fit(style, &format!("{intro}{}", words::and(names)), "", size);
    if !is_whole(&best) {
        let smallest = TextStyle { max_size: style.min_size, ..style };
        let with_first = |kept: usize| {
            let more = format!("{} others", names.len() - kept);
            let parts: Vec<&str> = names[..kept].iter().copied().chain([more.as_str()]).collect();
            fit(smallest, &format!("{intro}{}", words::and(&parts)), "", size)
        };
        // More names need more room, so that the search ends at the first that does not fit.
        let fitting = (1..names.len().saturating_sub(1)).map(with_first).take_while(is_whole);
        best = fitting.last().unwrap_or(best);
    }
    best
}
