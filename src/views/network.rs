use super::node::El;
use crate::explore::Network;

pub(super) fn network(place: El, _: &Network<'static>) -> El {
    place
}
