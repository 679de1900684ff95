//! A reader's own dossier is answered by the worker alone: its links, its citations and its changes are of that dossier. The dossier
//! that is opened here has the ids of the embedded one, so that each of them has a page of its own on the site.

use std::path::Path;

use dossier::load;
use explore::query::codec::decode;
use explore::query::{Panel, View};
use views::Answer;
use worker::Worker;
use worker_protocol::{Request, Response};

use super::{Shown, answers, bundle, open, request, show, text};

/// The address at which the frame says that the site is.
const SITE: &str = "https://example.org/";

/// A worker with a copy of the embedded dossier as the reader's own, and what each of its links has.
fn with_own() -> (Worker, String) {
    let seeds = load::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds")).expect("it keeps the rules");
    let mut worker = Worker::new();
    let opened = open(&mut worker, &[("ours.json", &load::bundle(&seeds, &[]))]);
    let [Response::Opened(version)] = opened.as_slice() else { panic!("{opened:?}") };
    (worker, format!("own={version}"))
}

/// Every search string of a view, with an item of each kind, and with each panel.
fn searches() -> Vec<String> {
    let items = ["", "putin-donbas", "zelensky-strong-signal", "white-house-summit", "putin"];
    let panels = [None, Some(Panel::Share), Some(Panel::Cite), Some(Panel::Export)];
    let mut searches = Vec::new();
    for view in View::ALL {
        for item in items {
            for panel in panels {
                let panel = panel.map_or("", Panel::word);
                searches.push(format!("?view={}&item={item}&panel={panel}", view.word()));
            }
        }
    }
    searches
}

/// The values of the attribute `name` in `html`.
fn values<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_of_an_own_dossier_has_no_path_and_names_the_dossier() {
    let (mut worker, own) = with_own();
    let (mut links, mut addresses) = (0, 0);
    for search in searches() {
        let html = text(&show(&mut worker, &search).nodes).replace("&quot;", "\"");
        for link in ["href", "data-link", "src"].map(|name| values(&html, name)).concat() {
            assert!(link != "./" && !link.ends_with('/') && !link.contains("/?at="), "{search} leads to {link}");
            if link.starts_with('?') {
                assert!(link.contains(&own), "{search} leads to {link}");
                links += 1;
            }
        }
        for rest in html.split(SITE).skip(1) {
            let rest = rest.split(['"', '<', '}', ' ', '\n']).next().unwrap_or_default();
            assert!(rest == "embed.js" || (rest.starts_with('?') && rest.contains(&own)), "{search} says {SITE}{rest}");
            addresses += 1;
        }
    }
    assert!(links > 5_000 && addresses > 500, "{links} links and {addresses} addresses were seen");
}

#[test]
fn the_citations_of_an_own_dossier_come_in_the_one_answer_to_its_question() {
    let (mut worker, own) = with_own();
    let search = "?view=positions&item=putin-donbas&panel=cite";
    let request = Request::Page { number: 1, request: Box::new(request(search)) };
    let said = answers(&mut worker, request, Vec::new());
    let [Response::Page { answer, .. }] = said.as_slice() else { panic!("{said:?}") };
    let html = text(&Shown::from(Answer::clone(answer)).nodes);
    assert_eq!(html.matches("@misc{").count(), 3, "the position, the view and the dossier");
    assert_eq!(html.matches("cite-3-csl").count(), html.matches("cite-1-csl").count(), "each in every format");
    assert!(html.contains("cite-1-csl") && !html.contains("are being made") && html.contains(&own), "{html}");
}

#[test]
fn an_own_dossier_of_another_version_is_compared_with_nothing() {
    let mut worker = Worker::new();
    let shown = text(&show(&mut worker, "?view=positions&at=d4384c9a97ac").nodes);
    assert!(shown.contains("notice--since") && !shown.contains("Your file"), "the embedded one has its log: {shown}");

    open(&mut worker, &[("varn.json", &bundle())]);
    let shown = text(&show(&mut worker, "?view=positions&at=d4384c9a97ac").nodes);
    assert!(shown.contains("Your file has no log of versions"), "{shown}");
    assert!(!shown.contains("In this view since"), "{shown}");
    // The data is that of the file which the link needs.
    let shown = text(&show(&mut worker, "?view=positions&own=ffffffffffff&at=ffffffffffff").nodes);
    assert!(shown.contains("(data ffffffffffff)") && !shown.contains("since data"), "{shown}");
}

#[test]
fn a_link_to_the_embedded_dossier_says_what_it_is_about_whoever_answers() {
    let mut worker = Worker::new();
    for (search, link) in [
        ("?view=positions&who=putin", "positions/?who=putin"),
        ("", "./"),
        ("?view=quotes&item=zelensky-strong-signal", "quotes/?item=zelensky-strong-signal"),
    ] {
        let shown = show(&mut worker, search);
        let html = text(&shown.nodes);
        assert!(values(&html, "data-link").contains(&link), "{search}: no {link} in {html}");
        assert_eq!(decode(&shown.search).query.own, None);
    }
}
