//! A static host on the loopback interface, with the event stream that reloads the page.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;

use anyhow::Context as _;
use axum::Router;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The folder of the address that the site is served under; begins and ends with a slash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Base {
    /// From `/some/where/`, with or without its outer slashes.
    pub(super) fn new(path: &str) -> Self {
        let inner = path.trim_matches('/');
        if inner.is_empty() { Self::default() } else { Self(format!("/{inner}/")) }
    }
}

/// Serves the files of `folder` until the program ends; prints the address as the first line on stdout.
///
/// With `builds`, each number that comes in reloads the pages that are open.
///
/// # Errors
/// If the listener fails.
pub(super) fn serve(
    listener: TcpListener,
    folder: &Path,
    base: &Base,
    builds: Option<Receiver<u64>>,
) -> anyhow::Result<()> {
    let address = listener.local_addr().context("the listener has no address")?;
    listener.set_nonblocking(true).context("the listener cannot be polled")?;
    let site = router(folder, base, builds);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no event loop")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).context("the listener cannot be polled")?;
        let mut out = std::io::stdout();
        writeln!(out, "http://{address}{}", base.0).and_then(|()| out.flush()).context("cannot print the address")?;
        axum::serve(listener, site).await.context("the server stopped")
    })
}

fn router(folder: &Path, base: &Base, builds: Option<Receiver<u64>>) -> Router {
    let mut site = Router::new();
    if let Some(builds) = builds {
        site = site.route("/reload", get(move || async { reloads(builds) }));
    }
    let site = site.fallback_service(ServeDir::new(folder).precompressed_br().precompressed_gzip());
    let site = if base.0 == "/" {
        site
    } else {
        let base = base.0.clone();
        Router::new().nest(&base.clone(), site).fallback(move |uri| async move { outside(&base, &uri) })
    };
    site.layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store")))
}

/// What lies outside the base: the base without its last slash leads in, all else is not there.
fn outside(base: &str, uri: &Uri) -> Response {
    if uri.path().strip_prefix(base.trim_end_matches('/')) != Some("") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::temporary(&format!("{base}{query}")).into_response()
}

fn reloads(builds: Receiver<u64>) -> impl axum::response::IntoResponse {
    let events = WatchStream::new(builds).map(|build| Ok::<_, Infallible>(Event::default().data(build.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_its_outer_slashes() {
        for (given, base) in [("", "/"), ("/", "/"), ("a", "/a/"), ("/a/b", "/a/b/"), ("a/b/", "/a/b/")] {
            assert_eq!(Base::new(given), Base(base.to_owned()), "{given}");
        }
    }

    #[test]
    fn outside_the_base_only_the_way_in_is_there() {
        for (asked, status, location) in [
            ("/a/b", 307, Some("/a/b/")),
            ("/a/b?issue=ferry", 307, Some("/a/b/?issue=ferry")),
            ("/", 404, None),
            ("/a", 404, None),
            ("/a/bc", 404, None),
        ] {
            let response = outside("/a/b/", &Uri::from_static(asked));
            assert_eq!(response.status().as_u16(), status, "{asked}");
            let found = response.headers().get("location").map(HeaderValue::as_bytes);
            assert_eq!(found, location.map(str::as_bytes), "{asked}");
        }
    }
}
