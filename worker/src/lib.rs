//! State and request handling of the page's Web Worker.
//!
//! The worker reads imported files, so that a large file never blocks the page's thread (messages: `worker_protocol`).
//! It holds one dossier, the embedded one or the user's own, and copies of its articles. It answers page requests by
//! the same `views::answer` as the page, and adds citations and the changelog itself. This library has no web
//! dependency and is tested natively; `messages.rs` in the binary connects it to the browser.

pub mod cite;
pub mod export;

use dossier::copy::{Compared, Copy, Form};
use dossier::load::{Files, fingerprints, load_files};
use dossier::progress::{Progress, Stage};
use dossier::{Dossier, Faults, Fingerprints};
use explore::changelog::Changelog;
use explore::query::Panel;
use explore::query::codec::Decoded;
use explore::{
    Article, Engine, Formats, Origin, Page, Refused, RefusedFault, Source, Unreadable, cited, explore, report_text,
};
use views::{Answer, PageRequest, answer};
use worker_protocol::{ImportedText, LONGEST, Request, Response, TextFormat};

/// The embedded dossier with its digests and fingerprints, as one JSON file.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundle.json"));

/// The log of the embedded dossier's versions, as [`Changelog`] reads it; empty if it has none.
const LOG: &str = include_str!(concat!(env!("OUT_DIR"), "/versions.txt"));

/// Maximum number of faults listed for a refused dossier.
const LISTED: usize = 300;

/// State of the worker: the current dossier.
pub struct Worker {
    engine: Engine<'static>,
    /// Fingerprints of the dossier, if its files have them.
    fingerprints: Vec<Fingerprints>,
}

impl Default for Worker {
    fn default() -> Self {
        Self::new()
    }
}

impl Worker {
    /// Creates the state with the embedded dossier.
    ///
    /// # Panics
    /// If the embedded dossier has faults, which the build of the page rules out.
    #[must_use]
    pub fn new() -> Self {
        let files = Files::from_bundle("bundle.json", EMBEDDED.to_vec());
        let (dossier, fingerprints) = read(&files, &mut |_| {}).expect("the build has checked the embedded dossier");
        let engine = Engine::new(keep(dossier));
        engine.deferred_data().log = (!LOG.is_empty()).then(|| Changelog::parse(LOG));
        Self { engine, fingerprints }
    }

    /// Handles `request` with its attached `files`; calls `tell` with each response in order.
    pub fn answer(&mut self, request: Request, files: Vec<Vec<u8>>, tell: &mut dyn FnMut(Response)) {
        match request {
            Request::Page { number, request } => {
                tell(Response::Page { number, answer: Box::new(self.page(&request)) });
            }
            Request::Open { names } => {
                let answer = self.open(names.into_iter().zip(files).collect(), tell);
                tell(answer);
            }
            Request::Refuse(refused) => self.engine.refused = Some(refused),
            Request::Check(ImportedText { text, format, name, by }) => {
                let read = Copy::of_text(&text, form(format)).map_err(|unread| unread.to_string());
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
            Request::Cite { query, address } => {
                self.engine.address = address;
                let page = explore(&self.engine, &Decoded::from(*query));
                let formats = formats(&self.engine, &page);
                tell(Response::Cited { query: Box::new(page.outline.query), formats });
            }
            Request::Report => tell(Response::Report(report_text(&self.engine))),
            Request::Export(order) => export::answer(&self.engine, &order, tell),
        }
    }

    /// Response if the browser cannot read a file attached to `request`.
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
        Response::Refused(refused)
    }

    fn page(&mut self, request: &PageRequest) -> Answer {
        self.engine.address.clone_from(&request.address);
        let engine = &self.engine;
        if request.asked.query.panel == Some(Panel::Cite) {
            let page = explore(engine, &request.asked);
            engine.deferred_data().formats = Some((page.query.clone(), formats(engine, &page)));
        }
        answer(engine, request)
    }

    fn open(&mut self, picked: Vec<(String, Vec<u8>)>, tell: &mut dyn FnMut(Response)) -> Response {
        let name = called(&picked);
        let read = read(&Files::picked(picked), &mut telling(tell));
        match read {
            Ok((dossier, fingerprints)) => {
                tell(Response::Progress { doing: "Making it ready".to_owned(), percent: READY });
                let dossier = keep(dossier);
                self.engine = Engine::new(dossier);
                self.engine.index_words();
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

    /// Stores why a copy could not be read, for a message beside the field.
    fn unread(&mut self, unreadable: Unreadable) -> Response {
        let Unreadable { name, why } = &unreadable;
        let says = name.as_ref().map_or_else(|| why.clone(), |name| format!("{name} was not read. {why}"));
        self.engine.unreadable = Some(unreadable);
        Response::Unread(says)
    }
}

/// Citations of a page in the formats of reference managers.
fn formats(engine: &Engine, page: &Page) -> Vec<Formats> {
    cited(engine, page).iter().map(cite::formats).collect()
}

const fn form(format: TextFormat) -> Form {
    match format {
        TextFormat::Plain => Form::Plain,
        TextFormat::Markdown => Form::Markdown,
        TextFormat::Html => Form::Html,
    }
}

/// Makes a dossier current. It lives as long as the worker: the page starts a new worker for another dossier.
fn keep(dossier: Dossier) -> &'static Dossier {
    Box::leak(Box::new(dossier))
}

/// A dossier and its fingerprints, if neither has a fault.
fn read(files: &Files, listen: &mut dyn FnMut(Progress)) -> Result<(Dossier, Vec<Fingerprints>), Faults> {
    Ok((load_files(files, listen)?, fingerprints(files)?))
}

/// Callback that passes progress on to `tell`, in whole percent.
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

/// Name of the user's selection: the file, the folder, or the number of files.
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

/// Progress once the files are read.
const READY: u32 = 90;

/// Total progress in percent. For a dossier each stage takes about a third of [`READY`]. For an article copy only the
/// search for passages takes time.
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

/// The first faults of a file, for display.
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
