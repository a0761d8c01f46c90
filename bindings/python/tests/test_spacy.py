"""The component in spaCy's pipelines."""

import corpus
import depeche
import pytest

spacy = pytest.importorskip("spacy")

TEXT = "Le président français Emmanuel Macron a rencontré jeudi à Berlin la chancelière allemande Angela Merkel."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche")
    return nlp


def test_entities_spans_and_relations(nlp):
    doc = nlp(TEXT)
    assert ("Emmanuel Macron", "PERSON") in [(span.text, span.label_) for span in doc.ents]
    assert [span.text for span in doc.spans["depeche"]] == [m.text for m in depeche.Extractor().extract(TEXT).mentions]
    (relation,) = doc._.relations
    assert relation.type == "met_with" and [m.text for m in relation.actors] == ["Emmanuel Macron", "Angela Merkel"]
    actor = relation.actors[0]
    assert doc.char_span(actor.start, actor.end).text == "Emmanuel Macron"


def test_a_day_is_taken_from_the_doc(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.depeche_date = "2019-03-15"
    assert nlp(doc)._.relations[0].dates[0].timex.value == "2019-03-14"


def test_streams_give_what_single_calls_give(nlp):
    texts = [t.text for t in corpus.documents(200)]
    one = [nlp(text) for text in texts]
    for many in (list(nlp.pipe(texts)), list(nlp.pipe(texts, batch_size=7))):
        assert [doc.user_data["depeche"] for doc in many] != []
        for a, b in zip(one, many):
            assert [(s.start, s.end, s.label_) for s in a.ents] == [(s.start, s.end, s.label_) for s in b.ents]
            assert [r.rule for r in a._.relations] == [r.rule for r in b._.relations]


def test_processes(nlp):
    texts = [t.text for t in corpus.documents(20)]
    many = nlp.pipe(texts, n_process=2, batch_size=5)
    assert [len(doc._.relations) for doc in many] == [len(nlp(text)._.relations) for text in texts]


def test_entities_of_another_component():
    for overwrite in (True, False):
        nlp = spacy.blank("fr")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "VILLE", "pattern": "Berlin"}, {"label": "VERBE", "pattern": "rencontré"}])
        nlp.add_pipe("depeche", config={"overwrite_ents": overwrite})
        labels = {span.text: span.label_ for span in nlp(TEXT).ents}
        assert labels["Berlin"] == ("PLACE" if overwrite else "VILLE")
        assert labels["rencontré"] == "VERBE" and labels["Angela Merkel"] == "PERSON"


def test_pipelines_and_docs_go_to_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    doc = again(TEXT)
    read = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert read._.relations[0].rule == doc._.relations[0].rule
    assert spacy.blank("fr").from_bytes(nlp.to_bytes()) is not None


def test_names_of_ones_own(tmp_path):
    header = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n"
    row = "organization\tCercle de Florence\tCDF\tIT\tother\tfree\tadd\n"
    (tmp_path / "own.tsv").write_text(header + row, encoding="utf-8")
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche", config={"gazetteers": [str(tmp_path / "own.tsv")]})
    assert [span.text for span in nlp("Le CDF a protesté.").ents] == ["CDF"]


def test_unlikely_relations_are_left_out(bound):
    texts = [t.text for t in corpus.documents(100)]

    def told(found):
        return [(relation.rule, relation.confidence) for relations in found for relation in relations]

    def by_pipeline(**config):
        nlp = spacy.blank("fr")
        nlp.add_pipe("depeche", config=config)
        return told(doc._.relations for doc in nlp.pipe(texts))

    def by_extractor(**arguments):
        return told(document.relations for document in depeche.Extractor(**arguments).extract_batch(texts))

    likely, everything = by_pipeline(min_confidence=bound), by_pipeline(min_confidence=0)
    assert likely == by_extractor(min_confidence=bound) and everything == by_extractor(min_confidence=0)
    assert 0 < len(likely) < len(everything)
    assert by_pipeline() == by_extractor()
    with pytest.raises(ValueError, match="min_confidence: expected a number from 0 to 1, not 1.5"):
        by_pipeline(min_confidence=1.5)


def test_docs_without_the_component():
    assert spacy.blank("fr")("Rome")._.relations == []
