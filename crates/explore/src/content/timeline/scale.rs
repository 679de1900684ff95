//! Time scale: a monotone map from days to integer units, with more space where more happened.
//!
//! A story is dense on a few days and empty for years, so each day gets the space its marks need, and the gap between
//! two days grows with the logarithm of the days between. Order is preserved, distance is not; large changes of scale
//! are reported ([`Scale::bends`]).
//!
//! Laws: a later stop is further right; days between two stops never go backwards; every position is within
//! `0..=width`.

use dossier::Date;

/// Minimum gap between two stops, and the increment per doubling of the days between, in units.
const GAP: u32 = 6;
const DOUBLING: u32 = 1;
/// Ratio of days per unit to a neighbouring stretch above which a stretch counts as compressed.
const FACTOR: u64 = 4;

/// Space required by one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The day, as returned by [`day_number`].
    pub day: u32,
    /// Space for marks of the day itself, in units.
    pub room: u32,
    /// Minimum distance to the next stop for months or years that begin on the day, in units.
    pub after: u32,
}

/// Placement of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stop {
    day: u32,
    left: u32,
    right: u32,
}

impl Stop {
    const fn middle(&self) -> u32 {
        u32::midpoint(self.left, self.right)
    }
}

/// Placement of days on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    stops: Vec<Stop>,
    width: u32,
}

impl Scale {
    /// Builds a scale with a stop for each of `demands`, whose days are strictly ascending. Its length is at least
    /// `least` units.
    #[must_use]
    pub fn of(demands: &[Demand], least: u32) -> Self {
        let mut stops: Vec<Stop> = Vec::new();
        let (mut at, mut after) = (0, 0);
        for demand in demands {
            if let Some(last) = stops.last() {
                let days = (demand.day - last.day).max(1);
                at += (GAP + DOUBLING * days.ilog2()).max(after);
            }
            stops.push(Stop { day: demand.day, left: at, right: at + demand.room });
            at += demand.room;
            after = demand.after;
        }
        // Months and years that begin on the last day need space after it.
        at += after;
        let width = at.max(least).max(1);
        if at > 0 {
            let stretch = |place: u32| (u64::from(place) * u64::from(width) / u64::from(at)) as u32;
            for stop in &mut stops {
                (stop.left, stop.right) = (stretch(stop.left), stretch(stop.right));
            }
        }
        Self { stops, width }
    }

    /// Length of the scale, in units.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Position of a day: the middle of a stop, or linear interpolation between stops.
    #[must_use]
    pub fn at(&self, day: u32) -> u32 {
        match self.stops.binary_search_by(|stop| stop.day.cmp(&day)) {
            Ok(here) => self.stops[here].middle(),
            Err(0) => 0,
            Err(next) => {
                let before = self.stops[next - 1];
                let Some(behind) = self.stops.get(next) else { return self.width };
                let (length, days) = (u64::from(behind.left - before.right), u64::from(behind.day - before.day));
                before.right + (length * u64::from(day - before.day) / days) as u32
            }
        }
    }

    /// Start and end of a stop's space; both equal the day's position if it is not a stop.
    #[must_use]
    pub fn room(&self, day: u32) -> (u32, u32) {
        match self.stops.binary_search_by(|stop| stop.day.cmp(&day)) {
            Ok(here) => (self.stops[here].left, self.stops[here].right),
            Err(_) => (self.at(day), self.at(day)),
        }
    }

    /// Start and end of the stretch between a stop and the next one.
    #[must_use]
    pub fn stretch(&self, day: u32) -> (u32, u32) {
        let next = self.stops.partition_point(|stop| stop.day <= day);
        (self.room(day).1, self.stops.get(next).map_or(self.width, |stop| stop.left))
    }

    /// Stretches compressed relative to a neighbour: index of the preceding stop and midpoint of the stretch.
    #[must_use]
    pub fn bends(&self) -> Vec<(usize, u32)> {
        let measure = |place: usize| {
            let (before, behind) = (self.stops.get(place)?, self.stops.get(place + 1)?);
            Some((u64::from(behind.day - before.day), u64::from(behind.middle() - before.middle())))
        };
        let mut bends = Vec::new();
        for place in 0..self.stops.len().saturating_sub(1) {
            let Some((days, length)) = measure(place) else { continue };
            let squeezed = |other: Option<(u64, u64)>| {
                other.is_some_and(|(other_days, other_length)| days * other_length > FACTOR * other_days * length)
            };
            if squeezed(place.checked_sub(1).and_then(measure)) || squeezed(measure(place + 1)) {
                bends.push((place, u32::midpoint(self.stops[place].right, self.stops[place + 1].left)));
            }
        }
        bends
    }
}

/// Days from 1 January of year 1 to the first day of a date, in the Gregorian calendar.
#[must_use]
pub fn day_number(date: Date) -> u32 {
    const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let date = date.first_day();
    let (year, month, day) = (u32::from(date.year()), date.month().unwrap_or(1), date.day().unwrap_or(1));
    let (past, leap) = (year - 1, year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    let of_years = past * 365 + past / 4 - past / 100 + past / 400;
    let of_months = u32::from(BEFORE[usize::from(month) - 1]) + u32::from(leap && month > 2);
    of_years + of_months + u32::from(day) - 1
}
