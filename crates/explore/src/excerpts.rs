//! The passages of one item in their context, as a copy of the text has them.

use super::articles::{Article, Source};
use super::checked::{Coded, checks_of, found_at, place, remark_there, stated_at};
use super::content::verify::language;
use super::engine::Engine;
use crate::query::{Query, View};

/// A passage in its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'d> {
    /// The words; `None` where the copy does not have them.
    pub words: Option<Context>,
    /// Where they stand; for what is not found, where they should.
    pub place: String,
    /// What is to be said where the pointer does not simply match: the data say another place, or other typography.
    pub remark: String,
    /// The way to them in the whole text; `None` where the copy does not have them.
    pub reading: Option<Query>,
    /// The language of the words, where that is not the dossier's.
    pub language: Option<&'d str>,
    /// Whose copy it is.
    pub by: Source,
}

/// A passage with what stands around it in its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What stands before it, the last words of it.
    pub before: String,
    /// The passage, letter for letter.
    pub passage: String,
    /// What stands behind it, the first words of it.
    pub after: String,
}

/// How much stands around a passage, in code points. It is cut between words.
const AROUND: usize = 140;

/// The passages of an item; none where there is no copy of its document.
pub(super) fn excerpts<'d>(engine: &Engine<'d>, query: &Query, kind: Coded, id: &str) -> Vec<Excerpt<'d>> {
    let mut excerpts = Vec::new();
    for article in &engine.articles {
        for check in checks_of(article, kind, id) {
            let words = found_at(check).and_then(|at| context(article, at));
            excerpts.push(Excerpt {
                place: place(found_at(check).unwrap_or(stated_at(check))),
                remark: remark_there(check),
                reading: words.is_some().then(|| query.to_item(View::Reading, id)),
                language: language(engine, article),
                by: article.by,
                words,
            });
        }
    }
    excerpts
}

fn context(article: &Article, (paragraph, start, end): (u32, u32, u32)) -> Option<Context> {
    let text = article.text.paragraph(paragraph)?;
    let passage = article.text.passage(paragraph, start, end)?;
    let before = article.text.passage(paragraph, 0, start)?;
    let after = &text[before.len() + passage.len()..];
    Some(Context { before: tail(before), passage: passage.to_owned(), after: head(after) })
}

/// The last words of `text`, behind an ellipsis where there are more.
fn tail(text: &str) -> String {
    let Some((from, _)) = text.char_indices().rev().nth(AROUND - 1).filter(|&(from, _)| from > 0) else {
        return text.to_owned();
    };
    let rest = &text[from..];
    let word = rest.find(' ').map_or(0, |space| space + 1);
    format!("… {}", &rest[word..])
}

/// The first words of `text`, before an ellipsis where there are more.
fn head(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let start = &text[..end];
    format!("{} …", &start[..start.rfind(' ').unwrap_or(end)])
}
