//! Links and what they say, written out; beside them the links that say something wrong, and what is left of those.

use dossier::Date;
use explore::query::codec::{Decoded, MAX_VALUES, RejectedParam, decode, encode};
use explore::query::{Facet, Group, Hide, Panel, Pick, Query, Sort, View};

fn date(text: &str) -> Date {
    text.parse().expect("the table's dates are dates")
}

fn text(text: &str) -> Query {
    Query::default().with_text(text)
}

/// The query that a link says, and the parts that could not be read.
fn read(link: &str) -> (Query, Vec<String>) {
    let Decoded { query, rejected } = decode(link);
    (query, rejected.iter().map(RejectedParam::part).collect())
}

#[test]
fn every_key_says_one_thing() {
    let start = Query::default;
    let table = [
        ("", start()),
        ("view=quotes", start().with_view(View::Quotes)),
        ("view=matrix", start()),
        ("q=toll", text("toll")),
        ("who=lund", start().toggle(Facet::Who, "lund")),
        ("camp=europe,other", start().toggle(Facet::Camp, "other").toggle(Facet::Camp, "europe")),
        ("issue=-toll", start().exclude(Facet::Issue, "toll")),
        ("stance=-asks,opposes", start().exclude(Facet::Stance, "asks").toggle(Facet::Stance, "opposes")),
        ("basis=third-party", start().toggle(Facet::Basis, "third-party")),
        ("form=full", start().toggle(Facet::Form, "full")),
        ("has=shift", start().toggle(Facet::Has, "shift")),
        ("doc=2031-05-12-quay", start().toggle(Facet::Doc, "2031-05-12-quay")),
        ("from=2031-05-10", Query { from: Some(date("2031-05-10")), ..start() }),
        ("to=2031", Query { to: Some(date("2031")), ..start() }),
        ("from=2031-05&to=2031-05-10", Query { from: Some(date("2031-05")), to: Some(date("2031-05-10")), ..start() }),
        ("from=2028-02-29", Query { from: Some(date("2028-02-29")), ..start() }),
        ("sort=date", start().with_sort(Some(Sort::Date))),
        ("group=none", start().with_group(Some(Group::None))),
        ("by=toll", start().with_by(Some("toll"))),
        ("hide=columns,rows", start().toggle_hide(Hide::Rows).toggle_hide(Hide::Columns)),
        ("view=verify&hide=matches,missing", {
            let verify = start().with_view(View::Verify);
            verify.toggle_hide(Hide::Missing).toggle_hide(Hide::Matches)
        }),
        ("view=reading", start().with_view(View::Reading)),
        ("view=open", start().with_view(View::Open)),
        ("with=pike,lund", Query { with: vec!["pike".to_owned(), "lund".to_owned()], ..start() }),
        ("item=lund-open", start().with_item(Some("lund-open"))),
        ("panel=share", start().with_panel(Some(Panel::Share))),
        ("item=lund-open&panel=cite", start().with_item(Some("lund-open")).with_panel(Some(Panel::Cite))),
        ("panel=export&at=0123456789ab", { start().with_panel(Some(Panel::Export)).pinned(Some("0123456789ab")) }),
        ("embed=1", Query { embed: true, ..start() }),
        ("embed=0", start()),
        ("at=0123456789ab", start().pinned(Some("0123456789ab"))),
    ];
    for (link, query) in table {
        assert_eq!(read(link), (query, Vec::new()), "{link}");
    }
}

#[test]
fn other_spellings_say_the_same() {
    let table = [
        // A leading question mark, empty pairs, empty values.
        ("?view=quotes", "view=quotes"),
        ("&&view=quotes&", "view=quotes"),
        ("view=&q=&who=&from=&sort=&item=&panel=&embed=&with=&at=", ""),
        ("view", ""),
        // Canonical order and spelling.
        ("item=a&q=b&view=quotes", "view=quotes&q=b&item=a"),
        ("embed=1&panel=share&item=a", "item=a&panel=share&embed=1"),
        ("panel=share&panel=cite", "panel=cite"),
        ("who=pike,lund", "who=lund,pike"),
        ("who=,lund,,pike,", "who=lund,pike"),
        ("who=lund,lund", "who=lund"),
        ("who=lund%2Cpike", "who=lund,pike"),
        ("who=%6c%75nd", "who=lund"),
        ("embed=0", ""),
        ("hide=rows,columns,rows", "hide=columns,rows"),
        // A key that stands twice: lists grow, of a single value the last one counts.
        ("who=lund&who=pike", "who=lund,pike"),
        ("who=lund&who=-lund", "who=-lund"),
        ("who=-lund,lund", "who=lund"),
        ("view=quotes&view=stakeholders", "view=stakeholders"),
        ("view=quotes&view=", ""),
        ("q=a&q=b", "q=b"),
        ("with=a,b&with=b,c", "with=a,b,c"),
        ("from=2031&from=", ""),
        // A space is a plus, a plus is %2B; what is not ASCII is UTF-8.
        ("q=a%20b", "q=a+b"),
        ("q=a%2Bb", "q=a%2Bb"),
        ("q=a%2bb", "q=a%2Bb"),
        ("q=Zoë", "q=Zo%C3%AB"),
        ("q=Zo%c3%ab", "q=Zo%C3%AB"),
        ("q=a=b", "q=a%3Db"),
        ("q=~a_b*c.d-e!", "q=~a_b*c.d-e%21"),
        // A percent sign that escapes nothing stands for itself, as in browsers.
        ("q=%zz", "q=%25zz"),
        ("q=100%", "q=100%25"),
        ("q=%4", "q=%254"),
        ("q=%25zz", "q=%25zz"),
        // Keys that are not ours are not read.
        ("utm_source=a%20b&x", ""),
        ("b=2&view=quotes&a=%zz+1", "view=quotes"),
        ("=lund", ""),
        ("_from=rss&whom=lund&c=%26who%3Dlund", ""),
        // The second of two question marks.
        ("??view=quotes", "view=quotes"),
        ("?view=quotes&?q=a", "view=quotes&q=a"),
    ];
    for (link, canonical) in table {
        let (query, rejected) = read(link);
        assert_eq!(encode(&query), canonical, "{link}");
        assert_eq!(rejected, Vec::<String>::new(), "{link}");
    }
}

#[test]
fn what_cannot_be_read_is_left_out_and_told() {
    // The link; what is left of it; what is told of the rest.
    let table: &[(&str, &str, &[&str])] = &[
        ("view=map", "", &["view=map"]),
        ("view=quotes&view=map", "view=quotes", &["view=map"]),
        ("from=2025-02-30", "", &["from=2025-02-30"]),
        ("from=2027-02-29", "", &["from=2027-02-29"]),
        ("from=yesterday&to=2031", "to=2031", &["from=yesterday"]),
        ("to=2031-5-1", "", &["to=2031-5-1"]),
        ("to=31-05-2031", "", &["to=31-05-2031"]),
        ("to=0000", "", &["to=0000"]),
        ("to=2031-13", "", &["to=2031-13"]),
        ("from=2031-06&to=2031-05", "", &["from=2031-06 to 2031-05"]),
        ("q=a&from=2031&to=2029", "q=a", &["from=2031 to 2029"]),
        ("sort=price", "", &["sort=price"]),
        ("sort=date&sort=price", "sort=date", &["sort=price"]),
        ("who=lund,Zoë,pike", "who=lund,pike", &["who=Zoë"]),
        ("who=a--b,-,a_b,-a-,--a", "", &["who=a--b", "who=-", "who=a_b", "who=-a-", "who=--a"]),
        // More of the id may have been cut than the ellipsis says.
        ("view=quotes&who=lund…", "view=quotes", &["who=lund…"]),
        ("who=pike,lu...).", "who=pike", &["who=lu...)."]),
        ("view=quotes&wh…", "view=quotes", &["wh…"]),
        ("view=quotes&fbclid=Iw…", "view=quotes", &["fbclid=Iw…"]),
        // What stands behind a word.
        ("who=lund</b>.", "who=lund", &["</b>."]),
        ("view=quotes&who=lund,\"></a>", "view=quotes&who=lund", &["who=\"></a>"]),
        ("who=lund’s,pike", "who=lund,pike", &["’s"]),
        ("who=lund+and+pike", "", &["who=lund and pike"]),
        ("who=lund;pike", "", &["who=lund;pike"]),
        ("issue=to+ll", "", &["issue=to ll"]),
        ("item=../etc/passwd", "", &["item=../etc/passwd"]),
        ("item=a,b", "", &["item=a,b"]),
        ("at=<script>", "", &["at=<script>"]),
        ("embed=2", "", &["embed=2"]),
        ("embed=true&view=quotes", "view=quotes", &["embed=true"]),
        ("with=a,b,c,d,e,a,f", "with=a,b,c,d", &["with=e", "with=f"]),
        ("with=-a", "", &["with=-a"]),
        ("by=a,b&hide=rows,corners,columns", "hide=columns,rows", &["by=a,b", "hide=corners"]),
        // Bytes that are no UTF-8 are told as they came.
        ("q=%C3", "", &["q=%C3"]),
        ("q=a&q=%FF%FE", "q=a", &["q=%FF%FE"]),
        ("who=lund,%ED%A0%80", "", &["who=lund,%ED%A0%80"]),
        // Every fault, in the order of the link.
        ("view=map&who=Ä&q=toll&to=x", "q=toll", &["view=map", "who=Ä", "to=x"]),
    ];
    for (link, left, told) in table {
        let (query, rejected) = read(link);
        assert_eq!(encode(&query), *left, "{link}");
        assert_eq!(rejected, *told, "{link}");
    }
}

#[test]
fn what_is_too_long_is_cut_and_told() {
    let long = "é".repeat(201);
    let (query, rejected) = read(&format!("q={long}"));
    assert_eq!(query.text, "é".repeat(200));
    assert_eq!(rejected, [format!("q={}", "é".repeat(RejectedParam::SAMPLE))]);
    assert_eq!(read(&format!("q={}", "é".repeat(200))), (text(&"é".repeat(200)), Vec::new()));

    let id = "a".repeat(80);
    assert_eq!(read(&format!("item={id}")), (Query::default().with_item(Some(&id)), Vec::new()));
    assert_eq!(read(&format!("item={id}a")).0, Query::default());
    assert_eq!(read(&format!("who={id}a")).1, [format!("who={}", "a".repeat(RejectedParam::SAMPLE))]);
}

#[test]
fn a_list_holds_so_many_values_and_the_first_ones_count() {
    let values = |range: std::ops::Range<usize>| range.map(|number| format!("v{number}")).collect::<Vec<_>>().join(",");
    let (query, rejected) = read(&format!("who={}&who=-v0,beyond", values(0..MAX_VALUES)));
    assert_eq!(query.picked().count(), MAX_VALUES);
    assert_eq!(query.pick(Facet::Who, "v0"), Some(Pick::Exclude), "a value that is there can still change");
    assert_eq!(rejected, ["who=beyond"]);
}
