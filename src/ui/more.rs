//! Lazy loading: fetches the second WebAssembly module on demand. No other file reaches it.
//!
//! The released page is two modules, so that a first view fetches one. The second holds what is reachable through
//! `split::more` alone, and both share one memory and one table of functions: once it is there, a pointer into it is
//! called like any other. A draft and the tests are one module, and then nothing is fetched.

use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::browser::{around, before_paint, listen, window};
use super::kept::{Kept, Live};
use super::screen::{SLICE, WHOLE};
use super::{App, brush, changes_since, embed, panel, worker_client};
use explore::{Engine, Page};
use explore::query::codec::decode;
use explore::query::{Query, View};
use views::{Markup, loading};
use worker_protocol::RenderedPage;

/// The ways into what comes later.
#[derive(Clone, Copy)]
pub(crate) struct More {
    /// Makes the elements of a page's body: [`views::more`].
    body: fn(&Engine<'static>, &Page<'static>, Option<usize>) -> Vec<Markup>,
    /// The link that says what a query is about: [`explore::link`].
    link: fn(&Engine<'static>, &Query) -> String,
    /// Listens to what can only be done there: [`start`].
    start: fn(App),
}

/// What is reached through this alone is fetched later.
const MORE: More = More { body: views::more::more, link: explore::link, start };

/// Listens to what a reader brings, to panels and to drags across the timeline; and has fetched or made what a link asks for.
fn start(app: App) {
    worker_client::start(app);
    panel::listen(app);
    changes_since::listen(app);
    if app.query().embed {
        embed::listen();
    }
    brush::listen(app);
}

/// The second module did not come, or is none: the browser's console says why. Asking again may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NotLoaded;

/// Who answers what the reader asks.
pub(super) enum Answerer {
    /// The page itself.
    Page,
    /// The worker, which has not answered yet: what is on the screen stays.
    Soon,
    /// The worker, and this is its answer; how many changes a slice of it may make.
    Worker(RenderedPage, usize),
}

/// What is to be done once the body is on the page.
pub(super) type Then = Box<dyn FnOnce()>;

/// What the first view does without, as far as it has come.
#[derive(Clone, Copy)]
pub(crate) struct Rest {
    /// How the fetching ended; `None` before.
    ended: Live<Option<Result<More, NotLoaded>>>,
    coming: Kept<bool>,
    /// Whether a page was to be shown that needs it.
    wanted: Kept<bool>,
    /// What waits for the end.
    then: Kept<Option<Then>>,
    answerer: Live<Answerer>,
}

impl Rest {
    /// Nothing is fetched yet.
    pub(super) fn new() -> Self {
        Self {
            ended: Live::new(None),
            coming: Kept::new(false),
            wanted: Kept::new(false),
            then: Kept::new(None),
            answerer: Live::new(Answerer::Page),
        }
    }

    /// The elements of the page's body, of a long list those around entry `at`; tracked. Until they can be made, what stands
    /// in for them. The first call fetches what they need.
    pub(super) fn body(self, app: App, engine: &Engine<'static>, page: &Page<'static>, at: Option<usize>) -> Vec<Markup> {
        let ended = *self.ended.follow();
        match ended {
            Some(Ok(more)) => (more.body)(engine, page, at),
            Some(Err(NotLoaded)) => loading::failed(),
            None => {
                self.wanted.replace(true);
                self.fetch(app);
                loading::coming()
            }
        }
    }

    /// Whether what was wanted has not come yet.
    pub(super) fn is_coming(self) -> bool {
        self.ended.now().is_none()
    }

    /// Fetches it as soon as the reader is about to follow a link that leads to something of it, so that it is there when
    /// they do. For as long as the page lives.
    pub(super) fn foresee(self, app: App) {
        for name in ["pointerover", "focusin"] {
            let look = move |event: Event| {
                let link = around(&event, "a[href]").and_then(|anchor| anchor.get_attribute("href"));
                let asks = |query: Query| {
                    query.view != View::Matrix || query.item.is_some() || query.panel.is_some() || query.at.is_some()
                };
                let searches = around(&event, "input[type=search], [data-act=copy]").is_some();
                if searches || link.is_some_and(|link| link.starts_with('?') && asks(decode(&link).query)) {
                    self.fetch(app);
                }
            };
            listen(&window(), name, Box::new(look));
        }
    }

    /// The link that says what the plain `link` is about; the plain one itself as long as what knows that has not come: it opens the
    /// same. A link to a static page stays as it is, and so does every link of the worker, which knows its dossier.
    pub(super) fn telling(self, app: App, link: String) -> String {
        if matches!(*self.answerer.now(), Answerer::Worker(..)) {
            return link;
        }
        self.fetch(app);
        match *self.ended.now() {
            Some(Ok(more)) if link.starts_with(['?', '.']) => (more.link)(app.engine, &decode(&link).query),
            Some(Ok(_) | Err(NotLoaded)) | None => link,
        }
    }

    /// Fetches once more what did not come.
    pub(super) fn again(self) {
        self.ended.set(None);
    }

    /// Calls `then`: now, or, while something is coming, when that is on the page. Of several calls the last one counts.
    pub(super) fn once_here(self, then: Then) {
        if self.coming.get() {
            self.then.replace(Some(then));
        } else {
            then();
        }
    }

    fn fetch(self, app: App) {
        if self.coming.get() || self.ended.now().is_some() {
            return;
        }
        self.coming.replace(true);
        spawn_local(async move {
            let ended = load().await;
            // What was only foreseen and did not come is fetched once more when it is wanted.
            if ended.is_ok() || self.wanted.get() {
                self.ended.set(Some(ended));
            }
            if let Ok(more) = ended {
                (more.start)(app);
            }
            self.end();
        });
    }

    /// Shows the body anew: something came that it shows.
    pub(super) fn refresh(self) {
        self.ended.update(|_| {});
    }

    /// Something is on its way to the page.
    pub(super) fn begin(self) {
        self.coming.replace(true);
    }

    /// It is there.
    fn end(self) {
        self.coming.replace(false);
        if let Some(then) = self.then.replace(None) {
            before_paint(then);
        }
    }

    /// Who answers, tracked; with an answer of the worker its elements are taken: there may be very many.
    pub(super) fn take(self) -> Answerer {
        match &mut *self.answerer.follow() {
            Answerer::Page => Answerer::Page,
            Answerer::Soon => Answerer::Soon,
            Answerer::Worker(shown, slice) => {
                let nodes = std::mem::take(&mut shown.nodes);
                Answerer::Worker(RenderedPage { nodes, ..shown.clone() }, *slice)
            }
        }
    }

    /// Whether the page itself answers; tracked. What it would say of a link is nobody's question while the worker does.
    pub(super) fn is_page(self) -> bool {
        matches!(*self.answerer.follow(), Answerer::Page)
    }

    /// Follows what the worker answers.
    pub(super) fn follow_worker(self) {
        drop(self.answerer.follow());
    }

    /// What the worker's answer answers, while the worker is in charge.
    pub(super) fn query(self) -> Option<Query> {
        match &*self.answerer.now() {
            Answerer::Page | Answerer::Soon => None,
            Answerer::Worker(shown, _) => Some(decode(&shown.search).query),
        }
    }

    /// From now on the worker answers: what the page itself would say is not shown any more.
    pub(super) fn await_worker(self) {
        if matches!(*self.answerer.now(), Answerer::Page) {
            self.answerer.set(Answerer::Soon);
        }
    }

    /// Shows what the worker answers, from now on. Another answer to the same question differs little from the one before, and
    /// is shown as a whole: of a list whose window moves, a part would move what the reader looks at.
    pub(super) fn show_worker(self, shown: RenderedPage) {
        let same = matches!(&*self.answerer.now(), Answerer::Worker(before, _) if before.search == shown.search);
        self.answerer.set(Answerer::Worker(shown, if same { WHOLE } else { SLICE }));
        self.end();
    }

    /// Shows what the page itself answers, from now on.
    pub(super) fn show_page(self) {
        self.answerer.set(Answerer::Page);
        self.end();
    }
}

/// Fetches the second module. What failed is not kept: the next call fetches anew.
#[cfg(feature = "split")]
async fn load() -> Result<More, NotLoaded> {
    split::more().await
}

/// There is one module only.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as where it is fetched")]
async fn load() -> Result<More, NotLoaded> {
    Ok(MORE)
}

#[cfg(feature = "split")]
mod split {
    #![expect(
        clippy::unnecessary_wraps,
        reason = "what fails is the fetching, which `wasm_split` puts before the body"
    )]

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{More, NotLoaded};

    impl From<SplitLoaderError> for NotLoaded {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    /// The way into the second module, and the only one.
    #[wasm_split(more, fallible)]
    pub(super) fn more() -> Result<More, NotLoaded> {
        Ok(super::MORE)
    }
}
