//! Searches a text for all passages of a document.

use std::collections::BTreeMap;

use super::copy::Paragraph;
use super::differences::Typography;
use super::{Check, Finding, Reading, Report, discover, lost, pointers};
use crate::digest::Digest;
use crate::fingerprint::{Fingerprint, Fingerprints};
use crate::item::Item;
use crate::model::{CodedDocument, Evidence};
use crate::progress::{Meter, Progress};
use crate::text::Text;

/// Pointers of a document, with the known fingerprints of their passages. Fingerprints learned from one text are reused
/// for the next.
pub(crate) struct Search<'c> {
    coded: &'c CodedDocument,
    pointers: Vec<(Item, String, &'c Evidence)>,
    known: BTreeMap<Digest, Fingerprint>,
}

impl<'c> Search<'c> {
    pub(crate) fn new(coded: &'c CodedDocument, fingerprints: Option<&Fingerprints>) -> Self {
        let passages = fingerprints.map_or(&[][..], |fingerprints| &fingerprints.passages);
        let known = passages.iter().map(|passage| (passage.sha256_plain, passage.fingerprint)).collect();
        Self { coded, pointers: pointers(coded), known }
    }

    /// Evidence of all pointers, in report order.
    #[cfg(feature = "copy")]
    pub(crate) fn evidence(&self) -> impl Iterator<Item = &'c Evidence> {
        self.pointers.iter().map(|(.., evidence)| *evidence)
    }

    /// Fingerprint of a passage, if known.
    #[cfg(feature = "copy")]
    pub(crate) fn fingerprint(&self, sha256_plain: Digest) -> Option<Fingerprint> {
        self.known.get(&sha256_plain).copied()
    }

    /// Records the fingerprint of a passage.
    #[cfg(feature = "copy")]
    pub(crate) fn learn(&mut self, sha256_plain: Digest, fingerprint: Fingerprint) {
        self.known.insert(sha256_plain, fingerprint);
    }

    /// Verifies every pointer against `text`. A passage without a fingerprint that is not at its place is searched for
    /// by digest only if `thorough`.
    pub(crate) fn check(&mut self, text: &Text, thorough: bool, listen: &mut dyn FnMut(Progress)) -> Report {
        let copy = Paragraph::all(text);
        let mut findings: Vec<_> = self.pointers.iter().map(|(.., evidence)| in_place(&copy, evidence)).collect();

        let lost = self.pointers.iter().enumerate().filter(|(index, _)| findings[*index].is_none());
        let mut passages = lost::passages(lost.map(|(index, (.., evidence))| (index, *evidence)), &self.known);
        let mut meter = Meter::new(listen);
        if thorough {
            discover::discover(&copy, &mut passages, &mut meter);
        }
        lost::find(&copy, &mut passages, &mut meter);
        for pointer in passages.iter().flat_map(|passage| &passage.pointers) {
            findings[pointer.index] = pointer.nearest.map(|place| {
                let lost::Place { plain, paragraph, start, .. } = place;
                Finding::Moved { paragraph, start, end: start + pointer.evidence.length, plain }
            });
        }

        let mut typography = Typography::default();
        let mut checks = Vec::with_capacity(self.pointers.len());
        for ((item, field, evidence), finding) in self.pointers.iter().zip(findings) {
            let &Evidence { paragraph, start, end, sha256, sha256_plain, .. } = *evidence;
            let finding = finding.unwrap_or(Finding::Failed);
            let (place, plain) = match finding {
                Finding::Matched => (Some((paragraph, start, end)), false),
                Finding::MatchedPlain => (Some((paragraph, start, end)), true),
                Finding::Moved { paragraph, start, end, plain } => (Some((paragraph, start, end)), plain),
                Finding::Parted { .. } | Finding::Failed => (None, false),
            };
            let passage = place.and_then(|(paragraph, start, end)| at(&copy, paragraph)?.passage(start, end));
            if let Some(passage) = passage {
                self.known.entry(sha256_plain).or_insert_with(|| Fingerprint::of(passage));
            }
            let differences =
                passage.filter(|_| plain).map_or(Vec::new(), |passage| typography.differences(passage, sha256));
            let (item, field) = (item.clone(), field.clone());
            checks.push(Check { item, field, paragraph, start, end, finding, differences, between: None });
        }
        let document = &self.coded.document;
        let mut report = Report {
            document: document.id.clone(),
            paragraphs: (document.paragraphs, text.paragraphs().len() as u32),
            text_sha256: (document.text_sha256, text.digest()),
            checks,
            reading: Reading::default(),
        };
        report.reading.is_whole = report.is_same_text();
        report
    }
}

/// Finding at the pointer's own place; `None` if the passage is not there.
fn in_place(copy: &[Paragraph], evidence: &Evidence) -> Option<Finding> {
    let (sha256, sha256_plain) = at(copy, evidence.paragraph)?.digests(evidence.start, evidence.end)?;
    match (sha256 == evidence.sha256, sha256_plain == evidence.sha256_plain) {
        (true, true) => Some(Finding::Matched),
        (false, true) => Some(Finding::MatchedPlain),
        // The digests contradict each other: no text can have both.
        (true, false) => Some(Finding::Failed),
        (false, false) => None,
    }
}

/// Paragraph with this number, from 1.
fn at<'c, 't>(copy: &'c [Paragraph<'t>], number: u32) -> Option<&'c Paragraph<'t>> {
    copy.get((number as usize).checked_sub(1)?)
}
