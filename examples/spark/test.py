"""Runs the job on a real local cluster and compares it with one machine, fact by fact: `python3 examples/spark/test.py`

Needs Java 17, Python 3.10 and Rust; makes its own environment under target/spark.
"""

import contextlib
import datetime
import io
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
WORK = PROJECT / "target" / "spark"
PROGRAM = PROJECT / "target" / "release" / "examples" / "extract"

# Two workers of one core and 1024 MB each: processes of their own, to which files and functions must be sent.
CLUSTER = "local-cluster[2,1,1024]"

# How often each article is repeated: enough to fill every pipe many times.
COPIES = 60


def main():
    python = WORK / "venv" / "bin" / "python"
    if Path(sys.prefix) != python.parent.parent:
        make_environment(python)
        os.execv(python, [python, __file__])
    subprocess.run(["cargo", "build", "--release", "--example", "extract"], cwd=PROJECT, check=True)
    data = WORK / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    spark = session()
    try:
        articles = invented()
        alone = on_one_machine(articles, data)
        for check in (test_parquet, test_jsonl, test_bad_records, test_failure):
            began = time.monotonic()
            check(spark, articles, alone, data)
            print(f"{check.__name__}: ok, {time.monotonic() - began:.0f} s", flush=True)
    finally:
        spark.stop()


def make_environment(python):
    wanted = (HERE / "requirements.txt").read_text()
    made = WORK / "venv" / "requirements.txt"
    if made.exists() and made.read_text() == wanted:
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", WORK / "venv"], check=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
    made.write_text(wanted)


def session():
    import pyspark
    from pyspark.sql import SparkSession

    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # The name of the machine may lead nowhere in a container.
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    # Compiling well takes longer than these few articles.
    quick = "-XX:TieredStopAtLevel=1"
    settings = {
        "spark.driver.extraJavaOptions": quick,
        "spark.executor.extraJavaOptions": quick,
        "spark.task.maxFailures": 1,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": 4,
        "spark.local.dir": WORK / "local",
        "spark.sql.warehouse.dir": WORK / "warehouse",
    }
    builder = SparkSession.builder.master(CLUSTER)
    for name, value in settings.items():
        builder = builder.config(name, str(value))
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def invented():
    """The golden articles over and over, in a fixed disorder, some with a day of their own; and texts that are hard to pass on."""
    golden = sorted((PROJECT / "tests" / "golden").glob("*.txt"))
    articles = []
    for copy in range(COPIES):
        for path in golden:
            article = {"id": f"{path.stem}/{copy}", "text": path.read_text("utf-8"), "date": None}
            if copy % 3 == 0:
                article["date"] = f"2024-{copy % 12 + 1:02}-{copy % 28 + 1:02}"
            articles.append(article)
    hard = ["", "\n", "“Chi” \"20 tỷ đồng\" \\ \t\u2028 20\u00a0%", "🌾 thu 5 triệu đồng", "Ngày 5/3/2024, " * 5_000]
    articles += [{"id": f"khó {i}", "text": text, "date": None} for i, text in enumerate(hard)]
    random.Random(1).shuffle(articles)
    return articles


def on_one_machine(articles, data):
    path = data / "articles.jsonl"
    write_lines(path, articles)
    command = [PROGRAM, "--format", "jsonl", path]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()
    alone = {line["id"]: line for line in map(json.loads, lines)}
    assert len(alone) == len(articles)
    return alone


def write_lines(path, articles):
    lines = ({key: value for key, value in article.items() if value is not None} for article in articles)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


def run_job(*arguments):
    """Runs the job in the test's own session; the counts that it prints."""
    import extract_job

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        extract_job.main(["--extract", str(PROGRAM), "--partitions", "5", *map(str, arguments)])
    return json.loads(printed.getvalue())


def test_parquet(spark, articles, alone, data):
    import pyarrow as pa
    import pyarrow.parquet

    days = [article["date"] and datetime.date.fromisoformat(article["date"]) for article in articles]
    table = pa.table({"id": [a["id"] for a in articles], "text": [a["text"] for a in articles], "date": pa.array(days, pa.date32())})
    pa.parquet.write_table(table, data / "articles.parquet")
    counts = run_job(data / "articles.parquet", data / "from-parquet")
    assert counts == {"articles": len(articles), "bad": 0, "facts": sum(len(a["facts"]) for a in alone.values())}, counts
    compare(data / "from-parquet", alone)
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    assert executors == 2, f"{executors} executors"


def test_jsonl(spark, articles, alone, data):
    counts = run_job("--form", "jsonl", data / "articles.jsonl", data / "from-jsonl")
    assert counts["bad"] == 0, counts
    compare(data / "from-jsonl", alone)


def test_bad_records(spark, articles, alone, data):
    import pyarrow.parquet

    good = articles[:50]
    path = data / "with-bad.jsonl"
    write_lines(path, good)
    with path.open("a") as lines:
        lines.write('{"id": "no text"}\n{"text": "Ngày 5/3"}\n{"id": "no day", "text": "x", "date": "31/2"}\nnot JSON\n')
    counts = run_job("--form", "jsonl", path, data / "from-bad")
    assert (counts["articles"], counts["bad"]) == (54, 4), counts
    rows = pyarrow.parquet.read_table(data / "from-bad").to_pylist()
    bad = {(row["id"], row["error"], row["facts"] is None) for row in rows if row["error"]}
    assert bad == {
        ("no text", "no text", True),
        (None, "no id", True),
        ("no day", "not a date: 31/2", True),
        (None, "not JSON: not JSON", True),
    }, bad
    sound = {row["id"]: [json.loads(fact["json"]) for fact in row["facts"]] for row in rows if not row["error"]}
    assert sound == {article["id"]: alone[article["id"]]["facts"] for article in good}


def test_failure(spark, articles, alone, data):
    """A program that ends early, one that ends well without answers: the task fails with what was said."""
    for name, script, said in [
        ("failing", "head -c 100 > /dev/null; echo 'the tables are torn' >&2; exit 3", "ended with status 3, "),
        ("silent", "cat > /dev/null; echo 'the tables are torn' >&2", "ended with status 0, "),
    ]:
        program = data / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        try:
            run_job(data / "articles.parquet", data / f"from-{name}", "--extract", program)
        except Exception as error:
            assert said in str(error) and "the tables are torn" in str(error), error
        else:
            raise AssertionError(f"{name}: the job did not fail")


def compare(output, alone):
    """The whole facts are equal, and so is every typed field; nulls are what the JSON leaves out."""
    import pyarrow.parquet

    rows = pyarrow.parquet.read_table(output).to_pylist()
    assert len(rows) == len(alone)
    typed, untyped = 0, set()
    for row in rows:
        line = alone[row["id"]]
        facts = [json.loads(fact.pop("json")) for fact in row["facts"]]
        assert facts == line["facts"], row["id"]
        for fact, wanted in zip(row["facts"], facts):
            fields = present(fact)
            assert fields == {key: as_typed(key, wanted[key]) for key in fields}, (row["id"], fields, wanted)
            # Everything that a column exists for is in it.
            assert fields.keys() == fact.keys() & wanted.keys(), (row["id"], fields, wanted)
            typed += len(fields)
            untyped |= wanted.keys() - fact.keys()
        others = {key: value for key, value in line.items() if key not in ("id", "facts")}
        document = dict(row["document"])
        assert {key: loaded(value, others.get(key)) for key, value in document.items()} == others, (row["id"], document)
    assert typed > 10 * len(rows), typed
    if untyped:
        print(f"in no column of schema.py, only in `json`: {', '.join(sorted(untyped))}")


def present(value):
    """A struct without its nulls, all the way down."""
    if isinstance(value, dict):
        return {key: present(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [present(part) for part in value]
    return value


def as_typed(key, value):
    """A figure's value is the index of a fact and a count's `max` a number; in a column that all kinds share they are text."""
    return str(value) if key in ("value", "max") else value


def loaded(text, wanted):
    """A field of the document: bare where it is a string ("2024" is a year, not a number), else JSON."""
    return text if isinstance(wanted, str) else json.loads(text)


if __name__ == "__main__":
    main()
