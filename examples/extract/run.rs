//! From sources to output: one thread reads ahead, the pool parses and extracts, one thread writes in the order of the input.

use std::io::{ErrorKind, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};

use rayon::iter::{IntoParallelRefIterator, ParallelExtend, ParallelIterator};
use vietfacts::Extractor;

use crate::args::{Args, Format};
use crate::mailbox::Mailbox;
use crate::progress::Progress;
use crate::records::{Problem, Raw, Record};
use crate::resume::Done;
use crate::sources::Source;
use crate::{jsonl, report};

/// Why the work ended before its time.
#[derive(Debug)]
pub enum Stop {
    /// Whoever reads the output has enough: nothing to complain of.
    Unwanted,
    /// What there is to say.
    Failed(String),
}

/// A document ready to be written.
struct Printed {
    document: Vec<u8>,
    /// The bytes of text that it was made of.
    size: usize,
}

/// A document, or why there is none.
type Outcome = Result<Printed, Problem>;

/// Extracts from all sources; whether every text could be read.
pub fn run(args: &Args, sources: Vec<Source>, done: Done, out: Box<dyn Write + Send>) -> Result<bool, Stop> {
    let size = sources.iter().map(Source::size).sum();
    let progress = Arc::new(Progress::new(size, args.output.is_some()));
    let mailbox = Arc::new(Mailbox::default());
    // Not in the scope below: it may be waiting for a terminal or a pipe when the work ends early.
    let reader = std::thread::spawn({
        let (mailbox, progress) = (Arc::clone(&mailbox), Arc::clone(&progress));
        move || read_all(&sources, &progress, &mailbox)
    });
    let result = std::thread::scope(|scope| {
        let (sender, printed) = sync_channel(1);
        let writer = scope.spawn(|| write_all(printed, out, &progress));
        let extracted = extract_all(args, &mailbox, done, &sender);
        mailbox.close();
        drop(sender);
        let written = writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        written.and_then(|all_read| extracted.map(|()| all_read))
    });
    progress.finish();
    if result.is_ok() {
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    }
    result
}

fn read_all(sources: &[Source], progress: &Progress, mailbox: &Mailbox) {
    /// Says that nothing more will come, also after a panic.
    struct Closing<'a>(&'a Mailbox);
    impl Drop for Closing<'_> {
        fn drop(&mut self) {
            self.0.close();
        }
    }
    let closing = Closing(mailbox);
    for source in sources {
        let mut wanted = true;
        source.read(progress, &mut |raw| {
            wanted = closing.0.put(raw);
            wanted
        });
        if !wanted {
            return;
        }
    }
}

/// Takes what waits, prints it in parallel, and passes it on in order.
fn extract_all(
    args: &Args,
    mailbox: &Mailbox,
    mut done: Done,
    sender: &SyncSender<Vec<Outcome>>,
) -> Result<(), Stop> {
    let extractor = Extractor::builder().body_only(args.body_only).build();
    while let Some(items) = mailbox.take() {
        let (mut printed, rest) = skip(&items, &mut done).map_err(Stop::Failed)?;
        printed.par_extend(
            rest.par_iter().map(|item| item.record().map(|record| print(args, &extractor, &record))),
        );
        if sender.send(printed).is_err() {
            // Writing failed, and the writer says so.
            return Ok(());
        }
    }
    done.end().map_err(Stop::Failed)
}

/// Leaves out what the output holds already; what could not be read before it is said again.
fn skip<'a>(items: &'a [Raw], done: &mut Done) -> Result<(Vec<Outcome>, &'a [Raw]), String> {
    let mut problems = Vec::new();
    for (i, item) in items.iter().enumerate() {
        match item.record() {
            Ok(record) if !done.holds(&record.id)? => return Ok((problems, &items[i..])),
            Ok(_) => {}
            Err(problem) => problems.push(Err(problem)),
        }
    }
    Ok((problems, &[]))
}

fn print(args: &Args, extractor: &Extractor, record: &Record<'_>) -> Printed {
    let document = match record.date.or(args.reference_date) {
        Some(date) => extractor.extract_on(&record.text, date),
        None => extractor.extract(&record.text),
    };
    let document = match args.format {
        Format::Jsonl => jsonl::line(&record.id, &record.text, &document, args.offsets),
        Format::Report => report::report(&record.id, &record.text, &document).into_bytes(),
    };
    Printed { document, size: record.text.len() }
}

/// Writes what comes, and flushes when nothing does; whether every text could be read.
fn write_all(
    batches: Receiver<Vec<Outcome>>,
    mut out: Box<dyn Write + Send>,
    progress: &Progress,
) -> Result<bool, Stop> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::BrokenPipe => Stop::Unwanted,
        _ => Stop::Failed(format!("cannot write: {error}")),
    };
    let mut all_read = true;
    loop {
        let batch = match batches.try_recv() {
            Ok(batch) => Some(batch),
            Err(TryRecvError::Disconnected) => None,
            Err(TryRecvError::Empty) => {
                out.flush().map_err(failed)?;
                batches.recv().ok()
            }
        };
        let Some(batch) = batch else { break };
        let (mut documents, mut bytes) = (0, 0);
        for outcome in batch {
            match outcome {
                Ok(printed) => {
                    out.write_all(&printed.document).map_err(failed)?;
                    documents += 1;
                    bytes += printed.size;
                }
                Err(problem) => {
                    progress.say(&format!("extract: {problem}"));
                    all_read = false;
                }
            }
        }
        progress.advance(documents, bytes);
    }
    out.flush().map_err(failed)?;
    Ok(all_read)
}
