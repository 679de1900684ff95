//! Fetches the changelog, from the page's own origin, for a link to another data version. The worker embeds the changelog.

use reactive_graph::effect::Effect;
use reactive_graph::traits::Get as _;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::browser::{of_boot, window};
use super::{App, Remote};
use explore::changelog::Changelog;
use explore::query::Query;

/// Adds the effect; it stays for the lifetime of the page.
pub(super) fn listen(app: App) {
    Effect::new(move |asked: Option<bool>| {
        let asked = asked.unwrap_or_default();
        let Query { at, own, .. } = app.location.asked.get().query;
        let is_other = own.is_none() && at.is_some_and(|at| at != app.engine.dossier.version);
        let wants = is_other && matches!(*app.remote.follow(), Remote::Off);
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
            app.deferred.set(());
        }
    });
}
