//! Events and dated positions in one picture.

use std::marker::PhantomData;

use index::Needle;

use super::edition::Edition;
use super::shown::Shown;
use crate::query::Query;

/// What happened when, and who stood where when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<'d>(PhantomData<&'d ()>);

pub(super) fn timeline<'d>(_: &Edition<'d>, _: &Query, _: &Needle, _: &Shown) -> Timeline<'d> {
    Timeline(PhantomData)
}
