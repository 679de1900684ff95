//! Parts shared by several preview pictures.

pub(crate) mod stances;

use dossier::{Confidence, Dossier, Position};
use explore::words;

use crate::face::Face;
use crate::flow::{Block, Setting, fit};
use crate::foot::SMALL;

/// The name that a picture begins with.
pub(crate) const NAME: Setting = Setting { face: Face::Serif, largest: 68.0, floor: 38.0, leading: 1.2, most: 2 };
/// What stands small at the end.
pub(crate) const SMALL_PRINT: Setting =
    Setting { face: Face::Sans, largest: 26.0, floor: SMALL, leading: 1.3, most: 2 };

/// The marks of a position, in the words of the matrix's legend; both ends of a change say which they are, and low
/// confidence is told.
pub(crate) fn marks(dossier: &Dossier, position: &Position) -> Vec<&'static str> {
    let replaced = dossier.positions().any(|(_, other)| other.supersedes.as_ref() == Some(&position.id));
    let marks = [
        (!position.conditions.is_empty(), "conditional"),
        (position.supersedes.is_some(), "changed position"),
        (replaced, "earlier position"),
        (position.confidence == Confidence::Low, "uncertain"),
    ];
    marks.into_iter().filter(|(has, _)| *has).map(|(_, mark)| mark).collect()
}

/// A name with what a position comes with: `Bridge (conditional, changed position)`.
pub(crate) fn marked(name: &str, marks: &[&str]) -> String {
    if marks.is_empty() { name.to_owned() } else { format!("{name} ({})", marks.join(", ")) }
}

/// The text as a sentence begins.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with a full stop, unless it ends as a sentence does.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// `intro` and the names; where there is no room for all of them, so many, and how many others. Nothing without names.
pub(crate) fn list(setting: Setting, intro: &str, names: &[&str], size: (f32, f32)) -> Block {
    let is_whole = |block: &Block| !block.lines.last().is_some_and(|line| line.ends_with('…'));
    if names.is_empty() {
        return fit(setting, "", "", size);
    }
    let mut best = fit(setting, &format!("{intro}{}", words::and(names)), "", size);
    if !is_whole(&best) {
        let smallest = Setting { largest: setting.floor, ..setting };
        let told = |kept: usize| {
            let more = format!("{} others", names.len() - kept);
            let parts: Vec<&str> = names[..kept].iter().copied().chain([more.as_str()]).collect();
            fit(smallest, &format!("{intro}{}", words::and(&parts)), "", size)
        };
        // From one name on: the next is longer, and the first that has no room is the end.
        let told = (1..names.len().saturating_sub(1)).map(told).take_while(is_whole);
        best = told.last().unwrap_or(best);
    }
    best
}
