//! Between the thread that reads and those that extract: a bounded heap that is always taken whole.
//!
//! Unlike a channel of batches it lets nothing lie: a record that comes alone through a pipe is worked on at once, while under
//! load the heap grows to batches that are worth sharing out.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::records::Raw;

/// So many bytes may wait: enough to share out, little enough for another such heap to be in work.
const MOST_BYTES: usize = 4 << 20;

#[derive(Default)]
pub struct Mailbox {
    heap: Mutex<Heap>,
    changed: Condvar,
}

#[derive(Default)]
struct Heap {
    items: Vec<Raw>,
    bytes: usize,
    /// Nothing more will come, or nobody wants more.
    closed: bool,
}

impl Mailbox {
    /// Adds a text, when there is room for it; `false` where nobody wants more.
    pub fn put(&self, item: Raw) -> bool {
        let full = |heap: &mut Heap| heap.bytes >= MOST_BYTES && !heap.closed;
        let mut heap = self.wait_while(full);
        heap.bytes += item.size();
        heap.items.push(item);
        self.changed.notify_all();
        !heap.closed
    }

    /// All that waits, in order, when there is something; `None` after the last.
    pub fn take(&self) -> Option<Vec<Raw>> {
        let mut heap = self.wait_while(|heap| heap.items.is_empty() && !heap.closed);
        heap.bytes = 0;
        self.changed.notify_all();
        Some(std::mem::take(&mut heap.items)).filter(|items| !items.is_empty())
    }

    /// Said by either side: by the reader after the last text, by the others when they end before.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn wait_while(&self, condition: impl FnMut(&mut Heap) -> bool) -> MutexGuard<'_, Heap> {
        self.changed.wait_while(self.lock(), condition).unwrap_or_else(PoisonError::into_inner)
    }

    /// The heap is whole even where a thread panicked beside it.
    fn lock(&self) -> MutexGuard<'_, Heap> {
        self.heap.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
