//! The browser around the page: width, theme, settings, and the current toast.

use std::sync::Arc;
use std::time::Duration;

use reactive_graph::computed::Memo;
use reactive_graph::traits::ReadUntracked as _;
use web_sys::MediaQueryList;

use super::browser::{document, later, listen, of_boot, window};
use super::kept::{Kept, Live};
use super::location::Location;
use super::store;
use explore::Page;
use views::{Environment, Told};

/// From this width on the filters have a column of their own. `style/layout.css` has the same number.
const WIDE: &str = "(min-width: 60rem)";
/// Up to this width there is room for one issue of the matrix at a time.
const NARROW: &str = "(max-width: 44rem)";
const DARK: &str = "(prefers-color-scheme: dark)";
/// How long a line stays, and how long the counts wait until the reader rests.
const STAY: Duration = Duration::from_secs(5);
const REST: Duration = Duration::from_millis(700);
const NOT_KEPT: &str = "Your browser keeps no settings for this page: this one lasts until you leave it.";

/// The browser around the page.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    pub(super) environment: Live<Environment>,
    /// How many lines were told: an older line's end must not end a newer one.
    lines: Kept<u32>,
    /// What is shown, in words.
    sentence: Kept<String>,
}

impl Surroundings {
    /// Looks around, and follows what changes.
    pub(super) fn watch(page: Memo<Arc<Page<'static>>>) -> Self {
        let (wide, narrow, dark) = (media(WIDE), media(NARROW), media(DARK));
        let holds = |list: &Option<MediaQueryList>| list.as_ref().is_some_and(MediaQueryList::matches);
        let theme = store::get("theme");
        let environment = Live::new(Environment {
            wide: holds(&wide),
            narrow: holds(&narrow),
            served: false,
            dark: theme.as_deref().map_or(holds(&dark), |theme| theme == "dark"),
            has_texts: !of_boot("data-texts").is_empty(),
            shortcuts: store::get("shortcuts").as_deref() != Some("off") && !page.read_untracked().query.embed,
            address: Location::address_of("./"),
            told: None,
            announced: String::new(),
            reading: None,
        });
        follow(wide, move |wide| environment.update(|environment| environment.wide = wide));
        follow(narrow, move |narrow| environment.update(|environment| environment.narrow = narrow));
        follow(dark, move |dark| {
            if store::get("theme").is_none() {
                environment.update(|environment| environment.dark = dark);
            }
        });
        Self { environment, lines: Kept::new(0), sentence: Kept::new(String::new()) }
    }

    /// Announces what is shown when that has changed and the reader rests.
    pub(super) fn announce(self, sentence: String) {
        let before = self.sentence.replace(sentence.clone());
        if before.is_empty() || before == sentence {
            return;
        }
        let announce = move || {
            if *self.sentence.lock() == sentence {
                self.environment.update(|environment| environment.announced = sentence);
            }
        };
        later(REST, Box::new(announce));
    }

    /// Says that something is done; the line goes by itself.
    pub(super) fn tell(self, what: &'static str) {
        let number = self.say(Some(Told::Done(what)));
        let end = move || {
            if self.lines.get() == number {
                self.say(None);
            }
        };
        later(STAY, Box::new(end));
    }

    /// Says how far something has come that takes a while.
    pub(super) fn progress(self, doing: String, percent: u32) {
        self.say(Some(Told::Doing(doing, percent)));
    }

    /// Says what went wrong; the line stays until it is taken away.
    pub(super) fn trouble(self, what: String) {
        self.say(Some(Told::Trouble(what)));
    }

    /// Shows what could not be copied, to be copied by hand; the line stays until it is taken away.
    pub(super) fn ask_to_copy(self, text: String) {
        self.say(Some(Told::CopyByHand(text)));
    }

    /// Takes the line away.
    pub(super) fn hush(self) {
        self.say(None);
    }

    fn say(self, told: Option<Told>) -> u32 {
        *self.lines.lock() += 1;
        self.environment.update(|environment| environment.told = told);
        self.lines.get()
    }

    /// Switches between light and dark.
    pub(super) fn switch_theme(self) {
        self.environment.update(|environment| environment.dark = !environment.dark);
        let theme = if self.environment.now().dark { "dark" } else { "light" };
        if let Some(root) = document().document_element() {
            root.set_attribute("data-theme", theme).ok();
        }
        if !store::set("theme", Some(theme)) {
            self.tell(NOT_KEPT);
        }
    }

    /// Switches the shortcuts on or off.
    pub(super) fn switch_shortcuts(self, on: bool) {
        self.environment.update(|environment| environment.shortcuts = on);
        if !store::set("shortcuts", (!on).then_some("off")) {
            self.tell(NOT_KEPT);
        }
    }
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Tells `then` whenever the media query changes, for as long as the page lives.
fn follow(list: Option<MediaQueryList>, then: impl Fn(bool) + 'static) {
    let Some(list) = list else { return };
    let now = list.clone();
    listen(&list, "change", Box::new(move |_| then(now.matches())));
}
