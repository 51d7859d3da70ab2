//! From sources to output: texts are read ahead in batches, extracted in parallel and written in the order of the input.

use std::io::Write;
use std::sync::mpsc::{Receiver, sync_channel};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use vietfacts::Extractor;

use crate::args::{Args, Format};
use crate::inputs::{Item, Source};
use crate::progress::Progress;
use crate::{jsonl, report};

/// A batch is closed at so many bytes of text: enough to share out, little enough to hold a few of.
const BATCH_BYTES: usize = 4 << 20;

/// How many batches wait between reading and extracting.
const BATCHES_AHEAD: usize = 2;

/// Extracts from all sources; whether every text could be read. `done` are the ids that the output holds already.
pub fn run(args: &Args, sources: Vec<Source>, done: &[String], out: &mut dyn Write) -> Result<bool, String> {
    let progress = Progress::new(sources.iter().map(Source::size).sum(), args.output.is_some());
    let (sender, batches) = sync_channel(BATCHES_AHEAD);
    let reader = std::thread::spawn(move || {
        let mut batch = Batch::default();
        for source in sources {
            let mut open = true;
            source.read(&mut |item| {
                batch.push(item);
                if batch.bytes >= BATCH_BYTES {
                    open = sender.send(std::mem::take(&mut batch)).is_ok();
                }
                open
            });
            batch.disk_bytes += source.size();
            if !open {
                return;
            }
        }
        // The receiver is gone only where writing failed, which is said there.
        let _ = sender.send(batch);
    });
    let result = write_batches(args, &batches, done, out, &progress);
    drop(batches);
    progress.finish();
    // A panic of the reading thread is a defect of this program: it is passed on.
    if let Err(panic) = reader.join() {
        std::panic::resume_unwind(panic);
    }
    result
}

#[derive(Default)]
struct Batch {
    items: Vec<Item>,
    bytes: usize,
    disk_bytes: u64,
}

impl Batch {
    fn push(&mut self, item: Item) {
        self.bytes += item.as_ref().map_or(0, |record| record.text.len());
        self.items.push(item);
    }
}

fn write_batches(
    args: &Args,
    batches: &Receiver<Batch>,
    done: &[String],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<bool, String> {
    let extractor = Extractor::builder().body_only(args.body_only).build();
    let mut done = done.iter();
    let mut all_read = true;
    for mut batch in batches {
        batch.items.retain(|item| match item {
            Ok(_) => true,
            Err(problem) => {
                progress.say(&format!("extract: {problem}"));
                all_read = false;
                false
            }
        });
        let mut skipped = 0;
        for record in batch.items.iter().flatten() {
            match done.next() {
                Some(id) if *id == record.id => skipped += 1,
                Some(id) => {
                    return Err(format!(
                        "the output goes on with {id:?} where the input has {:?}",
                        record.id
                    ));
                }
                None => break,
            }
        }
        let written: Vec<String> = batch.items[skipped..]
            .par_iter()
            .flatten()
            .map(|record| print(args, &extractor, record))
            .collect();
        for document in &written {
            out.write_all(document.as_bytes()).map_err(|error| format!("cannot write: {error}"))?;
        }
        progress.advance(batch.items.len(), batch.bytes, batch.disk_bytes);
    }
    out.flush().map_err(|error| format!("cannot write: {error}"))?;
    Ok(all_read)
}

fn print(args: &Args, extractor: &Extractor, record: &crate::inputs::Record) -> String {
    let document = match record.date.or(args.reference_date) {
        Some(date) => extractor.extract_on(&record.text, date),
        None => extractor.extract(&record.text),
    };
    match args.format {
        Format::Jsonl => jsonl::line(&record.id, &document),
        Format::Report => report::report(&record.id, &record.text, &document),
    }
}
