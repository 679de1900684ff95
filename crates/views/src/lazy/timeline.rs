//! The timeline: a diagram with events above a line and positions below it, and a list by date.
//!
//! The diagram is for sight and pointer. Keyboards and screen readers use the list, which has the same content.

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

/// Items of one date; `first` is the index of its first entry in the list.
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

/// Container by kind, because events and positions can have the same id.
fn bundle(place: Element, bundle: &Bundle<'static>, window: &Window, first: usize) -> Element {
    let events = || each(el("div").key("events"), &bundle.events, window, first, event);
    let positions = || each(el("div"), &bundle.positions, window, first + bundle.events.len(), position);
    place.with((!bundle.events.is_empty()).then(events)).with((!bundle.positions.is_empty()).then(positions))
}
