//! A progress bar on a terminal, nothing in a pipe.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far the work is: documents, megabytes of text a second, time left by the bytes on the disk.
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    documents: AtomicUsize,
    bytes: AtomicUsize,
}

impl Progress {
    /// A bar over so many bytes on the disk. Documents that go to the terminal themselves want none.
    pub fn new(disk_bytes: u64, to_file: bool) -> Self {
        let bar = ProgressBar::new(disk_bytes);
        let shown = std::io::stderr().is_terminal() && (to_file || !std::io::stdout().is_terminal());
        bar.set_draw_target(if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() });
        let style = ProgressStyle::with_template("{wide_bar} {percent}% {msg}, {eta} left");
        bar.set_style(style.expect("the template is sound"));
        Progress { bar, start: Instant::now(), documents: AtomicUsize::new(0), bytes: AtomicUsize::new(0) }
    }

    /// A batch is written.
    pub fn advance(&self, documents: usize, bytes: usize, disk_bytes: u64) {
        let documents = self.documents.fetch_add(documents, Ordering::Relaxed) + documents;
        let bytes = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        let rate = bytes as f64 / 1e6 / self.start.elapsed().as_secs_f64().max(1e-9);
        self.bar.inc(disk_bytes);
        self.bar.set_message(format!("{documents} documents, {rate:.0} MB/s"));
    }

    /// A line on standard error that does not break the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    /// The bar goes away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
