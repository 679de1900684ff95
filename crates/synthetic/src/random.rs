//! Pseudo-random numbers, the same on every run.

/// Pseudo-random number generator (`SplitMix64`).
pub struct Random(u64);

impl Random {
    /// Generator of the sequence of `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// Uniform number in `0..end`; 0 if `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// Number in `0..end` (`end` above 0) with Zipf's distribution: `n` has a weight near 1 / (n + 1), because each
    /// doubling is equally likely.
    pub fn skewed(&mut self, end: u32) -> u32 {
        let doublings = u32::BITS - end.leading_zeros();
        loop {
            let from = 1 << self.below(doublings);
            let number = from + self.below(from) - 1;
            if number < end {
                return number;
            }
        }
    }

    /// True with a probability of `cases` per cent.
    pub fn in_a_hundred(&mut self, cases: u32) -> bool {
        self.below(100) < cases
    }

    /// Uniform choice of an item.
    ///
    /// # Panics
    ///
    /// If `items` is empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u32) as usize]
    }

    /// Choice of an item by weight.
    ///
    /// # Panics
    ///
    /// If `items` is empty.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for &(item, weight) in items {
            if left < weight {
                return item;
            }
            left -= weight;
        }
        items[0].0
    }
}
