//! The matrix: who stands where, at one glance.

use super::node::{El, of_class};
use crate::explore::Matrix;

pub(super) fn matrix(_: &Matrix<'static>, _: bool) -> El {
    of_class("section", "matrix")
}
