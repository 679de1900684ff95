//! Edges between stakeholders for graph exports.

/// Two stakeholders who take a side on at least one issue both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The two, as places in the registry.
    pub ends: [usize; 2],
    /// On how many issues they take the same side.
    pub agreed: usize,
    /// On how many they take opposite sides.
    pub disputed: usize,
    /// On how many issues the one takes a side, and on how many the other.
    pub activity: [usize; 2],
}

/// Who meets whom, as whoever computes it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Each pair once.
    pub pairs: Vec<Tie>,
    /// How many stakeholders were left out of the search, because others take sides on more issues.
    pub left_out: usize,
}
