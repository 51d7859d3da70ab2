"""A partition of articles through one extract process: JSON lines in, JSON lines out, in the same order."""

import json
import subprocess
from collections import deque
from threading import Thread

import pyarrow as pa

# What goes back to Spark at once: so many bytes of lines, or so many of them.
BATCH_BYTES = 1 << 20
BATCH_LINES = 1000

# How many lines of the process's standard error are kept for the message of a failure.
COMPLAINTS = 20

LINES = pa.schema([("id", pa.string()), ("line", pa.string()), ("error", pa.string())])


def lines(batches, command):
    """Turns batches of articles (`id`, `text`, `date`, `error`) into batches of `LINES`, one row an article.

    An article with an error has no line; it goes through the process as an empty text, so that the n-th answer is always
    that to the n-th article. Nothing but what is on its way is in memory: batches are written to the process by a thread of
    their own while its answers are read here, so that neither pipe can fill up and stop the other. A process that fails
    fails the task, with what it said on standard error.
    """
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    feeder = Feeder(batches, process.stdin)
    complaints = deque(maxlen=COMPLAINTS)
    listener = Thread(target=complaints.extend, args=(process.stderr,), daemon=True)
    feeder.start()
    listener.start()
    try:
        yield from answers(process.stdout, feeder.asked)
        status = process.wait()
        feeder.join()
        listener.join()
        if feeder.error:
            raise feeder.error
        if status != 0 or feeder.asked:
            said = b"".join(complaints).decode("utf-8", "replace").strip()
            unanswered = f", {len(feeder.asked)} articles unanswered" if feeder.asked else ""
            raise RuntimeError(f"{command[0]} ended with status {status}{unanswered}: {said}")
    finally:
        # Also when Spark wants no more: a process that waits for its pipes would stay for ever.
        process.kill()
        process.wait()


class Feeder(Thread):
    """Writes articles to the process and remembers what was asked and not yet answered."""

    def __init__(self, batches, pipe):
        super().__init__(daemon=True)
        self.batches = batches
        self.pipe = pipe
        # Appended to here, taken from where the answers are read. The process holds a few megabytes of articles, never more.
        self.asked = deque()
        self.error = None

    def run(self):
        try:
            with self.pipe:
                for batch in self.batches:
                    for article in batch.to_pylist():
                        self.asked.append((article["id"], article["error"]))
                        self.pipe.write(record(article))
        except BrokenPipeError:
            # The process has ended: its status and its last words say why.
            pass
        except BaseException as error:
            self.error = error


def record(article):
    """The line of an article."""
    if article["error"] is not None:
        article = {"id": article["id"] or "", "text": "", "date": None}
    fields = {key: article[key] for key in ("id", "text", "date") if article[key] is not None}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def answers(pipe, asked):
    """Batches of the lines of a pipe, each with the id and the error of its article."""
    rows, size = [], 0
    for line in pipe:
        identity, error = asked.popleft()
        rows.append((identity, None if error else line.decode(), error))
        size += len(line)
        if size >= BATCH_BYTES or len(rows) >= BATCH_LINES:
            yield batch(rows)
            rows, size = [], 0
    if rows:
        yield batch(rows)


def batch(rows):
    columns = [pa.array(column, pa.string()) for column in zip(*rows)]
    return pa.RecordBatch.from_arrays(columns, schema=LINES)
