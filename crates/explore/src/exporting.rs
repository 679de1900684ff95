//! The export panel: formats and counts for the filtered items and for all.

use dossier::export::{Counts, Format, Selection};

use super::engine::Engine;
use super::{Outline, selected, words};
use crate::query::Query;

/// Content of the export panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportPanel {
    /// Counts of the filtered items in words; `None` without filters.
    pub shown: Option<String>,
    /// Counts of all items in words.
    pub all: String,
    /// Formats, except the package.
    pub choices: Vec<FormatChoice>,
    /// Link that closes the panel.
    pub close: Query,
}

/// A format to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatChoice {
    /// The format.
    pub format: Format,
    /// Description of the file and its use.
    pub about: &'static str,
    /// Content that the format loses.
    pub lacks: &'static str,
}

pub(super) fn panel(engine: &Engine, page: &Outline) -> ExportPanel {
    let query = &page.query;
    let narrowed = query.is_narrowed();
    ExportPanel {
        shown: narrowed.then(|| counted(selected::selection(engine, query).counts())),
        all: counted(Selection::all(engine.dossier).counts()),
        choices: Format::ALL
            .iter()
            .filter(|&&format| format != Format::Package)
            .map(|&format| choice(format))
            .collect(),
        close: query.with_panel(None),
    }
}

/// Counts in words: `12 positions, 3 quotes, 6 stakeholders, 4 issues, 9 events and 1 question`.
fn counted(counts: Counts) -> String {
    let Counts { stakeholders, issues, positions, quotes, events, questions } = counts;
    let parts = [
        words::count(positions, "position"),
        words::count(quotes, "quote"),
        words::count(stakeholders, "stakeholder"),
        words::count(issues, "issue"),
        words::count(events, "event"),
        words::count(questions, "open question"),
    ];
    words::and(&words::borrowed(&parts))
}

const fn choice(format: Format) -> FormatChoice {
    let (about, lacks) = match format {
        Format::Package => ("All of these files and their description, in one archive", ""),
        Format::Positions => ("Who stands where: a table for spreadsheets, R and Python", ""),
        Format::Quotes => ("In whose words: a table", ""),
        Format::Stakeholders => ("Who is in the story: a table", ""),
        Format::Issues => ("What is in dispute: a table", ""),
        Format::Events => ("What happened: a table", ""),
        Format::Questions => ("What is left open: a table", ""),
        Format::Documents => ("What was coded: a table", ""),
        Format::Json => (
            "A dossier in one file, which this page opens and programs check by its schema",
            "Pointers to items that are not chosen are left out",
        ),
        Format::Annotations => (
            "W3C Web Annotations (JSON-LD): each item on its passages",
            "Confidence, conditions and dates are left out; of the article’s words only quotes are in it",
        ),
        Format::Dna => (
            "An event list for Discourse Network Analyzer and rDNA",
            "Only positions for or against; conditions, how we know, and what replaces what are left out",
        ),
        Format::TwoMode => (
            "Stakeholders and issues as a graph (GraphML), for Gephi Lite, visone and NetworkX",
            "How we know, conditions and dates are left out; positions of one holder on one issue are one edge",
        ),
        Format::OneMode => (
            "Who agrees with whom as a graph (GraphML), with the weights of the network view",
            "On which issues two meet is left out",
        ),
    };
    FormatChoice { format, about, lacks }
}
