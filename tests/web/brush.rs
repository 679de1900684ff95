//! The brush over the timeline: what a drag across the picture asks for.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit};

use crate::app::open;
use crate::browser::{entries, next_frame, one, search, window};

const TIMELINE: &str = "?view=timeline";
/// Two days of the embedded dossier, with another between them.
const FIRST: &str = "[data-date='2025-08-15']";
const LAST: &str = "[data-date='2025-08-18']";

/// The middle of an element, in CSS pixels from the window's left.
fn middle(selector: &str) -> f64 {
    let seen = one::<Element>(selector).get_bounding_client_rect();
    f64::midpoint(seen.left(), seen.right())
}

/// Sends a pointer's event to the ground of the first day, at `x`.
fn send(name: &str, kind: &str, x: f64) {
    let how = PointerEventInit::new();
    how.set_bubbles(true);
    how.set_button(0);
    how.set_pointer_type(kind);
    how.set_client_x(x as i32);
    let event = PointerEvent::new_with_event_init_dict(name, &how).expect("an event can be made");
    one::<Element>(FIRST).dispatch_event(&event).expect("it can be sent");
}

fn brushed() -> String {
    one::<Element>("[data-brushed]").get_attribute("width").unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_drag_from_day_to_day_shows_these_days_and_makes_one_entry() {
    open(TIMELINE).await;
    let before = entries();
    send("pointerdown", "mouse", middle(LAST));
    send("pointermove", "mouse", middle(FIRST));
    assert_ne!(brushed(), "0", "the brush is seen");
    assert_eq!(search(), TIMELINE, "nothing is asked before the drag ends");
    send("pointerup", "mouse", middle(FIRST));
    next_frame().await;
    assert_eq!(search(), "?view=timeline&from=2025-08-15&to=2025-08-18", "from right to left as well");
    assert_eq!((entries(), brushed().as_str()), (before + 1, "0"));
}

#[wasm_bindgen_test]
async fn a_click_a_finger_and_a_drag_called_off_choose_no_days() {
    open(TIMELINE).await;
    let start = middle(FIRST);
    for (kind, end) in [("mouse", start + 3.0), ("touch", middle(LAST))] {
        send("pointerdown", kind, start);
        send("pointermove", kind, end);
        send("pointerup", kind, end);
        assert_eq!((search().as_str(), brushed().as_str()), (TIMELINE, "0"), "{kind}");
    }
    send("pointerdown", "pen", start);
    send("pointermove", "pen", middle(LAST));
    let escape = KeyboardEventInit::new();
    escape.set_key("Escape");
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &escape).expect("an event can be made");
    window().dispatch_event(&escape).expect("it can be sent");
    assert_eq!(brushed(), "0");
    send("pointerup", "pen", middle(LAST));
    assert_eq!(search(), TIMELINE);
}
