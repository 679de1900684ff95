//! Files for search engines and feed readers: `robots.txt`, `sitemap.xml` (sitemaps.org 0.9), and `feed.xml` (Atom,
//! RFC 4287) with an entry for each document.

use std::fmt::Write as _;

use dossier::{Date, Dossier};

use crate::shell::escape;

/// A `robots.txt` that allows everything. The sitemap is listed if the site's address is known.
pub(crate) fn robots(base: Option<&str>) -> String {
    let map = base.map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}")
}

pub(crate) fn sitemap(base: &str, paths: &[String], changed: Option<Date>) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let changed = changed.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    for path in paths {
        let _ = writeln!(map, "<url><loc>{}</loc>{changed}</url>", escape(&format!("{base}{path}")));
    }
    map + "</urlset>\n"
}

pub(crate) fn atom(dossier: &Dossier, base: &str) -> String {
    let day = |date: Date| format!("{}T00:00:00Z", date.last_day());
    let newest = dossier.documents.iter().map(|coded| coded.document.published).max();
    let base = escape(base);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<subtitle>{}</subtitle>\n<id>{base}</id>\n<link href=\"{base}\"/>\n\
         <link rel=\"self\" href=\"{base}feed.xml\"/>\n<author><name>Standpoint</name></author>\n<rights>{}</rights>\n",
        escape(&dossier.cover.language),
        escape(&dossier.cover.title),
        escape(&dossier.cover.description),
        escape(&dossier.cover.license),
    );
    if let Some(newest) = newest {
        let _ = writeln!(feed, "<updated>{}</updated>", day(newest));
    }
    for coded in &dossier.documents {
        let document = &coded.document;
        let address = format!("{base}?doc={}", document.id);
        let _ = writeln!(
            feed,
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/><updated>{}</updated>\
             <summary>{} positions, {} quotes, {} events and {} open questions.</summary></entry>",
            escape(&document.source_line()),
            day(document.published),
            coded.positions.len(),
            coded.quotes.len(),
            coded.events.len(),
            coded.questions.len(),
        );
    }
    feed + "</feed>\n"
}
