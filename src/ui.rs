//! The page in the browser.
//!
//! The search string (`location`) is decoded by one memo; another answers it ([`views::answer()`]) unless a worker does
//! (`worker_client`); one effect shows the newest answer (`screen`, [`dom`]). `actions` handles buttons and fields,
//! `environment` holds theme, settings and toasts.

mod actions;
mod browser;
mod brush;
mod changes_since;
mod composing;
pub mod dom;
mod embed;
mod environment;
mod grid;
mod kept;
mod lazy;
mod location;
mod panel;
mod screen;
mod share;
mod shortcuts;
mod store;
mod worker_client;

use std::sync::Arc;

use any_spawner::Executor;
use explore::Engine;
use explore::query::Query;
use explore::query::codec::Decoded;
use reactive_graph::computed::Memo;
use reactive_graph::effect::Effect;
use reactive_graph::owner::Owner;
use reactive_graph::traits::{Get as _, Read as _, ReadUntracked as _};
use views::{Answer, LazyMarkup, PageRequest, first_view, frame, placeholder};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use crate::embedded;
use browser::document;
use environment::Environment;
use kept::{Kept, Live};
use lazy::{LazyLoader, LoadError};
use location::Location;
use screen::Screen;

/// Attribute of the root element while the served page is not the one that the URL asks for.
const ASKED: &str = "data-asked";

/// Attribute of the app element once the program runs; its value is `shown` once the program has rendered.
const BEGUN: &str = "data-begun";

/// Handles of the running page.
#[derive(Clone, Copy)]
pub(crate) struct App {
    engine: &'static Engine<'static>,
    location: Location,
    environment: Environment,
    screen: Screen,
    lazy: LazyLoader,
    remote: Live<Remote>,
    /// Notified when deferred data arrives.
    deferred: Live<()>,
    /// The query of the newest answer.
    query: Kept<Query>,
}

/// The answers of the worker.
#[derive(Clone)]
pub(crate) enum Remote {
    /// The page answers itself.
    Off,
    /// The worker has not answered yet; the page stays as it is.
    Waiting,
    /// The newest answer, and how many changes to the document one slice may make.
    Answered(Arc<Answer>, usize),
}

impl App {
    /// The query of the newest answer; every next query is made from it.
    fn query(self) -> Query {
        self.query.get()
    }

    /// The request for the current page. Tracked.
    fn request(self) -> PageRequest {
        request(self.location.asked, self.environment.request)
    }
}

fn request(asked: Memo<Decoded>, rest: Live<PageRequest>) -> PageRequest {
    PageRequest { asked: asked.get(), ..rest.follow().clone() }
}

/// Starts the page: takes over the served document and keeps it up to date.
///
/// # Panics
/// If the shell has no `#app`, or the embedded dossier cannot be decoded: both are faults of the build. The boot script shows
/// an error then.
pub fn mount() {
    let shell = document().get_element_by_id("app").expect("the shell has an element #app");
    // Leaked, as everything below: it lives as long as the page.
    let mut engine = Engine::new(Box::leak(Box::new(embedded::dossier())));
    engine.address = Location::address_of("./");
    let engine: &'static Engine = Box::leak(Box::new(engine));
    Executor::init_wasm_bindgen().ok();
    let owner = Owner::new();
    owner.with(|| run(engine, shell));
    std::mem::forget(owner);
}

fn run(engine: &'static Engine<'static>, shell: web_sys::Element) {
    // The boot script may start the program again until this is set.
    shell.set_attribute(BEGUN, "").ok();
    let root = document().document_element().expect("a document has an element");
    // Set by the boot script.
    let is_served = !root.has_attribute(ASKED);
    let screen = Screen::of(shell.clone());
    let location = Location::open(screen, is_served);
    let query = location.asked.read_untracked().query.clone();
    let app = App {
        engine,
        location,
        environment: Environment::watch(query.embed),
        screen,
        lazy: LazyLoader::new(),
        remote: Live::new(Remote::Off),
        deferred: Live::new(()),
        query: Kept::new(query),
    };
    // Text that was typed before the program ran.
    let field = document().get_element_by_id(views::search::FIELD).and_then(|field| field.dyn_into().ok());
    if let Some(text) = field.map(|field: HtmlInputElement| field.value()).filter(|text| !text.is_empty()) {
        location.type_in(&app.query().with_text(&text));
    }

    // Only what is `Send` can go into a memo, so not the whole `app`.
    let App { remote, lazy, deferred, .. } = app;
    let (asked, rest) = (location.asked, app.environment.request);
    // The page's own answer, and whether lazily loaded code is still to come.
    let local = Memo::new_with_compare(
        move |_| {
            drop(deferred.follow());
            if !matches!(*remote.follow(), Remote::Off) {
                return Arc::new((None, false));
            }
            let request = request(asked, rest);
            let module = lazy.module();
            Arc::new(match (first_view(engine, &request), module) {
                (Some(answer), _) => (Some(answer), false),
                (None, Some(Ok(module))) => (Some((module.answer)(engine, &request)), false),
                (None, Some(Err(LoadError))) => (Some(placeholder(engine, &request, LazyMarkup::load_error())), false),
                (None, None) => (Some(placeholder(engine, &request, LazyMarkup::loading())), true),
            })
        },
        |_, _| true,
    );
    Effect::new(move |_| {
        let state = app.environment.state.follow().clone();
        let remote = app.remote.follow().clone();
        let (answer, slice, is_loading) = match (&remote, &**local.read()) {
            (Remote::Answered(answer, slice), _) => (Answer::clone(answer), *slice, false),
            (Remote::Off, (Some(answer), is_loading)) => (answer.clone(), screen::WHOLE, *is_loading),
            (Remote::Waiting | Remote::Off, _) => return,
        };
        if is_loading {
            app.lazy.load(app);
        }
        // The worker client says so of the worker's answers.
        if matches!(remote, Remote::Off) {
            screen.expect(is_loading);
        }
        if is_loading && (screen.is_served() || answer.query.is_searched()) {
            // What is on the screen stays until the content is there; without it no word is found.
            return;
        }
        document().set_title(&answer.title);
        app.environment.announce(answer.sentence.clone());
        app.query.replace(answer.query.clone());
        let is_first = screen.is_served();
        screen.show(frame(answer, &state), slice);
        if is_first {
            root.remove_attribute(ASKED).ok();
            shell.set_attribute(BEGUN, "shown").ok();
        }
    });
    composing::listen();
    actions::listen(app);
    shortcuts::listen(app);
    grid::listen();
    app.lazy.prefetch_on_intent(app);
}
