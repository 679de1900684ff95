//! The timeline: events above a line, positions below it, and the same as a list in the order of time.
//!
//! The picture is for the eye and the pointer. Keyboards and screen readers have the list, which says all that the picture
//! shows; a hundred links more on the way to it would help nobody.

mod picture;

use super::event::event;
use super::list::{aside, withheld};
use super::node::{El, el, of_class};
use super::parts::link;
use super::position::position;
use crate::explore::{Bundle, Moment, Timeline};

pub(super) fn timeline(place: El, timeline: &Timeline<'static>) -> El {
    let opened = timeline.aside.as_ref().map(|opened| bundle(aside(), opened));
    let note = |says: &String| (!says.is_empty()).then(|| of_class("p", "timeline__note").with(says.clone()));
    place
        .with(note(&timeline.idle))
        .with(timeline.picture.as_ref().map(|drawn| picture::picture(drawn, &timeline.legend).key("picture")))
        .with(note(&timeline.undated))
        .with(opened)
        .with(of_class("div", "moments").key("moments").each(&timeline.moments, moment))
        .with(withheld(timeline.withheld))
}

fn moment(moment: &Moment<'static>) -> El {
    let title = match &moment.query {
        Some(query) => link(query),
        None => el("span"),
    };
    let count = moment.entries.events.len() + moment.entries.positions.len();
    let count = of_class("span", "section__count").with(count.to_string());
    let head = of_class("div", "section__head")
        .with(el("h2").with(title.with(moment.heading.clone())).with(" ").with(count))
        .with(moment.hint.map(|hint| el("p").with(hint)));
    bundle(of_class("section", "section").with(head), &moment.entries)
}

/// Events and positions can have the same id: each kind stands in an element of its own.
fn bundle(place: El, bundle: &Bundle<'static>) -> El {
    let events = || el("div").each(&bundle.events, event);
    let positions = || el("div").each(&bundle.positions, position);
    place.with((!bundle.events.is_empty()).then(events)).with((!bundle.positions.is_empty()).then(positions))
}
