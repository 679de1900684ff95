//! Edges between stakeholders for graph exports.

/// Two stakeholders who both take sides on at least one common issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Registry indices of the two stakeholders.
    pub ends: [usize; 2],
    /// Number of issues on which they take the same side.
    pub agreed: usize,
    /// Number of issues on which they take opposite sides.
    pub disputed: usize,
    /// Number of issues on which each of them takes a side.
    pub activity: [usize; 2],
}

/// Edges between stakeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Pairs, each once.
    pub pairs: Vec<Tie>,
    /// Number of stakeholders left out because others take sides on more issues.
    pub left_out: usize,
}
