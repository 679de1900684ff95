//! Text layout: breaks text into lines that fit an area. The type shrinks to a minimum size; text that still does not
//! fit ends in an ellipsis behind a word.

use crate::font::Font;

/// Font, size range and line limits of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    pub(crate) font: Font,
    /// First size tried, in pixels.
    pub(crate) max_size: f32,
    /// Smallest size tried, in pixels.
    pub(crate) min_size: f32,
    /// Distance between baselines, as a multiple of the size.
    pub(crate) line_height: f32,
    pub(crate) max_lines: usize,
}

/// A text broken into lines, all of one size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextBlock {
    pub(crate) font: Font,
    pub(crate) size: f32,
    /// Distance between baselines, in pixels.
    pub(crate) line_height: f32,
    pub(crate) lines: Vec<String>,
}

impl TextBlock {
    /// Height in pixels, from the top of the first line to the bottom of the last.
    pub(crate) fn height(&self) -> f32 {
        let (above, below) = self.font.reach();
        match self.lines.len() {
            0 => 0.0,
            lines => (lines - 1) as f32 * self.line_height + (above + below) * self.size,
        }
    }
}

/// Lays out `text` and `tail` in an area of the given width and height, at the largest size that fits. Text that does
/// not fit at the smallest size ends in `…` and `tail`. An area too small for one line stays empty.
pub(crate) fn fit(style: TextStyle, text: &str, tail: &str, (width, height): (f32, f32)) -> TextBlock {
    let TextStyle { font, max_size, min_size, max_lines, .. } = style;
    let whole = format!("{}{tail}", font.drawable(text));
    let words = Words::of(font, &whole);
    let mut size = max_size;
    loop {
        let (above, below) = font.reach();
        let line_height = size * style.line_height;
        let room = (height - (above + below) * size) / line_height;
        let room = if room < 0.0 { 0 } else { max_lines.min(room as usize + 1) };
        let block = |lines| TextBlock { font, size, line_height, lines };
        let lines = words.wrap(width / size);
        // Words are broken only at the smallest size.
        let breaks_word = size > min_size && words.widest() * size > width;
        if lines.len() <= room && !breaks_word {
            return block(words.balance(width / size, lines));
        }
        if size <= min_size {
            return block(truncate_lines(font, lines, tail, width / size, room));
        }
        size = (size - 2.0).max(min_size);
    }
}

/// Words of a text with their widths at size 1.
struct Words<'t> {
    font: Font,
    /// Word, its width, and the width of the space before it, kerned with the letters around it.
    words: Vec<(&'t str, f32, f32)>,
}

impl<'t> Words<'t> {
    fn of(font: Font, text: &'t str) -> Self {
        let mut words: Vec<(&str, f32, f32)> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = font.width(word);
            let space = words.last().map(|(before, its, _)| font.width(&format!("{before} {word}")) - its - width);
            words.push((word, width, space.unwrap_or(0.0)));
        }
        Self { font, words }
    }

    fn widest(&self) -> f32 {
        self.words.iter().map(|(_, width, _)| *width).fold(0.0, f32::max)
    }

    /// Breaks the text into as few lines as possible, none wider than `width`. Words wider than `width` are broken.
    fn wrap(&self, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let (mut line, mut end) = (String::new(), 0.0);
        for &(word, own, space) in &self.words {
            if !line.is_empty() && end + space + own <= width {
                line.push(' ');
                line.push_str(word);
                end += space + own;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let (mut rest, mut left) = (word, own);
            while left > width && rest.chars().nth(1).is_some() {
                let prefix = longest_prefix(self.font, rest, width, "");
                lines.push(prefix.to_owned());
                rest = &rest[prefix.len()..];
                left = self.font.width(rest);
            }
            rest.clone_into(&mut line);
            end = left;
        }
        lines.extend((!line.is_empty()).then_some(line));
        lines
    }

    /// Rewraps into as many lines as `lines` has, of about equal width.
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

/// Longest prefix of `text`, of at least one letter, that fits `width` together with `tail`.
fn longest_prefix<'t>(font: Font, text: &'t str, width: f32, tail: &str) -> &'t str {
    let ends: Vec<usize> = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).collect();
    let fits = ends.partition_point(|&end| font.width(&format!("{}{tail}", &text[..end])) <= width);
    &text[..ends.get(fits.saturating_sub(1)).copied().unwrap_or(text.len())]
}

/// Keeps the first `room` lines; if any are dropped, the last one kept ends in `…` and `tail`.
fn truncate_lines(font: Font, mut lines: Vec<String>, tail: &str, width: f32, room: usize) -> Vec<String> {
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = ellipsized(font, last, tail, width);
        }
    }
    lines
}

/// `text` as one line; it ends in `…` behind a word if it is wider than `width` (at size 1).
pub(crate) fn truncate_line(font: Font, text: &str, width: f32) -> String {
    let text = font.drawable(text);
    if font.width(&text) <= width { text } else { ellipsized(font, &text, "", width) }
}

fn ellipsized(font: Font, line: &str, tail: &str, width: f32) -> String {
    let end = format!("…{tail}");
    let has_room = |kept: &str| font.width(&format!("{kept}{end}")) <= width;
    let mut kept = line;
    while !has_room(kept) {
        let Some(at) = kept.rfind(' ') else {
            // A single word that is too wide is cut between letters.
            kept = longest_prefix(font, kept, width, &end);
            break;
        };
        kept = &kept[..at];
    }
    format!("{}{end}", kept.trim_end_matches([' ', ',', ';', ':', '·', '—', '–']))
}
