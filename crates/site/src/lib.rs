//! The site's pages as HTML: what a reader sees before the program runs, or without it, and what a link shows in a chat.
//!
//! ```text
//!  index.html ──▶ Shell ──fill──▶ index.html, positions/index.html, i/ferry/index.html, …, sitemap.xml, robots.txt, feed.xml
//!  StaticPage::all ──answer──▶ frame ──▶ static_links ──▶ body        head ──▶ title, card, JSON-LD
//! ```
//!
//! Every page is the program's own answer at that address, which the program takes over in the browser. Pure: [`write()`] returns
//! files, and `main.rs` puts them into a folder.

mod describe;
mod feed;
mod head;
mod ld;
mod sentences;
mod shell;
mod static_links;
mod subject;

use std::collections::BTreeMap;

use dossier::Dossier;
use explore::query::codec::{KEYS, encode};
use explore::query::{Query, View};
use explore::{Engine, LAZY_KEYS, StaticPage};
use views::{Answer, Markup, PageRequest, PageState, answer, frame};

pub use describe::describe;
pub use sentences::{Sentence, sentences};
pub use shell::{Shell, ShellError};
pub use subject::Subject;

/// What the build has decided on.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The whole address of the site's folder, with a slash at its end; `None` where the publisher has not said.
    pub base: Option<String>,
    /// Whether the site carries texts of articles.
    pub has_texts: bool,
    /// The first view's styles, to stand in the first page itself; `None` where it fetches them like every other page.
    pub inline: Option<String>,
    /// The stylesheets of every other page, from the site's folder on.
    pub styles: Vec<String>,
    /// What a static page fetches besides, from the site's folder on: the second module. Empty where there is none.
    pub more: String,
    /// The picture of each subject, from the site's folder on, with what it says; empty where none were drawn.
    pub pictures: BTreeMap<Subject, Drawn>,
}

/// A picture of a page, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Where it is, from the site's folder on.
    pub path: String,
    /// What it says, in words.
    pub alt: String,
}

/// Which tags and files a site does without where its address is not known.
pub const LEFT_OUT: &str =
    "rel=canonical, og:url, og:image, twitter:image and the addresses in JSON-LD; sitemap.xml and feed.xml";

/// Every page of the site of `engine`, and what search engines and feed readers ask for, by their paths.
///
/// # Errors
/// If the shell has a place for something that there is not.
pub fn write(engine: &Engine<'static>, shell: &Shell, site: &Site) -> Result<BTreeMap<String, String>, ShellError> {
    let mut files = BTreeMap::new();
    let first = StaticPage { path: String::new(), query: Query::default() };
    let mut paths = Vec::new();
    for static_page in std::iter::once(first).chain(StaticPage::all(engine)) {
        let page = page(engine, shell, site, &static_page, &static_page)?;
        files.insert(format!("{}index.html", static_page.path), page);
        paths.push(static_page.path);
    }
    // A link to a thing that is gone still leads somewhere; nobody is sent there, so that the map does not have it.
    for (static_page, shows) in StaticPage::former(engine) {
        files.insert(format!("{}index.html", static_page.path), page(engine, shell, site, &static_page, &shows)?);
    }
    let base = site.base.as_deref();
    files.insert("robots.txt".to_owned(), feed::robots(base));
    if let Some(base) = base {
        files.insert("sitemap.xml".to_owned(), feed::sitemap(base, &paths, latest(engine.dossier)));
        files.insert("feed.xml".to_owned(), feed::atom(engine.dossier, base));
    }
    Ok(files)
}

/// The day of the newest document, which is when the pages last changed for a reader.
fn latest(dossier: &Dossier) -> Option<dossier::Date> {
    dossier.documents.iter().map(|coded| coded.document.published).max()
}

/// The page at the path of `static_page`, whose own address is that of the static page that has what it `shows`.
fn page(
    engine: &Engine<'static>,
    shell: &Shell,
    site: &Site,
    static_page: &StaticPage,
    shows: &StaticPage,
) -> Result<String, ShellError> {
    let answer = answer_of(engine, site, static_page.query.clone());
    let subject = Subject::of(&shows.query, &shows.path);
    let up = "../".repeat(static_page.path.matches('/').count());
    let head = head::head(engine, &answer, site, subject.as_ref(), &shows.path, &up);
    let mut nodes = frame(answer, &PageState { shortcuts: true, ..PageState::default() });
    static_links::rewrite(engine, &static_page.path, &mut nodes);
    shell.fill(&[
        ("head", &head),
        ("static_page", &encode(&static_page.query)),
        ("keys", &KEYS.join(" ")),
        ("lazy_keys", &LAZY_KEYS.join(" ")),
        ("app", &nodes.iter().map(Markup::html).collect::<String>()),
        ("views", &views_list()),
    ])
}

/// The program's answer to `query`.
pub(crate) fn answer_of(engine: &Engine<'static>, site: &Site, query: Query) -> Answer {
    let request = PageRequest {
        asked: query.into(),
        address: site.base.clone().unwrap_or_default(),
        has_texts: site.has_texts,
        ..PageRequest::default()
    };
    answer(engine, &request)
}

/// The ways to everything, for whoever comes without the program.
fn views_list() -> String {
    let mut list = String::from("<a href=\"./\">Who stands where</a>");
    for &view in View::ALL {
        if let Some(static_page) = StaticPage::of_view(view) {
            list += &[", <a href=\"", &static_page.path, "\">", view.label(), "</a>"].concat();
        }
    }
    list
}
