use super::node::El;
use crate::explore::Compare;

pub(super) fn compare(place: El, _: &Compare<'static>) -> El {
    place
}
