//! From SVG to PNG.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};

use quantette::deps::palette::Srgb;
use quantette::{ImageRef, PaletteSize, Pipeline};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{HEIGHT, LIMIT, Picture, WIDTH, face};

/// How many colours a picture has at most: enough for the edges of letters in each of its inks, and fewer where a picture full
/// of letters would be too large with them.
const COLOURS: [u16; 4] = [64, 16, 8, 4];

/// Why there is no PNG of a picture.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The SVG is not one.
    #[error("the picture is no SVG: {0}. This is a fault of the program: report it with the dossier.")]
    Svg(#[from] resvg::usvg::Error),
    /// There is no memory for the pixels.
    #[error("there is no memory for a picture of {WIDTH} by {HEIGHT} pixels: close other programs and try again.")]
    Memory,
    /// The PNG could not be written.
    #[error("the picture could not be compressed: {0}. This is a fault of the program: report it with the dossier.")]
    Png(#[from] png::EncodingError),
    /// The PNG is too large.
    #[error(
        "the picture takes {0} bytes, and {LIMIT} is the limit. This is a fault of the program: report it with the dossier."
    )]
    TooLarge(usize),
}

impl Picture {
    /// The picture as PNG, of less than [`LIMIT`] bytes.
    ///
    /// # Errors
    ///
    /// When the machine has no memory for it. Every other error is a fault of this crate.
    pub fn png(&self) -> Result<Vec<u8>, DrawError> {
        let pixels = self.pixels()?;
        let mut length = 0;
        for colours in COLOURS {
            let png = compressed(&pixels, colours)?;
            if png.len() < LIMIT {
                return Ok(png);
            }
            length = png.len();
        }
        Err(DrawError::TooLarge(length))
    }

    /// The pixels, line by line.
    fn pixels(&self) -> Result<Vec<Srgb<u8>>, DrawError> {
        static OPTIONS: LazyLock<Options> = LazyLock::new(|| Options { fontdb: face::fonts(), ..Options::default() });
        let tree = Tree::from_str(&self.svg, &OPTIONS)?;
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or(DrawError::Memory)?;
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        // The paper covers all of it: no pixel is transparent.
        Ok(pixmap.pixels().iter().map(|pixel| Srgb::new(pixel.red(), pixel.green(), pixel.blue())).collect())
    }
}

/// The pixels as PNG, in at most so many colours.
fn compressed(pixels: &[Srgb<u8>], colours: u16) -> Result<Vec<u8>, DrawError> {
    let pixels = ImageRef::new(WIDTH, HEIGHT, pixels).map_err(|_| DrawError::Memory)?;
    // Without dithering: a letter's edge is a ramp between two colours already, and noise does not compress.
    let pipeline = Pipeline::new().palette_size(PaletteSize::from_u16_clamped(colours)).ditherer(None);
    let (palette, indices) = pipeline.input_image(pixels).output_srgb8_indexed_image().into_parts();
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.iter().flat_map(|&colour| <[u8; 3]>::from(colour)).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(png)
}

/// The PNGs of all the pictures, in their order, drawn on all the machine's cores.
///
/// # Errors
///
/// The first error of [`Picture::png`], in the order of the pictures.
pub fn draw_all(pictures: &[Picture]) -> Result<Vec<Vec<u8>>, DrawError> {
    let next = AtomicUsize::new(0);
    let drawn: Mutex<Vec<_>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((place, picture)) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            pictures.get(place).map(|picture| (place, picture))
        } {
            let png = picture.png();
            drawn.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((place, png));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            scope.spawn(work);
        }
    });
    let mut drawn = drawn.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    drawn.sort_by_key(|(place, _)| *place);
    drawn.into_iter().map(|(_, png)| png).collect()
}
