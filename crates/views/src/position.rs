//! A position with its evidence line and details.

use dossier::direction::isolate;

use super::action::copy;
use super::excerpt::in_the_article;
use super::markup::{Element, el, of_class};
use super::parts::{item, line, line_of, link, marked, pieces, pointers, position_links, quotations, tile, toggle};
use explore::{PositionDetail, PositionEntry, Truncated};

pub(super) fn position(entry: &PositionEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let between =
        (entry.holder.is_some() && entry.issue.is_some()).then(|| of_class("span", "position__on").with(" on "));
    let title = toggle(&entry.toggle, open, entry.holder.as_ref().map(marked))
        .with(between)
        .with(entry.issue.as_ref().map(|issue| el("i").with(marked(issue))));
    titled(entry, title)
}

/// A position under a title that opens and closes it.
pub(super) fn titled(entry: &PositionEntry<'static>, title: Element) -> Element {
    let position = entry.position;
    let body = of_class("div", "position__body")
        .with(el("h3").with(title))
        .with(of_class("p", "position__summary").isolated(pieces(&entry.summary)))
        .with(how(entry))
        .with(entry.detail.as_ref().map(|more| detail(entry, more)))
        .with(entry.detail.as_ref().map(|more| acts(entry, more)));
    item("position", position.id.as_str(), entry.detail.is_some())
        .with(tile(position.stance, entry.stance, position.attribution.kind))
        .with(body)
}

/// Evidence line: stance, basis, date, place; also doubt, conditions and change.
pub(super) fn how(entry: &PositionEntry<'static>) -> Element {
    let position = entry.position;
    let provenance = &entry.provenance;
    let stance = el("b").class(format!("stance stance--{}", position.stance.word())).with(entry.stance);
    let flag =
        |on: bool, says: &'static str| on.then(|| vec![el("span").with(" · "), of_class("span", "flag").with(says)]);
    of_class("p", "how")
        .with(stance)
        .with(format!(" · {} · {} · {}", provenance.basis, provenance.when, provenance.paragraphs))
        .with(provenance.doubtful.then(|| format!(" · {}", provenance.confidence)))
        .with(flag(!position.conditions.is_empty(), "conditional"))
        .with(flag(entry.shifted, "⤳\u{a0}changed position"))
}

fn detail(entry: &PositionEntry<'static>, detail: &PositionDetail<'static>) -> Element {
    let position = entry.position;
    let links = |term, links: &Truncated<_>, by_holder| {
        (!links.is_empty()).then(|| line(term, position_links(links, by_holder)))
    };
    let conditions = || {
        let condition = |condition: &String| el("li").isolated(condition.clone());
        of_class("ul", "links links--bare").each(&position.conditions, condition)
    };
    let cue = position
        .attribution
        .cue
        .as_deref()
        .map(|cue| format!(" ({})", isolate(&format!("“{cue}”"))))
        .unwrap_or_default();
    let how = format!("{}{cue}, {}", entry.provenance.basis, entry.provenance.confidence);
    of_class("dl", "detail")
        .with(line_of("The proposition", detail.proposition))
        .with((!position.conditions.is_empty()).then(|| line("On condition", conditions())))
        .with((!detail.quotes.is_empty()).then(|| line("In their words", quotations(&detail.quotes))))
        .with(links("Replaces", &detail.earlier, false))
        .with(links("Replaced by", &detail.later, false))
        .with(line("How we know", how))
        .with(line("Where it stands", pointers(&entry.provenance.pointers)))
        .with(in_the_article(&detail.excerpts))
        .with(position.note.as_deref().map(|note| line_of("Note", note)))
        .with(links("Others on this issue", &detail.same_issue, true))
}

fn acts(entry: &PositionEntry<'static>, detail: &PositionDetail<'static>) -> Element {
    let same_holder = detail
        .same_holder
        .as_ref()
        .map(|(others, query)| link(query).with(format!("All {} positions of the same holder", others + 1)));
    let same_issue =
        (detail.same_issue.more > 0).then(|| link(&detail.all_on_issue).with("All positions on this issue"));
    of_class("p", "item__acts")
        .with(link(&entry.holder_link).with("About the stakeholder"))
        .with(same_holder)
        .with(same_issue)
        .with(copy("Copy citation", Some(detail.citation.clone()), detail.cited.clone()))
        .with(link(&detail.cite).with("Other ways to cite"))
        .with(copy("Copy link", None, detail.link.clone()))
}
