//! The address bar: the only file that touches history, popstate and link clicks. (Before the program is there, `boot.js` does.)
//!
//! The search string is the page's only state. A static page of the site (`i/ferry/`) stands for one, and what the address has besides
//! counts with it; from there on every link leads to the site's first page, which asks the same in a query string alone.
//! A click on a link pushes one entry; typing replaces the entry, once the
//! typing rests. Back and Forward bring the view and the scroll back, which the entry keeps as its state, in CSS pixels.

use std::time::Duration;

use reactive_graph::computed::Memo;
use reactive_graph::traits::ReadUntracked as _;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, History, MouseEvent, ScrollRestoration, Url};

use super::browser::{Timer, around, before_paint, document, later, listen, of_boot, window};
use super::kept::{Kept, Live};
use super::screen::Screen;
use explore::query::Query;
use explore::query::codec::{Decoded, decode, href, joined, whole};

/// How long typing or scrolling must rest before the entry is rewritten: Safari refuses more than 100 writes in 30 s.
const REST: Duration = Duration::from_millis(300);

/// Which attribute of the boot script says what a static page of the site asks for.
const STATIC_PAGE: &str = "data-static-page";

/// The address bar.
#[derive(Clone, Copy)]
pub(crate) struct Location {
    /// The search string, with its `?`, or empty. Ahead of the address bar while the reader types.
    pub(super) search: Live<String>,
    /// The path that was opened, if it is a static page's.
    static_page: Kept<Option<String>>,
    typing: Kept<Option<Timer>>,
    scrolling: Kept<Option<Timer>>,
    screen: Screen,
    /// The decoded search string.
    pub(super) asked: Memo<Decoded>,
}

impl Location {
    /// Reads the address bar and follows it from now on. A page that `is_served` keeps its scroll position.
    pub(super) fn open(screen: Screen, is_served: bool) -> Self {
        let static_page = (!of_boot(STATIC_PAGE).is_empty()).then(path);
        let search = Live::new(asked(static_page.as_deref()));
        let location = Self {
            search,
            asked: Memo::new(move |_| decode(&search.follow())),
            static_page: Kept::new(static_page),
            typing: Kept::new(None),
            scrolling: Kept::new(None),
            screen,
        };
        // A browser restores the scroll before the list is there again.
        if let Some(history) = history() {
            history.set_scroll_restoration(ScrollRestoration::Manual).ok();
        }
        let click = move |event: Event| {
            if let Some(event) = event.dyn_ref() {
                location.follow(event);
            }
        };
        listen(&window(), "click", Box::new(click));
        listen(&window(), "popstate", Box::new(move |_| location.arrive()));
        listen(&window(), "scroll", Box::new(move |_| location.remember_scroll()));
        location.land(!is_served);
        location
    }

    /// The whole address that a link of ours leads to.
    pub(super) fn address_of(link: &str) -> String {
        Url::new_with_base(link, &base()).map(|address| address.href()).unwrap_or_default()
    }

    /// Goes to a query as a click on its link does.
    pub(super) fn go(self, query: &Query) {
        self.push(&href(query));
    }

    /// Shows a query at once, and rewrites the entry when the typing rests.
    pub(super) fn type_in(self, query: &Query) {
        let search = search_of(&href(query));
        if *self.search.now() == search {
            return;
        }
        self.search.set(search);
        self.cancel_typing();
        self.typing.replace(later(REST, Box::new(move || self.write_typed())));
    }

    fn cancel_typing(self) -> bool {
        self.typing.replace(None).map(Timer::cancel).is_some()
    }

    fn write_typed(self) {
        self.cancel_typing();
        self.replace_entry();
    }

    fn replace_entry(self) {
        if let Some(history) = history() {
            // A browser that refuses keeps the old address; the page itself is right.
            history.replace_state_with_url(&scrolled(), "", Some(&url(&self.search.now()))).ok();
        }
    }

    fn push(self, link: &str) {
        let search = search_of(link);
        let before = self.asked.read_untracked().query.clone();
        if self.cancel_typing() {
            self.replace_entry();
        }
        if *self.search.now() == search {
            return;
        }
        if let Some(history) = history() {
            history.replace_state(&scrolled(), "").ok();
            history.push_state_with_url(&scrolled(), "", Some(&url(&search))).ok();
        }
        self.search.set(search);
        let after = self.asked.read_untracked().query.clone();
        let same_list = before.with_item(None) == after.with_item(None);
        // What opens or closes over the view moves nothing in it.
        let same_view = before.with_panel(None) == after.with_panel(None);
        self.after_render(move || if same_view { keep_focus() } else { settle(same_list) });
    }

    fn replace(self, link: &str) {
        self.cancel_typing();
        self.search.set(search_of(link));
        self.replace_entry();
        self.after_render(keep_focus);
    }

    /// Follows a plain click on a link to this page; every other click is the browser's.
    fn follow(self, event: &MouseEvent) {
        if event.default_prevented()
            || event.button() != 0
            || event.meta_key()
            || event.ctrl_key()
            || event.shift_key()
            || event.alt_key()
        {
            return;
        }
        let Some(anchor) = around(event, "a[href]") else { return };
        let link = anchor.get_attribute("href").unwrap_or_default();
        if let Some(id) = link.strip_prefix('#').filter(|_| self.static_page.lock().is_some()) {
            // Of a static page every link is relative to the site's first page, also one within the page.
            event.prevent_default();
            if let Some(place) = document().get_element_by_id(id) {
                place.scroll_into_view();
                focus(&place);
            }
            return;
        }
        if !(link.starts_with('?') || link == "./") || anchor.has_attribute("target") {
            return;
        }
        event.prevent_default();
        if anchor.has_attribute("data-replace") { self.replace(&link) } else { self.push(&link) }
    }

    /// The reader went Back or Forward.
    fn arrive(self) {
        self.cancel_typing();
        self.search.set(asked(self.static_page.lock().as_deref()));
        self.land(false);
    }

    fn remember_scroll(self) {
        if let Some(pending) = self.scrolling.replace(None) {
            pending.cancel();
        }
        let write = move || {
            if let Some(history) = history() {
                history.replace_state(&scrolled(), "").ok();
            }
        };
        self.scrolling.replace(later(REST, Box::new(write)));
    }

    /// Brings back the scroll that the entry remembers; a link that opens an item shows it.
    fn land(self, fresh: bool) {
        let kept = history().and_then(|history| history.state().ok()).and_then(|state| state.as_f64());
        self.after_render(move || match kept {
            Some(top) => window().scroll_to_with_x_and_y(0.0, top),
            None if fresh => {
                if let Some(item) = opened() {
                    item.scroll_into_view();
                }
            }
            None => {}
        });
    }

    /// Runs `then` when the change that was just made is on the page.
    pub(super) fn after_render(self, then: impl FnOnce() + 'static) {
        // The first frame comes after the effects, which run as microtasks; by then it is known what they load.
        before_paint(Box::new(move || self.screen.once_whole(Box::new(then))));
    }
}

/// After a click: the reader sees the beginning of what the click led to, and the focus is not lost.
pub(super) fn settle(same_list: bool) {
    let item = opened();
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let out_of_sight = |element: &Element| top(element) < 0.0 || top(element) > height - 80.0;
    match &item {
        Some(item) if out_of_sight(item) => item.scroll_into_view(),
        Some(_) => {}
        None if same_list => {}
        None => {
            if let Some(results) = document().get_element_by_id("results").filter(|results| top(results) < 0.0) {
                results.scroll_into_view();
            }
        }
    }
    keep_focus();
}

/// A link that the change took away leaves the focus nowhere: it goes to the opened item, or to the results.
pub(super) fn keep_focus() {
    let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    let heading = opened().and_then(|item| item.query_selector("a[href]").ok().flatten());
    let next = heading.or_else(|| document().get_element_by_id("results"));
    if let Some(next) = next.filter(|_| lost) {
        focus(&next);
    }
}

/// Gives `element` the focus, and leaves the scroll as it is.
fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
}

/// The open item. The matrix has it twice, and the style sheet shows one.
fn opened() -> Option<Element> {
    let all = document().query_selector_all("[data-open]").ok()?;
    let mut items = (0..all.length()).filter_map(|place| all.item(place)?.dyn_into::<Element>().ok());
    items.find(|item| item.get_bounding_client_rect().width() > 0.0)
}

fn history() -> Option<History> {
    window().history().ok()
}

fn scrolled() -> JsValue {
    JsValue::from_f64(window().scroll_y().unwrap_or_default())
}

/// The search string that a link of ours leads to.
fn search_of(link: &str) -> String {
    if link == "./" { String::new() } else { link.to_owned() }
}

/// What to write into the address bar for a search string: an empty one must still take the old one away.
fn url(search: &str) -> String {
    if search.is_empty() { base() } else { search.to_owned() }
}

/// Where the site's first page is: every link is relative to it.
fn base() -> String {
    let address = document().base_uri().ok().flatten().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// What the address bar asks; `static_page` is the path at which the page was opened, if that is a static page's.
fn asked(static_page: Option<&str>) -> String {
    let location = window().location();
    let search = whole(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default());
    if static_page.is_some_and(|static_page| static_page == path()) {
        joined(&of_boot(STATIC_PAGE), &search)
    } else {
        search
    }
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}
