//! Merging of overlapping ranges.

use core::ops::Range;

use crate::sort;

/// Sorts ranges and merges those that overlap; drops empty ranges. Ranges that only touch stay apart.
pub(crate) fn apart(ranges: &[Range<u32>]) -> Vec<Range<u32>> {
    let filled = ranges.iter().filter(|range| range.start < range.end);
    let mut packed: Vec<u64> = filled.map(|range| u64::from(range.start) << 32 | u64::from(range.end)).collect();
    sort::ascending(&mut packed);
    let mut apart: Vec<Range<u32>> = Vec::new();
    for range in packed {
        let (start, end) = ((range >> 32) as u32, range as u32);
        match apart.last_mut() {
            Some(last) if start < last.end => last.end = last.end.max(end),
            Some(_) | None => apart.push(start..end),
        }
    }
    apart
}
