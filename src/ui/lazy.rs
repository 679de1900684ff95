//! Lazy loading: fetches the second WebAssembly module on demand. No other file reaches it.
//!
//! The released page is two modules. The second holds the code that is reachable through [`LAZY`] alone; both share one memory
//! and one function table, so a pointer into it is called like any other. The development site and the tests are one module, and
//! nothing is fetched.

use explore::Engine;
use explore::query::codec::decode;
use explore::query::{Query, View};
use views::{Answer, PageRequest};
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::browser::{around, listen, window};
use super::kept::{Kept, Live};
use super::{App, brush, changes_since, embed, panel, worker_client};

/// Entry points of the lazily loaded module.
#[derive(Clone, Copy)]
pub(crate) struct LazyModule {
    /// Answers any request: [`views::answer()`].
    pub(super) answer: fn(&Engine<'static>, &PageRequest) -> Answer,
    /// Adds its event listeners: [`start`].
    start: fn(App),
}

const LAZY: LazyModule = LazyModule { answer: views::answer, start };

fn start(app: App) {
    worker_client::start(app);
    panel::listen(app);
    changes_since::listen(app);
    if app.query().embed {
        embed::listen();
    }
    brush::listen(app);
}

/// The module could not be loaded; the browser's console has the reason. A retry may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LoadError;

/// Loads the module at most once at a time.
#[derive(Clone, Copy)]
pub(crate) struct LazyLoader {
    /// The loaded module, or why it is not; `None` before.
    module: Live<Option<Result<LazyModule, LoadError>>>,
    is_loading: Kept<bool>,
    /// Whether a page needs the module, so that an error is shown.
    is_needed: Kept<bool>,
}

impl LazyLoader {
    pub(super) fn new() -> Self {
        Self { module: Live::new(None), is_loading: Kept::new(false), is_needed: Kept::new(false) }
    }

    /// The module, or why it is not there; `None` before. Tracked.
    pub(super) fn module(self) -> Option<Result<LazyModule, LoadError>> {
        *self.module.follow()
    }

    /// Loads the module for a page that needs it.
    pub(super) fn load(self, app: App) {
        self.is_needed.replace(true);
        self.prefetch(app);
    }

    /// Loads the module without a page that needs it.
    fn prefetch(self, app: App) {
        if self.is_loading.get() || self.module.now().is_some() {
            return;
        }
        self.is_loading.replace(true);
        spawn_local(async move {
            let loaded = load().await;
            self.is_loading.replace(false);
            // A failed prefetch is retried once the module is needed.
            if loaded.is_ok() || self.is_needed.get() {
                self.module.set(Some(loaded));
            }
            if let Ok(module) = loaded {
                (module.start)(app);
            }
        });
    }

    /// Prefetches the module when the user points at or focuses a link that needs it.
    pub(super) fn prefetch_on_intent(self, app: App) {
        for name in ["pointerover", "focusin"] {
            let look = move |event: Event| {
                let link = around(&event, "a[href^='?']").and_then(|anchor| anchor.get_attribute("href"));
                let needs = |query: Query| {
                    query.view != View::Matrix || query.item.is_some() || query.panel.is_some() || query.at.is_some()
                };
                let searches = around(&event, "input[type=search]").is_some();
                if searches || link.is_some_and(|link| needs(decode(&link).query)) {
                    self.prefetch(app);
                }
            };
            listen(&window(), name, Box::new(look));
        }
    }

    /// Loads the module again after an error.
    pub(super) fn retry(self) {
        self.module.set(None);
    }
}

/// Loads the second module. An error is not cached: the next call fetches it again.
#[cfg(feature = "split")]
async fn load() -> Result<LazyModule, LoadError> {
    split::lazy().await
}

/// Everything is in one module.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the signature of the split build")]
async fn load() -> Result<LazyModule, LoadError> {
    Ok(LAZY)
}

#[cfg(feature = "split")]
mod split {
    #![expect(clippy::unnecessary_wraps, reason = "`wasm_split` adds the loading, which can fail")]

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{LazyModule, LoadError};

    impl From<SplitLoaderError> for LoadError {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    /// The only way into the second module.
    #[wasm_split(more, fallible)]
    pub(super) fn lazy() -> Result<LazyModule, LoadError> {
        Ok(super::LAZY)
    }
}
