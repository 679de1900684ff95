//! The rows that match what was typed, in tiers.

use crate::bits::Bits;
use crate::search_query::TIERS;
use crate::typing::Kind;

/// For every tier the rows that match in it or in a better one; `None` where that adds nothing to the tier before.
///
/// Since a row's tier is that of its weakest word, the rows of a tier or better under several words are simply those
/// which each of the words has in that tier or better.
#[derive(Default)]
pub(crate) struct Levels {
    tiers: [Option<Bits>; TIERS as usize],
}

impl Levels {
    pub(crate) fn everything(rows: u32) -> Levels {
        let mut levels = Levels::default();
        levels.tiers[0] = Some(Bits::all(rows));
        levels
    }

    /// Adds meetings of one kind: the rows with one in the head, and those with one anywhere (the former among them). The kinds are added
    /// from the best to the worst.
    pub(crate) fn add(&mut self, kind: Kind, mut head: Bits, mut any: Bits) {
        let tier = 2 * kind as usize;
        if let Some(better) = self.tiers[..=tier + 1].iter().flatten().next_back() {
            any.add(better);
        }
        if let Some(better) = self.tiers[..=tier].iter().flatten().next_back() {
            head.add(better);
        }
        self.tiers[tier] = Some(head);
        self.tiers[tier + 1] = Some(any);
    }

    pub(crate) fn and(&self, other: &Levels) -> Levels {
        let mut both = Levels::default();
        for tier in 0..TIERS as usize {
            let news = self.tiers[tier].is_some() || other.tiers[tier].is_some();
            if let (true, Some(left), Some(right)) = (news, self.up_to(tier), other.up_to(tier)) {
                let mut rows = left.clone();
                rows.keep(right);
                both.tiers[tier] = Some(rows);
            }
        }
        both
    }

    /// The rows of `tier` or better.
    fn up_to(&self, tier: usize) -> Option<&Bits> {
        self.tiers[..=tier].iter().flatten().next_back()
    }

    /// All rows that match.
    pub(crate) fn last(&self) -> Option<&Bits> {
        self.up_to(TIERS as usize - 1)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.last().is_none_or(Bits::is_empty)
    }

    pub(crate) fn drop_all(&mut self, rows: &Bits) {
        for tier in self.tiers.iter_mut().flatten() {
            tier.drop_all(rows);
        }
    }
}

/// The rows that match what was typed, in tiers.
pub struct Found {
    /// Every tier that has rows, best first, with the rows of it and of those before.
    tiers: Vec<(u8, Bits)>,
    none: Bits,
}

impl Found {
    pub(crate) fn nothing() -> Found {
        Found { tiers: Vec::new(), none: Bits::default() }
    }

    pub(crate) fn new(levels: Levels) -> Found {
        let tiers = (0..TIERS).zip(levels.tiers).filter_map(|(tier, rows)| Some((tier, rows?)));
        Found { tiers: tiers.collect(), none: Bits::default() }
    }

    /// All rows that match.
    pub(crate) fn all(&self) -> &Bits {
        self.tiers.last().map_or(&self.none, |(_, rows)| rows)
    }

    /// How many rows match.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.all().len()
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }

    /// Whether `row` matches.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.all().contains(row)
    }

    /// The tier of `row`, `None` if it does not match.
    #[must_use]
    pub fn tier(&self, row: u32) -> Option<u8> {
        self.tiers.iter().find(|(_, rows)| rows.contains(row)).map(|(tier, _)| *tier)
    }

    /// The first `limit` rows, best tier first, ascending within a tier.
    #[must_use]
    pub fn ranked(&self, limit: usize) -> Vec<u32> {
        self.ranked_among(None, limit)
    }

    /// The same, of those rows that are `among` some.
    pub(crate) fn ranked_among(&self, among: Option<&Bits>, limit: usize) -> Vec<u32> {
        let mut ranked = Vec::new();
        let mut before: &[u64] = &[];
        for (_, rows) in &self.tiers {
            for (index, &word) in rows.words().iter().enumerate() {
                let mut new = word & !before.get(index).copied().unwrap_or_default();
                if let Some(among) = among {
                    new &= among.words().get(index).copied().unwrap_or_default();
                }
                while new != 0 {
                    if ranked.len() == limit {
                        return ranked;
                    }
                    ranked.push(index as u32 * 64 + new.trailing_zeros());
                    new &= new - 1;
                }
            }
            before = rows.words();
        }
        ranked
    }
}
