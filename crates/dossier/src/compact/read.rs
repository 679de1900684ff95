//! Reads postcard's wire format (<https://postcard.jamesmunns.com/wire-format>), as far as a dossier needs it, from bytes
//! that are known to be good.
//!
//! postcard's own reader can fail at every field, and for each field the page would carry the code that then takes down
//! what was read before: half as much again as the reading itself. This one has no error to return; it panics.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer as _, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// The error of a reading that cannot fail.
#[derive(Debug)]
pub(super) enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(message: T) -> Self {
        panic!("the compact form does not fit this version: {message}")
    }
}

/// What is still to be read.
pub(super) struct Reader<'de>(&'de [u8]);

impl<'de> Reader<'de> {
    pub(super) const fn new(bytes: &'de [u8]) -> Self {
        Self(bytes)
    }

    fn byte(&mut self) -> u8 {
        let (&byte, rest) = self.0.split_first().expect("the compact form is whole");
        self.0 = rest;
        byte
    }

    /// A number in seven bits a byte, the least first; all but the last byte have their high bit set.
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    fn text(&mut self) -> &'de str {
        let length = self.number() as usize;
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        str::from_utf8(text).expect("the compact form holds UTF-8")
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        panic!("a dossier has no field of this type")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() == 1)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(self.number())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number() as usize;
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str bytes byte_buf unit_struct tuple tuple_struct map
        identifier ignored_any
    }
}

/// The fields of a struct: as many as are asked for.
struct Fields<'r, 'de>(&'r mut Reader<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The items of a list.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A word of a closed set, by its place in the set.
impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let place = self.number();
        seed.deserialize(place.into_deserializer()).map(|value| (value, self))
    }
}

/// The words of a dossier carry nothing.
impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Never> {
        panic!("a dossier has no word of this type")
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Never> {
        panic!("a dossier has no word of this type")
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Never> {
        panic!("a dossier has no word of this type")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_of_any_length_read_as_postcard_writes_them() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 268_435_456, u32::MAX] {
            let bytes = postcard::to_allocvec(&number).expect("a number is written");
            let mut reader = Reader::new(&bytes);
            assert_eq!((reader.number(), reader.0), (number, &[][..]), "{number}");
        }
        for length in [0, 1, 63, 64, 20_000] {
            let text = "é".repeat(length);
            let bytes = postcard::to_allocvec(&text).expect("a text is written");
            let mut reader = Reader::new(&bytes);
            assert_eq!((reader.text(), reader.0), (text.as_str(), &[][..]), "{length} characters");
        }
    }

    #[test]
    #[should_panic(expected = "the compact form is whole")]
    fn what_is_cut_short_is_not_read_as_if_it_were_whole() {
        Reader::new(&[0x80]).number();
    }
}
