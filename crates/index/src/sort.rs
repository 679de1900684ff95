//! Sort for `u64` with little code.
//!
//! All sorted values of this crate are packed into a `u64`. The standard sort is no faster here and adds 5 KB to the
//! page.

/// Maximum length for insertion sort.
const SHORT: usize = 48;

/// Sorts in ascending order.
pub(crate) fn ascending(numbers: &mut [u64]) {
    if numbers.len() <= SHORT {
        for end in 1..numbers.len() {
            let mut at = end;
            while at > 0 && numbers[at - 1] > numbers[at] {
                numbers.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    // Radix sort from the lowest byte; each pass is stable, so the order by lower bytes is kept.
    let mut dealt = numbers.to_vec();
    for shift in (0..u64::BITS).step_by(8) {
        let byte = |number: u64| (number >> shift) as u8 as usize;
        let mut places = [0_usize; 257];
        for &number in &*numbers {
            places[byte(number) + 1] += 1;
        }
        if places.contains(&numbers.len()) {
            continue;
        }
        for value in 0..256 {
            places[value + 1] += places[value];
        }
        for &number in &*numbers {
            let place = &mut places[byte(number)];
            dealt[*place] = number;
            *place += 1;
        }
        numbers.copy_from_slice(&dealt);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorting_is_the_standard_sort(mut numbers in proptest::collection::vec(prop_oneof![0_u64..300, any::<u64>()], 0..400)) {
            let mut expected = numbers.clone();
            expected.sort_unstable();
            super::ascending(&mut numbers);
            prop_assert_eq!(numbers, expected);
        }
    }
}
