//! Two to four stakeholders or camps side by side, issue by issue.

use std::marker::PhantomData;

use index::Needle;

use super::edition::Edition;
use super::shown::Shown;
use crate::query::Query;

/// What two to four say of each issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare<'d>(PhantomData<&'d ()>);

pub(super) fn compare<'d>(_: &Edition<'d>, _: &Query, _: &Needle, _: &Shown) -> Compare<'d> {
    Compare(PhantomData)
}
