//! A progress bar on a terminal, nothing in a pipe.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far the work is: documents, megabytes of text a second, time left by the bytes on the disk.
pub struct Progress {
    bar: ProgressBar,
    documents: AtomicUsize,
    bytes: AtomicUsize,
}

impl Progress {
    /// A bar over so many bytes on the disk, 0 where nobody knows (a pipe). Documents that go to the terminal themselves want
    /// none.
    pub fn new(disk_bytes: u64, to_file: bool) -> Self {
        let bar = ProgressBar::new(disk_bytes);
        let shown = std::io::stderr().is_terminal() && (to_file || !std::io::stdout().is_terminal());
        bar.set_draw_target(if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() });
        let template = if disk_bytes > 0 { "{wide_bar} {percent}%, {msg}, {eta} left" } else { "{msg}" };
        bar.set_style(ProgressStyle::with_template(template).expect("the template is sound"));
        Progress { bar, documents: AtomicUsize::new(0), bytes: AtomicUsize::new(0) }
    }

    /// The file, counted as it is read: below a decompressor, so that compressed bytes are counted.
    pub fn counted(&self, file: File) -> impl Read + use<> {
        self.bar.wrap_read(file)
    }

    /// Documents are written that were made of so many bytes of text.
    pub fn advance(&self, documents: usize, bytes: usize) {
        let documents = self.documents.fetch_add(documents, Ordering::Relaxed) + documents;
        let bytes = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        let rate = bytes as f64 / 1e6 / self.bar.elapsed().as_secs_f64().max(1e-9);
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
