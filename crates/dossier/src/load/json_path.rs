//! The way from a value of JSON to one inside it.

use std::fmt;

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// To the member of an object.
    Member(String),
    /// To the element of an array, from 0.
    Element(usize),
}

/// A way, written `evidence[0].start`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct JsonPath(pub(super) Vec<Step>);

impl JsonPath {
    /// The way to a field of ours, as [`Display`](fmt::Display) writes it. Names that hold a dot or a bracket are not ours.
    pub(super) fn to(field: &str) -> Self {
        let mut steps = Vec::new();
        for step in field.split(['.', '[']).filter(|step| !step.is_empty()) {
            steps.push(match step.strip_suffix(']').and_then(|index| index.parse().ok()) {
                Some(index) => Step::Element(index),
                None => Step::Member(step.to_owned()),
            });
        }
        Self(steps)
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) if place == 0 => f.write_str(name)?,
                Step::Member(name) => write!(f, ".{name}")?,
                Step::Element(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
