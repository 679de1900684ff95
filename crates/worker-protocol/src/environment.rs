//! Wire format of the environment.

use super::wire::{Names, Reader, Writer};
use explore::query::codec::{decode, encode};
use views::{Environment, Told};

pub(super) fn environment(to: &mut Writer, environment: &Environment) {
    let Environment { wide, narrow, served: _, dark, has_texts, shortcuts, address, told, announced, reading } =
        environment;
    to.flags(&[*wide, *narrow, *dark, *has_texts, *shortcuts]);
    to.text(address);
    match told {
        None => to.number(0),
        Some(Told::Done(what)) => {
            to.number(1);
            to.text(what);
        }
        Some(Told::CopyByHand(text)) => {
            to.number(2);
            to.text(text);
        }
        Some(Told::Doing(what, percent)) => {
            to.number(3);
            to.text(what);
            to.number(*percent);
        }
        Some(Told::Trouble(what)) => {
            to.number(4);
            to.text(what);
        }
    }
    to.text(announced);
    to.flag(reading.is_some());
    if let Some((asked, at)) = reading {
        to.text(&encode(asked));
        to.number(*at as u32);
    }
}

pub(super) fn read_environment(from: &mut Reader, names: &mut Names) -> Option<Environment> {
    Some(Environment {
        wide: from.flag()?,
        narrow: from.flag()?,
        served: false,
        dark: from.flag()?,
        has_texts: from.flag()?,
        shortcuts: from.flag()?,
        address: from.owned()?,
        told: match from.number()? {
            0 => None,
            1 => Some(Told::Done(names.keep(from.text()?))),
            2 => Some(Told::CopyByHand(from.owned()?)),
            3 => Some(Told::Doing(from.owned()?, from.number()?)),
            4 => Some(Told::Trouble(from.owned()?)),
            _ => return None,
        },
        announced: from.owned()?,
        reading: if from.flag()? { Some((decode(from.text()?).query, from.number()? as usize)) } else { None },
    })
}
