//! What the page and the worker say to each other comes over as it was said.

use dossier::export::Format;
use explore::query::codec::decode as decode_link;
use explore::query::{Facet, Query, View};
use explore::{Refused, RefusedFault, Source, Unreadable};
use proptest::prelude::*;
use views::{Answer, PageRequest, answer};
use worker_protocol::{ExportRequest, ImportedText, Request, Response, TextFormat, decode, encode};

use crate::fixture::engine;

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
    let page = Request::Page {
        number: 300,
        request: Box::new(PageRequest {
            asked: decode_link("?view=quotes&q=ferry+toll&stance=loud"),
            address: "https://example.org/harbour/".to_owned(),
            dark: true,
            has_texts: true,
            entry: Some((asked.clone(), 40_000)),
        }),
    };
    let brought = |name: Option<&str>, by| {
        Request::Check(ImportedText {
            text: "Ein Wort.\r\n\r\nNoch eins.".to_owned(),
            format: TextFormat::Markdown,
            name: name.map(str::to_owned),
            by,
        })
    };
    vec![
        page,
        Request::Open { names: vec!["seeds/dossier.json".to_owned(), String::new()] },
        Request::Refuse(refused()),
        brought(None, Source::Reader),
        brought(Some("a.md"), Source::Publisher),
        Request::CheckFile { name: "a.mhtml".to_owned() },
        Request::Unreadable(Unreadable { name: Some("a.pdf".to_owned()), why: "No.".to_owned() }),
        Request::Unreadable(Unreadable { name: None, why: String::new() }),
        Request::Forget,
        Request::Report,
        Request::Export(Box::new(ExportRequest {
            format: Format::OneMode,
            query: asked,
            whole: true,
            address: "https://example.org/harbour/".to_owned(),
        })),
    ]
}

/// One of each thing that the worker says; of pages, every view of the invented dossier.
fn answers() -> Vec<Response> {
    let engine = engine();
    let page = |view: &View| -> Answer {
        let request = PageRequest { asked: Query::default().with_view(*view).into(), ..PageRequest::default() };
        answer(engine, &request)
    };
    let pages = View::ALL.iter().map(|view| Response::Page { number: 7, answer: Box::new(page(view)) });
    let mut answers: Vec<Response> = pages.collect();
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
fn every_request_decodes_to_what_was_encoded() {
    for request in requests() {
        assert_eq!(decode(&encode(&request)), Some(request));
    }
}

#[test]
fn every_response_decodes_to_what_was_encoded() {
    for response in answers() {
        assert!(decode(&encode(&response)) == Some(response), "a response decodes to another one");
    }
}

#[test]
fn a_truncated_message_does_not_decode() {
    for request in requests() {
        let bytes = encode(&request);
        for end in 0..bytes.len() {
            assert_eq!(decode::<Request>(&bytes[..end]), None, "{end} bytes of {request:?}");
        }
    }
}

proptest! {
    #[test]
    fn decoding_random_bytes_does_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode::<Request>(&bytes);
        let _ = decode::<Response>(&bytes);
    }
}
