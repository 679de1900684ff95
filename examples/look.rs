use dossier::{text, verify};
use standpoint::explore::*;
use standpoint::more::more;
use standpoint::query::codec::decode;
use standpoint::views::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (out, link, wide, art, dark) = (&a[1], &a[2], a[3].parse::<u32>().unwrap(), &a[4], a[5] == "dark");
    let d = Box::leak(Box::new(dossier::load(std::path::Path::new("seeds")).unwrap()));
    let mut e = Edition::new(d);
    if art != "-" {
        let t = text::normalize(&std::fs::read_to_string(art).unwrap());
        let mut report = verify(&d.documents[0], &t);
        for c in &mut report.checks {
            if matches!(c.finding, dossier::verify::Finding::MatchedPlain) {
                c.differences = vec![dossier::verify::Difference::QuotationMarks, dossier::verify::Difference::Dashes];
            }
        }
        e = e.with_article(Article { text: t, report, name: Some("article.txt".into()), by: Source::Reader });
        if a.len() > 6 && a[6] == "report" {
            println!("{}", report_text(&e));
        }
    }
    if a.len() > 6 && a[6] == "file" {
        e.origin = Origin::File { name: "harbour.json".into() };
    }
    if a.len() > 6 && a[6] == "refused" {
        e.refused = Some(Refused {
            name: "harbour.json".into(),
            more: 4,
            faults: vec![
                RefusedFault {
                    file: "documents/may.json".into(),
                    item: "position lund-bridge-may".into(),
                    field: "evidence[0].end".into(),
                    rule: "must be larger than start: the passage would be empty".into(),
                    line: 120,
                    column: 9,
                },
                RefusedFault {
                    file: "documents/may.json".into(),
                    item: "quote lund-open".into(),
                    field: "speaker".into(),
                    rule: "names a stakeholder that there is not: lunt".into(),
                    line: 1520,
                    column: 19,
                },
                RefusedFault {
                    file: "issues.json".into(),
                    item: "the file".into(),
                    field: "".into(),
                    rule: "is no JSON: expected `,` or `}`".into(),
                    line: 12,
                    column: 5,
                },
            ],
        });
    }
    let e: &'static Edition = Box::leak(Box::new(e));
    let p: &'static Page = Box::leak(Box::new(explore(e, &decode(link))));
    let f = Frame {
        wide: wide >= 960,
        narrow: wide <= 704,
        dark,
        has_sheet: wide < 500,
        shortcuts: true,
        address: "https://example.org/".into(),
        told: None,
        announced: String::new(),
        reading: None,
    };
    let body = if p.has_body() { more(e, p, None) } else { vec![] };
    let html: String = page(p, body, &f).iter().map(Node::html).collect();
    std::fs::write(out, format!("<!doctype html><html lang=en data-theme={}><meta charset=utf-8><meta name=viewport content='width=device-width, initial-scale=1'><link rel=stylesheet href='file:///work/wt-views/style/index.css'><body><div id=app>{html}</div></body></html>", if dark {"dark"} else {"light"})).unwrap();
}
