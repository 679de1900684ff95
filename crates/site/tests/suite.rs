//! Tests of the generated pages: metadata, links, feeds and pages of former ids.

use std::collections::{BTreeMap, BTreeSet};

use dossier::load::{Files, load_files};
use dossier::{Dossier, Former, ItemKind, Successor};
use explore::{Engine, StaticPage};
use roxmltree::Document;
use serde_json::Value;
use site::{Shell, Site, write};
use standpoint::embedded;

/// A template with all values that a page fills in.
const SHELL: &str =
    "<html lang=\"en\" data-static-page=\"{{static_page}}\">{{head}}<nav>{{views}}</nav><div>{{app}}</div></html>";

fn engine() -> Engine<'static> {
    Engine::new(Box::leak(Box::new(embedded::dossier())))
}

fn files(base: Option<&str>) -> BTreeMap<String, String> {
    files_of(&engine(), base)
}

fn files_of(engine: &Engine<'static>, base: Option<&str>) -> BTreeMap<String, String> {
    let shell = Shell::new(SHELL.to_owned(), Vec::new()).expect("there are no assets");
    let site = Site {
        base: base.map(str::to_owned),
        styles: vec!["style.css".to_owned()],
        inline: Some("body{}".to_owned()),
        ..Site::default()
    };
    write(engine, &shell, &site).expect("the shell can be filled")
}

/// Paths of the pages in `files`, without those of former ids.
fn paths<'f>(files: &'f BTreeMap<String, String>, engine: &Engine<'static>) -> Vec<&'f str> {
    let former: BTreeSet<String> =
        StaticPage::former(engine).into_iter().map(|(static_page, _)| static_page.path).collect();
    files.keys().filter_map(|name| name.strip_suffix("index.html")).filter(|path| !former.contains(*path)).collect()
}

/// All substrings between `before` and `after`.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(inside, _)| inside).collect()
}

/// JSON-LD of a page.
fn data(page: &str) -> Value {
    let found = between(page, "<script type=\"application/ld+json\">", "</script>");
    assert_eq!(found.len(), 1);
    serde_json::from_str(found[0]).expect("it is JSON")
}

#[test]
fn static_pages_exist_and_links_resolve() {
    let files = files(None);
    let mut known: BTreeSet<String> =
        StaticPage::all(&engine()).into_iter().map(|static_page| static_page.path).collect();
    for path in &known {
        assert!(files.contains_key(&format!("{path}index.html")), "{path}");
    }
    known.insert("./".to_owned());
    for (name, page) in files.iter().filter(|(name, _)| name.ends_with("index.html")) {
        let path = name.trim_end_matches("index.html");
        for link in between(page, "<a ", ">").into_iter().flat_map(|tag| between(tag, "href=\"", "\"")) {
            let inside = link.split(['?', '#']).next().unwrap_or_default();
            let ours = link.starts_with('?') || known.contains(inside) || inside == path;
            assert!(ours || link.starts_with("https://"), "{name} leads to {link}");
        }
    }
}

#[test]
fn pages_have_metadata_and_schema_org_data() {
    let files = files(Some("https://example.org/some/where/"));
    let mut kinds = BTreeMap::new();
    for path in paths(&files, &engine()) {
        let name = format!("{path}index.html");
        let page = &files[&name];
        let address = format!("https://example.org/some/where/{path}");
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{name}");
        // Only the head counts, because SVG in the body has titles too.
        let (head, _) = page.split_once("<nav>").expect("the shell has it");
        for tag in ["<title>", "name=\"description\"", "property=\"og:title\"", "name=\"twitter:card\""] {
            assert_eq!(head.matches(tag).count(), 1, "{name}: {tag}");
        }
        let data = data(page);
        assert_eq!(data["@context"], "https://schema.org", "{name}");
        let kind = data["@type"].as_str().expect("it has a type").to_owned();
        *kinds.entry((path.split('/').next().unwrap_or_default().to_owned(), kind)).or_insert(0) += 1;
        assert!(!page.contains("ClaimReview"), "{name}");
    }
    let dossier = embedded::dossier();
    let of = |letter: &str, kind: &str| kinds.get(&(letter.to_owned(), kind.to_owned())).copied().unwrap_or(0);
    assert_eq!(of("s", "Person") + of("s", "Organization"), dossier.stakeholders.len());
    assert_eq!(of("i", "DefinedTerm"), dossier.issues.len());
    assert_eq!(of("p", "CreativeWork"), dossier.positions().count());
    assert_eq!(of("q", "Quotation"), dossier.quotes().count());
    assert_eq!(of("e", "Event"), dossier.events().count());
    assert_eq!(of("", "Dataset"), 1);
}

#[test]
fn quotation_has_creator_article_and_occasion() {
    let files = files(None);
    let dossier = embedded::dossier();
    for (_, quote) in dossier.quotes() {
        let data = data(&files[&format!("q/{}/index.html", quote.id)]);
        let speaker = dossier.stakeholder(&quote.speaker).expect("somebody said it");
        assert_eq!(data["creator"]["name"], speaker.name.as_str());
        assert_eq!(data["isPartOf"]["@type"], "NewsArticle");
        assert_eq!(data["@reverse"].get("recordedIn").is_some(), quote.occasion.is_some());
        assert!(data["text"].as_str().expect("it has words").contains(&quote.segments[0].text));
    }
}

#[test]
fn sitemap_lists_pages_and_feed_lists_documents() {
    let files = files(Some("https://example.org/"));
    let map = Document::parse(&files["sitemap.xml"]).expect("the map is XML");
    let places =
        map.descendants().filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    assert_eq!(places.count(), paths(&files, &engine()).len());
    let feed = Document::parse(&files["feed.xml"]).expect("the feed is XML");
    let entries = feed.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry")));
    assert_eq!(entries.count(), embedded::dossier().documents.len());
    assert!(files["robots.txt"].contains("Sitemap: https://example.org/sitemap.xml"));
}

#[test]
fn site_without_address_omits_absolute_urls() {
    let files = files(None);
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("feed.xml"));
    let page = &files["index.html"];
    for tag in ["rel=\"canonical\"", "og:url", "og:image"] {
        assert!(!page.contains(tag), "{tag}");
    }
}

/// Pages of a dossier in `tests/fiction`.
fn files_of_bundle(name: &str) -> (BTreeMap<String, String>, &'static Dossier) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fiction/").to_owned() + name;
    let bytes = std::fs::read(path).expect("the invented dossier is there");
    let loaded = load_files(&Files::from_bundle(name, bytes), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"));
    let dossier = Box::leak(Box::new(loaded));
    (files_of(&Engine::new(dossier), None), dossier)
}

#[test]
fn items_with_same_name_have_distinct_titles() {
    let (files, dossier) = files_of_bundle("twins.json");
    let mut titles = BTreeSet::new();
    let items = dossier.stakeholders.iter().map(|stakeholder| format!("s/{}/", stakeholder.id));
    let items = items.chain(dossier.positions().map(|(_, position)| format!("p/{}/", position.id)));
    for path in items {
        let page = &files[&format!("{path}index.html")];
        let title = between(page, "<title>", "</title>")[0].to_owned();
        assert!(titles.insert(title.clone()), "{path} has the title of another page: {title}");
    }
}

#[test]
fn hebrew_dossier_has_english_pages_with_tagged_hebrew_texts() {
    let (files, dossier) = files_of_bundle("mezach-he.json");
    let text = |path: &str| &files[&format!("{path}index.html")];
    let (_, position) = dossier.positions().next().expect("there is one");
    let page = text(&format!("p/{}/", position.id));
    assert!(page.contains("<html lang=\"en\""));
    let summary = format!("<p class=\"position__summary\" dir=\"auto\" lang=\"he\">{}</p>", position.summary);
    assert!(page.contains(&summary), "{page}");
    let title = format!("<h1 dir=\"auto\" lang=\"he\">{}</h1>", dossier.cover.title);
    assert!(text("").contains(&title), "{}", text(""));
}

/// Kind of a former id, its path, its successor, and the path of the page with the same content.
type Row = (ItemKind, &'static str, Option<(ItemKind, String)>, String);

#[test]
fn page_of_former_id_shows_successor_with_notice() {
    use ItemKind::{Event, Issue, Position, Question, Quote, Stakeholder};
    let mut dossier = embedded::dossier();
    let position = dossier.positions().next().expect("there is one").1.id.to_string();
    let quote = dossier.quotes().next().expect("there is one").1.id.to_string();
    let event = dossier.events().next().expect("there is one").1.id.to_string();
    let question = dossier.questions().next().expect("there is one").1.id.to_string();
    let (issue, holder) = (dossier.issues[0].id.to_string(), dossier.stakeholders[0].id.to_string());
    let rows: Vec<Row> = vec![
        (Position, "p/gone-joined/", Some((Position, position.clone())), format!("p/{position}/")),
        (Position, "p/gone-asked/", Some((Question, question)), "questions/".to_owned()),
        (Position, "p/gone/", None, String::new()),
        (Quote, "q/gone-joined/", Some((Quote, quote.clone())), format!("q/{quote}/")),
        (Quote, "q/gone/", None, "quotes/".to_owned()),
        (Event, "e/gone-joined/", Some((Event, event.clone())), format!("e/{event}/")),
        (Event, "e/gone/", None, "timeline/".to_owned()),
        (Issue, "i/gone-joined/", Some((Issue, issue.clone())), format!("i/{issue}/")),
        (Issue, "i/gone-held/", Some((Position, position.clone())), format!("p/{position}/")),
        (Issue, "i/gone/", None, String::new()),
        (Stakeholder, "s/gone-joined/", Some((Stakeholder, holder.clone())), format!("s/{holder}/")),
        (Stakeholder, "s/gone/", None, String::new()),
    ];
    let id = |path: &str| path[2..path.len() - 1].to_owned();
    dossier.former = rows
        .iter()
        .map(|(kind, path, now, _)| Former {
            kind: *kind,
            id: id(path),
            now: now.clone().map(|(kind, id)| Successor { kind, id }),
            reason: format!("It was at {path} once."),
        })
        .collect();
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let files = files_of(&engine, Some("https://example.org/"));
    let known = paths(&files, &engine);
    for (kind, path, _, shows) in &rows {
        let page = &files[&format!("{path}index.html")];
        let notices = between(page, "aria-label=\"About the link\"><p>", "</p>");
        let message =
            format!("names the {} “{}”, which is no longer in the data: It was at {path}", kind.word(), id(path));
        assert!(notices.len() == 1 && notices[0].contains(&message), "{path} says {notices:?}");
        let canonical = format!("<link rel=\"canonical\" href=\"https://example.org/{shows}\">");
        assert!(page.contains(&canonical), "{path} has its address at {shows}");
        assert!(
            page.contains("<base href=\"../../\">") && page.contains("href=\"style.css\""),
            "{path} is a static page"
        );
        assert!(!page.contains("<style>"), "{path} has no styles in itself");
        assert!(!files["sitemap.xml"].contains(path), "{path} is not in the map");
        assert!(known.contains(&shows.as_str()), "{shows} has a page");
        // Pages of views differ, because they open no item.
        if shows.matches('/').count() == 2 {
            let without_notice = |page: &str, path: &str| {
                let (before, rest) = page.split_once("<section class=\"notice\"").unwrap_or((page, ""));
                let after = rest.split_once("</section>").map_or("", |(_, after)| after);
                let whole = [before, after].concat();
                let (_, app) = whole.split_once("<div>").expect("the shell has it");
                app.replace(&format!("href=\"{path}#"), "href=\"#")
            };
            let there = &files[&format!("{shows}index.html")];
            assert!(without_notice(page, path) == without_notice(there, shows), "{path} shows what {shows} shows");
            assert_eq!(between(page, "<title>", "</title>")[0], between(there, "<title>", "</title>")[0], "{path}");
            assert_eq!(data(page), data(there), "{path}");
        }
    }
}
