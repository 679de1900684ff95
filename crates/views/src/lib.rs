//! Renders a [`Page`](explore::Page) as [`Markup`], with one file per view or part. Pure: the page in the browser, the
//! worker, the static pages and native tests use the same functions. Links are plain `<a href>`; a button carries the
//! word of its [`Action`].
//!
//! [`answer()`] answers a [`PageRequest`]; [`frame()`] combines an [`Answer`] with the state of the page itself (toast,
//! announcement, shortcuts).

#![expect(clippy::unnecessary_box_returns, reason = "`markup::Element` is handed on at every step of a view")]

mod action;
mod answer;
mod changes_since;
mod embed;
mod empty_state;
mod event;
mod excerpt;
mod facets;
mod file_input;
mod filter_summary;
mod filters;
mod frame;
pub mod help;
mod item_summary;
mod lazy;
mod list;
mod load_error;
pub mod markup;
mod masthead;
mod matrix;
mod notice;
mod panel;
mod parts;
mod position;
mod question;
mod quote;
pub mod search;
mod stakeholder;
mod tabs;
mod toast;
mod window;

pub use action::Action;
pub use answer::{Answer, PageRequest, RESULTS, Regions, answer, first_view, placeholder};
pub use frame::{PageState, frame};
pub use lazy::LazyMarkup;
pub use markup::Markup;
pub use panel::{DOING, WHOLE};
pub use toast::Toast;
