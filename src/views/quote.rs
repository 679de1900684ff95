//! One quote: in whose words.

use dossier::QuoteForm;

use super::action::copy;
use super::node::{Element, el, of_class};
use super::parts::{item, line, link, marked, names, pointers, position_links, toggle};
use crate::explore::{QuoteDetail, QuoteEntry};
use crate::query::codec::href;

pub(super) fn quote(entry: &QuoteEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let last = entry.segments.len().saturating_sub(1);
    let mut words = el("p").add("“");
    for (place, segment) in entry.segments.iter().enumerate() {
        let gap = || of_class("span", "quote__gap").attribute("title", "The attribution stands here").add(" […] ");
        words = words.add(marked(segment)).add((place < last).then(gap));
    }
    let (class, fragment) = match entry.quote.form {
        QuoteForm::Full => ("quote", None),
        QuoteForm::Fragment => {
            ("quote quote--fragment", Some(of_class("span", "flag").add("fragment of a sentence · ")))
        }
    };
    let role = entry.role.as_ref().map(|role| el("span").add(", ").add(marked(role)));
    let speaker = of_class("h3", "quote__speaker").add(toggle(&entry.toggle, open, marked(&entry.speaker)));
    let how = of_class("p", "how").add(fragment).add(format!("{} · {}", entry.occasion, entry.paragraphs));
    item(class, entry.quote.id.as_str(), open)
        .add(
            el("figure")
                .add(el("blockquote").add(words.add("”")))
                .add(el("figcaption").add(speaker).add(role).add(how)),
        )
        .add(entry.detail.as_ref().map(|more| detail(entry, more)))
        .add(entry.detail.as_ref().map(|more| acts(entry, more)))
}

fn detail(entry: &QuoteEntry<'static>, detail: &QuoteDetail<'static>) -> Element {
    let stands_for = || line("What it stands for", position_links(&detail.positions, false));
    of_class("dl", "detail")
        .add(line("Context", entry.quote.context.as_str()))
        .add((!entry.issues.is_empty()).then(|| line("About", names(&entry.issues))))
        .add((!detail.positions.is_empty()).then(stands_for))
        .add(line("Introduced by", format!("“{}”", entry.quote.cue)))
        .add(line("Where it stands", pointers(&detail.pointers)))
}

fn acts(entry: &QuoteEntry<'static>, detail: &QuoteDetail<'static>) -> Element {
    let same_speaker = detail
        .same_speaker
        .as_ref()
        .map(|(others, query)| link(query).add(format!("All {} quotes of the same speaker", others + 1)));
    of_class("p", "item__acts")
        .add(link(&entry.speaker_link).add("About the speaker"))
        .add(same_speaker)
        .add(copy("Copy citation", Some(detail.citation.clone()), href(&detail.share)))
        .add(copy("Copy link", None, href(&detail.share)))
}
