"""Reads a table of articles, extracts the facts of each, writes them as Parquet with a typed schema.

    spark-submit examples/spark/extract_job.py ARTICLES OUTPUT --extract target/release/examples/extract

ARTICLES has the columns `id`, `text` and perhaps `date`, the day of publication. OUTPUT has one row an article: `id`, `facts`
(an array of structs, see schema.py), `document` (what else the program says of the document, JSON by field), `error` (why an
article has no facts, else null).
"""

import argparse
import json
import os
import sys

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

import schema
import stream

# Rows that go to a Python worker at once. Spark's 10,000 would be some 50 MB of text.
ROWS_AT_ONCE = 500

# A value of another type than schema.py says is an error, not a null.
STRICT = {"mode": "FAILFAST"}


def main(arguments=None):
    arguments = parse(arguments)
    spark = SparkSession.builder.appName("vietfacts").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_AT_ONCE)
    spark.sparkContext.addFile(os.path.abspath(arguments.extract))
    spark.sparkContext.addPyFile(stream.__file__)

    articles = prepared(read(spark, arguments.articles, arguments.form))
    if arguments.partitions:
        articles = articles.repartition(arguments.partitions)
    options = ["--reference-date", arguments.reference_date] if arguments.reference_date else []
    task = extracted(os.path.basename(arguments.extract), options)
    answers = articles.mapInArrow(task, "id string, line string, error string")
    typed(answers).write.mode(arguments.mode).parquet(arguments.output)
    print(json.dumps(summary(spark.read.parquet(arguments.output))))


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="the table: a file, a folder or a pattern, wherever Spark can read")
    parser.add_argument("output", help="the folder to write to")
    parser.add_argument("--extract", required=True, help="the program, built for the machines that the executors run on")
    parser.add_argument("--form", choices=["parquet", "jsonl"], default="parquet", help="what ARTICLES is")
    parser.add_argument("--mode", choices=["error", "overwrite", "append"], default="error", help="where OUTPUT exists already")
    parser.add_argument("--partitions", type=int, help="spread the articles anew over so many tasks")
    parser.add_argument("--reference-date", help="the day of publication of articles that have none, as 2023-11-01")
    return parser.parse_args(arguments)


def read(spark, path, form):
    """The table. A line that is no JSON is a row with nothing but `_corrupt_record`."""
    if form == "parquet":
        return spark.read.parquet(path)
    return spark.read.schema("id string, text string, date string, _corrupt_record string").json(path)


def prepared(table):
    """`id`, `text`, `date` as text, and in `error` why an article cannot be read."""
    column = {name: f.col(name).cast("string") for name in table.columns}
    nothing = f.lit(None).cast("string")
    date = column.get("date", nothing)
    corrupt = column.get("_corrupt_record", nothing)
    error = (
        f.when(corrupt.isNotNull(), f.concat(f.lit("not JSON: "), f.substring(corrupt, 1, 200)))
        .when(column["id"].isNull(), "no id")
        .when(column["text"].isNull(), "no text")
        .when(date.isNotNull() & f.try_to_date(date).isNull(), f.concat(f.lit("not a date: "), date))
    )
    return table.select(
        column["id"].alias("id"),
        column["text"].alias("text"),
        f.try_to_date(date).cast("string").alias("date"),
        error.alias("error"),
    )


def extracted(program, options):
    """What each task does: the program over its partition. One thread a program, as one core a task."""

    def run(batches):
        command = [SparkFiles.get(program), "--format", "jsonl", "--stdin", "jsonl", "--jobs", "1", *options, "-"]
        return stream.lines(batches, command)

    return run


def typed(answers):
    """Lines of JSON as columns."""
    fields = answers.select("id", "error", f.from_json("line", "map<string, string>", STRICT).alias("fields"))
    texts = fields.withColumn("texts", f.from_json(f.col("fields")["facts"], "array<string>", STRICT))
    # Each fact is parsed here once. A field added to it in the same step would have Spark parse it anew for every column.
    facts = f.transform("texts", lambda text: f.from_json(text, schema.FACT, STRICT))
    whole = f.zip_with("facts", "texts", lambda fact, text: fact.withField("json", text))
    rest = f.map_filter("fields", lambda name, _: ~name.isin("id", "facts"))
    return texts.withColumn("facts", facts).select("id", whole.alias("facts"), rest.alias("document"), "error")


def summary(output):
    """What was written: from the output itself, which a task that ran twice does not distort."""
    counts = output.agg(
        f.count("*").alias("articles"),
        f.count("error").alias("bad"),
        f.coalesce(f.sum(f.size("facts")), f.lit(0)).alias("facts"),
    )
    return counts.first().asDict()


if __name__ == "__main__":
    sys.exit(main())
