//! How the page looks: as in the pictures of the README, which are references as well.
//!
//! Fonts differ from machine to machine, so pictures are compared in coarse cells, and by how much they have of each hue:
//! what is missing, or has another colour, is seen; what is written in other letters is not. `cargo xtask pictures` takes the
//! pictures anew.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Difference, Picture, Reader, journey};

/// A picture of the README: what it shows, and how.
struct Look {
    name: &'static str,
    link: &'static str,
    width: u32,
    /// The whole page if none.
    height: Option<u32>,
    /// The theme, or paper.
    media: &'static str,
    /// How much more of a hue it may have, of 1. A picture that ends amid the tiles shows more or fewer with other fonts, up
    /// to 41 %, and 62 % if the tiles were grey; one that shows them all 4 %, and 30 % without the legend.
    hue: f64,
}

/// How far two pictures of the same may be apart, of 255, and which share of their cells may differ. With the fonts Liberation
/// and Noto they are up to 8.5 apart and 8 % of the cells differ; with another theme 200.
const MEAN: f64 = 14.0;
const SHARE: f64 = 0.12;

/// What writes the pictures instead of comparing with them, when it is set.
const ANEW: &str = "STANDPOINT_PICTURES";

const LOOKS: [Look; 4] = [
    Look { name: "wide", link: "", width: 1280, height: Some(900), media: "light", hue: 0.5 },
    Look { name: "phone", link: "?by=immediate-cease-fire", width: 390, height: Some(844), media: "light", hue: 0.5 },
    Look { name: "dark", link: "?view=timeline", width: 1280, height: Some(900), media: "dark", hue: 0.15 },
    Look { name: "print", link: "", width: 794, height: None, media: "print", hue: 0.15 },
];

impl Look {
    /// Whether the two pictures show the same.
    fn is_alike(&self, difference: &Difference) -> bool {
        difference.mean <= MEAN && difference.share <= SHARE && difference.colour <= self.hue
    }

    /// Where its picture is kept.
    fn path(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures").join(self.name).with_extension("png")
    }

    /// Takes the picture, with `rules` added to the page's styles.
    async fn take(&self, reader: &Reader, rules: &str) -> anyhow::Result<Picture> {
        self.take_in(self.media, reader, rules).await
    }

    async fn take_in(&self, media: &str, reader: &Reader, rules: &str) -> anyhow::Result<Picture> {
        if media == "print" {
            reader.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        } else {
            reader.darken(media == "dark").await?;
        }
        // Not every machine's take room.
        reader.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        reader.resize(self.width, self.height.unwrap_or(900)).await?;
        reader.open(self.link).await?;
        reader.restyle(rules).await?;
        if self.height.is_none() {
            let height = reader.run("return document.documentElement.scrollHeight;", &[]).await?;
            reader.resize(self.width, height).await?;
        }
        reader.picture().await
    }
}

#[test]
fn page_matches_the_readme_pictures() {
    journey(async |at| {
        let reader = at.reader().await?;
        for look in &LOOKS {
            let taken = look.take(&reader, "").await?;
            if std::env::var_os(ANEW).is_some() {
                taken.write(&look.path())?;
            }
            let difference = Picture::read(&look.path())?.difference(&taken);
            ensure!(
                look.is_alike(&difference),
                "{} looks otherwise: {difference}; if it should, run `cargo xtask pictures`",
                look.name
            );
        }
        Ok(())
    });
}

#[test]
fn picture_comparison_ignores_fonts() {
    // Narrower ones than the pictures have; of each list some machine has one.
    const SERIF: &str = "'DejaVu Serif Condensed', 'Liberation Serif', 'Times New Roman', serif";
    const SANS: &str = "'DejaVu Sans Condensed', 'Liberation Sans', Arial, sans-serif";
    journey(async |at| {
        let reader = at.reader().await?;
        for look in &LOOKS {
            let kept = Picture::read(&look.path())?;
            for (serif, sans) in [(SERIF, SANS), (SANS, SERIF)] {
                let rules = format!(":root {{ --serif: {serif}; --sans: {sans}; }}");
                let difference = kept.difference(&look.take(&reader, &rules).await?);
                println!("{} in {serif} and {sans}: {difference}", look.name);
                ensure!(look.is_alike(&difference), "{} in {serif} and {sans}: {difference}", look.name);
            }
        }
        Ok(())
    });
}

#[test]
fn picture_comparison_sees_missing_parts_and_colours() {
    const GREY: &str = ".tile, .stamp { filter: grayscale(1); }";
    const NO_PICTURE: &str = ".grid, .focus, .timeline__frame { display: none; }";
    const NO_LEGEND: &str = ".legend { display: none; }";
    journey(async |at| {
        let reader = at.reader().await?;
        for look in &LOOKS {
            let kept = Picture::read(&look.path())?;
            let has_legend = matches!(look.name, "dark" | "print");
            for rules in [GREY, NO_PICTURE, NO_LEGEND].into_iter().take(if has_legend { 3 } else { 2 }) {
                let difference = kept.difference(&look.take(&reader, rules).await?);
                println!("{} with {rules}: {difference}", look.name);
                ensure!(!look.is_alike(&difference), "{} with {rules} is not seen: {difference}", look.name);
            }
            let other = if look.media == "dark" { "light" } else { "dark" };
            // Paper has no theme.
            if look.media != "print" {
                let difference = kept.difference(&look.take_in(other, &reader, "").await?);
                ensure!(!look.is_alike(&difference), "{} in {other} is not seen: {difference}", look.name);
            }
        }
        Ok(())
    });
}
