//! All generated sentences about positions, for proofreading before publication.

use dossier::ItemKind;
use explore::query::codec::decode;
use explore::query::{Query, View};
use explore::{Engine, StaticPage};
use views::{Markup, PageState, frame};

use crate::{Site, Subject, answer_of, describe};

/// A generated sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Id of its item; the word of a view if it is about no single item.
    pub item: String,
    /// Kind of text: `statement`, `title`, `description` or `hint`.
    pub place: &'static str,
    /// The sentence, without line breaks.
    pub says: String,
}

/// Statements of all positions, titles and descriptions of all pages of items, and hints in the matrix and the
/// timeline.
#[must_use]
pub fn sentences(engine: &Engine<'static>) -> Vec<Sentence> {
    let dossier = engine.dossier;
    let mut all = Vec::new();
    let mut add = |item: &str, place, says: String| all.push(Sentence { item: item.to_owned(), place, says });
    for (_, position) in dossier.positions() {
        if let Some(statement) = dossier.statement(position) {
            add(position.id.as_str(), "statement", statement.to_string());
        }
    }
    for static_page in StaticPage::all(engine) {
        let Some(subject) = Subject::of(&static_page.query, &static_page.path) else { continue };
        if let (
            Subject::Thing(ItemKind::Stakeholder | ItemKind::Issue | ItemKind::Position, id),
            Some((title, description)),
        ) = (&subject, describe(engine, &subject))
        {
            add(id, "title", title);
            add(id, "description", description);
        }
    }
    for view in [View::Matrix, View::Timeline] {
        let answer = answer_of(engine, &Site::default(), Query::default().with_view(view));
        for node in &frame(answer, &PageState::default()) {
            hints(node, view.word(), &mut add);
        }
    }
    all
}

/// Adds the hints (`title` attributes and SVG titles) below `node`; `about` is the item of the enclosing link.
fn hints(node: &Markup, about: &str, add: &mut impl FnMut(&str, &'static str, String)) {
    let Markup::Element(element) = node else { return };
    let attribute = |sought: &str| element.attributes.iter().find(|(name, _)| *name == sought).map(|(_, value)| value);
    let item = attribute("href").and_then(|link| decode(link).query.item);
    let about = item.as_deref().unwrap_or(about);
    if let Some(says) = attribute("title") {
        add(about, "hint", says.to_string());
    }
    if element.tag == "title" {
        let texts = element.children.iter().filter_map(|child| match child {
            Markup::Text(text) => Some(text.as_ref()),
            Markup::Element(_) => None,
        });
        add(about, "hint", texts.collect());
    }
    element.children.iter().for_each(|child| hints(child, about, add));
}
