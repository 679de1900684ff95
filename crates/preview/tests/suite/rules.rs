//! Layout rules of all pictures, checked on the SVG with the renderer's text measurement.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use preview::Picture;
use resvg::usvg::fontdb::Database;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Node, Options, Rect, Tree};

/// Minimum distance from the border, in pixels.
const MARGIN: f32 = 24.0;
/// Minimum font size, in pixels.
const SMALLEST: f32 = 22.0;
/// Tolerance for rounded coordinates, in pixels.
const ROUNDED: f32 = 0.6;

static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for file in ["Newsreader-Medium.ttf", "Inter-Regular.ttf", "Inter-SemiBold.ttf"] {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fonts", file].iter().collect();
        fonts.load_font_data(std::fs::read(path).expect("the font is vendored"));
    }
    Options { fontdb: Arc::new(fonts), ..Options::default() }
});

/// A text of a picture.
struct Text {
    says: String,
    size: f32,
    /// Area it was laid out in.
    area: Rect,
    /// Bounding box of its glyphs; `None` if it has no visible glyphs.
    ink: Option<Rect>,
}

/// Violations of the layout rules, with their coordinates.
pub(crate) fn violations(picture: &Picture) -> Vec<String> {
    let tree = Tree::from_str(&picture.svg, &OPTIONS).expect("the picture is SVG");
    let document = Document::parse(&picture.svg).expect("the picture is XML");
    let texts = texts(&document, &tree);
    let tiles = tiles(&document);
    let mut violations = Vec::new();
    let mut holds = |rule: bool, message: String| violations.extend((!rule).then_some(message));

    holds((tree.size().width(), tree.size().height()) == (1200.0, 630.0), format!("it is {:?}", tree.size()));
    holds(texts.len() > 2, "it says nothing".to_owned());
    let border = rect(MARGIN, MARGIN, 1200.0 - 2.0 * MARGIN, 630.0 - 2.0 * MARGIN);
    for (place, text) in texts.iter().enumerate() {
        let Text { says, size, area, ink } = text;
        holds(*size >= SMALLEST, format!("“{says}” is of size {size}"));
        let Some(ink) = ink else { continue };
        holds(is_inside(*ink, border), format!("“{says}” at {ink:?} comes too near to the border"));
        // Glyphs may overhang sideways, as the hook of an f does.
        let overhang = size * 0.12;
        let area = rect(area.x() - overhang, area.y(), area.width() + 2.0 * overhang, area.height());
        holds(is_inside(*ink, area), format!("“{says}” at {ink:?} leaves its area {area:?}"));
        for other in &texts[..place] {
            let apart = other.ink.is_none_or(|other| !overlap(*ink, other));
            holds(apart, format!("“{says}” at {ink:?} overlaps “{}” at {:?}", other.says, other.ink));
        }
        for tile in &tiles {
            holds(!overlap(*ink, *tile), format!("“{says}” at {ink:?} overlaps a tile at {tile:?}"));
        }
    }
    for (place, tile) in tiles.iter().enumerate() {
        holds(is_inside(*tile, border), format!("a tile at {tile:?} comes too near to the border"));
        for other in &tiles[..place] {
            holds(!overlap(*tile, *other), format!("a tile at {tile:?} overlaps one at {other:?}"));
        }
    }
    violations
}

fn texts(document: &Document, tree: &Tree) -> Vec<Text> {
    let elements = document.descendants().filter(|node| node.has_tag_name("text"));
    elements
        .map(|element| {
            let area: Vec<f32> = element
                .attribute("data-area")
                .expect("a text has its area")
                .split(' ')
                .map(|number| number.parse().expect("a number"))
                .collect();
            let id = element.attribute("id").expect("a text has an id");
            let ink = match tree.node_by_id(id) {
                Some(Node::Text(text)) => Some(text.flattened().abs_bounding_box()),
                // Empty, or white space only.
                Some(Node::Group(_) | Node::Path(_) | Node::Image(_)) | None => None,
            };
            Text {
                says: element.text().unwrap_or("").to_owned(),
                size: element.attribute("font-size").and_then(|size| size.parse().ok()).expect("a text has a size"),
                area: rect(area[0], area[1], area[2], area[3]),
                ink,
            }
        })
        .collect()
}

/// Rectangles of the tiles, which are the elements with rounded corners.
fn tiles(document: &Document) -> Vec<Rect> {
    let elements = document.descendants().filter(|node| node.has_attribute("rx"));
    elements
        .map(|element| {
            let number = |name| element.attribute(name).and_then(|text| text.parse::<f32>().ok()).expect("a number");
            rect(number("x"), number("y"), number("width"), number("height"))
        })
        .collect()
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_xywh(x, y, width.max(0.1), height.max(0.1)).expect("a rectangle")
}

fn is_inside(inner: Rect, outer: Rect) -> bool {
    inner.left() >= outer.left() - ROUNDED
        && inner.right() <= outer.right() + ROUNDED
        && inner.top() >= outer.top() - ROUNDED
        && inner.bottom() <= outer.bottom() + ROUNDED
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.left() + ROUNDED < other.right()
        && other.left() + ROUNDED < one.right()
        && one.top() + ROUNDED < other.bottom()
        && other.top() + ROUNDED < one.bottom()
}
