//! Who agrees with whom: a network of stakeholders, made from the positions shown.

use std::marker::PhantomData;

use super::edition::Edition;
use super::shown::Shown;
use crate::query::Query;

/// Who agrees with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network<'d>(PhantomData<&'d ()>);

pub(super) fn network<'d>(_: &Edition<'d>, _: &Query, _: &Shown) -> Network<'d> {
    Network(PhantomData)
}
