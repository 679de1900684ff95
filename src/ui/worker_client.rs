//! Worker client: starts workers, sends requests, handles responses. Lazily loaded, reached through `super::more` alone.
//!
//! While a worker is in charge, it renders every page. One page request is in flight at a time; of those that wait, only the
//! newest is kept. Each imported dossier is read by a new worker: the current one stays until the new dossier is valid, and
//! ending it frees its memory.

mod file_input;
mod window;
mod worker;

use std::cell::RefCell;
use std::sync::Arc;

use explore::query::{Query, View};
use reactive_graph::computed::Memo;
use reactive_graph::effect::Effect;
use reactive_graph::traits::{Get as _, GetUntracked as _};
use views::{Answer, DOING, PageRequest};
use web_sys::{Blob, File};
use worker_protocol::{Request, Response, decode};

use super::browser::document;
use super::location::settle;
use super::screen::{SLICE, WHOLE};
use super::{App, Remote};
use worker::Worker;

/// State of the client.
struct WorkerClient {
    /// Worker that answers requests.
    current: Option<Worker>,
    /// Worker that is reading a dossier.
    reading: Option<Worker>,
    /// Idle worker, started in views with a file input so that no request is made after a file is picked.
    spare: Option<Worker>,
    /// Whether the publisher's texts were fetched.
    has_texts: bool,
    /// Number of page requests sent.
    asked: u32,
    /// Number of the page request in flight.
    unanswered: Option<u32>,
    /// Page request to send next.
    next: Option<PageRequest>,
    /// Query of a link to a user's own dossier that waits for its file.
    wanted: Option<Query>,
}

thread_local! {
    static CLIENT: RefCell<Option<WorkerClient>> = const { RefCell::new(None) };
}

/// Does something with the client. It is there from [`start`] on, and nothing of this file is called before.
fn with<T>(act: impl FnOnce(&mut WorkerClient) -> T) -> T {
    CLIENT.with_borrow_mut(|client| act(client.as_mut().expect("the client was started")))
}

/// Listens to what a reader brings, for as long as the page lives.
pub(super) fn start(app: App) {
    let client = WorkerClient {
        current: None,
        reading: None,
        spare: None,
        has_texts: false,
        asked: 0,
        unanswered: None,
        next: None,
        wanted: None,
    };
    CLIENT.set(Some(client));
    file_input::listen(app);
    window::listen(app);
    Effect::new(move |_| {
        let asked = app.location.asked.get().query;
        prepare(app, asked.view);
        want(asked);
    });
    let is_remote = Memo::new(move |_| !matches!(*app.remote.follow(), Remote::Off));
    Effect::new(move |_| {
        if is_remote.get() {
            request_page(app, app.request());
        }
    });
}

/// Has a worker ready where a reader may bring what needs one, and the publisher's texts where they are read.
fn prepare(app: App, view: View) {
    if matches!(view, View::Verify | View::Reading) && !with(|client| std::mem::replace(&mut client.has_texts, true)) {
        file_input::fetch_texts(app);
    }
    let lacks = with(|client| {
        let needs = view == View::Open || (view == View::Verify && client.current.is_none());
        // While a dossier is read nothing is fetched. If it is refused, another may be brought.
        needs && client.spare.is_none() && client.reading.is_none()
    });
    if lacks {
        let worker = Worker::start(app);
        with(|client| client.spare = worker);
    }
}

/// Keeps a link that needs a dossier file. The way to bring the file has the link's filters and not its view, so that link
/// is kept only where it came first.
fn want(asked: Query) {
    with(|client| {
        let is_kept = client.wanted.as_ref().is_some_and(|wanted| wanted.own == asked.own);
        if asked.own.is_some() && !(is_kept && asked.view == View::Open) {
            client.wanted = Some(asked);
        }
    });
}

/// Requests the citations of a page of the embedded dossier.
pub(super) fn cite(app: App, query: Query) {
    let address = app.environment.request.now().address.clone();
    let request = Request::Cite { query: Box::new(query), address };
    let posted =
        with(|client| client.current.as_ref().or(client.spare.as_ref()).map(|worker| worker.post(&request, &[])));
    if posted.is_none() {
        let worker = Worker::start(app);
        if let Some(worker) = &worker {
            worker.post(&request, &[]);
        }
        with(|client| client.spare = worker);
    }
}

/// A worker to begin with: the one that is ready, or a new one. `None`, and the reader is told, where the browser refuses.
fn begin(app: App, request: &Request, files: &[File]) -> Option<Worker> {
    app.environment.progress("Starting".to_owned(), 0);
    let worker = with(|client| client.spare.take()).or_else(|| Worker::start(app))?;
    worker.post(request, files);
    Some(worker)
}

/// Requests a page, now or once the previous request is answered.
fn request_page(app: App, request: PageRequest) {
    app.screen.expect(true);
    with(|client| {
        if client.unanswered.is_some() {
            client.next = Some(request);
            return;
        }
        client.asked += 1;
        client.unanswered = Some(client.asked);
        if let Some(worker) = &client.current {
            worker.post(&Request::Page { number: client.asked, request: Box::new(request) }, &[]);
        }
    });
}

/// Lets the worker answer from now on, or requests the page again because the worker's state has changed. Scrolls to the
/// beginning of what it shows.
fn show_again(app: App) {
    if matches!(*app.remote.now(), Remote::Off) {
        app.remote.set(Remote::Waiting);
    } else {
        request_page(app, app.request());
    }
    app.location.after_render(|| settle(false));
}

/// Opens the dossier in `files`, beside what is there.
fn open(app: App, names: Vec<String>, files: &[File]) {
    lead_to(app, View::Open);
    let worker = begin(app, &Request::Open { names }, files);
    with(|client| client.reading = worker);
}

/// Sends a request to the current worker; starts one if there is none.
fn tell(app: App, request: &Request, files: &[File]) {
    let there = with(|client| client.current.as_ref().map(|worker| worker.post(request, files)).is_some());
    if !there {
        let worker = begin(app, request, files);
        with(|client| client.current = worker);
    }
}

/// Forgets the copies that the reader brought.
fn forget(app: App) {
    if app.query().own.is_some() {
        tell(app, &Request::Forget, &[]);
        show_again(app);
    } else {
        close(app);
    }
}

/// Forgets everything that the reader brought: the page answers for itself again.
fn close(app: App) {
    let had_own = app.query().own.is_some();
    with(|client| {
        // Dropped, the workers end, and their memory is freed.
        (client.current, client.reading) = (None, None);
        (client.unanswered, client.next, client.wanted) = (None, None, None);
    });
    app.remote.set(Remote::Off);
    if had_own {
        app.location.go(&Query::default());
    } else {
        app.location.after_render(|| settle(false));
    }
}

/// Handles a message of a worker.
fn hear(app: App, worker: u32, bytes: &[u8], file: Option<Blob>) {
    match decode::<Response>(bytes) {
        // `Worker` itself waits for the first; pieces stay in the worker.
        None | Some(Response::Ready | Response::Piece(_)) => {}
        Some(Response::Progress { doing, percent }) => {
            if !say_in_panel(&format!("{doing}: {percent} %")) {
                app.environment.progress(doing, percent);
            }
        }
        Some(Response::Page { number, answer }) => {
            let (expected, next) = with(|client| {
                let expected = client.unanswered == Some(number);
                if expected {
                    client.unanswered = None;
                }
                (expected, if expected { client.next.take() } else { None })
            });
            match next {
                Some(request) => request_page(app, request),
                None if expected => show_answer(app, *answer),
                None => {}
            }
        }
        Some(Response::Opened(version)) => opened(app, version),
        Some(Response::Refused(refused)) => {
            app.environment.dismiss();
            with(|client| {
                let is_reading = client.reading.as_ref().is_some_and(|reading| reading.number == worker);
                match &client.current {
                    Some(current) if is_reading => {
                        current.post(&Request::Refuse(refused), &[]);
                        client.reading = None;
                    }
                    None => client.current = client.reading.take(),
                    Some(_) => {}
                }
            });
            show_again(app);
        }
        Some(Response::Checked) => {
            app.environment.dismiss();
            show_again(app);
            if !is_in(app, View::Reading) {
                lead_to(app, View::Verify);
            }
        }
        Some(Response::Unread(why)) => {
            show_again(app);
            lead_to(app, View::Verify);
            app.environment.error(why);
        }
        Some(Response::Cited { query, formats }) => {
            app.engine.deferred_data().formats = Some((*query, formats));
            app.deferred.set(());
        }
        Some(Response::Report(report)) => file_input::save("standpoint-report.txt", &report),
        Some(Response::File { name, .. }) => match file {
            Some(file) => {
                say_in_panel(&format!("{name} is made: your browser saves it."));
                app.environment.show("File made: your browser saves it");
                file_input::save_blob(&name, &file);
            }
            None => app
                .environment
                .error(format!("{name} could not be made, perhaps for want of memory. Try one format alone.")),
        },
    }
}

/// Shows an answer of the worker. Another answer to the same query differs little and is shown at once: of a list whose window
/// moves, a slice would move what the user looks at.
fn show_answer(app: App, answer: Answer) {
    let is_same = matches!(&*app.remote.now(), Remote::Answered(before, _) if before.query == answer.query);
    app.screen.expect(false);
    app.remote.set(Remote::Answered(Arc::new(answer), if is_same { WHOLE } else { SLICE }));
}

/// Writes how far a file has come into the open panel, past the elements that are shown there: while the worker writes, it shows
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
    app.environment.dismiss();
    if matches!(*app.remote.now(), Remote::Off) {
        app.remote.set(Remote::Waiting);
    }
    let wanted = with(|client| {
        client.current = client.reading.take();
        (client.unanswered, client.next) = (None, None);
        client.wanted.take()
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

/// Handles the failure of a worker.
fn stopped(app: App, worker: u32) {
    let was_current = with(|client| {
        let is = |other: &Option<Worker>| other.as_ref().is_some_and(|other| other.number == worker);
        if is(&client.spare) {
            client.spare = None;
            return None;
        }
        if is(&client.reading) {
            client.reading = None;
        }
        Some(is(&client.current))
    });
    // Nothing was brought yet: there is nothing to tell.
    let Some(was_current) = was_current else { return };
    if was_current {
        close(app);
    }
    let what = "What you brought could not be read to the end: the browser stopped it, perhaps for want of memory. Nothing \
                of it is shown. Try a smaller file, or reload the page.";
    app.environment.error(what.to_owned());
}

fn is_in(app: App, view: View) -> bool {
    app.location.asked.get_untracked().query.view == view
}

/// Leads to `view`, unless the reader is there.
fn lead_to(app: App, view: View) {
    if !is_in(app, view) {
        app.location.go(&app.query().with_view(view));
    }
}
