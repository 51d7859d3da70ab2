//! Lists that mostly hold one thing.

use std::ops::{Deref, DerefMut};

/// A list of things, mostly of one, for which nothing is allocated.
#[derive(Clone, Debug)]
pub(super) enum Few<T> {
    Nothing,
    One(T),
    Several(Vec<T>),
}

impl<T> Few<T> {
    pub(super) fn push(&mut self, thing: T) {
        *self = match std::mem::replace(self, Few::Nothing) {
            Few::Nothing => Few::One(thing),
            Few::One(first) => Few::Several(vec![first, thing]),
            Few::Several(mut things) => {
                things.push(thing);
                Few::Several(things)
            }
        };
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Few::Nothing => &[],
            Few::One(thing) => std::slice::from_ref(thing),
            Few::Several(things) => things,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Few::Nothing => &mut [],
            Few::One(thing) => std::slice::from_mut(thing),
            Few::Several(things) => things,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut few = Few::Nothing;
        things.into_iter().for_each(|thing| few.push(thing));
        few
    }
}
