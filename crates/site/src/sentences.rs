//! Every sentence that the site makes about who stands where, to be read aloud before it is published.

use dossier::ItemKind;
use explore::query::codec::decode;
use explore::query::{Query, View};
use explore::{Engine, StaticPage};
use views::{Markup, PageState, frame};

use crate::{Site, Subject, answer_of, describe};

/// A sentence of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The id of what it is about; the word of a view where it is about no one thing.
    pub item: String,
    /// Which text it is: `statement`, `title`, `description`, `hint`.
    pub place: &'static str,
    /// The sentence, in a line.
    pub says: String,
}

/// The statement of every position, the title and the description of every page of a thing, and what the cells of the matrix and the
/// marks of the timeline say of themselves.
#[must_use]
pub fn sentences(engine: &Engine<'static>) -> Vec<Sentence> {
    let dossier = engine.dossier;
    let mut all = Vec::new();
    let mut say = |item: &str, place, says: String| all.push(Sentence { item: item.to_owned(), place, says });
    for (_, position) in dossier.positions() {
        if let Some(statement) = dossier.statement(position) {
            say(position.id.as_str(), "statement", statement.to_string());
        }
    }
    for static_page in StaticPage::all(engine) {
        let Some(subject) = Subject::of(&static_page.query, &static_page.path) else { continue };
        if let (
            Subject::Thing(ItemKind::Stakeholder | ItemKind::Issue | ItemKind::Position, id),
            Some((title, description)),
        ) = (&subject, describe(engine, &subject))
        {
            say(id, "title", title);
            say(id, "description", description);
        }
    }
    for view in [View::Matrix, View::Timeline] {
        let answer = answer_of(engine, &Site::default(), Query::default().with_view(view));
        for node in &frame(answer, &PageState::default()) {
            hints(node, view.word(), &mut say);
        }
    }
    all
}

/// The hints below `node` that a pointer or a screen reader is told; `about` is the item of the link that they are part of.
fn hints(node: &Markup, about: &str, say: &mut impl FnMut(&str, &'static str, String)) {
    let Markup::Element(element) = node else { return };
    let attribute = |sought: &str| element.attributes.iter().find(|(name, _)| *name == sought).map(|(_, value)| value);
    let item = attribute("href").and_then(|link| decode(link).query.item);
    let about = item.as_deref().unwrap_or(about);
    if let Some(says) = attribute("title") {
        say(about, "hint", says.to_string());
    }
    if element.tag == "title" {
        let texts = element.children.iter().filter_map(|child| match child {
            Markup::Text(text) => Some(text.as_ref()),
            Markup::Element(_) => None,
        });
        say(about, "hint", texts.collect());
    }
    element.children.iter().for_each(|child| hints(child, about, say));
}
