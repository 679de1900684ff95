//! Every change of position, with both of its ends.

use std::marker::PhantomData;

use index::Needle;

use super::edition::Edition;
use super::shown::Shown;
use crate::query::Query;

/// Every change of position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifts<'d>(PhantomData<&'d ()>);

pub(super) fn shifts<'d>(_: &Edition<'d>, _: &Query, _: &Needle, _: &Shown) -> Shifts<'d> {
    Shifts(PhantomData)
}
