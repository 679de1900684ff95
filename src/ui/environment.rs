//! The browser around the page: theme, settings, and the current toast.

use std::time::Duration;

use views::{PageRequest, PageState, Toast};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, MediaQueryList};

use super::browser::{document, later, listen, of_boot, window};
use super::kept::{Kept, Live};
use super::location::Location;
use super::store;

/// From this width on the filters are a column, as in `style/layout.css`.
const WIDE: &str = "(min-width: 60rem)";
const DARK: &str = "(prefers-color-scheme: dark)";
/// How long a toast stays, and how long an announcement waits for further changes.
const STAY: Duration = Duration::from_secs(5);
const REST: Duration = Duration::from_millis(700);
const NOT_KEPT: &str = "Your browser keeps no settings for this page: this one lasts until you leave it.";

/// State of the page that no link carries.
#[derive(Clone, Copy)]
pub(super) struct Environment {
    /// What a request for a page has besides the URL.
    pub(super) request: Live<PageRequest>,
    /// Toast, announcement, shortcuts.
    pub(super) state: Live<PageState>,
    /// Number of toasts so far: the timeout of an older one must not end a newer one.
    toasts: Kept<u32>,
    /// The newest sentence to announce.
    sentence: Kept<String>,
}

impl Environment {
    /// Reads the settings and follows the browser's preferences.
    pub(super) fn watch(is_embed: bool) -> Self {
        let dark = media(DARK);
        let theme = store::get("theme");
        let prefers_dark = dark.as_ref().is_some_and(MediaQueryList::matches);
        let request = Live::new(PageRequest {
            address: Location::address_of("./"),
            dark: theme.as_deref().map_or(prefers_dark, |theme| theme == "dark"),
            has_texts: !of_boot("data-texts").is_empty(),
            ..PageRequest::default()
        });
        let state = Live::new(PageState {
            shortcuts: store::get("shortcuts").as_deref() != Some("off") && !is_embed,
            ..PageState::default()
        });
        follow(dark, move |dark| {
            if store::get("theme").is_none() {
                request.update(|request| request.dark = dark);
            }
        });
        // An open popover would lie over the column.
        follow(media(WIDE), |_| {
            let open = document().query_selector("[popover]:popover-open").ok().flatten();
            if let Some(open) = open.and_then(|open| open.dyn_into::<HtmlElement>().ok()) {
                open.hide_popover().ok();
            }
        });
        Self { request, state, toasts: Kept::new(0), sentence: Kept::new(String::new()) }
    }

    /// Announces a sentence once it has not changed for a moment.
    pub(super) fn announce(self, sentence: String) {
        let before = self.sentence.replace(sentence.clone());
        if before.is_empty() || before == sentence {
            return;
        }
        let announce = move || {
            if *self.sentence.lock() == sentence {
                self.state.update(|state| state.announcement = sentence);
            }
        };
        later(REST, Box::new(announce));
    }

    /// Shows that something is done; the toast goes by itself.
    pub(super) fn show(self, what: &str) {
        let number = self.set_toast(Some(Toast::Done(what.to_owned())));
        let end = move || {
            if self.toasts.get() == number {
                self.set_toast(None);
            }
        };
        later(STAY, Box::new(end));
    }

    /// Shows the progress of something that takes a while, in percent.
    pub(super) fn progress(self, doing: String, percent: u32) {
        self.set_toast(Some(Toast::Progress(doing, percent)));
    }

    /// Shows an error; the toast stays until it is dismissed.
    pub(super) fn error(self, what: String) {
        self.set_toast(Some(Toast::Error(what)));
    }

    /// Shows a text to copy by hand; the toast stays until it is dismissed.
    pub(super) fn ask_to_copy(self, text: String) {
        self.set_toast(Some(Toast::CopyByHand(text)));
    }

    /// Dismisses the toast.
    pub(super) fn dismiss(self) {
        self.set_toast(None);
    }

    fn set_toast(self, toast: Option<Toast>) -> u32 {
        *self.toasts.lock() += 1;
        self.state.update(|state| state.toast = toast);
        self.toasts.get()
    }

    /// Switches between light and dark.
    pub(super) fn switch_theme(self) {
        self.request.update(|request| request.dark = !request.dark);
        let theme = if self.request.now().dark { "dark" } else { "light" };
        if let Some(root) = document().document_element() {
            root.set_attribute("data-theme", theme).ok();
        }
        if !store::set("theme", Some(theme)) {
            self.show(NOT_KEPT);
        }
    }

    /// Switches the shortcuts on or off.
    pub(super) fn switch_shortcuts(self, on: bool) {
        self.state.update(|state| state.shortcuts = on);
        if !store::set("shortcuts", (!on).then_some("off")) {
            self.show(NOT_KEPT);
        }
    }
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Calls `then` whenever the media query changes.
fn follow(list: Option<MediaQueryList>, then: impl Fn(bool) + 'static) {
    let Some(list) = list else { return };
    let now = list.clone();
    listen(&list, "change", Box::new(move |_| then(now.matches())));
}
