//! The brush over the timeline: dragging across the picture chooses the days from where it began to where it ended.
//!
//! It is for a mouse or a pen: a finger scrolls the picture. Keyboards have the date fields, and the list's headings. A drag
//! of a few pixels is a click. Escape calls it off.

use std::cell::RefCell;
use std::rc::Rc;

use dossier::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::App;
use super::browser::{around, listen as listen_to, window};

/// How far the pointer must go before a press is a drag, in CSS pixels.
const FAR: f64 = 6.0;

/// A press that may become a drag.
struct Drag {
    picture: Element,
    /// Where the pointer was pressed, in CSS pixels from the window's left.
    from: f64,
    /// Whether it has gone far enough.
    drawn: bool,
}

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    let drag: Rc<RefCell<Option<Drag>>> = Rc::default();
    // Links can be dragged by themselves, which would end this drag: hence `dragstart`.
    for name in ["pointerdown", "pointermove", "pointerup", "pointercancel", "dragstart", "keydown"] {
        let drag = Rc::clone(&drag);
        listen_to(&window(), name, Box::new(move |event| follow(app, &mut drag.borrow_mut(), &event)));
    }
}

fn follow(app: App, drag: &mut Option<Drag>, event: &Event) {
    let pointer = event.dyn_ref::<PointerEvent>();
    match (event.type_().as_str(), pointer) {
        ("pointerdown", Some(pointer)) if pointer.button() == 0 && pointer.pointer_type() != "touch" => {
            *drag = picture(event).map(|picture| Drag { picture, from: f64::from(pointer.client_x()), drawn: false });
        }
        ("pointermove", Some(pointer)) => {
            if let Some(drag) = drag {
                draw(drag, pointer);
            }
        }
        ("pointerup", Some(pointer)) => {
            if let Some(drag) = drag.take().filter(|drag| drag.drawn) {
                show(&drag.picture, 0.0, 0.0);
                choose(app, &drag, f64::from(pointer.client_x()));
            }
        }
        ("pointercancel", _) => call_off(drag),
        ("dragstart", _) if picture(event).is_some() => event.prevent_default(),
        ("keydown", _) if is_escape(event) && drag.as_ref().is_some_and(|drag| drag.drawn) => {
            // It is this drag that the reader backs out of, nothing else.
            event.prevent_default();
            call_off(drag);
        }
        _ => {}
    }
}

fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

/// The picture that an event is on.
fn picture(event: &Event) -> Option<Element> {
    around(event, "[data-brush]")
}

fn draw(drag: &mut Drag, pointer: &PointerEvent) {
    let to = f64::from(pointer.client_x());
    if !drag.drawn && (to - drag.from).abs() > FAR {
        drag.drawn = true;
        // What follows is the picture's, the click at the end as well: it must not follow a link.
        drag.picture.set_pointer_capture(pointer.pointer_id()).ok();
    }
    if drag.drawn {
        show(&drag.picture, drag.from.min(to), drag.from.max(to));
    }
}

fn call_off(drag: &mut Option<Drag>) {
    if let Some(drag) = drag.take() {
        show(&drag.picture, 0.0, 0.0);
    }
}

/// Draws the brush from `left` to `right`, in CSS pixels from the window's left.
fn show(picture: &Element, left: f64, right: f64) {
    let Some(brush) = picture.query_selector("[data-brushed]").ok().flatten() else { return };
    let length = picture.get_attribute("width").and_then(|width| width.parse::<i32>().ok()).map_or(0.0, f64::from);
    let seen = picture.get_bounding_client_rect();
    let units = |place: f64| (((place - seen.left()) / seen.width()).clamp(0.0, 1.0) * length) as i32;
    let (from, to) = (units(left), units(right));
    brush.set_attribute("x", &from.to_string()).ok();
    brush.set_attribute("width", &(to - from).to_string()).ok();
}

/// Shows the dates whose columns the brush touches; none is no choice.
fn choose(app: App, drag: &Drag, end: f64) {
    let (left, right) = (drag.from.min(end), drag.from.max(end));
    let days = drag.picture.query_selector("[data-days]").ok().flatten();
    let mut next = days.and_then(|days| days.first_element_child());
    let (mut first, mut last): (Option<Date>, Option<Date>) = (None, None);
    while let Some(column) = next {
        let seen = column.get_bounding_client_rect();
        let date = column.get_attribute("data-date").and_then(|date| date.parse().ok());
        if seen.left() <= right && seen.right() >= left && date.is_some() {
            first = first.or(date);
            last = date;
        }
        next = column.next_element_sibling();
    }
    if first.is_some() {
        app.location.go(&app.query().with_dates(first, last));
    }
}
