//! Rows by stance: the stance in words, then tiles with names.

use dossier::Stance;

use crate::canvas::{Area, Canvas};
use crate::colours::{self, INK, MUTED};
use crate::font::Font;
use crate::footer::SMALL;
use crate::text_layout::{TextStyle, fit, truncate_line};
use crate::tile::{Fill, tile};

const LARGEST: f32 = 36.0;
const EMPTY: TextStyle =
    TextStyle { font: Font::Serif, max_size: 56.0, min_size: 28.0, line_height: 1.2, max_lines: 2 };

/// A position, labelled by its holder or its issue.
pub(crate) struct Entry {
    pub(crate) stance: Stance,
    /// The stance in words.
    pub(crate) word: &'static str,
    pub(crate) fill: Fill,
    pub(crate) label: String,
}

/// A name with a tile for each fill.
struct Chip<'t> {
    fills: Vec<Fill>,
    label: &'t str,
}

/// Names of one stance. Proposals and claims have separate rows, because their stances have different words.
struct Row<'t> {
    stance: Stance,
    word: &'static str,
    chips: Vec<Chip<'t>>,
}

/// Draws the entries in `area`, or the text `without` if there are none.
pub(crate) fn stances(canvas: &mut Canvas, entries: &[Entry], without: &str, area: Area) {
    if entries.is_empty() {
        canvas.text_block(&fit(EMPTY, without, "", area.size()), MUTED, area);
        return;
    }
    let rows = rows(entries);
    let mut size = LARGEST;
    while size > SMALL && !Table::of(&rows, size, area).fits() {
        size -= 1.0;
    }
    let mut table = Table::of(&rows, size, area);
    table.shorten(area.height);
    table.draw(canvas);
}

fn rows(entries: &[Entry]) -> Vec<Row<'_>> {
    let mut kinds: Vec<(Stance, &'static str)> = entries.iter().map(|entry| (entry.stance, entry.word)).collect();
    // The sort is stable: words of one stance stay in dossier order.
    kinds.sort_by_key(|(stance, _)| *stance);
    let mut seen = Vec::new();
    kinds.retain(|kind| !seen.contains(kind) && (seen.push(*kind), true).1);
    let row = |&(stance, word): &(Stance, &'static str)| {
        let mut chips: Vec<Chip> = Vec::new();
        for entry in entries.iter().filter(|entry| (entry.stance, entry.word) == (stance, word)) {
            match chips.iter_mut().find(|chip| chip.label == entry.label) {
                Some(chip) if chip.fills.contains(&entry.fill) => {}
                Some(chip) => chip.fills.push(entry.fill),
                None => chips.push(Chip { fills: vec![entry.fill], label: &entry.label }),
            }
        }
        Row { stance, word, chips }
    };
    kinds.iter().map(row).collect()
}

/// The rows laid out at one font size.
struct Table<'r, 't> {
    rows: &'r [Row<'t>],
    size: f32,
    area: Area,
    /// Area of the chips, to the right of the words.
    chips: Area,
    /// Indices of chips by row and line.
    lines: Vec<Vec<Vec<usize>>>,
    /// Number of chips of each row that do not fit.
    left_out: Vec<usize>,
}

impl<'r, 't> Table<'r, 't> {
    fn of(rows: &'r [Row<'t>], size: f32, area: Area) -> Self {
        let word = |row: &Row| Font::Bold.width(row.word) * size;
        let chips = area.after(area.x + rows.iter().map(word).fold(0.0, f32::max) + size);
        let mut table = Self { rows, size, area, chips, lines: Vec::new(), left_out: vec![0; rows.len()] };
        table.lines = rows.iter().map(|row| table.wrap(row)).collect();
        table
    }

    /// Breaks the chips of a row into lines.
    fn wrap(&self, row: &Row) -> Vec<Vec<usize>> {
        let (mut lines, mut end) = (Vec::new(), f32::INFINITY);
        for (place, chip) in row.chips.iter().enumerate() {
            let width = self.width(chip);
            if end + self.chip_gap() + width > self.chips.width {
                lines.push(Vec::new());
                end = -self.chip_gap();
            }
            end += self.chip_gap() + width;
            if let Some(line) = lines.last_mut() {
                line.push(place);
            }
        }
        lines
    }

    const fn tile(&self) -> f32 {
        self.size * 1.2
    }

    const fn chip_gap(&self) -> f32 {
        self.size
    }

    const fn line_height(&self) -> f32 {
        self.size * 1.62
    }

    /// Space above the first tile for accents.
    const fn accent_room(&self) -> f32 {
        self.size * 0.08
    }

    /// Space between two rows.
    const fn row_gap(&self) -> f32 {
        self.size * 0.3
    }

    /// Distance from the left edge of a chip to its name.
    fn indent(&self, chip: &Chip) -> f32 {
        chip.fills.len() as f32 * self.tile() * 1.12 + self.size * 0.28
    }

    /// Maximum width of a chip's name. At the smallest size it leaves room for a count behind it.
    fn room(&self, chip: &Chip) -> f32 {
        let count = self.chip_gap() + Font::Sans.width("and 100,000 more") * self.size;
        self.chips.width - self.indent(chip) - if self.size > SMALL { 0.0 } else { count }
    }

    fn label(&self, chip: &Chip) -> String {
        truncate_line(Font::Sans, chip.label, self.room(chip) / self.size)
    }

    /// Whether everything fits without truncation.
    fn fits(&self) -> bool {
        let mut chips = self.rows.iter().flat_map(|row| &row.chips);
        self.height() <= self.area.height
            && chips.all(|chip| Font::Sans.width(chip.label) * self.size <= self.room(chip))
    }

    fn width(&self, chip: &Chip) -> f32 {
        self.indent(chip) + Font::Sans.width(&self.label(chip)) * self.size
    }

    fn height(&self) -> f32 {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        self.accent_room() + lines as f32 * self.line_height() + (self.rows.len() - 1) as f32 * self.row_gap()
    }

    /// Drops chips that do not fit. Rows get lines in turn, one each, until the height is used up.
    fn shorten(&mut self, height: f32) {
        if self.height() <= height {
            return;
        }
        let gaps = self.accent_room() + (self.rows.len() - 1) as f32 * self.row_gap();
        let mut room = ((height - gaps) / self.line_height()).max(0.0) as usize;
        let mut kept = vec![0; self.rows.len()];
        while room > 0 && kept.iter().zip(&self.lines).any(|(kept, lines)| *kept < lines.len()) {
            for (kept, lines) in kept.iter_mut().zip(&self.lines) {
                if room > 0 && *kept < lines.len() {
                    (*kept, room) = (*kept + 1, room - 1);
                }
            }
        }
        for (row, kept) in kept.into_iter().enumerate() {
            let lines = &mut self.lines[row];
            lines.truncate(kept);
            let kept_chips = |lines: &[Vec<usize>]| lines.iter().map(Vec::len).sum::<usize>();
            let all = self.rows[row].chips.len();
            self.left_out[row] = all - kept_chips(&self.lines[row]);
            // The last line makes room for the count of dropped chips, but keeps its first chip.
            while self.left_out[row] > 0 && self.end(row) > self.chips.width {
                match self.lines[row].last_mut() {
                    Some(last) if last.len() > 1 => last.truncate(last.len() - 1),
                    Some(_) | None => break,
                }
                self.left_out[row] = all - kept_chips(&self.lines[row]);
            }
        }
    }

    fn more_label(&self, row: usize) -> Option<String> {
        (self.left_out[row] > 0).then(|| format!("and {} more", self.left_out[row]))
    }

    /// Width of the last line of a row, including the count of dropped chips.
    fn end(&self, row: usize) -> f32 {
        let chips = self.lines[row].last().into_iter().flatten();
        let chips: f32 = chips.map(|&place| self.width(&self.rows[row].chips[place]) + self.chip_gap()).sum();
        chips + self.more_label(row).map_or(0.0, |more| Font::Sans.width(&more) * self.size)
    }

    fn draw(&self, canvas: &mut Canvas) {
        let mut top = self.area.y + self.accent_room();
        // Centres the x-height on the tile.
        let baseline = |top: f32| top + self.tile() / 2.0 + self.size * 0.36;
        for (place, row) in self.rows.iter().enumerate() {
            if self.lines[place].is_empty() {
                continue;
            }
            let at = (self.area.x, baseline(top));
            canvas.text_line(row.word, Font::Bold, self.size, colours::of(row.stance), at, self.area);
            let mut x = self.chips.x;
            for line in &self.lines[place] {
                x = self.chips.x;
                for chip in line.iter().map(|&chip| &row.chips[chip]) {
                    for (number, fill) in chip.fills.iter().enumerate() {
                        let at = (x + number as f32 * self.tile() * 1.12, top);
                        tile(canvas, row.stance, *fill, at, self.tile());
                    }
                    let at = (x + self.indent(chip), baseline(top));
                    canvas.text_line(&self.label(chip), Font::Sans, self.size, INK, at, self.chips);
                    x += self.width(chip) + self.chip_gap();
                }
                top += self.line_height();
            }
            if let Some(more) = self.more_label(place) {
                canvas.text_line(
                    &more,
                    Font::Sans,
                    self.size,
                    MUTED,
                    (x, baseline(top - self.line_height())),
                    self.chips,
                );
            }
            top += self.row_gap();
        }
    }
}
