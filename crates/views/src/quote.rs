//! A quote.

use dossier::QuoteForm;

use super::action::copy;
use super::excerpt::in_the_article;
use super::markup::{Element, el, of_class};
use super::parts::{bdi, item, line, line_of, link, marked, names, pieces, pointers, position_links, toggle};
use explore::{QuoteDetail, QuoteEntry, words};

pub(super) fn quote(entry: &QuoteEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let last = entry.segments.len().saturating_sub(1);
    let mut words = el("p").with("“");
    for (place, segment) in entry.segments.iter().enumerate() {
        let gap = || of_class("span", "quote__gap").attribute("title", "The attribution stands here").with(" […] ");
        words = words.with(pieces(segment)).with((place < last).then(gap));
    }
    let (class, fragment) = match entry.quote.form {
        QuoteForm::Full => ("quote", None),
        QuoteForm::Fragment => {
            ("quote quote--fragment", Some(of_class("span", "flag").with(words::FRAGMENT).with(" · ")))
        }
    };
    let role = entry.role.as_ref().map(|role| el("span").with(", ").with(marked(role)));
    let speaker = of_class("h3", "quote__speaker").with(toggle(&entry.toggle, open, marked(&entry.speaker)));
    let how = of_class("p", "how").with(fragment).with(format!("{} · {}", entry.occasion, entry.paragraphs));
    item(class, entry.quote.id.as_str(), open)
        .with(
            el("figure")
                .with(el("blockquote").maybe("lang", entry.language).isolated(words.with("”")))
                .with(el("figcaption").with(speaker).with(role).with(how)),
        )
        .with(entry.detail.as_ref().map(|more| detail(entry, more)))
        .with(entry.detail.as_ref().map(|more| acts(entry, more)))
}

fn detail(entry: &QuoteEntry<'static>, detail: &QuoteDetail<'static>) -> Element {
    let stands_for = || line("What it expresses", position_links(&detail.positions, false));
    of_class("dl", "detail")
        .with(line_of("Context", entry.quote.context.as_str()))
        .with((!entry.issues.is_empty()).then(|| line("About", names(&entry.issues))))
        .with((!detail.positions.is_empty()).then(stands_for))
        .with(line("Introduced by", bdi(format!("“{}”", entry.quote.cue)).maybe("lang", entry.language)))
        .with(line("Where it stands", pointers(&detail.pointers)))
        .with(detail.publisher.as_ref().map(|address| line("At the publisher’s", publisher(address))))
        .with(in_the_article(&detail.excerpts))
}

fn acts(entry: &QuoteEntry<'static>, detail: &QuoteDetail<'static>) -> Element {
    let same_speaker = detail
        .same_speaker
        .as_ref()
        .map(|(others, query)| link(query).with(format!("All {} quotes of the same speaker", others + 1)));
    of_class("p", "item__acts")
        .with(link(&entry.speaker_link).with("About the speaker"))
        .with(same_speaker)
        .with(copy("Copy citation", Some(detail.citation.clone()), detail.cited.clone()))
        .with(link(&detail.cite).with("Other ways to cite"))
        .with(copy("Copy link", None, detail.link.clone()))
}

/// Link to the words in the publisher's page, without a referrer.
fn publisher(address: &str) -> Element {
    el("a")
        .attribute("href", address.to_owned())
        .attribute("rel", "external noreferrer noopener")
        .with("In the publisher’s page")
}
