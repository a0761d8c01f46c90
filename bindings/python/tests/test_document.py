"""The typed views say what the JSON says."""

import ast
import inspect
import json
import pickle
from pathlib import Path

import corpus
import depeche
import pytest
from depeche import _native

TEXTS = list(corpus.documents(300))


@pytest.fixture(scope="module")
def documents(extractor):
    return extractor.extract_batch([t.text for t in TEXTS], [t.date for t in TEXTS])


def number(view):
    return None if view is None else view.id


def test_spans_are_code_points(documents):
    for document in documents:
        for mention in document.mentions:
            assert document.text[mention.start : mention.end] == mention.text
        for relation in document.relations:
            for stretch in [*relation.triggers, relation.evidence]:
                assert document.text[stretch.start : stretch.end] == stretch.text


def as_dict(document):
    """The JSON form, made from the views."""

    def mention(m):
        out = {"id": m.id, "kind": m.kind, "start": m.start, "end": m.end, "text": m.text}
        out.update({"entity": m.entity.id} if m.entity else {})
        out["rule"] = m.rule
        if m.official:
            names = ("role", "title", "portfolio", "countries", "accredited_to", "status")
            out["official"] = {name: getattr(m.official, name) for name in names}
            out["official"]["holder"] = number(m.official.holder)
        if m.timex:
            out["timex"] = {name: getattr(m.timex, name) for name in ("type", "value", "mod", "begin", "end")}
        if m.place:
            out["place"] = {name: getattr(m.place, name) for name in ("place_type", "country", "id", "metonym")}
        if m.organization:
            out["organization"] = {name: getattr(m.organization, name) for name in ("org_type", "country", "id")}
        return out

    def entity(e):
        out = {name: getattr(e, name) for name in ("id", "kind", "name", "countries", "role")}
        return {**out, "mentions": [m.id for m in e.mentions]}

    def stretch(s):
        return {"start": s.start, "end": s.end, "text": s.text}

    def argument(a):
        out = {"role": a.role, "mention": a.mention.id}
        out.update({"entity": a.entity.id} if a.entity else {})
        return {**out, "how": a.how}

    def relation(r):
        out = {name: getattr(r, name) for name in ("id", "type", "plover", "cameo", "polarity", "modality")}
        out["triggers"] = [stretch(s) for s in r.triggers]
        out["evidence"] = {"start": r.evidence.start, "end": r.evidence.end}
        out["arguments"] = [argument(a) for a in r.arguments]
        out["topic"] = stretch(r.topic) if r.topic else None
        out["source"] = {"mention": r.source.id, "entity": number(r.source.entity)} if r.source else None
        return {**out, "rule": r.rule, "confidence": r.confidence}

    return {
        "id": document.id,
        "date": document.date,
        "date_source": document.date_source,
        "offsets": "chars",
        "mentions": [mention(m) for m in document.mentions],
        "entities": [entity(e) for e in document.entities],
        "relations": [relation(r) for r in document.relations],
    }


def test_views_and_json_say_the_same(documents):
    assert sum(len(document.relations) for document in documents) > 100
    for document in documents:
        assert as_dict(document) == document.to_dict()
        # Byte for byte: a confidence has the digits of the JSON, and no more.
        assert json.dumps(as_dict(document), ensure_ascii=False, separators=(",", ":")) == document.to_json()


def test_arguments_by_role(documents):
    seen = set()
    for relation in (r for document in documents for r in document.relations):
        roles = ["actor", "recipient", "place", "date", "event"]
        lists = [relation.actors, relation.recipients, relation.places, relation.dates, relation.events]
        for role, mentions in zip(roles, lists):
            assert mentions == [a.mention for a in relation.arguments if a.role == role]
            seen.update({role} if mentions else ())
    assert {"actor", "recipient", "place", "date"} <= seen


def test_everything_with_a_number_pickles_and_compares(documents):
    document = next(d for d in documents if d.relations and d.entities)
    for view in [document, document.mentions[0], document.entities[0], document.relations[0]]:
        again = pickle.loads(pickle.dumps(view))
        assert again == view and hash(again) == hash(view) and repr(again) == repr(view)
        assert view != 3 and {view: 1}[again] == 1
    assert document.mentions[0] != document.mentions[1]
    assert document.mention(1) == document.mentions[1]
    with pytest.raises(IndexError, match="no relation 999: the document has"):
        document.relation(999)


def test_json_of_another_text_is_refused(documents):
    document = next(d for d in documents if d.relations)
    assert depeche.Document.from_json(document.text, document.to_json() + "\n") == document
    from_json = depeche.Document.from_json
    with pytest.raises(ValueError, match="json: it does not belong to this text"):
        from_json("x" + document.text, document.to_json())
    for broken in ["", "{}", "[", document.to_json().replace('"mention":', '"mention":9')]:
        with pytest.raises(ValueError, match="json: "):
            from_json(document.text, broken)
    with pytest.raises(ValueError, match="offsets in chars"):
        from_json(document.text, document.to_json().replace('"offsets":"chars"', '"offsets":"bytes"'))


def test_notebooks_show_the_text_and_hurt_nothing_else(extractor):
    text = 'Emmanuel Macron <script>alert("x")</script> n\'a pas rencontré Angela Merkel 𝄞 à Berlin.'
    html = extractor.extract(text)._repr_html_()
    assert "<script" not in html and "&lt;script&gt;" in html
    assert '<mark class="place"' in html and ">Berlin</mark>" in html
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    assert all(rule.strip().startswith(".depeche") for rule in style.split("}")[:-1])
    assert "http" not in html


def test_the_stubs_tell_what_is_there():
    tree = ast.parse((Path(depeche.__file__).parent / "_native.pyi").read_text(encoding="utf-8"))
    assert (Path(depeche.__file__).parent / "py.typed").exists()
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    hidden = {"Pipe"}
    assert set(classes) | hidden == {name for name in dir(_native) if inspect.isclass(getattr(_native, name))}
    for name, node in classes.items():
        real = getattr(_native, name)
        stubbed = {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
        public = {item for item in vars(real) if not item.startswith("_")}
        assert public == {item for item in stubbed if not item.startswith("_")}, name
        assert inspect.cleandoc(real.__doc__) == ast.get_docstring(node), name
        for item in public:
            assert inspect.cleandoc(getattr(real, item).__doc__) == ast.get_docstring(stubbed[item]), f"{name}.{item}"
        for item in (item for item in public if callable(getattr(real, item))):
            arguments = stubbed[item].args
            told = [a.arg for a in [*arguments.args, *arguments.kwonlyargs] if a.arg != "self"]
            assert told == [p for p in inspect.signature(getattr(real, item)).parameters if p != "self"], item
