"""Documents as three data frames of pandas."""

from typing import TYPE_CHECKING, Any, Dict, Iterable, List, NamedTuple, Optional

from ._native import Document

if TYPE_CHECKING:
    import pandas

# The columns of the tables that `extract --to csv` writes. Columns of whole numbers are nullable.
MENTIONS = {
    "document": "string",
    "mention": "Int64",
    "kind": "string",
    "start": "Int64",
    "end": "Int64",
    "text": "string",
    "entity": "Int64",
    "rule": "string",
    "role": "string",
    "title": "string",
    "portfolio": "string",
    "countries": "object",
    "accredited_to": "object",
    "status": "string",
    "holder": "Int64",
    "place_type": "string",
    "org_type": "string",
    "gazetteer": "string",
    "metonym": "string",
    "timex_type": "string",
    "value": "string",
    "mod": "string",
    "begin": "string",
    "end_value": "string",
}
ENTITIES = {
    "document": "string",
    "entity": "Int64",
    "kind": "string",
    "name": "string",
    "countries": "object",
    "role": "string",
    "mentions": "object",
}
RELATIONS = {
    "document": "string",
    "date": "string",
    "relation": "Int64",
    "type": "string",
    "plover": "string",
    "cameo": "string",
    "polarity": "string",
    "modality": "string",
    "actors": "object",
    "actor_names": "object",
    "actor_countries": "object",
    "recipients": "object",
    "recipient_names": "object",
    "recipient_countries": "object",
    "places": "object",
    "place_names": "object",
    "dates": "object",
    "date_values": "object",
    "events": "object",
    "source": "string",
    "trigger": "object",
    "topic": "string",
    "evidence_start": "Int64",
    "evidence_end": "Int64",
    "evidence": "string",
    "rule": "string",
    "confidence": "Float64",
}

Row = Dict[str, Any]


class Frames(NamedTuple):
    """What :func:`to_frames` gives."""

    mentions: "pandas.DataFrame"
    """One row a mention."""
    entities: "pandas.DataFrame"
    """One row an entity."""
    relations: "pandas.DataFrame"
    """One row a relation."""


def to_frames(documents: Iterable[Document]) -> Frames:
    """The mentions, entities and relations of all documents, with the columns of ``extract --to csv``.

    ``document`` is the id of the document, or its position where it has none. Cells of several values are lists.
    """
    mentions: List[Row] = []
    entities: List[Row] = []
    relations: List[Row] = []
    for position, document in enumerate(documents):
        if not isinstance(document, Document):
            raise TypeError(f"documents[{position}]: expected Document, not {type(document).__name__}")
        record = document.to_dict()
        name = record["id"] or str(position)
        for mention in record["mentions"]:
            mentions.append(_mention(name, mention))
        for entity in record["entities"]:
            entities.append({"document": name, "entity": entity["id"], **entity})
        for relation in record["relations"]:
            relations.append(_relation(name, document.text, record, relation))
    return Frames(_frame(mentions, MENTIONS), _frame(entities, ENTITIES), _frame(relations, RELATIONS))


def _frame(rows: List[Row], columns: Dict[str, str]) -> "pandas.DataFrame":
    import pandas

    values = {name: [row.get(name) for row in rows] for name in columns}
    return pandas.DataFrame({name: pandas.Series(values[name], dtype=kind) for name, kind in columns.items()})


def _mention(name: str, mention: Row) -> Row:
    official = mention.get("official") or {}
    timex = mention.get("timex") or {}
    place = mention.get("place") or {}
    organization = mention.get("organization") or {}
    country = place.get("country") or organization.get("country")
    return {
        **mention,
        **official,
        "document": name,
        "mention": mention["id"],
        "countries": official.get("countries", [country] if country else []),
        "accredited_to": official.get("accredited_to", []),
        "place_type": place.get("place_type"),
        "org_type": organization.get("org_type"),
        "gazetteer": place.get("id") or organization.get("id"),
        "metonym": place.get("metonym"),
        "timex_type": timex.get("type"),
        "value": timex.get("value"),
        "mod": timex.get("mod"),
        "begin": timex.get("begin"),
        "end_value": timex.get("end"),
    }


def _relation(name: str, text: str, record: Row, relation: Row) -> Row:
    mentions, entities = record["mentions"], record["entities"]

    def entity(mention: int) -> Optional[Row]:
        number = mentions[mention].get("entity")
        return None if number is None else entities[number]

    def named(mention: int) -> str:
        return str((entity(mention) or {"name": mentions[mention]["text"]})["name"])

    def country(mention: int) -> Optional[str]:
        return next(iter((entity(mention) or {}).get("countries", [])), None)

    def filling(role: str) -> List[int]:
        return [argument["mention"] for argument in relation["arguments"] if argument["role"] == role]

    actors, recipients, places, dates = map(filling, ["actor", "recipient", "place", "date"])
    start, end = relation["evidence"]["start"], relation["evidence"]["end"]
    return {
        **relation,
        "document": name,
        "date": record["date"],
        "relation": relation["id"],
        "actors": actors,
        "actor_names": [named(mention) for mention in actors],
        "actor_countries": [country(mention) for mention in actors],
        "recipients": recipients,
        "recipient_names": [named(mention) for mention in recipients],
        "recipient_countries": [country(mention) for mention in recipients],
        "places": places,
        "place_names": [named(mention) for mention in places],
        "dates": dates,
        "date_values": [mentions[mention]["timex"]["value"] for mention in dates],
        "events": [named(mention) for mention in filling("event")],
        "source": named(relation["source"]["mention"]) if relation["source"] else None,
        "trigger": [trigger["text"] for trigger in relation["triggers"]],
        "topic": relation["topic"]["text"] if relation["topic"] else None,
        "evidence_start": start,
        "evidence_end": end,
        "evidence": text[start:end],
    }
