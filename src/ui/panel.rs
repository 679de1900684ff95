//! Opens panels as modal dialogs once they are in the document, and closes them by their own link, so that Back opens
//! them again.
//!
//! Nothing here knows why a panel came: a link, Back, or the worker. What is watched is the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use reactive_graph::effect::Effect;
use reactive_graph::traits::Get as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use web_sys::{HtmlIFrameElement, MessageEvent, MutationObserver, MutationObserverInit, ShareData};

use super::browser::{around, document, listen as listen_to, window};
use super::environment::Environment;
use super::share::{copy, has};
use super::{App, Remote, worker_client};
use explore::query::{Panel, Query};
use views::Action;

/// The open panel, and where the focus was before.
type Open = Option<(HtmlDialogElement, Option<HtmlElement>)>;

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    let open: Rc<RefCell<Open>> = Rc::default();
    let look = Closure::<dyn Fn()>::new(move || look(&mut open.borrow_mut()));
    if let (Ok(observer), Some(body)) = (MutationObserver::new(look.as_ref().unchecked_ref()), document().body()) {
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_subtree(true);
        observer.observe_with_options(&body, &all).ok();
    }
    look.forget();
    listen_to(&window(), "click", Box::new(move |event| press(app.environment, &event)));
    listen_to(&window(), "message", Box::new(|event| fit(&event)));
    // Requests the citations of an open cite panel once, unless the worker answers: its answers have them.
    Effect::new(move |requested: Option<Option<Query>>| {
        let query = app.location.asked.get().query;
        if !matches!(*app.remote.follow(), Remote::Off) || query.panel != Some(Panel::Cite) {
            return None;
        }
        if requested.flatten().as_ref() != Some(&query) {
            worker_client::cite(app, query.clone());
        }
        Some(query)
    });
}

/// Gives the preview the height that it says, as `embed.js` does for other pages.
fn fit(event: &Event) {
    let Some(message) = event.dyn_ref::<MessageEvent>() else { return };
    let frame = document().query_selector(".preview__frame").ok().flatten();
    let Some(frame) = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok()) else { return };
    let is_its =
        frame.content_window().is_some_and(|window| message.source().is_some_and(|source| *source == ***window));
    let says = |name| Reflect::get(&message.data(), &JsValue::from_str(name)).unwrap_or_default();
    if let (true, true, Some(height)) = (is_its, says("standpoint") == "height", says("height").as_f64()) {
        frame.style().set_property("block-size", &format!("{height}px")).ok();
    }
}

/// Opens a panel that came, and puts the focus back where it was before one that went.
fn look(open: &mut Open) {
    if let Some((dialog, before)) = open.take_if(|(dialog, _)| !dialog.is_connected()) {
        drop(dialog);
        if let Some(before) = before.filter(|before| before.is_connected()) {
            before.focus().ok();
        }
    }
    let panel = document().query_selector("dialog.panel").ok().flatten();
    let Some(panel) = panel.and_then(|panel| panel.dyn_into::<HtmlDialogElement>().ok()) else { return };
    if open.is_none() {
        let before = document().active_element().and_then(|element| element.dyn_into().ok());
        panel.show_modal().ok();
        // Escape, or a click beside it, closes the dialog; what that leads to is the link's.
        listen_to(&panel, "close", Box::new(|event| shut(&event)));
        if has("share")
            && let Some(sheet) = panel.query_selector("[data-act=share]").ok().flatten()
        {
            sheet.remove_attribute("hidden").ok();
        }
        *open = Some((panel, before));
    }
}

fn shut(event: &Event) {
    let link = event.current_target().and_then(|panel| panel.dyn_into::<Element>().ok());
    let link = link.and_then(|panel| panel.query_selector("a[data-shut]").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

fn press(environment: Environment, event: &Event) {
    let Some(element) = around(event, "[data-act]") else { return };
    let data = element.get_attribute("data-link").unwrap_or_default();
    match element.get_attribute("data-act").as_deref().and_then(Action::from_word) {
        Some(Action::CopyField) => {
            let field = document().get_element_by_id(&data);
            let value = field.and_then(|field| match field.dyn_into::<HtmlInputElement>() {
                Ok(line) => Some(line.value()),
                Err(field) => field.dyn_into::<HtmlTextAreaElement>().ok().map(|text| text.value()),
            });
            copy(environment, value.unwrap_or_default(), "Copied");
        }
        Some(Action::Share) => sheet(environment, &document().title(), data),
        Some(_) | None => {}
    }
}

/// Opens the system's share sheet. A reader who closes it again wanted nothing more; any other refusal falls back to
/// the clipboard.
fn sheet(environment: Environment, title: &str, address: String) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(&address);
    spawn_local(async move {
        if let Err(error) = JsFuture::from(window().navigator().share_with_data(&data)).await {
            let closed = Reflect::get(&error, &JsValue::from_str("name")).is_ok_and(|name| name == "AbortError");
            if !closed {
                copy(environment, address, "Link copied");
            }
        }
    });
}
