//! Generated dossiers: copies of the invented story's first items with other texts.

use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::{Basis, Dossier, Event, Position, Quote, Stance, load};
use proptest::prelude::*;

/// Loads a dossier from a folder of the repository.
pub(crate) fn dossier(folder: &str) -> Dossier {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../..", folder].iter().collect();
    load(&folder).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Texts of up to `most` words with wide, accented, markup and unsupported letters.
pub(crate) fn text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zA-ZäéøßŁğ’,.;&<>\"-]{1,12}",
        1 => "[WMÅÉŽgjpqy]{1,14}",
        1 => "[a-zA-Z/]{20,160}",
        1 => "[мирتح平和\u{301}\u{200B}\u{7}🕊]{1,9}",
    ];
    prop::collection::vec(word, 0..=most).prop_map(|words| words.join(" "))
}

/// Content of a generated dossier.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) title: String,
    pub(crate) names: Vec<String>,
    pub(crate) role: Option<String>,
    pub(crate) issues: Vec<(String, String)>,
    /// Holder, issue, stance and basis, as indices.
    pub(crate) positions: Vec<(usize, usize, usize, usize)>,
    pub(crate) words: Vec<String>,
    pub(crate) participants: usize,
}

/// Generates stories.
pub(crate) fn story() -> impl Strategy<Value = Story> {
    (
        text(20),
        prop::collection::vec(text(6), 1..60),
        prop::option::of(text(30)),
        prop::collection::vec((text(5), text(40)), 1..60),
        // Two in three belong to the first holder, the first issue, or both.
        prop::collection::vec((0..90_usize, 0..90_usize, 0..5_usize, 0..6_usize), 0..60),
        prop::collection::vec(text(120), 1..4),
        0..60_usize,
    )
        .prop_map(|(title, names, role, issues, positions, words, participants)| Story {
            title,
            names,
            role,
            issues,
            positions,
            words,
            participants,
        })
}

impl Story {
    /// The dossier. The first stakeholder and the first issue have the most positions.
    pub(crate) fn dossier(&self) -> Dossier {
        static FICTION: LazyLock<Dossier> = LazyLock::new(|| dossier("tests/fiction/seeds"));
        let mut dossier = FICTION.clone();
        let (stakeholder, issue) = (dossier.stakeholders[0].clone(), dossier.issues[0].clone());
        dossier.cover.title.clone_from(&self.title);
        dossier.stakeholders = (0..)
            .zip(&self.names)
            .map(|(place, name)| {
                let mut stakeholder = stakeholder.clone();
                stakeholder.id = format!("s{place}").as_str().into();
                stakeholder.name.clone_from(name);
                stakeholder.role.clone_from(&self.role);
                stakeholder.affiliation = None;
                stakeholder
            })
            .collect();
        dossier.issues = (0..)
            .zip(&self.issues)
            .map(|(place, (name, proposition))| {
                let mut issue = issue.clone();
                issue.id = format!("i{place}").as_str().into();
                (issue.name, issue.proposition) = (name.clone(), proposition.clone());
                issue
            })
            .collect();

        dossier.documents.truncate(1);
        let coded = &mut dossier.documents[0];
        coded.document.title.clone_from(&self.role);
        let summary = self.words.first().cloned().unwrap_or_default();
        let position = coded.positions[0].clone();
        let make_position =
            |number: usize, &(holder, issue, stance, basis): &(usize, usize, usize, usize)| -> Position {
                let mut position = position.clone();
                position.id = format!("p{number}").as_str().into();
                let even = number.is_multiple_of(2);
                let holder = if holder < 60 && even { 0 } else { holder % self.names.len() };
                let issue = if issue < 60 && !even { 0 } else { issue % self.issues.len() };
                position.stakeholder = format!("s{holder}").as_str().into();
                position.issue = format!("i{issue}").as_str().into();
                (position.stance, position.attribution.kind) = (Stance::ALL[stance], Basis::ALL[basis]);
                position.summary.clone_from(&summary);
                (position.quotes, position.supersedes) = (Vec::new(), None);
                position
            };
        coded.positions =
            self.positions.iter().enumerate().map(|(number, indices)| make_position(number, indices)).collect();
        coded.quotes.truncate(1);
        let segment = coded.quotes[0].segments[0].clone();
        let quote: &mut Quote = &mut coded.quotes[0];
        quote.speaker = "s0".into();
        quote.addressee = Some("s0".into());
        quote.segments = self
            .words
            .iter()
            .map(|words| {
                let mut segment = segment.clone();
                segment.text.clone_from(words);
                segment
            })
            .collect();
        (quote.issues, quote.positions) = (Vec::new(), Vec::new());
        coded.events.truncate(1);
        let event: &mut Event = &mut coded.events[0];
        event.title.clone_from(&summary);
        event.place.clone_from(&self.role);
        event.participants =
            (0..self.participants.min(self.names.len())).map(|place| format!("s{place}").as_str().into()).collect();
        quote.occasion = Some(event.id.clone());
        coded.questions.clear();
        dossier
    }
}
