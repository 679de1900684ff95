//! What the accessibility checker finds: nothing, in every view, light and dark, wide and narrow.

use std::collections::BTreeMap;

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Folder, Reader, Story, Violation, journey};

use crate::{own_dossier, verify};

/// From this width on, in CSS pixels, the filters stand beside the results instead of in a drawer.
const WIDE: u32 = 960;

/// Every view, an item of each, what stands where nothing is found, and a notice.
const VIEWS: [(&str, &str); 30] = [
    ("the matrix", ""),
    ("an opened cell", "?item=zelensky-cease-fire"),
    ("a position that the matrix hides", "?camp=russia&item=zelensky-cease-fire"),
    ("the positions", "?view=positions"),
    ("a position", "?view=positions&item=zelensky-cease-fire"),
    ("the quotes", "?view=quotes&camp=-russia"),
    ("a quote", "?view=quotes&item=zelensky-strong-signal&q=signal"),
    ("the stakeholders", "?view=stakeholders"),
    ("a stakeholder", "?view=stakeholders&item=zelensky"),
    ("the changes", "?view=shifts"),
    ("the network", "?view=network"),
    ("a comparison without sides", "?view=compare"),
    ("a comparison", "?view=compare&with=putin,zelensky,camp-europe"),
    ("an item of a comparison", "?view=compare&with=putin,zelensky&item=zelensky-cease-fire"),
    ("the timeline", "?view=timeline"),
    ("an event", "?view=timeline&item=white-house-summit&stance=asks"),
    ("the questions", "?view=questions"),
    ("a question", "?view=questions&item=will-they-meet"),
    ("checking, before there is a copy", "?view=verify"),
    ("reading, without a copy", "?view=reading"),
    ("opening a dossier", "?view=open"),
    ("a link that needs a file", "?view=quotes&own=0123456789ab"),
    ("exporting", "?issue=nato-peacekeepers&panel=export"),
    ("nothing found, in the matrix", "?q=zzzzzzzz&who=putin&issue=nato-peacekeepers"),
    ("the ways to share", "?issue=us-guarantees&panel=share"),
    ("the ways to share a pinned link", "?view=quotes&panel=share&at=d4384c9a97ac"),
    ("the ways to cite", "?view=quotes&item=zelensky-strong-signal&panel=cite"),
    ("the matrix in a frame", "?issue=us-guarantees&embed=1"),
    ("the quotes in a frame", "?view=quotes&item=zelensky-strong-signal&embed=1"),
    ("a notice", "?who=nobody-by-this-name&from=2025-02-31&camp=russia"),
];

/// What the checker finds, each fault once, with every view that has it.
#[derive(Default)]
struct Faults(BTreeMap<String, (Vec<&'static str>, Violation)>);

impl Faults {
    async fn look(&mut self, reader: &Reader, view: &'static str) -> anyhow::Result<()> {
        for violation in reader.violations().await? {
            self.0.entry(violation.rule().to_owned()).or_insert_with(|| (Vec::new(), violation)).0.push(view);
        }
        Ok(())
    }

    fn told(&self) -> String {
        let told: Vec<String> = self
            .0
            .values()
            .map(|(views, violation)| {
                format!(
                    "{violation}
  in {}",
                    views.join(", ")
                )
            })
            .collect();
        told.join(
            "
",
        )
    }
}

/// Checks what the page shows of a dossier that it refuses, of one that is the reader's own, and of a copy of its article.
async fn look_at_what_is_brought(reader: &Reader, faults: &mut Faults) -> anyhow::Result<()> {
    let (folder, story) = (Folder::new()?, Story::read());
    reader.open("?view=open").await?;
    reader.pick(own_dossier::FILES, &[folder.write("letter.json", "Dear reader,")?]).await?;
    reader.find(".refused").await?;
    faults.look(reader, "a refused dossier").await?;
    own_dossier::open(reader, &[own_dossier::bundle(&folder, &story)?]).await?;
    faults.look(reader, "the reader's own dossier").await?;

    reader.click(".tool a[href*='view=verify']").await?;
    let changed = story.june.replace("nine thousand", "nine hundred").replace("’s chair", "'s chair");
    verify::paste(reader, json!({ "text/plain": changed })).await?;
    reader.find(".verdict").await?;
    faults.look(reader, "the report").await?;
    reader.click("#results a[href*='view=reading'][href*='item=']").await?;
    reader.find(".run--opened").await?;
    faults.look(reader, "the article with its marks").await?;
    reader.click(".note--opened .line__link").await?;
    reader.find("[data-open] .excerpt").await?;
    faults.look(reader, "an item with its passage").await
}

/// Checks all of it in one theme and one width.
fn walk(dark: bool, width: u32) {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_axe().await?;
        reader.darken(dark).await?;
        reader.resize(width, 900).await?;
        let mut faults = Faults::default();
        for (view, link) in VIEWS {
            reader.open(link).await?;
            faults.look(&reader, view).await?;
        }
        reader.open("?camp=russia&stance=-asks").await?;
        if width < WIDE {
            reader.click(".filters__open").await?;
            faults.look(&reader, "the drawer").await?;
            reader.click("#filters .filters__head button").await?;
        }
        reader.click(".acts [data-act=open]").await?;
        faults.look(&reader, "the help").await?;
        look_at_what_is_brought(&reader, &mut faults).await?;
        ensure!(faults.0.is_empty(), "{}", faults.told());
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_on_wide_light_page() {
    walk(false, 1280);
}

#[test]
fn axe_finds_nothing_on_wide_dark_page() {
    walk(true, 1280);
}

#[test]
fn axe_finds_nothing_on_narrow_light_page() {
    walk(false, 390);
}

#[test]
fn axe_finds_nothing_on_narrow_dark_page() {
    walk(true, 390);
}

/// The grounds of a solid tile of each stance, the browser's own, and the lines under the current tab and another.
const FORCED: &str = "
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    const stances = ['supports', 'opposes', 'uncommitted', 'asks', 'unclear'];
    const canvas = document.body.appendChild(document.createElement('p'));
    canvas.style.backgroundColor = 'Canvas';
    const fills = stances.map((stance) => style(`.legend .tile--${stance}`).backgroundColor);
    return [
        matchMedia('(forced-colors: active)').matches, fills, getComputedStyle(canvas).backgroundColor,
        style('.tab[aria-current]').borderBottomColor, style('.tab:not([aria-current])').borderBottomColor,
        style('.legend .tile--narrated').borderTopStyle, style('.legend .tile--alleged').backgroundImage,
    ];
";

#[test]
fn forced_colors_keep_tile_fills_and_mark_the_current_tab() {
    journey(async |at| {
        let reader = at.reader().await?;
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        reader.command("Emulation.setEmulatedMedia", forced).await?;
        reader.open("").await?;
        let (active, fills, ground, current, other, narrated, alleged): Forced = reader.run(FORCED, &[]).await?;
        ensure!(active, "the browser forces no colours");
        for (place, fill) in fills.iter().enumerate() {
            ensure!(*fill != ground && !fills[..place].contains(fill), "{fills:?} on {ground}");
        }
        ensure!(current != other && other == ground, "the current tab has {current} below, another {other}");
        ensure!(narrated == "dotted" && alleged.contains("gradient"), "{narrated} {alleged}");
        Ok(())
    });
}

/// What [`FORCED`] returns.
type Forced = (bool, Vec<String>, String, String, String, String, String);
