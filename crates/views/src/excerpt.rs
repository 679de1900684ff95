//! An item's passages in their context, if there is an article copy.

use super::markup::{Element, el, of_class};
use super::parts::{line, link};
use explore::{Context, Excerpt, Source};

/// A line of a detail; none if there is no copy.
pub(super) fn in_the_article(excerpts: &[Excerpt<'static>]) -> Option<Element> {
    (!excerpts.is_empty()).then(|| line("In the article", of_class("div", "excerpts").each(excerpts, excerpt)))
}

fn excerpt(excerpt: &Excerpt<'static>) -> Element {
    let words = |Context { before, passage, after }: &Context| {
        el("blockquote")
            .maybe("lang", excerpt.language)
            .isolated(before.clone())
            .with(of_class("mark", "passage").with(passage.clone()))
            .with(after.clone())
    };
    let whose = match (&excerpt.words, excerpt.by) {
        (Some(_), Source::Reader) => "Your copy, ",
        (Some(_), Source::Publisher) => "The publisher’s text, ",
        (None, Source::Reader) => "Not found in your copy. It should stand in ",
        (None, Source::Publisher) => "Not found in the publisher’s text. It should stand in ",
    };
    let caption = of_class("figcaption", "how").with(whose).with(excerpt.place.clone()).with(". ");
    let remark = (!excerpt.remark.is_empty()).then(|| of_class("span", "flag").with(excerpt.remark.clone()).with(" "));
    let reading = excerpt.reading.as_ref().map(|query| link(query).with("Read it in the article"));
    of_class("figure", "excerpt").with(excerpt.words.as_ref().map(words)).with(caption.with(remark).with(reading))
}
