//! Values picked in one facet.

/// How a facet's value was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Show what has it.
    Include,
    /// Hide what has it.
    Exclude,
}

/// Values of one facet with how each was picked, in alphabetical order, each once. Values are kebab-case words; whether an
/// engine has them is for `explore` to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks(Vec<(String, Pick)>);

impl Picks {
    /// How many values are picked.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How `value` is picked, if it is.
    #[must_use]
    pub fn get(&self, value: &str) -> Option<Pick> {
        self.place(value).ok().map(|place| self.0[place].1)
    }

    /// The values in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Pick)> {
        self.0.iter().map(|(value, pick)| (value.as_str(), *pick))
    }

    /// Picks `value`; how it was picked before no longer counts.
    pub fn insert(&mut self, value: &str, pick: Pick) {
        match self.place(value) {
            Ok(place) => self.0[place].1 = pick,
            Err(place) => self.0.insert(place, (value.to_owned(), pick)),
        }
    }

    /// Takes `value` back, if it was picked.
    pub fn remove(&mut self, value: &str) {
        if let Ok(place) = self.place(value) {
            self.0.remove(place);
        }
    }

    fn place(&self, value: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(value))
    }
}
