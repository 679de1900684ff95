//! Fetches the log of versions, from the page's own origin, when a link was made from other data than this and the page itself
//! answers it. The worker has the log with it, and a reader's own dossier has none.

use reactive_graph::effect::Effect;
use reactive_graph::traits::Read as _;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::App;
use super::browser::{of_boot, window};
use explore::changelog::Changelog;

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    Effect::new(move |asked: Option<bool>| {
        let asked = asked.unwrap_or_default();
        let wants = app.rest.is_page() && app.page.read().at.is_some();
        if wants && !asked {
            fetch(app, of_boot("data-versions"));
        }
        asked || wants
    });
}

/// A site without a log says in the notice that the data is another, and no more.
fn fetch(app: App, name: String) {
    if name.is_empty() {
        return;
    }
    spawn_local(async move {
        let response = JsFuture::from(window().fetch_with_str(&name)).await.ok();
        let response = response.map(JsCast::unchecked_into::<Response>).filter(Response::ok);
        let Some(text) = response.and_then(|response| response.text().ok()) else { return };
        if let Some(text) = JsFuture::from(text).await.ok().and_then(|text| text.as_string()) {
            app.engine.deferred_data().log = Some(Changelog::parse(&text));
            app.rest.refresh();
        }
    });
}
