//! State and request handling of the page's Web Worker.
//!
//! The worker reads imported files, so that a large file never blocks the page's thread (messages: `worker_protocol`).
//! It holds one dossier, the embedded one or the user's own, and copies of its articles. It renders pages with the same `explore`
//! and `views` as the page, including links, citations and changes since another version of that dossier.
//! This library has no web dependency and is tested natively; `messages.rs` in the binary connects it to the browser.

pub mod cite;
pub mod export;

use dossier::copy::{Compared, Copy, Form};
use dossier::load::{Files, fingerprints, load_files};
use dossier::progress::{Progress, Stage};
use dossier::{Dossier, Faults, Fingerprints};
use explore::changelog::Changelog;
use explore::{
    Article, Engine, Formats, Origin, Page, Refused, RefusedFault, Source, Unreadable, cited, explore, link,
    report_text,
};
use views::more::more;
use explore::query::Panel;
use explore::query::codec::{decode, href};
use views::{Environment, Markup};
use worker_protocol::{ImportedText, LONGEST, TextFormat, RenderedPage, Request, Response};

/// The embedded dossier with its digests and fingerprints, as one JSON file.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundle.json"));

/// The log of the embedded dossier's versions, as [`Changelog`] reads it; empty if it has none.
const LOG: &str = include_str!(concat!(env!("OUT_DIR"), "/versions.txt"));

/// Maximum number of faults listed for a refused dossier.
const LISTED: usize = 300;

/// State of the worker: the current dossier and the page that was rendered last.
pub struct Worker {
    engine: Engine<'static>,
    /// Those of the dossier, where its files have them.
    fingerprints: Vec<Fingerprints>,
    /// What was shown last, less what depends on the browser.
    last: Option<Last>,
}

/// A page with its body, and what it was asked with.
struct Last {
    search: String,
    /// Which entry of a long list is read.
    at: Option<usize>,
    page: Page<'static>,
    body: Vec<Markup>,
}

impl Default for Worker {
    fn default() -> Self {
        Self::new()
    }
}

impl Worker {
    /// With the embedded dossier.
    ///
    /// # Panics
    /// If the embedded dossier has faults, which the build of the page rules out.
    #[must_use]
    pub fn new() -> Self {
        let files = Files::from_bundle("bundle.json", EMBEDDED.to_vec());
        let (dossier, fingerprints) = read(&files, &mut |_| {}).expect("the build has checked the embedded dossier");
        let engine = Engine::new(keep(dossier));
        engine.deferred_data().log = (!LOG.is_empty()).then(|| Changelog::parse(LOG));
        Self { engine, fingerprints, last: None }
    }

    /// Handles `request` with its attached `files`; calls `tell` with each response in order.
    pub fn answer(&mut self, request: Request, files: Vec<Vec<u8>>, tell: &mut dyn FnMut(Response)) {
        match request {
            Request::Page { number, search, environment } => {
                let shown = self.show(search, &environment);
                tell(Response::Page { number, shown });
                return;
            }
            Request::Open { names } => {
                let answer = self.open(names.into_iter().zip(files).collect(), tell);
                tell(answer);
            }
            Request::Refuse(refused) => self.engine.refused = Some(refused),
            Request::Check(ImportedText { text, markup, name, by }) => {
                let read = Copy::of_text(&text, form(markup)).map_err(|unread| unread.to_string());
                let answer = self.check(read, name, by, tell);
                tell(answer);
            }
            Request::CheckFile { name } => {
                let bytes = files.into_iter().next().unwrap_or_default();
                let read = Copy::of_file(&bytes, &name).map_err(|unread| unread.to_string());
                let answer = self.check(read, Some(name), Source::Reader, tell);
                tell(answer);
            }
            Request::Unreadable(unreadable) => tell(self.unread(unreadable)),
            Request::Forget => self.engine.forget_articles(),
            Request::Cite { search, address } => {
                self.engine.address = address;
                let page = explore(&self.engine, &decode(&search));
                tell(Response::Cited { link: href(&page.query), formats: self.formats(&page) });
                return;
            }
            Request::Report => tell(Response::Report(report_text(&self.engine))),
            Request::Export(order) => {
                export::answer(&self.engine, &order, tell);
                return;
            }
        }
        // The state has changed, so the page that was rendered last may differ.
        self.last = None;
    }

    /// Response where the browser cannot read a file attached to `request`.
    #[must_use]
    pub fn unreadable(&mut self, request: &Request, name: &str) -> Response {
        let rule = "cannot be read: it may have been moved or changed since it was picked. Pick it again.";
        if matches!(request, Request::CheckFile { .. }) {
            return self.unread(Unreadable { name: Some(name.to_owned()), why: format!("It {rule}") });
        }
        let fault = RefusedFault {
            file: name.to_owned(),
            item: String::new(),
            field: String::new(),
            rule: rule.to_owned(),
            line: 0,
            column: 0,
        };
        self.refuse(Refused { name: name.to_owned(), faults: vec![fault], more: 0 })
    }

    fn refuse(&mut self, refused: Refused) -> Response {
        self.engine.refused = Some(refused.clone());
        self.last = None;
        Response::Refused(refused)
    }

    fn show(&mut self, search: String, environment: &Environment) -> RenderedPage {
        self.engine.address.clone_from(&environment.address);
        let last = self.last.take().filter(|last| last.search == search && last.at == environment.at(&last.page.query));
        let last = last.unwrap_or_else(|| {
            let mut page = explore(&self.engine, &decode(&search));
            page.link = link(&self.engine, &page.query.to_send());
            let at = environment.at(&page.query);
            if page.query.panel == Some(Panel::Cite) {
                self.engine.deferred_data().formats = Some((href(&page.query), self.formats(&page)));
            }
            let body = if page.has_body() { more(&self.engine, &page, at) } else { Vec::new() };
            Last { search, at, page, body }
        });
        let Last { page, body, .. } = self.last.insert(last);
        let search = href(&page.query);
        RenderedPage {
            title: page.title.clone(),
            sentence: page.sentence(),
            search: if search == "./" { String::new() } else { search },
            nodes: views::page(page, body.clone(), environment),
        }
    }

    fn formats(&self, page: &Page) -> Vec<Formats> {
        cited(&self.engine, page).iter().map(cite::formats).collect()
    }

    fn open(&mut self, picked: Vec<(String, Vec<u8>)>, tell: &mut dyn FnMut(Response)) -> Response {
        let name = called(&picked);
        let read = read(&Files::picked(picked), &mut telling(tell));
        match read {
            Ok((dossier, fingerprints)) => {
                tell(Response::Progress { doing: "Making it ready".to_owned(), percent: READY });
                let dossier = keep(dossier);
                self.engine = Engine::new(dossier);
                self.fingerprints = fingerprints;
                self.engine.origin = Origin::File { name };
                Response::Opened(dossier.version.clone())
            }
            Err(faults) => self.refuse(refused(name, &faults)),
        }
    }

    fn check(
        &mut self,
        read: Result<Copy, String>,
        name: Option<String>,
        by: Source,
        tell: &mut dyn FnMut(Response),
    ) -> Response {
        let read = read.and_then(|copy| {
            let fits = copy.length() <= LONGEST as usize;
            fits.then_some(copy).ok_or_else(|| "Its text is longer than 5 MB. Bring the article alone.".to_owned())
        });
        let compared = read.and_then(|copy| {
            copy.compare(self.engine.dossier, &self.fingerprints, &mut telling(tell))
                .ok_or_else(|| "The dossier has no document to check it against.".to_owned())
        });
        match compared {
            Ok(Compared { text, report }) => {
                self.engine.unreadable = None;
                self.engine.set_article(Article { text, report, name, by });
                Response::Checked
            }
            Err(why) => self.unread(Unreadable { name, why }),
        }
    }

    /// Keeps why a copy was not read, to be shown beside the field.
    fn unread(&mut self, unreadable: Unreadable) -> Response {
        let Unreadable { name, why } = &unreadable;
        let says = name.as_ref().map_or_else(|| why.clone(), |name| format!("{name} was not read. {why}"));
        self.engine.unreadable = Some(unreadable);
        self.last = None;
        Response::Unread(says)
    }
}

const fn form(markup: TextFormat) -> Form {
    match markup {
        TextFormat::Plain => Form::Plain,
        TextFormat::Markdown => Form::Markdown,
        TextFormat::Html => Form::Html,
    }
}

/// A dossier that is asked from now on. It lives as long as the worker: the page starts another one for another dossier.
fn keep(dossier: Dossier) -> &'static Dossier {
    Box::leak(Box::new(dossier))
}

/// A dossier and its fingerprints, if neither has a fault.
fn read(files: &Files, listen: &mut dyn FnMut(Progress)) -> Result<(Dossier, Vec<Fingerprints>), Faults> {
    Ok((load_files(files, listen)?, fingerprints(files)?))
}

/// What passes progress on to `tell`, in whole parts of a hundred.
fn telling(tell: &mut dyn FnMut(Response)) -> impl FnMut(Progress) {
    let mut told = None;
    move |progress| {
        let percent = percent(progress);
        if told != Some((progress.stage, percent)) {
            told = Some((progress.stage, percent));
            tell(Response::Progress { doing: doing(progress.stage).to_owned(), percent });
        }
    }
}

/// What to call what was picked: the file, or the folder, or how many files there are.
fn called(picked: &[(String, Vec<u8>)]) -> String {
    match picked {
        [(name, _)] => name.clone(),
        [(first, _), ..] => match first.split_once('/') {
            Some((folder, _)) => folder.to_owned(),
            None => format!("{} files", picked.len()),
        },
        [] => "nothing".to_owned(),
    }
}

/// How far everything has come when the files are read.
const READY: u32 = 90;

/// How far everything has come, of a hundred. Of a dossier each stage takes about a third of [`READY`]. To look for passages
/// is all that takes time of a text.
fn percent(progress: Progress) -> u32 {
    let done = (progress.done as u64 * 100 / progress.total.max(1) as u64).min(100) as u32;
    match progress.stage {
        Stage::Parsing => done * READY / 300,
        Stage::Items => (100 + done) * READY / 300,
        Stage::Links => (200 + done) * READY / 300,
        Stage::Digests | Stage::Fingerprints => done,
    }
}

const fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Parsing => "Reading the file",
        Stage::Items => "Checking each item",
        Stage::Links => "Checking what belongs together",
        Stage::Digests | Stage::Fingerprints => "Looking for each passage",
    }
}

/// The first faults of a file, as they are shown.
fn refused(name: String, faults: &Faults) -> Refused {
    let shown = faults.iter().take(LISTED).map(|fault| RefusedFault {
        file: fault.file.clone(),
        item: fault.item.to_string(),
        field: fault.field.clone(),
        rule: fault.rule.clone(),
        line: fault.at.map_or(0, |at| at.line),
        column: fault.at.map_or(0, |at| at.column),
    });
    Refused { name, faults: shown.collect(), more: faults.iter().len().saturating_sub(LISTED) }
}
