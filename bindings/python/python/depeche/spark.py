"""Spark data frames, PySpark 3.5 or later: one extractor a Python worker, built once.

>>> from depeche import spark                                                # doctest: +SKIP
>>> found = spark.extract(articles, text="body", id="url", date="published")  # doctest: +SKIP
"""

import io
import json
from functools import lru_cache, partial
from os import PathLike
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple, Union

import pyarrow
import pyarrow.json
from pyspark.sql import DataFrame
from pyspark.sql.types import (
    ArrayType,
    DataType,
    DateType,
    DoubleType,
    IntegerType,
    LongType,
    ShortType,
    StringType,
    StructField,
    StructType,
    TimestampNTZType,
    TimestampType,
)

from ._native import Extractor

File = Union[str, "PathLike[str]", Tuple[str, str]]
Files = Tuple[Tuple[str, str], ...]

ROWS = 512
"""Rows that are read and handed on together, so that a worker holds little at once."""

_TEXT, _NUMBER, _SHARE = StringType(), IntegerType(), DoubleType()


def _struct(**members: DataType) -> StructType:
    return StructType([StructField(name, kind) for name, kind in members.items()])


_STRETCH = _struct(start=_NUMBER, end=_NUMBER, text=_TEXT)

SCHEMA: StructType = _struct(
    id=_TEXT,
    date=_TEXT,
    date_source=_TEXT,
    mentions=ArrayType(
        _struct(
            id=_NUMBER,
            kind=_TEXT,
            start=_NUMBER,
            end=_NUMBER,
            text=_TEXT,
            entity=_NUMBER,
            rule=_TEXT,
            official=_struct(
                role=_TEXT,
                title=_TEXT,
                portfolio=_TEXT,
                countries=ArrayType(_TEXT),
                accredited_to=ArrayType(_TEXT),
                status=_TEXT,
                holder=_NUMBER,
            ),
            timex=_struct(type=_TEXT, value=_TEXT, mod=_TEXT, begin=_TEXT, end=_TEXT),
            place=_struct(place_type=_TEXT, country=_TEXT, id=_TEXT, metonym=_TEXT),
            organization=_struct(org_type=_TEXT, country=_TEXT, id=_TEXT),
        )
    ),
    entities=ArrayType(
        _struct(
            id=_NUMBER,
            kind=_TEXT,
            name=_TEXT,
            countries=ArrayType(_TEXT),
            role=_TEXT,
            mentions=ArrayType(_NUMBER),
        )
    ),
    relations=ArrayType(
        _struct(
            id=_NUMBER,
            type=_TEXT,
            plover=_TEXT,
            cameo=_TEXT,
            polarity=_TEXT,
            modality=_TEXT,
            triggers=ArrayType(_STRETCH),
            evidence=_struct(start=_NUMBER, end=_NUMBER),
            arguments=ArrayType(_struct(role=_TEXT, mention=_NUMBER, entity=_NUMBER, how=_TEXT)),
            topic=_STRETCH,
            source=_struct(mention=_NUMBER, entity=_NUMBER),
            rule=_TEXT,
            confidence=_SHARE,
        )
    ),
    error=_TEXT,
)
"""The columns :func:`extract` gives: the members of the JSON form, offsets in code points, and ``error``."""


def extract(
    df: DataFrame,
    text: str = "text",
    id: Optional[str] = "id",
    date: Optional[str] = "date",
    *,
    gazetteers: Iterable[File] = (),
    relations: Iterable[File] = (),
    min_confidence: Optional[float] = None,
    on_error: str = "raise",
    threads: int = 1,
) -> DataFrame:
    """Reads the texts of a data frame; one row of :data:`SCHEMA` for each of its rows.

    :param text: the column of texts.
    :param id: the column of ids, strings or whole numbers; ``None``: the ids stay empty.
    :param date: the column of days on which the texts were written, strings, dates or timestamps; ``None``: there is none.
    :param gazetteers: names of your own: paths on the driver, or pairs of name and content.
    :param relations: relations of your own, likewise.
    :param min_confidence: as of :class:`depeche.Extractor`.
    :param on_error: ``raise``: a row that cannot be read ends the job, and the exception names the row; ``null``: such a
        row has its id, nulls and the reason in ``error``.
    :param threads: threads of one Python worker. Spark starts a worker a core: more than 1 pays only with ``spark.task.cpus``.
    """
    if on_error not in ("raise", "null"):
        raise ValueError(f"on_error: expected 'raise' or 'null', not {on_error!r}")
    if threads < 1:
        raise ValueError("threads: expected at least 1")
    _check(df, "text", text, (StringType,))
    _check(df, "id", id, (StringType, IntegerType, LongType, ShortType))
    _check(df, "date", date, (StringType, DateType, TimestampType, TimestampNTZType))
    # Faulty files are told here, on the driver, and travel as contents: no worker needs to see them.
    extractor = Extractor(gazetteers, relations, min_confidence=min_confidence)
    wanted = (text, id, date)
    names = list(dict.fromkeys(name for name in wanted if name is not None))
    work = partial(
        _batches,
        columns=tuple(None if name is None else names.index(name) for name in wanted),
        gazetteers=tuple(extractor.gazetteers),
        relations=tuple(extractor.relations),
        min_confidence=extractor.min_confidence,
        on_error=on_error,
        threads=threads,
    )
    # Plain names: mapInArrow looks columns up by name, and a name may have dots in it.
    columns = (df["`" + name.replace("`", "``") + "`"].alias(f"column{i}") for i, name in enumerate(names))
    return df.select(*columns).mapInArrow(work, SCHEMA)


def _check(df: DataFrame, argument: str, column: Optional[str], kinds: Tuple[type, ...]) -> None:
    if column is None:
        return
    found = next((field.dataType for field in df.schema.fields if field.name == column), None)
    if found is None:
        hint = "" if argument == "text" else f"; {argument}=None does without"
        raise ValueError(f"{argument}: no column {column!r}, only {', '.join(df.columns)}{hint}")
    if not isinstance(found, kinds):
        wanted = " or ".join(kind().simpleString() for kind in kinds)
        raise TypeError(f"{argument}: column {column!r} is {found.simpleString()}, expected {wanted}")


@lru_cache(maxsize=4)
def _extractor(gazetteers: Files, relations: Files, min_confidence: Optional[float]) -> Extractor:
    """The extractor of this Python worker, which Spark keeps from task to task."""
    return Extractor(gazetteers, relations, min_confidence=min_confidence)


def _batches(
    batches: Iterable[pyarrow.RecordBatch],
    columns: Tuple[Optional[int], ...],
    gazetteers: Files,
    relations: Files,
    min_confidence: Optional[float],
    on_error: str,
    threads: int,
) -> Iterator[pyarrow.RecordBatch]:
    extractor = _extractor(gazetteers, relations, min_confidence)
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            part = batch.slice(start, ROWS)
            texts, ids, dates = (None if at is None else _values(part.column(at)) for at in columns)
            texts = texts or []
            ids = ids or [""] * len(texts)
            try:
                found = extractor.extract_batch(texts, dates, threads, ids=ids)
                lines = [document.to_json() for document in found]
            except (TypeError, ValueError):
                # At least one row is faulty: each by itself, to tell which.
                rows = zip(texts, ids, dates or [None] * len(texts))
                lines = [_line(extractor, *row, on_error) for row in rows]
            yield from _table(lines).to_batches()


def _values(column: pyarrow.Array) -> List[Any]:
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_value(value) for value in column]


def _value(value: pyarrow.Scalar) -> Any:
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes()


def _line(extractor: Extractor, text: Any, id: Any, date: Any, on_error: str) -> str:
    try:
        for name, value in (("text", text), ("id", id), ("date", date)):
            if value is None and name != "date":
                raise ValueError(f"{name}: null")
            if isinstance(value, bytes):
                raise ValueError(f"{name}: not UTF-8")
        return extractor.extract(text, date, id=id).to_json()
    except (TypeError, ValueError) as error:
        if on_error == "raise":
            raise ValueError(f"row with id {id!r}: {error}") from error
        told = id.decode(errors="replace") if isinstance(id, bytes) else id
        return json.dumps({"id": None if told is None else str(told), "error": str(error)})


_PLAIN: Dict[DataType, pyarrow.DataType] = {
    _TEXT: pyarrow.string(),
    _NUMBER: pyarrow.int32(),
    _SHARE: pyarrow.float64(),
}


def _arrow(kind: DataType) -> pyarrow.DataType:
    if isinstance(kind, StructType):
        return pyarrow.struct([(field.name, _arrow(field.dataType)) for field in kind.fields])
    if isinstance(kind, ArrayType):
        return pyarrow.list_(_arrow(kind.elementType))
    return _PLAIN[kind]


_OPTIONS = pyarrow.json.ParseOptions(
    explicit_schema=pyarrow.schema(list(_arrow(SCHEMA))), unexpected_field_behavior="ignore"
)


def _table(lines: List[str]) -> pyarrow.Table:
    """The lines as columns of :data:`SCHEMA`: read by Arrow, without a Python object a value."""
    data = "\n".join(lines).encode()
    # One block: a line never falls on the border of two.
    whole = pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1)
    return pyarrow.json.read_json(io.BytesIO(data), read_options=whole, parse_options=_OPTIONS)
