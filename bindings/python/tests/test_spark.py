"""Spark as a cluster on this machine: what it gives is what ``extract`` gives, also where a worker dies."""

import datetime
import json
import os
import signal
from functools import partial

import corpus
import depeche
import pytest

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

from depeche import spark as depeche_spark  # noqa: E402

COUNT, PARTITIONS = 20_000, 8
TEXT = "Emmanuel Macron a rencontré jeudi à Berlin Angela Merkel."


def as_line(row):
    """The JSON form, made from the columns: members that the form leaves out are null there."""
    members = row.asDict(recursive=True)
    assert members.pop("error") is None
    for mention in members["mentions"]:
        for name in ("entity", "official", "timex", "place", "organization"):
            if mention[name] is None:
                del mention[name]
    for argument in (a for relation in members["relations"] for a in relation["arguments"]):
        if argument["entity"] is None:
            del argument["entity"]
    names = ["id", "date", "date_source", "offsets", "mentions", "entities", "relations"]
    members["offsets"] = "chars"
    whole = {name: members[name] for name in names}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture(scope="module")
def texts():
    return list(corpus.documents(COUNT))


@pytest.fixture(scope="module")
def frame(spark, texts):
    # Plain tuples: the workers do not have this folder.
    rows = spark.sparkContext.parallelize([tuple(text) for text in texts], PARTITIONS)
    return spark.createDataFrame(rows, "id string, text string, date string")


@pytest.fixture(scope="module")
def expected(by_extract, texts):
    return by_extract(texts)


def test_twenty_thousand_documents(frame, expected):
    found = depeche_spark.extract(frame)
    assert found.schema == depeche_spark.SCHEMA and found.rdd.getNumPartitions() == PARTITIONS
    assert [as_line(row) for row in found.collect()] == expected


def test_a_killed_worker_loses_and_doubles_nothing(spark, frame, expected, tmp_path, monkeypatch):
    marker = str(tmp_path / "killed")
    map_in_arrow = type(frame).mapInArrow

    def dies_once(work, batches):
        for i, batch in enumerate(work(batches)):
            yield batch
            # In the middle of a partition, with a part of it handed over already.
            if i == 1 and not os.path.exists(marker):
                with open(marker, "w") as file:
                    file.write(str(os.getpid()))
                os.kill(os.getpid(), signal.SIGKILL)

    def fragile(self, work, schema):
        return map_in_arrow(self, partial(dies_once, work), schema)

    monkeypatch.setattr(type(frame), "mapInArrow", fragile)
    spark.sparkContext.setJobGroup("killed", "a worker is killed")
    found = depeche_spark.extract(frame).collect()
    tracker = spark.sparkContext.statusTracker()
    stages = [stage for job in tracker.getJobIdsForGroup("killed") for stage in tracker.getJobInfo(job).stageIds]
    assert sum(tracker.getStageInfo(stage).numFailedTasks for stage in stages) >= 1
    with open(marker) as file:
        assert int(file.read()) != os.getpid()
    assert sorted(as_line(row) for row in found) == sorted(expected)


def test_columns_of_other_names_and_types(spark):
    rows = [(7, TEXT, datetime.date(2019, 3, 15), datetime.datetime(2019, 3, 15, 12)), (8, TEXT, None, None)]
    frame = spark.createDataFrame(rows, "`a.b` bigint, `t``x` string, day date, instant timestamp")
    for date in ("day", "instant"):
        found = depeche_spark.extract(frame, text="t`x", id="a.b", date=date).collect()
        assert [(row.id, row.date, row.date_source) for row in found] == [
            ("7", "2019-03-15", "caller"),
            ("8", None, None),
        ]
    bare = depeche_spark.extract(frame, text="t`x", id=None, date=None).collect()
    assert [(row.id, row.date, len(row.relations)) for row in bare] == [("", None, 1)] * 2
    twice = depeche_spark.extract(frame, text="t`x", id="t`x", date=None).first()
    assert twice.id == TEXT


def test_names_of_ones_own_reach_the_workers(spark, tmp_path):
    header = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n"
    row = "organization\tCercle de Florence\tCDF\tIT\tother\tfree\tadd\n"
    (tmp_path / "own.tsv").write_text(header + row, encoding="utf-8")
    frame = spark.createDataFrame([("a", "Le CDF a protesté.")], "id string, text string")
    found = depeche_spark.extract(frame, date=None, gazetteers=[tmp_path / "own.tsv"]).first()
    assert [m.text for m in found.mentions] == ["CDF"]


def test_a_bound_reaches_the_workers(spark, bound, by_extract):
    texts = list(corpus.documents(100))
    frame = spark.createDataFrame([tuple(text) for text in texts], "id string, text string, date string")
    for least in (0, bound):
        found = depeche_spark.extract(frame, min_confidence=least).collect()
        assert [as_line(row) for row in found] == by_extract(texts, "--min-confidence", str(least))


@pytest.fixture(scope="module")
def faulty(spark):
    rows = [("a", TEXT, "2019-03-15"), ("b", None, None), ("c", TEXT, "jeudi"), (None, TEXT, None), ("e", TEXT, None)]
    return spark.createDataFrame(rows, "id string, text string, date string")


def test_faulty_rows_tell_their_fault(faulty):
    found = depeche_spark.extract(faulty, on_error="null").collect()
    assert [(row.id, row.error) for row in found] == [
        ("a", None),
        ("b", "text: null"),
        ("c", 'date: bad date "jeudi": expected year-month-day, such as 2019-03-15'),
        (None, "id: null"),
        ("e", None),
    ]
    assert [row.relations is None for row in found] == [False, True, True, True, False]


def test_text_that_is_not_utf8(spark):
    frame = spark.createDataFrame(
        [("a", bytearray(b"\xff\xfe")), ("b", bytearray(TEXT.encode()))], "id string, raw binary"
    )
    frame = frame.selectExpr("id", "CAST(raw AS string) AS text")
    found = depeche_spark.extract(frame, date=None, on_error="null").collect()
    assert [(row.id, row.error) for row in found] == [("a", "text: not UTF-8"), ("b", None)]


def test_a_faulty_row_ends_the_job_and_is_named(faulty):
    with pytest.raises(Exception, match="row with id 'b': text: null|row with id 'c': date: bad date"):
        depeche_spark.extract(faulty).collect()


def test_wrong_use_is_told_before_the_job(spark):
    frame = spark.createDataFrame([("a", 3.5)], "id string, body double")
    with pytest.raises(ValueError, match="text: no column 'text', only id, body"):
        depeche_spark.extract(frame)
    with pytest.raises(TypeError, match="text: column 'body' is double, expected string"):
        depeche_spark.extract(frame, text="body")
    with pytest.raises(ValueError, match="date: no column 'date', only id, body; date=None does without"):
        depeche_spark.extract(frame, text="id")
    with pytest.raises(ValueError, match="on_error: expected 'raise' or 'null', not 'skip'"):
        depeche_spark.extract(frame, on_error="skip")
    with pytest.raises(ValueError, match="threads: expected at least 1"):
        depeche_spark.extract(frame, threads=0)
    with pytest.raises(ValueError, match="min_confidence: expected a number from 0 to 1, not 2"):
        depeche_spark.extract(frame, text="id", date=None, min_confidence=2)
    with pytest.raises(depeche.GazetteerError):
        depeche_spark.extract(frame, text="id", date=None, gazetteers=[("own.tsv", "nonsense\n1\t2\n")])


def test_a_worker_builds_its_extractor_once():
    own = (("own.tsv", "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n"),)
    assert depeche_spark._extractor(own, (), 0.5) is depeche_spark._extractor(own, (), 0.5)
