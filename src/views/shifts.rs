use super::node::El;
use crate::explore::Shifts;

pub(super) fn shifts(place: El, _: &Shifts<'static>) -> El {
    place
}
