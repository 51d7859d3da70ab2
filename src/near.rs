//! Searches in order that begin where the last one ended.

/// What `partition_point` says: how many items, which are in order, come `before`. It is as fast as the answer is near to `near`, also in
/// a long text, where a search by halves would wait for memory at each step.
pub(crate) fn partition_near<T>(items: &[T], near: usize, before: impl Fn(&T) -> bool) -> usize {
    let near = near.min(items.len());
    let (mut start, mut end) = (near, near);
    let mut reach = 1;
    while start > 0 && !before(&items[start - 1]) {
        end = start - 1;
        start = end.saturating_sub(reach);
        reach *= 2;
    }
    if start == near {
        while end < items.len() && before(&items[end]) {
            start = end + 1;
            end = (start + reach).min(items.len());
            reach *= 2;
        }
    }
    start + items[start..end].partition_point(before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn near_and_by_halves_agree(mut items in prop::collection::vec(0..50_u8, 0..80), near in 0..100_usize, least in 0..60_u8) {
            items.sort_unstable();
            let before = |item: &u8| *item < least;
            prop_assert_eq!(partition_near(&items, near, before), items.partition_point(before));
        }
    }
}
