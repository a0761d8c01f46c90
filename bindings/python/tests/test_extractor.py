"""Texts in, documents out: what is found, in which order, and what is refused."""

import datetime
import multiprocessing
import pickle
import threading
import time
from pathlib import Path

import corpus
import depeche
import pytest

TEXT = "Le président français Emmanuel Macron a rencontré jeudi à Berlin la chancelière allemande Angela Merkel."
OWN = (
    "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\norganization\tCercle de Florence\tCDF\tIT\tother\tfree\tadd\n"
)
FROM_0_TO_1 = "min_confidence: expected a number from 0 to 1"
DECORATED = """
type = "decorated"
reciprocal = false

[[verb]]
lemma = ["décorer"]
actor = { slot = "subject", kinds = ["person", "official"] }
recipient = { slot = "object", kinds = ["person", "official"] }
"""


def test_the_wheel_writes_what_extract_writes(extractor, by_extract):
    texts = list(corpus.documents(2000))
    found = extractor.extract_batch([t.text for t in texts], [t.date for t in texts], ids=[t.id for t in texts])
    assert [document.to_json() for document in found] == by_extract(texts)


def test_threads_and_streams_give_the_same_in_order(extractor):
    texts = list(corpus.documents(700))
    pairs = [(t.text, t.date) for t in texts]
    one = [extractor.extract(text, date, id=i) for i, (text, date) in enumerate(pairs)]
    for threads in (1, 2, 5, None):
        assert extractor.extract_batch([t.text for t in texts], [t.date for t in texts], threads) == one
    for size in (1, 64, 10_000):
        assert list(extractor.pipe(iter(pairs), batch_size=size)) == one
    assert [d.text for d in extractor.pipe(t.text for t in texts)] == [t.text for t in texts]
    assert extractor.extract_batch([]) == [] and list(extractor.pipe([])) == []


def test_a_stream_takes_no_more_than_a_batch(extractor):
    taken = []
    stream = extractor.pipe((taken.append(i) or TEXT for i in range(100)), batch_size=8)
    assert next(stream).relations[0].type == "met_with"
    assert len(taken) == 8


def test_documents_before_a_fault_come_out_of_a_stream(extractor):
    stream = extractor.pipe([TEXT, TEXT, 3, TEXT])
    assert next(stream).id == "0" and next(stream).id == "1"
    with pytest.raises(TypeError, match=r"texts\[2\]: expected str, not int"):
        next(stream)


def test_other_threads_run_meanwhile(extractor):
    text = " ".join(TEXT for _ in range(20_000))
    beats, done = [], threading.Event()

    def beat():
        while not done.is_set():
            beats.append(time.perf_counter())
            time.sleep(0.001)

    helper = threading.Thread(target=beat)
    helper.start()
    start = time.perf_counter()
    extractor.extract_batch([text, text], threads=1)
    end = time.perf_counter()
    done.set()
    helper.join()
    assert sum(start < at < end for at in beats) > 5


@pytest.mark.parametrize(
    "date",
    ["2019-03-15", "2019-03-15T10:00:00Z", datetime.date(2019, 3, 15), datetime.datetime(2019, 3, 15, 9, 30)],
)
def test_dates_may_be_told_in_several_ways(extractor, date):
    document = extractor.extract(TEXT, date)
    assert (document.date, document.date_source) == ("2019-03-15", "caller")
    assert document.relations[0].dates[0].timex.value == "2019-03-14"


@pytest.mark.parametrize("date", [None, float("nan")])
def test_no_date_is_no_date(extractor, date):
    assert extractor.extract(TEXT, date).date is None


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda e: e.extract(3), TypeError, "text: expected str, not int"),
        (lambda e: e.extract(b"a"), TypeError, "text: expected str, not bytes"),
        (lambda e: e.extract("a\ud800"), ValueError, "text: a lone surrogate at position 1 is no text"),
        (lambda e: e.extract("a", "hier"), ValueError, 'date: bad date "hier": expected year-month-day'),
        (lambda e: e.extract("a", 3), TypeError, "date: expected str or datetime.date, not int"),
        (lambda e: e.extract("a", id=2.5), TypeError, "id: expected str or int, not float"),
        (lambda e: e.extract_batch(["a", None]), TypeError, r"texts\[1\]: expected str, not NoneType"),
        (lambda e: e.extract_batch(["a", "\udfff"]), ValueError, r"texts\[1\]: a lone surrogate at position 0"),
        (lambda e: e.extract_batch("abc"), TypeError, "texts: expected several in a list, not str"),
        (lambda e: e.extract_batch(3), TypeError, "texts: expected an iterable, not int"),
        (lambda e: e.extract_batch(["a"] * 2, [None, "2019-02-30"]), ValueError, r"dates\[1\]: bad date"),
        (lambda e: e.extract_batch(["a"], []), ValueError, "dates: 0 of them for 1 texts"),
        (lambda e: e.extract_batch(["a"], ids=[[]]), TypeError, r"ids\[0\]: expected str or int, not list"),
        (lambda e: e.extract_batch(["a"], threads=0), ValueError, "threads: expected at least 1, not 0"),
        (lambda e: e.pipe(["a"], batch_size=-1), ValueError, "batch_size: expected at least 1, not -1"),
        (lambda e: e.pipe("abc"), TypeError, "texts: expected several in an iterable, not str"),
        (lambda e: list(e.pipe([("a", "b", "c")])), TypeError, r"texts\[0\]: expected a text or a pair"),
        (lambda e: list(e.pipe([("a", "b")])), ValueError, r"texts\[0\]: bad date"),
        (lambda e: depeche.Extractor([3]), TypeError, r"gazetteers\[0\]: expected a path, or a pair"),
        (lambda e: depeche.Extractor("own.tsv"), TypeError, "gazetteers: expected several in a list, not str"),
        (lambda e: depeche.Extractor(relations=["/no/such.toml"]), FileNotFoundError, "No such file.*'/no/such.toml'"),
        (lambda e: depeche.Extractor(min_confidence="0.5"), TypeError, "min_confidence: expected a number, not str"),
        *[
            (lambda e, share=share: depeche.Extractor(min_confidence=share), ValueError, f"{FROM_0_TO_1}, not {told}$")
            for share, told in [(-0.1, "-0.1"), (2, "2"), (float("nan"), "nan"), (10**400, "10+")]
        ],
    ],
)
def test_bad_arguments_are_named(extractor, call, error, told):
    with pytest.raises(error, match=told):
        call(extractor)


def test_names_and_relations_of_ones_own(tmp_path: Path):
    (tmp_path / "own.tsv").write_text(OWN, encoding="utf-8")
    (tmp_path / "decorated.toml").write_text(DECORATED, encoding="utf-8")
    own = depeche.Extractor([tmp_path / "own.tsv"], relations=[str(tmp_path / "decorated.toml")], min_confidence=0)
    document = own.extract("Le roi a décoré Emmanuel Macron. Le Cercle de Florence est venu.")
    assert [r.type for r in document.relations] == ["decorated"]
    assert [m.organization.country for m in document.mentions if m.text == "Cercle de Florence"] == ["IT"]

    # Files may be gone by then: an extractor carries their contents.
    (tmp_path / "own.tsv").unlink()
    again = pickle.loads(pickle.dumps(own))
    assert again.extract(document.text).to_json() == document.to_json()
    assert own.gazetteers == again.gazetteers and own.gazetteers[0][1] == OWN
    assert repr(depeche.Extractor()) == "Extractor()" and "own.tsv" in repr(again)


def test_unlikely_relations_are_left_out(extractor, bound, by_extract):
    texts = list(corpus.documents(300))

    def found(extractor):
        return extractor.extract_batch([t.text for t in texts], [t.date for t in texts], ids=[t.id for t in texts])

    def told(documents, least=0.0):
        relations = [relation for document in documents for relation in document.relations]
        return [(r.rule, r.evidence.text, r.confidence) for r in relations if r.confidence >= least]

    everything, likely = found(depeche.Extractor(min_confidence=0)), found(depeche.Extractor(min_confidence=bound))
    assert told(likely) == told(everything, bound)
    assert 0 < len(told(likely)) < len(told(everything))
    assert [d.to_json() for d in everything] == by_extract(texts, "--min-confidence", "0")
    assert [d.to_json() for d in likely] == by_extract(texts, "--min-confidence", str(bound))
    # The default is one of the bounds.
    default = told(found(extractor))
    assert default == told(everything, min(confidence for *_, confidence in default))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_bound_is_kept(protocol):
    least = depeche.Extractor([("own.tsv", OWN)], min_confidence=1)
    again = pickle.loads(pickle.dumps(least, protocol))
    assert least.min_confidence == again.min_confidence == 1.0 and least.gazetteers == again.gazetteers
    assert repr(again) == 'Extractor(gazetteers=["own.tsv"], relations=[], min_confidence=1.0)'
    assert repr(depeche.Extractor(min_confidence=0.25)) == "Extractor(min_confidence=0.25)"
    assert depeche.Extractor(min_confidence=None).min_confidence is None
    with pytest.raises(AttributeError):
        again.min_confidence = 0


def test_every_fault_is_told_with_its_place():
    faulty = OWN + "place\tLac Bleu\ncheese\tComté\t\tFR\t\tfree\tadd\n"
    with pytest.raises(depeche.GazetteerError) as caught:
        depeche.Extractor([("own.tsv", faulty)])
    error = caught.value
    assert (error.file, error.line, [fault.line for fault in error.faults]) == ("own.tsv", 3, [3, 4])
    assert error.column >= 1 and str(error).splitlines()[0].startswith("own.tsv:3:")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert isinstance(error, ValueError)

    with pytest.raises(depeche.FrameError) as caught:
        depeche.Extractor(relations=[("bad.toml", 'type = "x"\n\n[[verb]]\nlemmma = ["dire"]\n')])
    assert caught.value.file == "bad.toml" and caught.value.line >= 1


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path):
    (tmp_path / "latin.tsv").write_bytes("kind\té".encode("latin-1"))
    with pytest.raises(ValueError, match=r"gazetteers\[0\]: .*latin.tsv is not UTF-8 at byte 5"):
        depeche.Extractor([tmp_path / "latin.tsv"])


def _types(extractor: depeche.Extractor, text: str):
    return extractor.extract(text)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_share_work(extractor, method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    texts = [t.text for t in corpus.documents(20)]
    expected = [extractor.extract(text) for text in texts]
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.starmap(_types, [(extractor, text) for text in texts]) == expected
