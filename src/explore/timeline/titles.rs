//! Titles in the picture. A drawing does not break its lines by itself, and cannot measure letters: so they are counted.

/// How wide a letter of a title is, on the average, in tenths of a unit. Wide for most faces: a title that is cut early
/// is still read, one that runs into the next is not.
const LETTER: u32 = 66;
/// What stands free beside a title.
const MARGIN: u32 = 6;
/// The least room of a title, in units.
const LEAST: u32 = 66;
/// The most lines of a title.
const LINES: usize = 6;

/// How much room a title needs, in units: that of its longest word.
pub(super) fn title_room(title: &str) -> u32 {
    let longest = title.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    (longest as u32 * LETTER / 10 + MARGIN).max(LEAST)
}

/// The title in lines that fit into so much room. What does not fit ends in an ellipsis.
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
