//! Invented trees of elements, the same in every run.

use views::Markup;
use views::markup::{Content as _, Text, el};

const TAGS: [&str; 5] = ["div", "p", "span", "section", "article"];
const KEYS: [&str; 6] = ["harbour", "bridge", "market", "ferry", "tower", "well"];
const ATTRIBUTES: [&str; 3] = ["class", "title", "data-place"];
const TEXTS: [&str; 5] = ["", "a lantern", "a boat", "<i>not markup</i>", "&amp;"];

/// Numbers without a pattern that matters (Knuth's linear congruence).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Up to five siblings, at most `depth` generations. A key stands once among siblings.
    pub(crate) fn trees(&mut self, depth: usize) -> Vec<Markup> {
        let mut keys = KEYS.to_vec();
        let mut siblings = Vec::new();
        for _ in 0..self.below(6) {
            self.grow(depth, &mut keys, &mut siblings);
        }
        siblings
    }

    fn grow(&mut self, depth: usize, keys: &mut Vec<&'static str>, siblings: &mut Vec<Markup>) {
        if depth == 0 || self.below(3) == 0 {
            return siblings.push(Markup::Text(Text::Borrowed(self.pick(&TEXTS))));
        }
        let mut element = el(self.pick(&TAGS));
        if self.below(2) == 0 {
            element = element.key(keys.swap_remove(self.below(keys.len())));
        }
        for name in ATTRIBUTES {
            if self.below(2) == 0 {
                element = element.attribute(name, self.pick(&TEXTS));
            }
        }
        element.children = self.trees(depth - 1);
        element.put(siblings);
    }
}
