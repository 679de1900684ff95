//! Where the keyboard is.

use serde::Deserialize;

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// Its tag, in lower case; `body` where the focus is lost.
    pub tag: String,
    /// Its id.
    pub id: String,
    /// Its classes.
    pub classes: Vec<String>,
    /// What it reads.
    pub text: String,
    /// Whether it stands in the window, and nothing stands before it.
    pub seen: bool,
    /// The id of the open dialog that it stands in.
    pub dialog: Option<String>,
}

impl Focus {
    /// Whether it has the class.
    #[must_use]
    pub fn is_a(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }
}

/// Makes a [`Focus`] in the page. A link over two lines has two boxes: one in sight is enough.
pub(crate) const SCRIPT: &str = r#"
const element = document.activeElement ?? document.body;
const seen = [...element.getClientRects()].some((box) => {
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (left >= right || top >= bottom) return false;
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return hit !== null && (element.contains(hit) || hit.contains(element) && hit.closest("a, button, label") !== null);
});
return {
  tag: element.tagName.toLowerCase(),
  id: element.id,
  classes: [...element.classList],
  text: element.textContent.trim().replace(/\s+/g, " ").slice(0, 80),
  seen,
  dialog: element.closest("dialog[open], :popover-open")?.id ?? null,
};
"#;
