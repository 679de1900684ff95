//! The timeline: events above a line, positions below it, and the same as a list in the order of time.
//!
//! The picture is for the eye and the pointer. Keyboards and screen readers have the list, which says all that the picture
//! shows; a hundred links more on the way to it would help nobody.

mod picture;

use crate::event::event;
use crate::list::{aside, each};
use crate::markup::{Element, el, of_class};
use crate::parts::link;
use crate::position::position;
use crate::window;
use explore::{Bundle, Moment, Timeline, Window};

pub(crate) fn timeline(place: Element, timeline: &Timeline<'static>) -> Element {
    let whole = Window::around(0, 0);
    let opened = timeline.aside.as_ref().map(|opened| bundle(aside(), opened, &whole, 0));
    let note = |says: &String| (!says.is_empty()).then(|| of_class("p", "timeline__note").with(says.clone()));
    let mut moments = of_class("div", "moments").key("moments");
    let mut number = timeline.window.first;
    for part in &timeline.moments {
        moments = moments.with(moment(part, &timeline.window, number));
        number += part.entries.events.len() + part.entries.positions.len();
    }
    let place = place
        .with(note(&timeline.idle))
        .with(timeline.picture.as_ref().map(|drawn| picture::picture(drawn, &timeline.legend).key("picture")))
        .with(note(&timeline.undated))
        .with(opened);
    window::behind(window::before(place, &timeline.window).with(moments), &timeline.window)
}

/// What is of one date; its first entry is number `first` of the list.
fn moment(moment: &Moment<'static>, window: &Window, first: usize) -> Element {
    let title = match &moment.query {
        Some(query) => link(query),
        None => el("span"),
    };
    let count = of_class("span", "section__count").with(moment.count.to_string());
    let head = of_class("div", "section__head")
        .with(el("h2").with(title.with(moment.heading.clone())).with(" ").with(count))
        .with(moment.hint.map(|hint| el("p").with(hint)));
    bundle(of_class("section", "section").key(moment.key).with(head), &moment.entries, window, first)
}

/// Events and positions can have the same id: each kind stands in an element of its own.
fn bundle(place: Element, bundle: &Bundle<'static>, window: &Window, first: usize) -> Element {
    let events = || each(el("div").key("events"), &bundle.events, window, first, event);
    let positions = || each(el("div"), &bundle.positions, window, first + bundle.events.len(), position);
    place.with((!bundle.events.is_empty()).then(events)).with((!bundle.positions.is_empty()).then(positions))
}
