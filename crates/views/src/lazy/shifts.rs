//! The changes view: both ends of every change of position, with evidence.

use dossier::IssueKind;

use crate::list::each;
use crate::markup::{Element, el, of_class};
use crate::parts::{link, toggle};
use crate::position::titled;
use crate::window;
use explore::{Change, PositionEntry, Shifts, words};

/// Puts the changes into `place`.
pub(crate) fn shifts(place: Element, shifts: &Shifts<'static>) -> Element {
    let none = shifts.changes.is_empty().then(|| {
        let says =
            if shifts.hidden.is_some() { "Nobody who is shown changed position." } else { "Nobody changed position." };
        of_class("p", "shifts__none").with(says)
    });
    let hidden = shifts.hidden.as_ref().map(|(hidden, all)| {
        let says = format!("The filters hide {}.", words::count(*hidden, "change"));
        of_class("p", "withheld").with(says).with(" ").with(link(all).with("Show all changes"))
    });
    let window = &shifts.window;
    let place = window::before(place.with(of_class("h2", "unseen").with("Changed position")).with(none), window);
    window::behind(each(place, &shifts.changes, window, window.first, change), window).with(hidden)
}

fn change(change: &Change<'static>) -> Element {
    let title = el("h2")
        .with(link(&change.holder_link).isolated(change.holder))
        .with(of_class("span", "position__on").with(" on "))
        .with(link(&change.issue_link).isolated(change.name));
    let head = of_class("div", "section__head").with(title).with(el("p").isolated(change.issue.proposition.as_str()));
    let last = change.ends.len().saturating_sub(1);
    let mut ends = of_class("ol", "shift__ends");
    for (place, entry) in change.ends.iter().enumerate() {
        ends = ends.with(end(entry, change.issue.kind, place, last));
    }
    let key = change.ends.first().map_or("", |end| end.position.id.as_str());
    of_class("section", "section shift").key(key).with(head).with(ends)
}

/// One end of a change; later ones follow an arrow.
fn end(entry: &PositionEntry<'static>, kind: IssueKind, place: usize, last: usize) -> Element {
    let when = match place {
        0 => "Before: ",
        place if place == last => "After: ",
        _ => "Then: ",
    };
    let title = toggle(&entry.toggle, entry.detail.is_some(), when).with(entry.position.stance.label(kind));
    let arrow = (place > 0).then(|| of_class("span", "shift__arrow").attribute("aria-hidden", "true").with("↓"));
    of_class("li", "shift__end").key(entry.position.id.as_str()).with(arrow).with(titled(entry, title))
}
