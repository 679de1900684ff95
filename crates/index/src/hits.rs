//! Matching rows by tier.

use crate::bits::Bits;
use crate::search_query::TIERS;
use crate::typing::Kind;

/// Rows of each tier and all better tiers; `None` for a tier that adds no rows.
///
/// A row's tier is that of its weakest word. So the rows that several words have in a tier or better are the
/// intersection of the rows of each word in that tier or better.
#[derive(Default)]
pub(crate) struct RankTiers {
    tiers: [Option<Bits>; TIERS as usize],
}

impl RankTiers {
    pub(crate) fn everything(rows: u32) -> RankTiers {
        let mut tiers = RankTiers::default();
        tiers.tiers[0] = Some(Bits::all(rows));
        tiers
    }

    /// Adds the matches of one kind: rows with a match in the head, and rows with a match anywhere (including the
    /// head). Kinds must be added from best to worst.
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

    pub(crate) fn and(&self, other: &RankTiers) -> RankTiers {
        let mut both = RankTiers::default();
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

    /// Rows of `tier` or better.
    fn up_to(&self, tier: usize) -> Option<&Bits> {
        self.tiers[..=tier].iter().flatten().next_back()
    }

    /// All matching rows.
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

/// Matching rows of a search, by tier.
pub struct Hits {
    /// Tiers that have rows, best first, each with the rows of that tier and all better tiers.
    tiers: Vec<(u8, Bits)>,
    none: Bits,
}

impl Hits {
    pub(crate) fn nothing() -> Hits {
        Hits { tiers: Vec::new(), none: Bits::default() }
    }

    pub(crate) fn new(levels: RankTiers) -> Hits {
        let tiers = (0..TIERS).zip(levels.tiers).filter_map(|(tier, rows)| Some((tier, rows?)));
        Hits { tiers: tiers.collect(), none: Bits::default() }
    }

    /// All matching rows.
    pub(crate) fn all(&self) -> &Bits {
        self.tiers.last().map_or(&self.none, |(_, rows)| rows)
    }

    /// Number of matching rows.
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

    /// Tier of `row`; `None` if it does not match.
    #[must_use]
    pub fn tier(&self, row: u32) -> Option<u8> {
        self.tiers.iter().find(|(_, rows)| rows.contains(row)).map(|(tier, _)| *tier)
    }

    /// First `limit` rows, best tier first, ascending within a tier.
    #[must_use]
    pub fn ranked(&self, limit: usize) -> Vec<u32> {
        self.ranked_among(None, limit)
    }

    /// Like `ranked`, restricted to the rows of `among`.
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
