//! The notice about parts of a link that could not be applied or were replaced, and the query that remains.
//!
//! Quotation marks enclose unreadable parts and unknown values. If a link needs another dossier file, the notice says
//! so and does not list ids missing from this one.

use super::engine::Engine;
use super::former::Resolved;
use super::origin::Origin;
use super::side::Side;
use super::words;
use crate::query::codec::Decoded;
use crate::query::{Counted, Facet, Query, View};

/// A dismissible message about the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Problems found, and which parts were applied.
    pub text: String,
    /// The same page with only the parts of the link that apply.
    pub dismissal: Query,
    /// Link to the view for opening the dossier file that the link needs; `None` if it needs none.
    pub bring: Option<Query>,
}

/// Maximum number of missing parts named; the rest are counted.
pub(super) const NAMED: usize = 3;

/// Removes from the requested query what this engine lacks, replaces former ids by their successors, and describes both
/// in a notice.
pub(super) fn settle(engine: &Engine, asked: &Decoded, resolved: Resolved) -> (Query, Option<Notice>) {
    let Resolved { mut query, notes } = resolved;
    let known = query.clone();
    let mut lacking: Vec<String> = Vec::new();
    for (facet, word, _) in known.picked() {
        if engine.code(facet, word).is_none() {
            lacking.push(format!("{} “{word}”", facet.spec().label.to_ascii_lowercase()));
            query = query.without(facet, word);
        }
    }
    // Links to an imported dossier carry its version in `own`; links to the embedded one do not.
    let own = match &engine.origin {
        Origin::Embedded => None,
        Origin::File { .. } => Some(engine.dossier.version.clone()),
    };
    query.own = own;
    let lacks_file = needs_file(asked, &query);
    for id in &known.with {
        if Side::of(engine, id).is_none() {
            lacking.push(format!("stakeholder “{id}”"));
            query = query.toggle_with(id);
        }
    }
    // Removing an unknown value resets the item and the panel; restore both.
    query.item.clone_from(&known.item);
    query.panel = known.panel;
    // `at` pins the link of a panel to this data. Elsewhere it is only used once, for the version notice below.
    query.at = asked.query.at.clone().filter(|at| query.panel.is_some() && *at == engine.dossier.version);
    if let Some(by) = &known.by
        && engine.code(Facet::Issue, by).is_none()
    {
        lacking.push(format!("issue “{by}”"));
        query.by = None;
    }
    if let Some(item) = &known.item
        && !has_item(engine, query.view, item)
    {
        lacking.push(format!("{} “{item}”", query.view.noun()));
        query.item = None;
    }

    let mut lines = Vec::new();
    if !lacks_file {
        lines.extend(notes);
    }
    let applied = lines.len();
    if !asked.rejected.is_empty() {
        let parts: Vec<String> = asked.rejected.iter().map(|rejected| format!("“{}”", rejected.part())).collect();
        lines.push(format!("This link has parts that cannot be read: {}.", few(&parts)));
    }
    if !lacking.is_empty() && !lacks_file {
        lines.push(format!("This dossier does not have {}.", few(&lacking)));
    }
    if let Some(version) = asked.query.own.as_ref().filter(|_| lacks_file) {
        lines.push(format!(
            "This link needs a dossier file that its sender had opened (data {version}): ask for it, then open it here. Until then another \
             dossier is shown, with as much of the link as it knows."
        ));
    } else if lines.len() > applied {
        lines.push("Everything else in the link is applied.".to_owned());
    }
    if let Some(at) = &asked.query.at
        && *at != engine.dossier.version
        && !lacks_file
    {
        let now = &engine.dossier.version;
        lines.push(format!("The link was made from data {at}; this is data {now}. Counts may differ."));
    }
    let notice = (!lines.is_empty()).then(|| Notice {
        text: words::joined(&words::borrowed(&lines), " "),
        dismissal: query.clone(),
        bring: lacks_file.then(|| Query { view: View::Open, panel: None, ..asked.query.clone() }),
    });
    (query, notice)
}

/// Whether the link was made with a dossier file other than the one that answers it with `query`. If so, its `at` is a
/// version of that file and must not be compared with this dossier's.
pub(super) fn needs_file(asked: &Decoded, query: &Query) -> bool {
    asked.query.own.is_some() && asked.query.own != query.own
}

fn few(parts: &[String]) -> String {
    let named = words::borrowed(&parts[..parts.len().min(NAMED)]);
    match parts.len() - named.len() {
        0 => words::and(&named),
        more => format!("{} and {more} more", words::joined(&named, ", ")),
    }
}

pub(super) fn has_item(engine: &Engine, view: View, id: &str) -> bool {
    let is_position = || engine.positions.iter().any(|position_row| position_row.position.id.as_str() == id);
    let is_event = || engine.events.iter().any(|event_row| event_row.event.id.as_str() == id);
    let is_quote = || engine.quotes.iter().any(|quote_row| quote_row.quote.id.as_str() == id);
    let is_question = || engine.questions.iter().any(|open| open.question.id.as_str() == id);
    match view.spec().counted {
        Counted::Positions => is_position(),
        Counted::PositionsAndEvents => is_position() || is_event(),
        Counted::Quotes => is_quote(),
        Counted::Stakeholders => engine.dossier.stakeholder(&id.into()).is_some(),
        Counted::Questions => is_question(),
        Counted::Items => is_position() || is_event() || is_quote() || is_question(),
    }
}
