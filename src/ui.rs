//! The page in the browser: three memos, and one effect that shows what they say.
//!
//! What is shown follows from the URL: the search string (`location`), the [`Decoded`] link, the [`Page`] that answers
//! it. [`views`] makes elements of the page, [`dom`] and `screen` put them there with the least change, `actions` does what
//! buttons say. What the browser is like stands apart, in `surroundings`.

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
mod location;
mod more;
mod panel;
mod screen;
mod share;
mod shortcuts;
mod store;
mod worker_client;

use std::sync::Arc;

use any_spawner::Executor;
use reactive_graph::computed::Memo;
use reactive_graph::effect::Effect;
use reactive_graph::owner::Owner;
use reactive_graph::traits::{Read as _, ReadUntracked as _, With as _};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use explore::{Engine, Page, explore};
use explore::query::Query;
use explore::query::codec::{Decoded, decode};
use crate::embedded;
use browser::document;
use environment::Surroundings;
use location::Location;
use more::{Answerer, Rest};
use screen::Screen;

/// The attribute of the document's element as long as something else stands on the page than the link asks for.
const ASKED: &str = "data-asked";

/// The attribute of the page's element once the program has begun, and what it is once the program shows something.
const BEGUN: &str = "data-begun";

/// Everything that the parts of the page in the browser share.
#[derive(Clone, Copy)]
pub(crate) struct App {
    engine: &'static Engine<'static>,
    location: Location,
    page: Memo<Arc<Page<'static>>>,
    surroundings: Surroundings,
    rest: Rest,
}

impl App {
    /// What the page that is shown answers: every next question is made from it.
    fn query(self) -> Query {
        self.rest.query().unwrap_or_else(|| self.page.read_untracked().query.clone())
    }
}

/// Takes over what was served, and keeps it up to date.
///
/// # Panics
/// If the shell has no `#app`, or the embedded dossier cannot be read: both are faults of the build. The boot script then
/// tells the reader.
pub fn mount() {
    let shell = document().get_element_by_id("app").expect("the shell has an element #app");
    // Both live as long as the page does, and so does everything below.
    let mut engine = Engine::new(Box::leak(Box::new(embedded::dossier())));
    engine.address = Location::address_of("./");
    let engine: &'static Engine = Box::leak(Box::new(engine));
    Executor::init_wasm_bindgen().ok();
    let owner = Owner::new();
    owner.with(|| run(engine, shell));
    std::mem::forget(owner);
}

fn run(engine: &'static Engine<'static>, shell: web_sys::Element) {
    let rest = Rest::new();
    // The boot script may start the program once more as long as it has not begun.
    shell.set_attribute(BEGUN, "").ok();
    let screen = Screen::of(shell.clone());
    // The boot script knows whether what was served is what the link asks for.
    let root = document().document_element().expect("a document has an element");
    let served = !root.has_attribute(ASKED);
    let location = Location::open(rest, screen, served);
    let search = location.search;
    let asked: Memo<Decoded> = Memo::new(move |_| decode(&search.follow()));
    // `asked` changes only when the question does, and then the page does.
    let page = Memo::new_with_compare(
        move |_| Arc::new(asked.with(|asked| explore(engine, asked))),
        |_, _| true,
    );
    let surroundings = Surroundings::watch(page);
    let app = App { engine, location, page, surroundings, rest };
    // What somebody typed before the program was there.
    let typed = document().get_element_by_id(views::search::FIELD).and_then(|field| field.dyn_into().ok());
    if let Some(text) = typed.map(|field: HtmlInputElement| field.value()).filter(|text| !text.is_empty()) {
        location.type_in(&page.read_untracked().query.with_text(&text));
    }

    Effect::new(move |_| {
        let (title, sentence, nodes, slice) = match rest.take() {
            Answerer::Soon => return,
            Answerer::Worker(shown, slice) => (shown.title, shown.sentence, shown.nodes, slice),
            Answerer::Page => {
                let (page, environment) = (page.read(), surroundings.environment.follow());
                let needs_rest = page.has_body();
                let body =
                    if needs_rest { rest.body(app, engine, &page, environment.at(&page.query)) } else { Vec::new() };
                if needs_rest && rest.is_coming() && screen.is_served() {
                    // The served page stays until the content is there.
                    return;
                }
                (page.title.clone(), page.sentence(), views::page(&page, body, &environment), screen::WHOLE)
            }
        };
        document().set_title(&title);
        surroundings.announce(sentence);
        let first = screen.is_served();
        screen.show(nodes, slice);
        if first {
            root.remove_attribute(ASKED).ok();
            shell.set_attribute(BEGUN, "shown").ok();
        }
    });
    composing::listen();
    actions::listen(app);
    shortcuts::listen(app);
    grid::listen();
    rest.foresee(app);
}
