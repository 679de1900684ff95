//! Passages of an item in context, from a copy of the article.

use super::articles::{Article, Source};
use super::checked::{Coded, checks_of, found_at, place, remark_there, stated_at};
use super::content::verify::language;
use super::engine::Engine;
use crate::query::{Query, View};

/// A passage in its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'d> {
    /// The words; `None` if the copy lacks them.
    pub words: Option<Context>,
    /// Place in the copy; if not found, the place that the data name.
    pub place: String,
    /// Remark if the pointer does not simply match.
    pub remark: String,
    /// Link to them in the whole text; `None` if the copy lacks them.
    pub reading: Option<Query>,
    /// Language of the words, if not the dossier's.
    pub language: Option<&'d str>,
    /// Source of the copy.
    pub by: Source,
}

/// A passage with the text around it in its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// Last words before it.
    pub before: String,
    /// The passage.
    pub passage: String,
    /// First words after it.
    pub after: String,
}

/// Length of the text around a passage, in code points. It is cut between words.
const AROUND: usize = 140;

/// Passages of an item; none without a copy of its document.
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

/// Last words of `text`, after an ellipsis if it is cut.
fn tail(text: &str) -> String {
    let Some((from, _)) = text.char_indices().rev().nth(AROUND - 1).filter(|&(from, _)| from > 0) else {
        return text.to_owned();
    };
    let rest = &text[from..];
    let word = rest.find(' ').map_or(0, |space| space + 1);
    format!("… {}", &rest[word..])
}

/// First words of `text`, before an ellipsis if it is cut.
fn head(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let start = &text[..end];
    format!("{} …", &start[..start.rfind(' ').unwrap_or(end)])
}
