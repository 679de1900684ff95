//! What stands open over a view: that it changes nothing of it, what it says, and the way out of it.

use standpoint::explore::{Page, PanelBody, body, explore};
use standpoint::query::codec::{decode, encode};
use standpoint::query::{Panel, Query};

use crate::fixture::{VERSION, edition};

fn page(link: &str) -> Page<'static> {
    explore(edition(), &decode(link))
}

fn panel(link: &str) -> Option<PanelBody> {
    body(edition(), &page(link), None).panel
}

/// The links of the views that a panel is opened over.
const VIEWS: [&str; 5] =
    ["", "issue=toll", "item=lund-bridge-may", "view=quotes&item=lund-open&who=lund", "view=timeline&q=zoe"];

#[test]
fn a_panel_stands_over_the_view_that_was_there() {
    for link in VIEWS {
        let under = page(link);
        let over = page(&encode(&under.query.with_panel(Some(Panel::Share))));
        assert!(over.has_body(), "{link}");
        assert_eq!(body(edition(), &over, None).part, body(edition(), &under, None).part, "{link}");
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
                    Some(PanelBody::Share(share)) => share.close,
                    Some(PanelBody::Cite(cite)) => cite.close,
                    Some(PanelBody::Export(cite)) => cite.close,
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
    let notice = page.notice.expect("something is lacking");
    assert_eq!(notice.dismissal, page.query);
}

#[test]
fn a_citation_names_the_data_and_carries_it_in_its_link() {
    let Some(PanelBody::Cite(cite)) = panel("view=quotes&issue=toll&panel=cite") else { panic!("no panel") };
    let link = format!(" i/toll/?view=quotes&at={VERSION}");
    assert!(cite.view.contains(&format!("data {VERSION}")) && cite.view.ends_with(&link), "{}", cite.view);
}
