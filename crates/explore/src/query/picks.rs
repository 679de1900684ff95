//! Values picked in one facet.

/// Way in which a value is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Show only rows with the value.
    Include,
    /// Hide rows with the value.
    Exclude,
}

/// Picked values of one facet, in alphabetical order, each once. Values are kebab-case words; they may be unknown to
/// the dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks(Vec<(String, Pick)>);

impl Picks {
    /// Number of picked values.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no value is picked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How `value` is picked; `None` if it is not.
    #[must_use]
    pub fn get(&self, value: &str) -> Option<Pick> {
        self.place(value).ok().map(|place| self.0[place].1)
    }

    /// Values in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Pick)> {
        self.0.iter().map(|(value, pick)| (value.as_str(), *pick))
    }

    /// Picks `value`, replacing an earlier pick of it.
    pub fn insert(&mut self, value: &str, pick: Pick) {
        match self.place(value) {
            Ok(place) => self.0[place].1 = pick,
            Err(place) => self.0.insert(place, (value.to_owned(), pick)),
        }
    }

    /// Removes the pick of `value`, if any.
    pub fn remove(&mut self, value: &str) {
        if let Ok(place) = self.place(value) {
            self.0.remove(place);
        }
    }

    fn place(&self, value: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(value))
    }
}
