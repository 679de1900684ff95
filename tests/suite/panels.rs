//! What stands open over a view: that it changes nothing of it, what it says, and the way out of it.

use explore::query::codec::{decode, encode};
use explore::query::{Panel, Query};
use explore::{Cited, Content, Engine, Entries, Formats, Page, PanelContent, SharePanel, cited, explore};

use crate::fixture::{VERSION, engine, harbour};

fn page(link: &str) -> Page<'static> {
    explore(engine(), &decode(link))
}

fn panel(link: &str) -> Option<PanelContent> {
    page(link).panel
}

/// The links of the views that a panel is opened over.
const VIEWS: [&str; 5] =
    ["", "issue=toll", "item=lund-bridge-may", "view=quotes&item=lund-open&who=lund", "view=timeline&q=zoe"];

#[test]
fn a_panel_stands_over_the_view_that_was_there() {
    for link in VIEWS {
        let under = page(link);
        let over = page(&encode(&under.query.with_panel(Some(Panel::Share))));
        assert_eq!(over.content, under.content, "{link}");
        let same = (&under.title, &under.counts, &under.asks, &under.facets, &under.matrix, &under.link);
        assert_eq!((&over.title, &over.counts, &over.asks, &over.facets, &over.matrix, &over.link), same, "{link}");
    }
}

#[test]
fn the_head_leads_to_each_panel_over_what_is_shown() {
    for link in VIEWS {
        let page = page(link);
        let leads: Vec<(&str, Query)> = vec![
            ("Export", page.query.with_panel(Some(Panel::Export))),
            ("Cite", page.query.with_panel(Some(Panel::Cite))),
            ("Share", page.query.with_panel(Some(Panel::Share))),
        ];
        assert_eq!(page.panels, leads, "{link}");
    }
}

#[test]
fn the_way_out_leads_to_the_view_without_the_panel() {
    for link in VIEWS {
        let page = page(link);
        for lead in page.panels.iter().map(|(_, query)| query).chain([&page.query.with_panel(Some(Panel::Share))]) {
            for at in [None, Some(VERSION)] {
                let close = match panel(&encode(&lead.pinned(at))) {
                    Some(PanelContent::Share(share)) => share.close,
                    Some(PanelContent::Cite(cite)) => cite.close,
                    Some(PanelContent::Export(cite)) => cite.close,
                    None => panic!("{link} has no panel"),
                };
                assert_eq!(close, page.query, "{link}");
            }
        }
    }
}

#[test]
fn what_a_link_lacks_takes_no_panel_with_it() {
    let page = page("who=nobody&with=nobody&item=lund-bridge-may&panel=cite");
    assert_eq!(encode(&page.query), "item=lund-bridge-may&panel=cite");
    let notice = page.notice.clone().expect("something is lacking");
    assert_eq!(notice.dismissal, page.query);
}

/// The harbour's engine on a site of its own.
fn at_home() -> Engine<'static> {
    let mut engine = Engine::new(harbour());
    "https://example.org/harbour/".clone_into(&mut engine.address);
    engine
}

fn shared(link: &str) -> SharePanel {
    let engine = at_home();
    match explore(&engine, &decode(link)).panel {
        Some(PanelContent::Share(share)) => *share,
        Some(PanelContent::Cite(_) | PanelContent::Export(_)) | None => panic!("{link} shows no way to share"),
    }
}

fn cites(link: &str) -> Vec<Cited> {
    let engine = at_home();
    cited(&engine, &explore(&engine, &decode(link)))
}

#[test]
fn a_link_names_the_data_where_it_is_pinned_and_only_there() {
    let free = shared("issue=toll&embed=1&panel=share");
    assert_eq!((free.address.as_str(), free.pinned), ("https://example.org/harbour/?issue=toll", false));
    let pins = free.pins.map(|pin| (pin.current, encode(&pin.query)));
    let pinned = format!("issue=toll&panel=share&embed=1&at={VERSION}");
    assert_eq!(pins, [(true, "issue=toll&panel=share&embed=1".to_owned()), (false, pinned.clone())]);
    let held = shared(&pinned);
    assert_eq!(held.address, format!("https://example.org/harbour/?issue=toll&at={VERSION}"));
    assert_eq!(held.pins.map(|pin| pin.current), [false, true]);
    // Other data cannot be pinned: it is not here.
    assert!(!shared("issue=toll&panel=share&at=ffffffffffff").pinned);
    assert_eq!(shared("panel=share").address, "https://example.org/harbour/");
}

#[test]
fn the_code_for_another_page_is_html_that_shows_the_view() {
    let share = shared(&format!("view=quotes&q=%22toll+%26+fee%22&panel=share&at={VERSION}"));
    assert_eq!(
        share.code,
        format!(
            "<script src=\"https://example.org/harbour/embed.js\"></script>\n\
             <iframe src=\"https://example.org/harbour/quotes/?q=%22toll+%26+fee%22&amp;embed=1&amp;at={VERSION}\" \
             title=\"Quotes, where search is “&quot;toll &amp; fee&quot;” · Standpoint\" width=\"100%\" height=\"600\" \
             style=\"border: 0\" loading=\"lazy\"></iframe>"
        )
    );
    assert_eq!(share.preview.as_deref(), Some("https://example.org/harbour/quotes/?q=%22toll+%26+fee%22&embed=1"));
}

#[test]
fn what_is_cited_is_the_opened_item_then_the_view_then_the_dossier() {
    for (link, labels) in [
        ("issue=toll", &["This view", "The whole dossier"][..]),
        ("item=lund-bridge-may", &["This position", "This view", "The whole dossier"]),
        ("view=quotes&item=lund-open", &["This quote", "This view", "The whole dossier"]),
        ("view=timeline&item=quay-meeting", &["This event", "This view", "The whole dossier"]),
        ("view=stakeholders&item=lund", &["This view", "The whole dossier"]),
    ] {
        let cited = cites(&format!("{link}&panel=cite"));
        assert_eq!(cited.iter().map(|cited| cited.label).collect::<Vec<_>>(), labels, "{link}");
        for cited in cited {
            let (plain, address) = (&cited.plain, &cited.address);
            assert!(plain.contains(&format!("data {VERSION}")) && plain.ends_with(address.as_str()), "{plain}");
            assert!(address.ends_with(&format!("at={VERSION}")) && !address.contains("panel="), "{address}");
        }
    }
}

#[test]
fn a_quote_is_cited_by_its_words_and_by_who_said_them() {
    let quote = cites("view=quotes&item=lund-open&q=bridge&panel=cite").swap_remove(0);
    assert_eq!(quote.author.as_deref(), Some("Zoë Lund"));
    assert!(quote.title.starts_with("“We will open the bridge,"), "{}", quote.title);
    assert_eq!(quote.container.as_deref(), Some("The harbour bridge"));
    assert_eq!(quote.address, format!("https://example.org/harbour/q/lund-open/?at={VERSION}"));
    assert_eq!(quote.key, "harbour-lund-open");
}

#[test]
fn the_formats_are_shown_where_they_were_made_for_this_very_link() {
    let engine = at_home();
    let formats = Formats { bibtex: "@misc{}".to_owned(), csl: "[]".to_owned() };
    engine.deferred_data().formats = Some((decode("panel=cite").query, vec![formats.clone(), formats.clone()]));
    for (link, made) in [("panel=cite", Some(formats)), ("issue=toll&panel=cite", None)] {
        let Some(PanelContent::Cite(cite)) = explore(&engine, &decode(link)).panel else {
            panic!("{link} shows no way to cite")
        };
        assert!(cite.cited.iter().all(|(_, formats)| *formats == made), "{link}");
    }
}

/// What leads from the opened quote to its publisher's page, the documents standing at `url`.
fn published(url: &str, quote: &str) -> Option<String> {
    let mut dossier = harbour().clone();
    for coded in &mut dossier.documents {
        coded.document.url = Some(url.to_owned());
    }
    let engine = Engine::new(&dossier);
    let page = explore(&engine, &decode(&format!("view=quotes&item={quote}")));
    let Content::List(list) = page.content.clone() else { panic!("quotes are a list") };
    let entries = list.sections.iter().filter_map(|section| match &section.entries {
        Entries::Quotes(entries) => Some(entries),
        Entries::Positions(_) | Entries::Stakeholders(_) | Entries::Questions(_) => None,
    });
    let detail = entries.flatten().find_map(|entry| entry.detail.as_ref()).expect("the quote is opened");
    detail.publisher.clone()
}

#[test]
fn a_quote_leads_to_each_of_its_pieces_in_the_page_of_its_publisher() {
    let address = published("https://news.example/quay", "lund-open").expect("the document says where it stands");
    let pieces = address.strip_prefix("https://news.example/quay#:~:text=We%20will%20open%20the%20bridge%2C&text=");
    assert!(pieces.is_some_and(|rest| !rest.is_empty()), "{address}");
    assert_eq!(published("javascript:alert(1)", "lund-open"), None, "a dossier is anybody's to write");
}
