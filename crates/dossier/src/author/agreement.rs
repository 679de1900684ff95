//! Inter-coder agreement: the items that two codings of the same articles share, and how alike they code them.
//!
//! *Whether there is an item.* Two positions are one when they have the same holder and the same issue, by id, and overlapping
//! passages: a passage of one and a passage of the other share more than 30 % of the shorter. Quotes and events are one
//! when their passages overlap so; questions, when they are on the same issue besides. Each item has at most one partner, the one
//! that it shares most with. Both coders therefore need one registry of stakeholders and one of issues.
//! The measure is Dice's coefficient: twice what both have, divided by what each has, added up.
//!
//! *How it is read.* For the items that both have: the share of equal values, and Krippendorff's [`alpha`], which takes off
//! what chance alone would bring.

mod matching;

use std::collections::BTreeMap;

use matching::{Unit, overlap, pair};

use super::units::KINDS;
use crate::id::DocumentId;
use crate::item::RecordKind;
use crate::model::Dossier;

/// How far two codings agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The articles that both coded, by the names of the first coding: those whose texts have the same digest.
    pub documents: Vec<DocumentId>,
    /// Positions, quotes, events, questions.
    pub kinds: Vec<Compared>,
}

/// How far two codings agree on the items of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Which.
    pub kind: RecordKind,
    /// How many the first coding has.
    pub first: usize,
    /// How many the second has.
    pub second: usize,
    /// How many both have.
    pub both: usize,
    /// The ids of those that only the first has.
    pub only_first: Vec<String>,
    /// The ids of those that only the second has.
    pub only_second: Vec<String>,
    /// Pairs that have the same holder and passage but different issues, as ids; of positions alone.
    pub other_issue: Vec<(String, String)>,
    /// How alike the items that both have were read, field by field.
    pub fields: Vec<Field>,
}

impl Compared {
    /// Dice's coefficient, from 0 to 1; `None` where neither coding has any.
    #[must_use]
    pub fn dice(&self) -> Option<f64> {
        let each = self.first + self.second;
        (each > 0).then(|| 2.0 * float(self.both) / float(each))
    }
}

/// One field of the items that both codings have.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// How many have the same value in both.
    pub same: usize,
    /// Of how many.
    pub of: usize,
    /// [`alpha`] of their values.
    pub alpha: Option<f64>,
    /// Where they differ.
    pub differences: Vec<Difference>,
}

/// A field that two coders read differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item's id in the first coding, and in the second.
    pub ids: (String, String),
    /// The field's value in the first coding, and in the second.
    pub values: (String, String),
}

/// Krippendorff's alpha for nominal data, two coders and no value missing: `1 - Do / De`, observed by expected disagreement.
///
/// By the coincidence matrix, in which each unit with the values c and k counts once at (c, k) and once at (k, c):
/// with `o_cc` the diagonal, `n_c` the sum of row c and `n` the sum of all (twice the units),
///
/// ```text
///         (n - 1) Σ o_cc  -  Σ n_c (n_c - 1)
/// alpha = ----------------------------------
///            n (n - 1)    -  Σ n_c (n_c - 1)
/// ```
///
/// 1: they agree throughout; 0: no more than chance; below 0: less. `None` where all values are one and the same or there
/// are none: without variation nobody can say whether coders who agree can tell things apart.
///
/// Source: K. Krippendorff, *Content Analysis: An Introduction to Its Methodology*, the chapter on reliability (chapter 12 of
/// the 4th edition, SAGE 2019); K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania 2011, part B.
#[must_use]
pub fn alpha<V: Ord>(pairs: &[(V, V)]) -> Option<f64> {
    let mut counts: BTreeMap<&V, usize> = BTreeMap::new();
    for (one, other) in pairs {
        *counts.entry(one).or_default() += 1;
        *counts.entry(other).or_default() += 1;
    }
    if counts.len() < 2 {
        return None;
    }
    let n = float(2 * pairs.len());
    let diagonal = float(2 * pairs.iter().filter(|(one, other)| one == other).count());
    let by_chance: f64 = counts.values().map(|&count| float(count) * (float(count) - 1.0)).sum();
    Some(((n - 1.0) * diagonal - by_chance) / (n * (n - 1.0) - by_chance))
}

/// How far two codings agree on the articles that both have.
#[must_use]
pub fn compare(first: &Dossier, second: &Dossier) -> Agreement {
    let mut shared = Vec::new();
    for coded in &first.documents {
        let text = coded.document.text_sha256;
        if let Some(other) = second.documents.iter().find(|other| other.document.text_sha256 == text) {
            shared.push((coded, other));
        }
    }
    let sides = [
        matching::shifted(shared.iter().map(|(coded, _)| *coded)),
        matching::shifted(shared.iter().map(|(_, other)| *other)),
    ];
    let mut kinds = Vec::new();
    for kind in KINDS {
        let mut tally = Tally::default();
        for (coded, other) in &shared {
            tally.add(&matching::units(coded, kind, &sides[0]), &matching::units(other, kind, &sides[1]));
        }
        kinds.push(tally.compared(kind));
    }
    Agreement { documents: shared.iter().map(|(coded, _)| coded.document.id.clone()).collect(), kinds }
}

/// What was found over several documents.
#[derive(Default)]
struct Tally {
    first: usize,
    second: usize,
    only_first: Vec<String>,
    only_second: Vec<String>,
    other_issue: Vec<(String, String)>,
    /// Of each field its values in both codings, with the ids of the items.
    values: Vec<(&'static str, Vec<Difference>)>,
    both: usize,
}

impl Tally {
    fn add(&mut self, first: &[Unit], second: &[Unit]) {
        let pairs = pair(first, second, |one, other| {
            let same = one.holder == other.holder && one.issue == other.issue;
            if same { overlap(&one.passages, &other.passages) } else { None }
        });
        self.first += first.len();
        self.second += second.len();
        self.both += pairs.len();
        for &(one, other) in &pairs {
            let (one, other) = (&first[one], &second[other]);
            for (&(name, ref value), (_, beside)) in one.fields.iter().zip(&other.fields) {
                let ids = (one.id.to_owned(), other.id.to_owned());
                let read = Difference { ids, values: (value.clone(), beside.clone()) };
                match self.values.iter_mut().find(|(field, _)| *field == name) {
                    Some((_, values)) => values.push(read),
                    None => self.values.push((name, vec![read])),
                }
            }
        }
        let alone = |place: usize, of: fn(&(usize, usize)) -> usize| pairs.iter().all(|pair| of(pair) != place);
        let left: Vec<&Unit> = (0..first.len()).filter(|&at| alone(at, |pair| pair.0)).map(|at| &first[at]).collect();
        let right: Vec<&Unit> =
            (0..second.len()).filter(|&at| alone(at, |pair| pair.1)).map(|at| &second[at]).collect();
        // Without a holder two items on one passage say nothing of each other.
        let others = pair(&left, &right, |one, other| {
            let same = one.holder.is_some() && one.holder == other.holder;
            if same { overlap(&one.passages, &other.passages) } else { None }
        });
        self.other_issue
            .extend(others.iter().map(|&(one, other)| (left[one].id.to_owned(), right[other].id.to_owned())));
        self.only_first.extend(left.iter().map(|unit| unit.id.to_owned()));
        self.only_second.extend(right.iter().map(|unit| unit.id.to_owned()));
    }

    fn compared(self, kind: RecordKind) -> Compared {
        let field = |(name, read): (&'static str, Vec<Difference>)| {
            let pairs: Vec<(&str, &str)> =
                read.iter().map(|Difference { values: (one, other), .. }| (one.as_str(), other.as_str())).collect();
            let same = pairs.iter().filter(|(one, other)| one == other).count();
            let (of, alpha) = (pairs.len(), alpha(&pairs));
            let differences = read.iter().filter(|read| read.values.0 != read.values.1).cloned().collect();
            Field { name, same, of, alpha, differences }
        };
        let Self { first, second, both, only_first, only_second, other_issue, values } = self;
        let fields = values.into_iter().map(field).collect();
        Compared { kind, first, second, both, only_first, only_second, other_issue, fields }
    }
}

/// Counts of items are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of items are far below 2^53")]
fn float(count: usize) -> f64 {
    count as f64
}
