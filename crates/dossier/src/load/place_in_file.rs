//! Line and column of a fault in its file.
//!
//! A value that was read from JSON does not know where it stood, so the text is walked again, and only where there are
//! faults: each value on the way to one is passed over once for each level above it, however many faults there are.

use super::fault::At;
use super::json_path::{JsonPath, Step};
use super::scan::{elements, members, start};

/// What to look for: a value at a known place of the text, and the way from there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The byte where the value stands that the way begins in.
    pub(super) anchor: usize,
    /// The way from there.
    pub(super) way: JsonPath,
}

/// The place of each spot, in their order. A way that leads nowhere stops at the last value that is there.
pub(super) fn places(text: &str, spots: &[Spot]) -> Vec<At> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|&spot| &spots[spot]);
    let mut finder = Finder { text, spots, offsets: vec![0; spots.len()] };
    for group in order.chunk_by(|&one, &other| spots[one].anchor == spots[other].anchor) {
        finder.find(spots[group[0]].anchor, 0, group);
    }
    lines(text, &finder.offsets)
}

struct Finder<'t> {
    text: &'t str,
    spots: &'t [Spot],
    /// The byte of each spot.
    offsets: Vec<usize>,
}

impl Finder<'_> {
    fn step(&self, spot: usize, depth: usize) -> Option<&Step> {
        self.spots[spot].way.0.get(depth)
    }

    /// Finds a group of spots whose ways are the same up to `depth` and have led to the value at `at`. The group is sorted,
    /// hence those that end here stand first.
    fn find(&mut self, at: usize, depth: usize, group: &[usize]) {
        let at = start(self.text, at);
        for &spot in group {
            self.offsets[spot] = at;
        }
        let here = group.partition_point(|&spot| self.step(spot, depth).is_none());
        let further = &group[here..];
        if further.is_empty() {
            return;
        }
        // Of several members with one name the last counts: what is found later takes the place of what was found before.
        let mut inside: Vec<(usize, &[usize])> = Vec::new();
        let same = |one: &usize, other: &usize| self.step(*one, depth) == self.step(*other, depth);
        let groups: Vec<&[usize]> = further.chunk_by(same).collect();
        if self.text.as_bytes().get(at) == Some(&b'{') {
            let members = members(self.text, at);
            let mut found: Vec<Option<usize>> = vec![None; groups.len()];
            for member in members {
                let place = groups.binary_search_by(|group| match self.step(group[0], depth) {
                    Some(Step::Member(name)) => name.as_str().cmp(&member.name),
                    Some(Step::Element(_)) | None => std::cmp::Ordering::Greater,
                });
                if let Ok(place) = place {
                    found[place] = Some(member.value.start);
                }
            }
            inside.extend(groups.iter().zip(found).filter_map(|(&group, at)| Some((at?, group))));
        } else {
            let elements = elements(self.text, at);
            for group in groups {
                if let Some(Step::Element(index)) = self.step(group[0], depth)
                    && let Some(element) = elements.get(*index)
                {
                    inside.push((element.start, group));
                }
            }
        }
        for (at, group) in inside {
            self.find(at, depth + 1, group);
        }
    }
}

/// The line and the column of each byte, in one pass over the text.
pub(super) fn lines(text: &str, offsets: &[usize]) -> Vec<At> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|&index| offsets[index]);
    let mut places = vec![At { line: 1, column: 1 }; offsets.len()];
    let (mut line, mut column, mut byte) = (1, 1, 0);
    let bytes = text.as_bytes();
    for index in order {
        let end = offsets[index].min(bytes.len());
        for &passed in &bytes[byte.min(end)..end] {
            match passed {
                b'\n' => (line, column) = (line + 1, 1),
                // The further bytes of a code point.
                0x80..=0xbf => {}
                0..=u8::MAX => column += 1,
            }
        }
        byte = end;
        places[index] = At { line, column };
    }
    places
}

/// The byte at a line and a column as JSON's reader counts them: lines from 1, columns in bytes.
pub(super) fn byte_at(bytes: &[u8], line: usize, column: usize) -> usize {
    let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| place + 1);
    let begin = std::iter::once(0).chain(breaks).nth(line.saturating_sub(1)).unwrap_or(bytes.len());
    (begin + column.saturating_sub(1)).min(bytes.len())
}
