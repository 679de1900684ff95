//! Rows by stance: a word, then tiles with names.

use dossier::Stance;

use crate::colours::{self, INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, clip, fit};
use crate::foot::SMALL;
use crate::sheet::{Area, Sheet};
use crate::tile::{Fill, tile};

const LARGEST: f32 = 36.0;
const SILENT: Setting = Setting { face: Face::Serif, largest: 56.0, floor: 28.0, leading: 1.2, most: 2 };

/// One position, under the name of its holder or of its issue.
pub(crate) struct Entry {
    pub(crate) stance: Stance,
    /// The stance in words.
    pub(crate) word: &'static str,
    pub(crate) fill: Fill,
    pub(crate) label: String,
}

/// A name with its tiles, one a fill.
struct Chip<'t> {
    fills: Vec<Fill>,
    label: &'t str,
}

/// The names of one stance in one word: a proposal's and a claim's differ.
struct Row<'t> {
    stance: Stance,
    word: &'static str,
    chips: Vec<Chip<'t>>,
}

/// Draws the entries into `area`, or `without` where there are none.
pub(crate) fn stances(sheet: &mut Sheet, entries: &[Entry], without: &str, area: Area) {
    if entries.is_empty() {
        sheet.block(&fit(SILENT, without, "", area.size()), MUTED, area);
        return;
    }
    let rows = rows(entries);
    let mut size = LARGEST;
    while size > SMALL && !Table::of(&rows, size, area).fits() {
        size -= 1.0;
    }
    let mut table = Table::of(&rows, size, area);
    table.shorten(area.height);
    table.draw(sheet);
}

fn rows(entries: &[Entry]) -> Vec<Row<'_>> {
    let mut kinds: Vec<(Stance, &'static str)> = entries.iter().map(|entry| (entry.stance, entry.word)).collect();
    // The sort is stable: of one stance, the word that comes first in the dossier stands first.
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

/// The rows at one size: the chips of each in lines, as places.
struct Table<'r, 't> {
    rows: &'r [Row<'t>],
    size: f32,
    area: Area,
    /// Where the chips begin.
    chips: Area,
    lines: Vec<Vec<Vec<usize>>>,
    /// How many chips of each row have no room.
    left_out: Vec<usize>,
}

impl<'r, 't> Table<'r, 't> {
    fn of(rows: &'r [Row<'t>], size: f32, area: Area) -> Self {
        let word = |row: &Row| Face::Bold.width(row.word) * size;
        let chips = area.after(area.x + rows.iter().map(word).fold(0.0, f32::max) + size);
        let mut table = Self { rows, size, area, chips, lines: Vec::new(), left_out: vec![0; rows.len()] };
        table.lines = rows.iter().map(|row| table.flow(row)).collect();
        table
    }

    /// The chips of a row, as many in a line as have room.
    fn flow(&self, row: &Row) -> Vec<Vec<usize>> {
        let (mut lines, mut end) = (Vec::new(), f32::INFINITY);
        for (place, chip) in row.chips.iter().enumerate() {
            let width = self.width(chip);
            if end + self.between() + width > self.chips.width {
                lines.push(Vec::new());
                end = -self.between();
            }
            end += self.between() + width;
            if let Some(line) = lines.last_mut() {
                line.push(place);
            }
        }
        lines
    }

    const fn tile(&self) -> f32 {
        self.size * 1.2
    }

    const fn between(&self) -> f32 {
        self.size
    }

    const fn pitch(&self) -> f32 {
        self.size * 1.62
    }

    /// By how much an accent reaches over its tile.
    const fn lead(&self) -> f32 {
        self.size * 0.08
    }

    /// Between two rows.
    const fn gap(&self) -> f32 {
        self.size * 0.3
    }

    /// How far a chip's name stands behind its beginning.
    fn indent(&self, chip: &Chip) -> f32 {
        chip.fills.len() as f32 * self.tile() * 1.12 + self.size * 0.28
    }

    /// How much of the line a chip's name may take. At the smallest size the longest leaves room for a count behind it.
    fn room(&self, chip: &Chip) -> f32 {
        let count = self.between() + Face::Sans.width("and 100,000 more") * self.size;
        self.chips.width - self.indent(chip) - if self.size > SMALL { 0.0 } else { count }
    }

    fn label(&self, chip: &Chip) -> String {
        clip(Face::Sans, chip.label, self.room(chip) / self.size)
    }

    /// Whether every name is whole and every line has room.
    fn fits(&self) -> bool {
        let mut chips = self.rows.iter().flat_map(|row| &row.chips);
        self.height() <= self.area.height
            && chips.all(|chip| Face::Sans.width(chip.label) * self.size <= self.room(chip))
    }

    fn width(&self, chip: &Chip) -> f32 {
        self.indent(chip) + Face::Sans.width(&self.label(chip)) * self.size
    }

    fn height(&self) -> f32 {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        self.lead() + lines as f32 * self.pitch() + (self.rows.len() - 1) as f32 * self.gap()
    }

    /// Leaves out what has no room: each row keeps a line, and what is left goes round.
    fn shorten(&mut self, height: f32) {
        if self.height() <= height {
            return;
        }
        let gaps = self.lead() + (self.rows.len() - 1) as f32 * self.gap();
        let mut room = ((height - gaps) / self.pitch()).max(0.0) as usize;
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
            let shown = |lines: &[Vec<usize>]| lines.iter().map(Vec::len).sum::<usize>();
            let all = self.rows[row].chips.len();
            self.left_out[row] = all - shown(&self.lines[row]);
            // The last line makes room for how many more there are; its first name stays.
            while self.left_out[row] > 0 && self.end(row) > self.chips.width {
                match self.lines[row].last_mut() {
                    Some(last) if last.len() > 1 => last.truncate(last.len() - 1),
                    Some(_) | None => break,
                }
                self.left_out[row] = all - shown(&self.lines[row]);
            }
        }
    }

    fn more(&self, row: usize) -> Option<String> {
        (self.left_out[row] > 0).then(|| format!("and {} more", self.left_out[row]))
    }

    /// Where the last line of a row ends, with the count of what was left out, from where the chips begin.
    fn end(&self, row: usize) -> f32 {
        let chips = self.lines[row].last().into_iter().flatten();
        let chips: f32 = chips.map(|&place| self.width(&self.rows[row].chips[place]) + self.between()).sum();
        chips + self.more(row).map_or(0.0, |more| Face::Sans.width(&more) * self.size)
    }

    fn draw(&self, sheet: &mut Sheet) {
        let mut top = self.area.y + self.lead();
        // The middle of small letters stands in the middle of the tile.
        let baseline = |top: f32| top + self.tile() / 2.0 + self.size * 0.36;
        for (place, row) in self.rows.iter().enumerate() {
            if self.lines[place].is_empty() {
                continue;
            }
            let at = (self.area.x, baseline(top));
            sheet.line(row.word, Face::Bold, self.size, colours::of(row.stance), at, self.area);
            let mut x = self.chips.x;
            for line in &self.lines[place] {
                x = self.chips.x;
                for chip in line.iter().map(|&chip| &row.chips[chip]) {
                    for (number, fill) in chip.fills.iter().enumerate() {
                        let at = (x + number as f32 * self.tile() * 1.12, top);
                        tile(sheet, row.stance, *fill, at, self.tile());
                    }
                    let at = (x + self.indent(chip), baseline(top));
                    sheet.line(&self.label(chip), Face::Sans, self.size, INK, at, self.chips);
                    x += self.width(chip) + self.between();
                }
                top += self.pitch();
            }
            if let Some(more) = self.more(place) {
                sheet.line(&more, Face::Sans, self.size, MUTED, (x, baseline(top - self.pitch())), self.chips);
            }
            top += self.gap();
        }
    }
}
