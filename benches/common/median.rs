//! The middle of several measurements.

/// The median: half of the values are no greater.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
