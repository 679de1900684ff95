//! The one line about what a link asked for and did not get, or got as something else; and the query that is left.
//!
//! Quotation marks enclose what was not read or is not there. If a link needs another dossier, only that is told: what
//! is not in this one is no news.

use super::engine::Engine;
use super::matches::{Counted, counted};
use super::origin::Origin;
use super::party::Party;
use super::words;
use crate::query::codec::Decoded;
use crate::query::{Facet, Query, View};

/// One line for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, what was kept.
    pub text: String,
    /// The same page under a link that asks for nothing it does not get.
    pub dismissal: Query,
    /// Where the reader can bring the dossier that the link needs, if it is another one.
    pub bring: Option<Query>,
}

/// How many missing parts are named; of the rest the number is told.
pub(super) const NAMED: usize = 3;

/// Takes out of the asked query what this engine lacks, puts what took its place in the stead of a former id, and says what that
/// was.
pub(super) fn settle(engine: &Engine, asked: &Decoded) -> (Query, Option<Notice>) {
    // A former id stands for what took its place; what is lacking then is known to nobody.
    let (mut query, former) = engine.without_former(&asked.query);
    let known = query.clone();
    let mut lacking: Vec<String> = Vec::new();
    for (facet, word, _) in known.picked() {
        if engine.code(facet, word).is_none() {
            lacking.push(format!("{} “{word}”", words::facet(facet).to_ascii_lowercase()));
            query = query.without(facet, word);
        }
    }
    // A reader's own dossier is named in every link to it; the embedded one in none.
    let own = match &engine.origin {
        Origin::Embedded => None,
        Origin::File { .. } => Some(engine.dossier.version.clone()),
    };
    query.own = own;
    let lacks_file = needs_file(asked, &query);
    for id in &known.with {
        if Party::of(engine, id).is_none() {
            lacking.push(format!("stakeholder “{id}”"));
            query = query.toggle_with(id);
        }
    }
    // Every move takes these back: what is lacking takes nothing else with it.
    query.item.clone_from(&known.item);
    query.panel = known.panel;
    // A panel is about the data that is here: `at` pins its link. Elsewhere it says what the sender saw, once.
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
        lacking.push(format!("{} “{item}”", words::noun(query.view)));
        query.item = None;
    }

    let mut lines = Vec::new();
    if !lacks_file {
        lines.extend(former);
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

/// Whether the link was made with a dossier file other than the dossier that answers it with `query`. Its `at` is then a version of
/// that file, which nothing here is compared with.
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
    let is_position = || engine.positions.iter().any(|held| held.position.id.as_str() == id);
    let is_event = || engine.events.iter().any(|happened| happened.event.id.as_str() == id);
    let is_quote = || engine.quotes.iter().any(|said| said.quote.id.as_str() == id);
    let is_question = || engine.questions.iter().any(|open| open.question.id.as_str() == id);
    match counted(view) {
        Counted::Positions => is_position(),
        Counted::PositionsAndEvents => is_position() || is_event(),
        Counted::Quotes => is_quote(),
        Counted::Stakeholders => engine.dossier.stakeholder(&id.into()).is_some(),
        Counted::Questions => is_question(),
        Counted::Items => is_position() || is_event() || is_quote() || is_question(),
    }
}
