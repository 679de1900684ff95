//! The page's side of the desk: starts the worker when a reader brings something, passes on what is asked, and shows what
//! comes back. All of it is fetched later: it is reached through `super::more` alone.
//!
//! While the desk is in charge, every page comes from it. A question waits until the one before is answered, and only the
//! latest waits. Each dossier that a reader opens is read by a worker of its own, so that what was there before stays
//! until it is known to be good, and its memory is given back afterwards.

mod bring;
mod window;
mod worker;

use std::cell::RefCell;

use reactive_graph::effect::Effect;
use web_sys::{Blob, File};

use super::App;
use super::browser::document;
use super::kept::Live;
use super::location::settle;
use crate::desk::{Answer, Ask, Names};
use crate::query::codec::decode;
use crate::query::{Query, View};
use crate::views::{DOING, Frame};
use worker::Worker;

/// What the page knows of its workers.
struct Desk {
    /// Whether the desk is in charge.
    in_charge: Live<bool>,
    /// The one that answers.
    current: Option<Worker>,
    /// The one that reads a dossier just now.
    reading: Option<Worker>,
    /// One that has nothing to do yet: started where a reader may bring something, so that nothing is fetched once they did.
    spare: Option<Worker>,
    /// Whether the publisher's texts were asked for.
    has_texts: bool,
    names: Names,
    /// How many questions were asked.
    asked: u32,
    /// The question that is not answered yet.
    unanswered: Option<u32>,
    /// What is to be asked after that.
    next: Option<(String, Frame)>,
    /// The last link that was made with a reader's own dossier: a dossier may be brought for it.
    wanted: Option<Query>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Does something with the desk. It is there from [`start`] on, and nothing of this file is called before.
fn with<T>(act: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(|desk| act(desk.as_mut().expect("the desk was started")))
}

/// Listens to what a reader brings, for as long as the page lives.
pub(super) fn start(app: App) {
    let in_charge = Live::new(false);
    let desk = Desk {
        in_charge,
        current: None,
        reading: None,
        spare: None,
        has_texts: false,
        names: Names::default(),
        asked: 0,
        unanswered: None,
        next: None,
        wanted: None,
    };
    DESK.set(Some(desk));
    bring::listen(app);
    window::listen(app);
    Effect::new(move |_| {
        let (search, frame) = (app.location.search.follow().clone(), app.surroundings.frame.follow().clone());
        let asked = decode(&search).query;
        prepare(app, asked.view);
        want(asked);
        if *in_charge.follow() {
            ask_page(app, search, frame);
        }
    });
}

/// Has a worker ready where a reader may bring what needs one, and the publisher's texts where they are read.
fn prepare(app: App, view: View) {
    if matches!(view, View::Verify | View::Reading) && !with(|desk| std::mem::replace(&mut desk.has_texts, true)) {
        bring::fetch_texts(app);
    }
    let lacks = with(|desk| {
        let needs = view == View::Open || (view == View::Verify && desk.current.is_none());
        // While a dossier is read nothing is fetched. If it is refused, another may be brought.
        needs && desk.spare.is_none() && desk.reading.is_none()
    });
    if lacks {
        let worker = Worker::start(app);
        with(|desk| desk.spare = worker);
    }
}

/// Keeps a link that needs a dossier file. The way to bring the file has the link's filters and not its view, so that link
/// is kept only where it came first.
fn want(asked: Query) {
    with(|desk| {
        let is_kept = desk.wanted.as_ref().is_some_and(|wanted| wanted.own == asked.own);
        if asked.own.is_some() && !(is_kept && asked.view == View::Open) {
            desk.wanted = Some(asked);
        }
    });
}

/// Asks for what can be cited where `search` leads, in the formats of reference managers. A desk that is in charge shows them by
/// itself.
pub(super) fn cite(app: App, search: String) {
    let address = app.surroundings.frame.now().address.clone();
    let ask = Ask::Cite { search, address };
    let posted = with(|desk| desk.current.as_ref().or(desk.spare.as_ref()).map(|worker| worker.post(&ask, &[])));
    if posted.is_none() {
        let worker = Worker::start(app);
        if let Some(worker) = &worker {
            worker.post(&ask, &[]);
        }
        with(|desk| desk.spare = worker);
    }
}

/// A worker to begin with: the one that is ready, or a new one. `None`, and the reader is told, where the browser refuses.
fn begin(app: App, ask: &Ask, files: &[File]) -> Option<Worker> {
    app.surroundings.progress("Starting".to_owned(), 0);
    let worker = with(|desk| desk.spare.take()).or_else(|| Worker::start(app))?;
    worker.post(ask, files);
    Some(worker)
}

/// Asks for a page, now or once the one before is answered.
fn ask_page(app: App, search: String, frame: Frame) {
    app.rest.begin();
    with(|desk| {
        if desk.unanswered.is_some() {
            desk.next = Some((search, frame));
            return;
        }
        desk.asked += 1;
        desk.unanswered = Some(desk.asked);
        if let Some(worker) = &desk.current {
            worker.post(&Ask::Page { number: desk.asked, search, frame: Box::new(frame) }, &[]);
        }
    });
}

/// Puts the desk in charge, or asks it once more: what it shows may be another thing now, and the reader sees where that
/// begins.
fn show_again(app: App) {
    let in_charge = with(|desk| desk.in_charge);
    let asks = *in_charge.now();
    if asks {
        ask_page(app, app.location.search.now().clone(), app.surroundings.frame.now().clone());
    } else {
        app.rest.await_desk();
        in_charge.set(true);
    }
    app.location.after_render(|| settle(false));
}

/// Opens the dossier in `files`, beside what is there.
fn open(app: App, names: Vec<String>, files: &[File]) {
    lead_to(app, View::Open);
    let worker = begin(app, &Ask::Open { names }, files);
    with(|desk| desk.reading = worker);
}

/// Says something to the worker that answers; starts it if there is none.
fn tell(app: App, ask: &Ask, files: &[File]) {
    let there = with(|desk| desk.current.as_ref().map(|worker| worker.post(ask, files)).is_some());
    if !there {
        let worker = begin(app, ask, files);
        with(|desk| desk.current = worker);
    }
}

/// Forgets the copies that the reader brought.
fn forget(app: App) {
    if app.query().own.is_some() {
        tell(app, &Ask::Forget, &[]);
        show_again(app);
    } else {
        close(app);
    }
}

/// Forgets everything that the reader brought: the page answers for itself again.
fn close(app: App) {
    let had_own = app.query().own.is_some();
    let in_charge = with(|desk| {
        // Dropped, they end, and what they held is gone.
        (desk.current, desk.reading) = (None, None);
        (desk.unanswered, desk.next, desk.wanted) = (None, None, None);
        desk.in_charge
    });
    in_charge.set(false);
    app.rest.show_page();
    if had_own {
        app.location.go(&Query::default());
    } else {
        app.location.after_render(|| settle(false));
    }
}

/// A worker said something.
fn hear(app: App, worker: u32, bytes: &[u8], file: Option<Blob>) {
    let answer = with(|desk| Answer::decode(bytes, &mut desk.names));
    match answer {
        // `Worker` itself waits for the first; pieces stay in the worker.
        None | Some(Answer::Ready | Answer::Piece(_)) => {}
        Some(Answer::Progress { doing, percent }) => {
            if !say_in_panel(&format!("{doing}: {percent} %")) {
                app.surroundings.progress(doing, percent);
            }
        }
        Some(Answer::Page { number, shown }) => {
            let (expected, next) = with(|desk| {
                let expected = desk.unanswered == Some(number);
                if expected {
                    desk.unanswered = None;
                }
                (expected, if expected { desk.next.take() } else { None })
            });
            match next {
                Some((search, frame)) => ask_page(app, search, frame),
                None if expected => app.rest.show_desk(shown),
                None => {}
            }
        }
        Some(Answer::Opened(version)) => opened(app, version),
        Some(Answer::Refused(refused)) => {
            app.surroundings.hush();
            with(|desk| {
                let is_reading = desk.reading.as_ref().is_some_and(|reading| reading.number == worker);
                match &desk.current {
                    Some(current) if is_reading => {
                        current.post(&Ask::Refuse(refused), &[]);
                        desk.reading = None;
                    }
                    None => desk.current = desk.reading.take(),
                    Some(_) => {}
                }
            });
            show_again(app);
        }
        Some(Answer::Checked) => {
            app.surroundings.hush();
            show_again(app);
            if !is_in(app, View::Reading) {
                lead_to(app, View::Verify);
            }
        }
        Some(Answer::Unread(why)) => {
            show_again(app);
            lead_to(app, View::Verify);
            app.surroundings.trouble(why);
        }
        Some(Answer::Cited { link, formats }) => {
            app.edition.asides().formats = Some((link, formats));
            app.rest.refresh();
        }
        Some(Answer::Report(report)) => bring::save("standpoint-report.txt", &report),
        Some(Answer::File { name, .. }) => match file {
            Some(file) => {
                say_in_panel(&format!("{name} is made: your browser saves it."));
                app.surroundings.tell("File made: your browser saves it");
                bring::save_blob(&name, &file);
            }
            None => app
                .surroundings
                .trouble(format!("{name} could not be made, perhaps for want of memory. Try one format alone.")),
        },
    }
}

/// Writes how far a file has come into the open panel, past the elements that are shown there: while the desk writes, it shows
/// nothing else. Whether such a panel is open.
fn say_in_panel(what: &str) -> bool {
    let line = document().get_element_by_id(DOING);
    if let Some(line) = &line {
        line.set_text_content(Some(what));
    }
    line.is_some()
}

/// The dossier that was brought takes the place of the one before.
fn opened(app: App, version: String) {
    app.surroundings.hush();
    app.rest.await_desk();
    let wanted = with(|desk| {
        desk.current = desk.reading.take();
        (desk.unanswered, desk.next) = (None, None);
        desk.wanted.take()
    });
    // A link that was made with this very file shows what it showed.
    let next = match wanted {
        Some(wanted) if wanted.own.as_ref() == Some(&version) => wanted,
        Some(_) | None => Query { own: Some(version), ..Query::default() },
    };
    let view = if next.view == View::Open { View::Matrix } else { next.view };
    app.location.go(&Query { view, ..next });
    show_again(app);
}

/// A worker stopped.
fn stopped(app: App, worker: u32) {
    let was_current = with(|desk| {
        let is = |other: &Option<Worker>| other.as_ref().is_some_and(|other| other.number == worker);
        if is(&desk.spare) {
            desk.spare = None;
            return None;
        }
        if is(&desk.reading) {
            desk.reading = None;
        }
        Some(is(&desk.current))
    });
    // Nothing was brought yet: there is nothing to tell.
    let Some(was_current) = was_current else { return };
    if was_current {
        close(app);
    }
    let what = "What you brought could not be read to the end: the browser stopped it, perhaps for want of memory. Nothing \
                of it is shown. Try a smaller file, or reload the page.";
    app.surroundings.trouble(what.to_owned());
}

fn is_in(app: App, view: View) -> bool {
    decode(&app.location.search.now()).query.view == view
}

/// Leads to `view`, unless the reader is there.
fn lead_to(app: App, view: View) {
    if !is_in(app, view) {
        app.location.go(&app.query().with_view(view));
    }
}
