"""Every Python snippet of the README runs as it stands and prints what the block after it shows."""

import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDS = {"pandas": ["pandas"], "spaCy": ["spacy"], "Spark": ["pyspark", "pyarrow"]}


def sections():
    for part in re.split(r"^## ", README.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title = part.splitlines()[0]
        if "```python" in part:
            yield title, FENCE.findall(part)


def plain(text):
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("title", "blocks"), list(sections()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_snippets(title, blocks, request, tmp_path, monkeypatch):
    for module in NEEDS.get(title, []):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    if title == "Spark":
        request.getfixturevalue("spark")
        shutil.copy(request.getfixturevalue("binary"), "extract")
    (tmp_path / "own.tsv").write_text(
        "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n"
        "organization\tCercle de Florence\tCDF\tIT\tother\tfree\tadd\n",
        encoding="utf-8",
    )
    names = {"__name__": "__main__"}
    for i, (language, code) in enumerate(blocks):
        if language != "python":
            continue
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            exec(compile(code, f"README, {title}, block {i}", "exec"), names)
        following = blocks[i + 1] if i + 1 < len(blocks) else ("", "")
        if following[0] == "text":
            assert plain(told.getvalue()) == plain(following[1])
        else:
            assert told.getvalue() == ""


def test_the_table_of_the_schema_is_whole():
    pytest.importorskip("pyspark")
    from depeche import spark

    shown = "\n".join(code for language, code in FENCE.findall(README.read_text(encoding="utf-8")) if language == "sql")
    tidy = re.sub(r"\s+", "", shown)
    assert tidy == ",".join(f"{f.name}:{f.dataType.simpleString()}" for f in spark.SCHEMA.fields)
