//! The site's pages as HTML: what a reader sees before the program runs, or without it, and what a link shows in a chat.
//!
//! ```text
//!  index.html ──▶ Shell ──fill──▶ index.html, positions/index.html, i/ferry/index.html, …, sitemap.xml, robots.txt, feed.xml
//!  StaticPage::all ──explore, views──▶ served ──▶ its body        head ──▶ its title, its card, its JSON-LD
//! ```
//!
//! Every page is what the program itself would show at that address, made by the same `explore` and `views`; the program takes it
//! over as it stands. Pure: [`write()`] returns files, and `main.rs` puts them into a folder.

mod describe;
mod feed;
mod head;
mod ld;
mod sentences;
mod served;
mod shell;
mod subject;

use std::collections::BTreeMap;

use dossier::Dossier;
use explore::{Engine, Page, StaticPage, explore, words};
use views::more::more;
use explore::query::codec::{Decoded, encode};
use explore::query::{Query, View};
use views::{Environment};

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
    let page = explore(engine, &Decoded { query: static_page.query.clone(), rejected: Vec::new() });
    let subject = Subject::of(&shows.query, &shows.path);
    let up = "../".repeat(static_page.path.matches('/').count());
    let body = body(engine, &page, site, &static_page.path);
    let head = head::head(engine, &page, site, subject.as_ref(), &shows.path, &up);
    shell.fill(&[
        ("head", &head),
        ("static_page", &encode(&static_page.query)),
        ("app", &body),
        ("views", &views_list()),
    ])
}

/// The elements of the page as HTML, as the program takes them over.
fn body(engine: &Engine<'static>, page: &Page<'static>, site: &Site, path: &str) -> String {
    let body = if page.has_body() { more(engine, page, None) } else { Vec::new() };
    let mut nodes = views::page(page, body, &environment(site));
    served::settle(engine, path, &mut nodes);
    nodes.iter().map(views::Markup::html).collect()
}

/// The surroundings of a page that is served.
fn environment(site: &Site) -> Environment {
    Environment {
        wide: true,
        narrow: false,
        served: true,
        dark: false,
        has_texts: site.has_texts,
        shortcuts: true,
        address: site.base.clone().unwrap_or_default(),
        told: None,
        announced: String::new(),
        reading: None,
    }
}

/// The ways to everything, for whoever comes without the program.
fn views_list() -> String {
    let mut list = String::from("<a href=\"./\">Who stands where</a>");
    for &view in View::ALL {
        if let Some(static_page) = StaticPage::of_view(view) {
            list += &[", <a href=\"", &static_page.path, "\">", words::view(view), "</a>"].concat();
        }
    }
    list
}
