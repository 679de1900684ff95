//! What the page and the worker say to each other comes over as it was said.

use dossier::export::Format;
use proptest::prelude::*;
use explore::{Refused, RefusedFault, Source, Unreadable, explore};
use views::more::more;
use explore::query::codec::decode;
use explore::query::{Facet, Query};
use views::{Environment, Told, page};
use worker_protocol::{ExportRequest, ImportedText, TextFormat, Names, RenderedPage, Request, Response};

use crate::fixture::engine;

fn environment(told: Option<Told>, reading: Option<(Query, usize)>) -> Environment {
    Environment {
        wide: true,
        narrow: false,
        served: false,
        dark: true,
        has_texts: true,
        shortcuts: true,
        address: "https://example.org/harbour/".to_owned(),
        told,
        announced: "12 of 55 positions".to_owned(),
        reading,
    }
}

fn refused() -> Refused {
    let fault = |line| RefusedFault {
        file: "documents/ferry.json".to_owned(),
        item: "position lund-bridge".to_owned(),
        field: "evidence[0].start".to_owned(),
        rule: "must be a whole number, is “…”".to_owned(),
        line,
        column: 7,
    };
    Refused { name: "ferry.json".to_owned(), faults: vec![fault(1), fault(70_000)], more: 128 }
}

/// One of each thing that the page says.
fn requests() -> Vec<Request> {
    let asked = Query::default().toggle(Facet::Issue, "bridge").with_dates("2031-05".parse().ok(), None);
    let tolds = [
        None,
        Some(Told::Done("Link copied")),
        Some(Told::CopyByHand("https://example.org/?q=ä".to_owned())),
        Some(Told::Doing("Reading the file".to_owned(), 41)),
        Some(Told::Trouble("No.".to_owned())),
    ];
    let page = |told| Request::Page {
        number: 300,
        search: "?view=quotes&q=ferry+toll".to_owned(),
        environment: Box::new(environment(told, Some((asked.clone(), 40_000)))),
    };
    let brought = |name: Option<&str>, by| {
        Request::Check(ImportedText {
            text: "Ein Wort.\r\n\r\nNoch eins.".to_owned(),
            markup: TextFormat::Markdown,
            name: name.map(str::to_owned),
            by,
        })
    };
    let mut asks: Vec<Request> = tolds.map(page).into();
    asks.extend([
        Request::Open { names: vec!["seeds/dossier.json".to_owned(), String::new()] },
        Request::Refuse(refused()),
        brought(None, Source::Reader),
        brought(Some("a.md"), Source::Publisher),
        Request::CheckFile { name: "a.mhtml".to_owned() },
        Request::Unreadable(Unreadable { name: Some("a.pdf".to_owned()), why: "No.".to_owned() }),
        Request::Unreadable(Unreadable { name: None, why: String::new() }),
        Request::Forget,
        Request::Report,
        Request::Export(ExportRequest {
            format: Format::OneMode,
            search: "?issue=toll".to_owned(),
            whole: true,
            address: "https://example.org/harbour/".to_owned(),
        }),
    ]);
    asks
}

/// One of each thing that the worker says; of pages, every view of the invented dossier.
fn answers() -> Vec<Response> {
    let engine = engine();
    let shown = |link: &str| {
        let asked = explore(engine, &decode(link));
        let body = more(engine, &asked, None);
        let nodes = page(&asked, body, &environment(None, None));
        RenderedPage { title: asked.title.clone(), sentence: asked.sentence(), search: link.to_owned(), nodes }
    };
    let views = explore::query::View::ALL.iter().map(|view| format!("?view={}", view.word()));
    let mut answers: Vec<Response> = views.map(|link| Response::Page { number: 7, shown: shown(&link) }).collect();
    answers.extend([
        Response::Ready,
        Response::Progress { doing: "Checking".to_owned(), percent: 100 },
        Response::Opened("3f9c1d2a7b60".to_owned()),
        Response::Refused(refused()),
        Response::Checked,
        Response::Unread("There is no text in it.".to_owned()),
        Response::Report("a\tb\n".to_owned()),
        Response::Piece(vec![0, 255, 80, 75]),
        Response::File { name: "positions.csv".to_owned(), media: "text/csv".to_owned() },
    ]);
    answers
}

#[test]
fn what_the_page_says_is_heard_as_it_was_said() {
    let mut names = Names::default();
    for request in requests() {
        assert_eq!(Request::decode(&request.encode(), &mut names), Some(request));
    }
}

#[test]
fn what_the_worker_says_is_heard_as_it_was_said() {
    let mut names = Names::default();
    for answer in answers() {
        assert!(Response::decode(&answer.encode(), &mut names) == Some(answer), "an answer came over as another one");
    }
}

#[test]
fn a_message_that_is_cut_short_is_none() {
    for request in requests() {
        let bytes = request.encode();
        for end in 0..bytes.len() {
            assert_eq!(Request::decode(&bytes[..end], &mut Names::default()), None, "{end} bytes of {request:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd_to_be_heard(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        // Neither a panic nor an allocation that the bytes do not warrant.
        let _ = Request::decode(&bytes, &mut Names::default());
        let _ = Response::decode(&bytes, &mut Names::default());
    }
}
