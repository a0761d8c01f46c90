"""Documents as data frames, the columns and values those of ``extract --to csv``."""

import csv
import subprocess

import corpus
import depeche
import pytest

pandas = pytest.importorskip("pandas")


def cell(value):
    if isinstance(value, list):
        return "|".join("" if part is None else str(part) for part in value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None or value is pandas.NA else str(value)


def test_frames_hold_what_the_tables_hold(extractor, binary, tmp_path):
    texts = list(corpus.documents(300))
    found = extractor.extract_batch([t.text for t in texts], [t.date for t in texts], ids=[t.id for t in texts])
    frames = depeche.to_frames(found)
    command = [binary, "--from", "jsonl", "--to", "csv", "--out", str(tmp_path), "-"]
    subprocess.run(command, input=corpus.lines(texts).encode(), check=True)
    for name, frame in zip(frames._fields, frames):
        with open(tmp_path / f"{name}.csv", encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert list(frame.columns) == header
        assert len(rows) > 100
        assert [[cell(value) for value in row] for row in frame.itertuples(index=False)] == rows, name
    assert frames.relations["confidence"].dtype == "Float64"


def test_columns_keep_their_types_without_rows(extractor):
    empty, full = depeche.to_frames([]), depeche.to_frames(extractor.pipe(["Elle est à Lima."]))
    for bare, frame in zip(empty, full):
        assert list(bare.columns) == list(frame.columns) and list(bare.dtypes) == list(frame.dtypes)
    assert list(full.mentions["document"]) == ["0"]


def test_only_documents():
    with pytest.raises(TypeError, match=r"documents\[0\]: expected Document, not str"):
        depeche.to_frames(["abc"])


def test_missing_dates_of_pandas(extractor):
    dates = pandas.Series(pandas.to_datetime(["2019-03-15", None]))
    found = extractor.extract_batch(["Il part lundi.", "Il part lundi."], dates)
    assert [d.date for d in found] == ["2019-03-15", None]
