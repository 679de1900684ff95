//! Titles in the timeline picture. SVG neither wraps text nor measures it here, so characters are counted.

/// Assumed average character width, in tenths of a unit. Generous for most fonts: a title cut early stays readable, one
/// that overlaps its neighbour does not.
const LETTER: u32 = 66;
/// Free space beside a title, in units.
const MARGIN: u32 = 6;
/// Minimum width of a title, in units.
const LEAST: u32 = 66;
/// Maximum number of lines.
const LINES: usize = 6;

/// Width that a title needs for its longest word, in units.
pub(super) fn title_room(title: &str) -> u32 {
    let longest = title.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    (longest as u32 * LETTER / 10 + MARGIN).max(LEAST)
}

/// Wraps the title to the given width, in units. Overflow is replaced by an ellipsis.
pub(super) fn wrap(title: &str, room: u32) -> Vec<String> {
    let letters = (room.saturating_sub(MARGIN) * 10 / LETTER) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ').filter(|word| !word.is_empty()) {
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                line.push('…');
                break;
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}
