//! Text that fits: words into lines, lines into an area, by type that gets smaller down to a floor, then by an ellipsis at
//! the end of a word.

use crate::face::Face;

/// How a text may be set: the sizes that are tried, from the largest, and the distance of its baselines in sizes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The face.
    pub(crate) face: Face,
    /// The largest size.
    pub(crate) largest: f32,
    /// The smallest.
    pub(crate) floor: f32,
    /// From one baseline to the next, in sizes.
    pub(crate) leading: f32,
    /// How many lines at most.
    pub(crate) most: usize,
}

/// A text in lines of one size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) face: Face,
    pub(crate) size: f32,
    /// From one baseline to the next.
    pub(crate) pitch: f32,
    pub(crate) lines: Vec<String>,
}

impl Block {
    /// How high it is, from above its first line to below its last.
    pub(crate) fn height(&self) -> f32 {
        let (above, below) = self.face.reach();
        match self.lines.len() {
            0 => 0.0,
            lines => (lines - 1) as f32 * self.pitch + (above + below) * self.size,
        }
    }
}

/// Sets `text` into an area of this width and height. Where even the smallest size has no room for it, it ends in `…` and
/// `tail`; an area without room for a line stays empty.
pub(crate) fn fit(setting: Setting, text: &str, tail: &str, (width, height): (f32, f32)) -> Block {
    let Setting { face, largest, floor, leading, most } = setting;
    let whole = format!("{}{tail}", face.drawable(text));
    let words = Words::of(face, &whole);
    let mut size = largest;
    loop {
        let (above, below) = face.reach();
        let pitch = size * leading;
        let room = (height - (above + below) * size) / pitch;
        let room = if room < 0.0 { 0 } else { most.min(room as usize + 1) };
        let block = |lines| Block { face, size, pitch, lines };
        let lines = words.wrap(width / size);
        // A word is only broken where no size has room for it.
        let broken = size > floor && words.widest() * size > width;
        if lines.len() <= room && !broken {
            return block(words.balance(width / size, lines));
        }
        if size <= floor {
            return block(cut(face, lines, tail, width / size, room));
        }
        size = (size - 2.0).max(floor);
    }
}

/// The words of a text with what they measure at size 1.
struct Words<'t> {
    face: Face,
    /// Each with its width, and the width of the blank before it, kerned with the letters around it.
    words: Vec<(&'t str, f32, f32)>,
}

impl<'t> Words<'t> {
    fn of(face: Face, text: &'t str) -> Self {
        let mut words: Vec<(&str, f32, f32)> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = face.width(word);
            let blank = words.last().map(|(before, its, _)| face.width(&format!("{before} {word}")) - its - width);
            words.push((word, width, blank.unwrap_or(0.0)));
        }
        Self { face, words }
    }

    fn widest(&self) -> f32 {
        self.words.iter().map(|(_, width, _)| *width).fold(0.0, f32::max)
    }

    /// The text in lines no wider than `width`, as few as there can be. A word that is wider by itself is broken.
    fn wrap(&self, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let (mut line, mut end) = (String::new(), 0.0);
        for &(word, own, blank) in &self.words {
            if !line.is_empty() && end + blank + own <= width {
                line.push(' ');
                line.push_str(word);
                end += blank + own;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let (mut rest, mut left) = (word, own);
            while left > width && rest.chars().nth(1).is_some() {
                let head = head(self.face, rest, width, "");
                lines.push(head.to_owned());
                rest = &rest[head.len()..];
                left = self.face.width(rest);
            }
            rest.clone_into(&mut line);
            end = left;
        }
        lines.extend((!line.is_empty()).then_some(line));
        lines
    }

    /// The same number of lines as `lines`, the last not much shorter than the others.
    fn balance(&self, width: f32, lines: Vec<String>) -> Vec<String> {
        let (mut low, mut high, mut best) = (width / 2.0, width, lines);
        if best.len() < 2 {
            return best;
        }
        for _ in 0..7 {
            let middle = f32::midpoint(low, high);
            let tried = self.wrap(middle);
            if tried.len() == best.len() && self.widest() <= middle {
                high = middle;
                best = tried;
            } else {
                low = middle;
            }
        }
        best
    }
}

/// As many letters of `text` from its beginning as have room with `tail` behind them, at least one.
fn head<'t>(face: Face, text: &'t str, width: f32, tail: &str) -> &'t str {
    let ends: Vec<usize> = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).collect();
    let fits = ends.partition_point(|&end| face.width(&format!("{}{tail}", &text[..end])) <= width);
    &text[..ends.get(fits.saturating_sub(1)).copied().unwrap_or(text.len())]
}

/// As many of the lines as have room, the last ended by `…` and `tail`.
fn cut(face: Face, mut lines: Vec<String>, tail: &str, width: f32, room: usize) -> Vec<String> {
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = shortened(face, last, tail, width);
        }
    }
    lines
}

/// One line of `text`, ended by `…` and `tail` at the end of a word where anything had to go.
pub(crate) fn clip(face: Face, text: &str, width: f32) -> String {
    let text = face.drawable(text);
    if face.width(&text) <= width { text } else { shortened(face, &text, "", width) }
}

fn shortened(face: Face, line: &str, tail: &str, width: f32) -> String {
    let end = format!("…{tail}");
    let has_room = |kept: &str| face.width(&format!("{kept}{end}")) <= width;
    let mut kept = line;
    while !has_room(kept) {
        match kept.rfind(' ') {
            Some(at) => kept = &kept[..at],
            // One word alone is too wide: it ends within.
            None => {
                kept = head(face, kept, width, &end);
                break;
            }
        }
    }
    format!("{}{end}", kept.trim_end_matches([' ', ',', ';', ':', '·', '—', '–']))
}
