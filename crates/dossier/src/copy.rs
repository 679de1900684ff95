//! Reads a user's copy of an article in many formats and compares its words with the coded text.
//!
//! [`Copy::of_file`] and [`Copy::of_text`] extract text, handling format, encoding and markup. [`Copy::compare`] then
//! tries the harmless causes of a difference (ligatures, hyphenation, footnote marks, missing blank lines) and accepts
//! only those that the digests of the data confirm. `docs/verifying.md` describes the rules.
//!
//! The normalization `standpoint-text/1` is unaffected: a copy that already has the text's digest is compared
//! unchanged.

mod align;
mod between;
mod characters;
mod decode;
mod draft;
mod format;
mod html;
mod seek;
mod stream;
mod symbols;
mod whole;

use std::fmt;

use crate::fingerprint::Fingerprints;
use crate::model::Dossier;
use crate::progress::Progress;
use crate::text::{self, Text};
use crate::verify::{Counts, Report, Search};
use draft::Draft;
use symbols::Symbols;

/// Longest text, in code points, for which readings other than the unchanged one are tried.
const MAX_LENGTH: usize = 400_000;

/// Largest number of documents that are all compared in other readings when no passage of any matches unchanged. Beyond
/// it only the best match is.
const MAX_DOCUMENTS: usize = 20;

/// Markup of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML page.
    Html,
}

/// Copy of an article, decoded but not yet compared.
#[derive(Clone, Debug)]
pub struct Copy {
    /// Possible readings of the markup, likeliest first.
    drafts: Vec<Draft>,
    /// See [`Reading::encoding`](crate::verify::Reading::encoding).
    encoding: Option<(String, bool)>,
}

/// Result of comparing a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Words of the copy under the reading that matches the data best.
    pub text: Text,
    /// Report on these words.
    pub report: Report,
}

/// Reason why a copy cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The format contains no comparable text.
    Format {
        /// Name of the format with its article: `a PDF file`.
        what: String,
        /// Advice on what to do instead, as a sentence.
        instead: &'static str,
    },
    /// The copy has no words.
    Empty,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { what, instead } => write!(f, "This is {what}, which is not read here. {instead}"),
            Self::Empty => f.write_str("There is no text in it. Paste the article’s words, or pick another file."),
        }
    }
}

impl std::error::Error for Unread {}

impl Copy {
    /// Reads a file. `name` decides where the content does not identify the format, as with Markdown.
    ///
    /// # Errors
    /// If the format is not supported, or the file has no words.
    pub fn of_file(bytes: &[u8], name: &str) -> Result<Self, Unread> {
        format::refuse(bytes)?;
        if format::is_mail(bytes) {
            let (text, form) = format::of_mail(bytes).ok_or_else(format::empty_mail)?;
            return Self::of_text(&text, form);
        }
        let (text, encoding) = decode::decode(bytes);
        format::refuse_text(&text)?;
        Self { encoding, ..Self::of_text(&text, format::form(&text, name))? }.checked()
    }

    /// Reads a text.
    ///
    /// # Errors
    /// If it has no words.
    pub fn of_text(text: &str, form: Form) -> Result<Self, Unread> {
        let form = if format::is_page(text) { Form::Html } else { form };
        let drafts = match form {
            Form::Html => vec![html::read(text)],
            Form::Markdown => vec![html::of_markdown(text), Draft::plain(text)],
            Form::Plain if format::is_like_markdown(text) => vec![Draft::plain(text), html::of_markdown(text)],
            Form::Plain => vec![Draft::plain(text)],
        };
        Self { drafts, encoding: None }.checked()
    }

    /// Length of the text, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.drafts.iter().map(|draft| draft.text.len()).max().unwrap_or_default()
    }

    fn checked(self) -> Result<Self, Unread> {
        if self.drafts.iter().all(|draft| draft.text.chars().all(char::is_whitespace)) {
            return Err(Unread::Empty);
        }
        Ok(self)
    }

    /// Compares the copy with the document that it matches best. `None` if there are no documents.
    #[must_use]
    pub fn compare(
        &self,
        dossier: &Dossier,
        fingerprints: &[Fingerprints],
        listen: &mut dyn FnMut(Progress),
    ) -> Option<Compared> {
        let mut best: Option<Compared> = None;
        for draft in &self.drafts {
            let compared = compare(draft, dossier, fingerprints, listen)?;
            let Counts { moved, failed, .. } = compared.report.counts();
            let is_whole = compared.report.reading.is_whole && moved + failed == 0;
            if best.as_ref().is_none_or(|best| best.report.fits() < compared.report.fits()) {
                best = Some(compared);
            }
            if is_whole {
                break;
            }
        }
        best.map(|mut best| {
            best.report.reading.encoding.clone_from(&self.encoding);
            best
        })
    }
}

/// Compares one draft of the copy with every document.
fn compare(
    draft: &Draft,
    dossier: &Dossier,
    fingerprints: &[Fingerprints],
    listen: &mut dyn FnMut(Progress),
) -> Option<Compared> {
    let text = text::normalize(&draft.text);
    let digest = text.digest();
    let same = dossier.documents.iter().position(|coded| coded.document.text_sha256 == digest);
    let mut attempts = Vec::new();
    for (place, coded) in dossier.documents.iter().enumerate() {
        if same.is_none_or(|same| same == place) {
            let own = fingerprints.iter().find(|fingerprints| fingerprints.document == coded.document.id);
            let mut search = Search::new(coded, own);
            let report = search.check(&text, true, listen);
            attempts.push((coded, search, report));
        }
    }
    let best = attempts.iter().enumerate().rev().max_by_key(|(_, (.., report))| report.fits())?.0;
    let whole = attempts[best].2.is_same_text();
    let fits = attempts[best].2.fits() > (0, 0);
    let is_long = draft.text.len() > MAX_LENGTH && draft.text.chars().count() > MAX_LENGTH;
    if whole || is_long {
        let (.., report) = attempts.swap_remove(best);
        return Some(Compared { text, report });
    }
    // A copy that matches no document unchanged may match any of them in another reading.
    let symbols = Symbols::of(draft);
    let few = attempts.len() <= MAX_DOCUMENTS;
    let mut found: Option<Compared> = None;
    for (place, (coded, mut search, report)) in attempts.into_iter().enumerate() {
        if place != best && (fits || !few) {
            continue;
        }
        let compared = align::align(coded, &mut search, symbols.clone(), Compared { text: text.clone(), report });
        if found.as_ref().is_none_or(|found| found.report.fits() < compared.report.fits()) {
            found = Some(compared);
        }
    }
    found
}
