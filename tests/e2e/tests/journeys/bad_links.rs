//! Links that were mangled on the way, made by somebody who means harm, or sent long ago.

use anyhow::ensure;
use standpoint_e2e::journey;

/// The link, what the notice must name, and what is left of the link once the notice is dismissed.
const LINKS: [(&str, &[&str], &str); 8] = [
    ("?view=quotes&who=zelensky%2Cnobody", &["“nobody”"], "?view=quotes&who=zelensky"),
    ("?view=positions&issue=&stance=%E0%A4%A&camp=russia", &["stance="], "?view=positions&camp=russia"),
    ("?from=2025-02-31&to=yesterday&view=questions", &["from=2025-02-31", "to=yesterday"], "?view=questions"),
    ("?from=2025-08-19&to=2025-08-18", &["2025-08-19 to 2025-08-18"], ""),
    ("?view=%3Cscript%3Ealert(1)%3C/script%3E&sort=%00", &["<script>alert(1)</script>"], ""),
    ("?who=%3Cimg%20src=x%20onerror=document.title=1%3E", &["<img src=x onerror=document.title=1>"], ""),
    (
        "?view=stakeholders&item=gone-for-long&at=000000000000",
        &["“gone-for-long”", "000000000000"],
        "?view=stakeholders",
    ),
    ("?view=globe&utm_source=chat", &["globe"], ""),
];

#[test]
fn bad_link_shows_a_dismissible_notice_and_applies_the_rest() {
    journey(async |at| {
        let reader = at.reader().await?;
        for (link, named, left) in LINKS {
            let shown = reader.open(link).await?;
            let notice = shown.notice.clone().unwrap_or_default();
            for name in named {
                ensure!(notice.contains(name), "{link}: {name} is not in the notice: {notice}");
            }
            ensure!(!shown.items.is_empty() || shown.cells > 0, "{link} shows nothing: {shown:#?}");
            reader.click(".notice__dismiss").await?;
            let dismissed = reader.see("the notice goes", |shown| shown.notice.is_none()).await?;
            ensure!(dismissed.search == left, "{link} becomes {}, not {left}", dismissed.search);
            let stays = dismissed.items == shown.items && dismissed.cells == shown.cells;
            ensure!(stays, "{link}: dismissing the notice changes what is listed");
            ensure!(dismissed.entries == shown.entries, "{link}: dismissing the notice makes an entry in the history");
            let focus = reader.focus_is("the focus is not lost", |focus| focus.tag != "body").await?;
            ensure!(focus.seen, "{link}: {focus:#?}");
            reader.driver().refresh().await?;
            let again = reader.see("the page starts again", |shown| !shown.tabs.is_empty()).await?;
            ensure!(again.notice.is_none() && again.search == left, "{link} is told again: {again:#?}");
        }
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn link_of_random_text_shows_a_notice_and_the_page_works() {
    journey(async |at| {
        let reader = at.reader().await?;
        // Hosts refuse longer ones before the page is asked.
        let noise = "%3Cscript%3E,-x,%25%F0%9F%A6%8A".repeat(1_800);
        let shown = reader.open(&format!("?who={noise}&camp=russia")).await?;
        ensure!(shown.notice.is_some(), "{shown:#?}");
        ensure!(shown.chips.len() == 1, "{shown:#?}");
        reader.click(".notice__dismiss").await?;
        reader.see("what could be read is left", |shown| shown.search == "?camp=russia").await?;
        let errors = reader.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    });
}
