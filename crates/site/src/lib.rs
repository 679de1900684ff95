//! The site's pages as HTML: what a reader sees before the program runs, or without it, and what a link shows in a chat.
//!
//! ```text
//!  index.html ──▶ Shell ──fill──▶ index.html, positions/index.html, i/ferry/index.html, …, sitemap.xml, robots.txt, feed.xml
//!  Leaf::all ──explore, views──▶ served ──▶ its body        head ──▶ its title, its card, its JSON-LD
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
use standpoint::explore::{Edition, Leaf, Page, explore, words};
use standpoint::more::more;
use standpoint::query::codec::{Decoded, encode};
use standpoint::query::{Query, View};
use standpoint::views::{self, Frame};

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
    /// What a leaf fetches besides, from the site's folder on: the second module. Empty where there is none.
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

/// Every page of the site of `edition`, and what search engines and feed readers ask for, by their paths.
///
/// # Errors
/// If the shell has a place for something that there is not.
pub fn write(edition: &Edition<'static>, shell: &Shell, site: &Site) -> Result<BTreeMap<String, String>, ShellError> {
    let mut files = BTreeMap::new();
    let first = Leaf { path: String::new(), query: Query::default() };
    let mut paths = Vec::new();
    for leaf in std::iter::once(first).chain(Leaf::all(edition)) {
        let page = page(edition, shell, site, &leaf, &leaf)?;
        files.insert(format!("{}index.html", leaf.path), page);
        paths.push(leaf.path);
    }
    // A link to a thing that is gone still leads somewhere; nobody is sent there, so that the map does not have it.
    for (leaf, shows) in Leaf::former(edition) {
        files.insert(format!("{}index.html", leaf.path), page(edition, shell, site, &leaf, &shows)?);
    }
    let base = site.base.as_deref();
    files.insert("robots.txt".to_owned(), feed::robots(base));
    if let Some(base) = base {
        files.insert("sitemap.xml".to_owned(), feed::sitemap(base, &paths, latest(edition.dossier)));
        files.insert("feed.xml".to_owned(), feed::atom(edition.dossier, base));
    }
    Ok(files)
}

/// The day of the newest document, which is when the pages last changed for a reader.
fn latest(dossier: &Dossier) -> Option<dossier::Date> {
    dossier.documents.iter().map(|coded| coded.document.published).max()
}

/// The page at the path of `leaf`, whose own address is that of the leaf that has what it `shows`.
fn page(
    edition: &Edition<'static>,
    shell: &Shell,
    site: &Site,
    leaf: &Leaf,
    shows: &Leaf,
) -> Result<String, ShellError> {
    let page = explore(edition, &Decoded { query: leaf.query.clone(), unread: Vec::new() });
    let subject = Subject::of(&shows.query, &shows.path);
    let up = "../".repeat(leaf.path.matches('/').count());
    let body = body(edition, &page, site, &leaf.path);
    let head = head::head(edition, &page, site, subject.as_ref(), &shows.path, &up);
    shell.fill(&[("head", &head), ("leaf", &encode(&leaf.query)), ("app", &body), ("views", &views_list())])
}

/// The elements of the page as HTML, as the program takes them over.
fn body(edition: &Edition<'static>, page: &Page<'static>, site: &Site, path: &str) -> String {
    let body = if page.has_body() { more(edition, page, None) } else { Vec::new() };
    let mut nodes = views::page(page, body, &frame(site));
    served::settle(edition, path, &mut nodes);
    nodes.iter().map(views::Node::html).collect()
}

/// The surroundings of a page that is served.
fn frame(site: &Site) -> Frame {
    Frame {
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
        if let Some(leaf) = Leaf::of_view(view) {
            list += &[", <a href=\"", &leaf.path, "\">", words::view(view), "</a>"].concat();
        }
    }
    list
}
