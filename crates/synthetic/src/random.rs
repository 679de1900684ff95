//! Pseudorandom numbers, the same at every run.

/// Generator of pseudorandom numbers (`SplitMix64`).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// Uniform in `0..end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// In `0..end`, number n with a weight near 1 / (n + 1) (Zipf's law): each doubling has the same probability.
    pub(crate) fn skewed(&mut self, end: u32) -> u32 {
        let doublings = u32::BITS - end.leading_zeros();
        loop {
            let from = 1 << self.below(doublings);
            let number = from + self.below(from) - 1;
            if number < end {
                return number;
            }
        }
    }

    /// True in `cases` of a hundred cases.
    pub(crate) fn in_a_hundred(&mut self, cases: u32) -> bool {
        self.below(100) < cases
    }

    /// One of `things`, uniformly.
    pub(crate) fn pick<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len() as u32) as usize]
    }

    /// One of `things`, by weight.
    pub(crate) fn weighted<T: Copy>(&mut self, things: &[(T, u32)]) -> T {
        let mut left = self.below(things.iter().map(|(_, weight)| weight).sum());
        for &(thing, weight) in things {
            if left < weight {
                return thing;
            }
            left -= weight;
        }
        things[0].0
    }
}
