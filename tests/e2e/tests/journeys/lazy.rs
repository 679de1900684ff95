//! What the first view does without: fetched when it is needed first, and once.

use anyhow::ensure;
use standpoint_e2e::{Reader, journey};

/// How often the second module was requested since this was last asked.
async fn fetched(reader: &Reader) -> anyhow::Result<usize> {
    Ok(reader.requests().await?.iter().filter(|address| address.contains("/more.")).count())
}

#[test]
fn first_view_does_not_load_the_lazy_module_and_later_views_load_it_once() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        ensure!(fetched(&reader).await? == 0);
        for view in ["quotes", "stakeholders"] {
            reader.click(&format!(".tabs .tab[href*='view={view}']")).await?;
            reader.see("the view is shown", |shown| shown.search.contains(view) && !shown.items.is_empty()).await?;
        }
        ensure!(fetched(&reader).await? == 1);
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn hovering_a_link_prefetches_the_lazy_module_only_if_needed() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        let point = async |selector: &str| {
            let link = reader.find(selector).await?;
            reader.driver().action_chain().move_to_element_center(&link).perform().await?;
            anyhow::Ok(())
        };
        point(".legend__sign").await?;
        point(".value__pick").await?;
        ensure!(fetched(&reader).await? == 0, "a filter of the matrix needs nothing more");
        point(".tabs .tab[href*='view=timeline']").await?;
        reader.holds("performance.getEntriesByType('resource').some(({ name }) => name.includes('/more.'))").await?;
        reader.see("nothing was followed", |shown| shown.search.is_empty()).await?;
        ensure!(fetched(&reader).await? == 1);
        Ok(())
    });
}

#[test]
fn link_to_another_view_loads_the_lazy_module_at_once_and_once() {
    journey(async |at| {
        let reader = at.reader().await?;
        let shown = reader.open("?view=quotes").await?;
        ensure!(!shown.items.is_empty(), "{shown:#?}");
        ensure!(fetched(&reader).await? == 1);
        // The boot script asked for it, before the program could.
        reader.holds("document.querySelector('link[rel=preload][href*=\"/more.\"]')").await?;
        Ok(())
    });
}

#[test]
fn link_to_an_item_scrolls_to_it_after_lazy_loading() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(1280, 500).await?;
        reader.open("?view=quotes&item=zelensky-strong-signal").await?;
        let in_sight = "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('[data-open]').getBoundingClientRect())";
        reader.holds(in_sight).await?;
        Ok(())
    });
}
