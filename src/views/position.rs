//! One position: who stands where, and how we know.

use super::action::copy;
use super::node::{Element, el, of_class};
use super::parts::{item, line, link, marked, pointers, position_links, quotations, tile, toggle};
use crate::explore::{PositionDetail, PositionEntry, words};
use crate::query::codec::href;

pub(super) fn position(entry: &PositionEntry<'static>) -> Element {
    let position = entry.position;
    let open = entry.detail.is_some();
    let between =
        (entry.holder.is_some() && entry.issue.is_some()).then(|| of_class("span", "position__on").add(" on "));
    let title = el("h3").add(
        toggle(&entry.toggle, open, entry.holder.as_ref().map(marked))
            .add(between)
            .add(entry.issue.as_ref().map(marked)),
    );
    let body = of_class("div", "position__body")
        .add(title)
        .add(of_class("p", "position__summary").add(marked(&entry.summary)))
        .add(how(entry))
        .add(entry.detail.as_ref().map(|more| detail(entry, more)))
        .add(entry.detail.as_ref().map(|more| acts(entry, more)));
    item("position", position.id.as_str(), open).add(tile(position.stance, position.attribution.kind)).add(body)
}

/// The evidence line: stance, how we know, when, where; doubt, conditions and change where there are any.
fn how(entry: &PositionEntry<'static>) -> Element {
    let position = entry.position;
    let provenance = &entry.provenance;
    let stance =
        el("b").class(format!("stance stance--{}", position.stance.word())).add(words::stance(position.stance));
    let flag =
        |on: bool, says: &'static str| on.then(|| vec![el("span").add(" · "), of_class("span", "flag").add(says)]);
    let passages = provenance.pointers.iter().map(|pointer| format!(" · {}", pointer.label));
    of_class("p", "how")
        .add(stance)
        .add(format!(" · {} · {}", provenance.basis, provenance.when))
        .add(passages.collect::<String>())
        .add(provenance.doubtful.then(|| format!(" · {}", provenance.confidence)))
        .add(flag(!position.conditions.is_empty(), "conditional"))
        .add(flag(entry.shifted, "⤳ changed position"))
}

fn detail(entry: &PositionEntry<'static>, detail: &PositionDetail<'static>) -> Element {
    let position = entry.position;
    let links =
        |term, links: &[_], by_holder| (!links.is_empty()).then(|| line(term, position_links(links, by_holder)));
    let conditions = || {
        let conditions = position.conditions.iter().map(|condition| el("li").add(condition.as_str()));
        of_class("ul", "links links--bare").add(conditions.collect::<Vec<_>>())
    };
    let cue = position.attribution.cue.as_deref().map(|cue| format!(" (“{cue}”)")).unwrap_or_default();
    let how = format!("{}{cue}, {}", entry.provenance.basis, entry.provenance.confidence);
    of_class("dl", "detail")
        .add(line("The proposition", detail.proposition))
        .add((!position.conditions.is_empty()).then(|| line("On condition", conditions())))
        .add((!detail.quotes.is_empty()).then(|| line("In their words", quotations(&detail.quotes))))
        .add(links("Replaces", &detail.earlier, false))
        .add(links("Replaced by", &detail.later, false))
        .add(line("How we know", how))
        .add(line("Where it stands", pointers(&entry.provenance.pointers)))
        .add(position.note.as_deref().map(|note| line("Coder’s note", note)))
        .add(links("Others on this issue", &detail.same_issue, true))
}

fn acts(entry: &PositionEntry<'static>, detail: &PositionDetail<'static>) -> Element {
    let same_holder = detail
        .same_holder
        .as_ref()
        .map(|(others, query)| link(query).add(format!("All {} positions of the same holder", others + 1)));
    of_class("p", "item__acts")
        .add(link(&entry.holder_link).add("About the stakeholder"))
        .add(same_holder)
        .add(copy("Copy citation", Some(detail.citation.clone()), href(&detail.share)))
        .add(copy("Copy link", None, href(&detail.share)))
}
