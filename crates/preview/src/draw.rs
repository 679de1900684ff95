//! Renders SVG to PNG.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};

use quantette::deps::palette::Srgb;
use quantette::{ImageRef, PaletteSize, Pipeline};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{HEIGHT, LIMIT, Picture, WIDTH, font};

/// Palette sizes, tried in order until the PNG is small enough. 64 colours suffice for antialiased text in every ink.
const COLOURS: [u16; 4] = [64, 16, 8, 4];

/// An error while drawing a picture.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The SVG cannot be parsed.
    #[error("the picture is no SVG: {0}. This is a fault of the program: report it with the dossier.")]
    Svg(#[from] resvg::usvg::Error),
    /// The pixels cannot be allocated.
    #[error("there is no memory for a picture of {WIDTH} by {HEIGHT} pixels: close other programs and try again.")]
    Memory,
    /// The PNG cannot be encoded.
    #[error("the picture could not be compressed: {0}. This is a fault of the program: report it with the dossier.")]
    Png(#[from] png::EncodingError),
    /// The PNG reaches [`LIMIT`] bytes with the smallest palette.
    #[error(
        "the picture takes {0} bytes, and {LIMIT} is the limit. This is a fault of the program: report it with the dossier."
    )]
    TooLarge(usize),
}

impl Picture {
    /// Renders the picture as a PNG of less than [`LIMIT`] bytes.
    ///
    /// # Errors
    ///
    /// If memory cannot be allocated. All other errors are bugs in this crate.
    pub fn png(&self) -> Result<Vec<u8>, DrawError> {
        let pixels = self.pixels()?;
        let mut length = 0;
        for colours in COLOURS {
            let png = encode(&pixels, colours)?;
            if png.len() < LIMIT {
                return Ok(png);
            }
            length = png.len();
        }
        Err(DrawError::TooLarge(length))
    }

    /// Pixels in row-major order.
    fn pixels(&self) -> Result<Vec<Srgb<u8>>, DrawError> {
        static OPTIONS: LazyLock<Options> =
            LazyLock::new(|| Options { fontdb: font::database(), ..Options::default() });
        let tree = Tree::from_str(&self.svg, &OPTIONS)?;
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or(DrawError::Memory)?;
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        // The background is opaque, so that alpha can be dropped.
        Ok(pixmap.pixels().iter().map(|pixel| Srgb::new(pixel.red(), pixel.green(), pixel.blue())).collect())
    }
}

/// Encodes pixels as an indexed PNG of at most `colours` colours.
fn encode(pixels: &[Srgb<u8>], colours: u16) -> Result<Vec<u8>, DrawError> {
    let pixels = ImageRef::new(WIDTH, HEIGHT, pixels).map_err(|_| DrawError::Memory)?;
    // No dithering: antialiased edges are colour ramps already, and noise compresses badly.
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

/// Renders pictures on all cores and returns the PNGs in the order of `pictures`.
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
