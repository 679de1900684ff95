//! Pictures of the page, and how far two of them are apart.

use std::fmt;
use std::path::Path;

use anyhow::Context as _;
use image::RgbImage;
use image::imageops::{FilterType, resize};
use serde_json::json;

use crate::Reader;

/// How wide and how high a cell is in which colours are averaged, in CSS pixels of the first picture. Letters are smaller:
/// other fonts change a cell less than something that is missing.
const CELL: u32 = 40;
/// From which distance on two cells differ, of 255.
const APART: f64 = 20.0;

/// From which difference of its channels on a colour is one, of 255.
const COLOURFUL: i32 = 60;
/// Fewer pixels of a hue than these count as so many: a tile has some hundreds.
const FEW: f64 = 300.0;

/// What a window showed.
#[derive(Clone, Debug)]
pub struct Picture(RgbImage);

/// How far two pictures are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The mean distance of their cells, of 255.
    pub mean: f64,
    /// The share of cells that differ, of 1.
    pub share: f64,
    /// By how much the most different of their hues is more in one than in the other, of 1. Where it stands does not matter.
    pub colour: f64,
}

impl Picture {
    /// Reads a PNG.
    ///
    /// # Errors
    /// If there is none, or it cannot be read.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let picture = image::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self(picture.to_rgb8()))
    }

    /// Writes it as a PNG.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, path: &Path) -> anyhow::Result<()> {
        self.0.save(path).with_context(|| format!("cannot write {}", path.display()))
    }

    /// How far the other picture is from this one. It may have another height: other fonts break lines elsewhere.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Difference {
        let (wide, high) = (self.0.width().div_ceil(CELL), self.0.height().div_ceil(CELL));
        let cells = |picture: &RgbImage| resize(picture, wide, high, FilterType::Triangle);
        let (one, two) = (cells(&self.0), cells(&other.0));
        let (mut sum, mut apart) = (0.0, 0.0);
        for (one, two) in one.pixels().zip(two.pixels()) {
            let distance = one.0.iter().zip(two.0).map(|(&one, two)| one.abs_diff(two)).max().map_or(0.0, f64::from);
            sum += distance;
            apart += if distance > APART { 1.0 } else { 0.0 };
        }
        let colour = hues(&self.0)
            .into_iter()
            .zip(hues(&other.0))
            .map(|(one, two)| (one - two).abs() / one.max(two).max(FEW))
            .fold(0.0, f64::max);
        let number = f64::from(wide * high);
        Difference { mean: sum / number, share: apart / number, colour }
    }
}

/// How many pixels have each of six hues, from red on; greys, the paper and the ink have none.
fn hues(picture: &RgbImage) -> [f64; 6] {
    let mut hues = [0.0; 6];
    for pixel in picture.pixels() {
        let [red, green, blue] = pixel.0.map(i32::from);
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let range = most - least;
        if range < COLOURFUL {
            continue;
        }
        // In sixths of the wheel, as HSL has them.
        let (before, turned) = match most {
            _ if most == red => (6, green - blue),
            _ if most == green => (2, blue - red),
            _ => (4, red - green),
        };
        let sixth = (before + turned.div_euclid(range)) % 6;
        hues[usize::try_from(sixth).unwrap_or_default()] += 1.0;
    }
    hues
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mean, share, colour } = self;
        write!(
            f,
            "{mean:.2} apart in the mean, {:.1} % of the cells differ, {:.0} % of a hue",
            share * 100.0,
            colour * 100.0
        )
    }
}

impl Reader {
    /// What the window shows.
    ///
    /// # Errors
    /// If the browser makes no picture.
    pub async fn picture(&self) -> anyhow::Result<Picture> {
        let png = self.driver().screenshot_as_png().await?;
        Ok(Picture(image::load_from_memory(&png)?.to_rgb8()))
    }

    /// Adds rules to the page's styles; they win over the page's own. An inline style would be against the page's policy.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn restyle(&self, rules: &str) -> anyhow::Result<()> {
        let script = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets.push(sheet);
        ";
        self.run(script, &[json!(rules)]).await
    }
}
