"""The Rust engine behind ``depeche``."""

import datetime
from os import PathLike
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple, Union, final

_Date = Union[str, datetime.date, None]
_Id = Union[str, int]
_File = Union[str, PathLike[str], Tuple[str, str]]

@final
class Extractor:
    """Finds mentions, entities and relations in French texts.

    ``gazetteers`` and ``relations`` are files of your own: paths, or pairs of
    name and content. Relations whose ``confidence`` is below
    ``min_confidence`` are left out; 0 keeps all. An extractor is immutable,
    can be shared by threads and pickles with the contents of its files.
    """

    def __new__(
        cls,
        gazetteers: Optional[Iterable[_File]] = None,
        relations: Optional[Iterable[_File]] = None,
        *,
        min_confidence: Optional[float] = None,
    ) -> Extractor: ...
    def extract(self, text: str, date: _Date = None, *, id: Optional[_Id] = None) -> Document:
        """Reads one text.

        ``date`` is the day the text was written, by which « jeudi » is read:
        a ``datetime.date`` or ``"2019-03-15"``. Without it the text's own
        header is looked at. ``id`` names the document in its JSON.
        """
    def extract_batch(
        self,
        texts: Iterable[str],
        dates: Optional[Iterable[_Date]] = None,
        threads: Optional[int] = None,
        *,
        ids: Optional[Iterable[_Id]] = None,
    ) -> List[Document]:
        """Reads many texts on several threads, without the interpreter's lock; the documents come in the order of the texts.

        ``dates`` has one date or ``None`` for each text. ``threads`` is by
        default the number of cores. ``ids`` are by default the positions.
        """
    def pipe(
        self,
        texts: Iterable[Union[str, Tuple[str, _Date]]],
        batch_size: int = 256,
        threads: Optional[int] = None,
    ) -> Iterator[Document]:
        """Reads a stream of texts, or of pairs of text and date, and yields their documents in order.

        No more than ``batch_size`` texts are in memory at once.
        """
    @property
    def gazetteers(self) -> List[Tuple[str, str]]:
        """Names of your own: pairs of file name and content."""
    @property
    def relations(self) -> List[Tuple[str, str]]:
        """Relations of your own: pairs of file name and content."""
    @property
    def min_confidence(self) -> Optional[float]:
        """The bound given by the caller; ``None``: the default."""

@final
class Document:
    """What was found in one text: mentions, entities, relations.

    Spans count code points: ``document.text[m.start:m.end] == m.text``.
    """

    @staticmethod
    def from_json(text: str, json: str) -> Document:
        """A document out of a text and the JSON line that was written for it, by ``to_json`` or by ``extract --to jsonl``."""
    @property
    def text(self) -> str:
        """The text."""
    @property
    def id(self) -> str:
        """The id given by the caller."""
    @property
    def date(self) -> Optional[str]:
        """The reference date that was used, ISO 8601."""
    @property
    def date_source(self) -> Optional[str]:
        """Where that came from: ``caller``, ``header``, ``dateline``."""
    @property
    def mentions(self) -> List[Mention]:
        """All mentions, by start, never overlapping."""
    @property
    def entities(self) -> List[Entity]:
        """All entities, by first mention."""
    @property
    def relations(self) -> List[Relation]:
        """All relations, by first trigger."""
    def mention(self, id: int) -> Mention:
        """The mention with this id."""
    def entity(self, id: int) -> Entity:
        """The entity with this id."""
    def relation(self, id: int) -> Relation:
        """The relation with this id."""
    def to_json(self) -> str:
        """The document as ``extract --to jsonl`` writes it, byte for byte, without the line feed."""
    def to_dict(self) -> Dict[str, Any]:
        """The same as dictionaries and lists."""
    def _repr_html_(self) -> str: ...

@final
class Mention:
    """A stretch of text that names a person, an office, a place, an organisation, an event or a date."""

    @property
    def document(self) -> Document:
        """The document it stands in."""
    @property
    def id(self) -> int:
        """Number in the document."""
    @property
    def kind(self) -> str:
        """``person``, ``official``, ``place``, ``organization``, ``event``, ``date``."""
    @property
    def start(self) -> int:
        """First code point."""
    @property
    def end(self) -> int:
        """One past the last code point."""
    @property
    def text(self) -> str:
        """The words."""
    @property
    def entity(self) -> Optional[Entity]:
        """Whom or what it means; dates have no entity."""
    @property
    def rule(self) -> str:
        """The gazetteer row or rule that found it."""
    @property
    def official(self) -> Optional[Official]:
        """The office, of an official."""
    @property
    def timex(self) -> Optional[Timex]:
        """The value, of a date."""
    @property
    def place(self) -> Optional[Place]:
        """Type and country, of a place."""
    @property
    def organization(self) -> Optional[Organization]:
        """Type and country, of an organisation."""

@final
class Entity:
    """Who or what one or several mentions stand for."""

    @property
    def document(self) -> Document:
        """The document it stands in."""
    @property
    def id(self) -> int:
        """Number in the document."""
    @property
    def kind(self) -> str:
        """As of a mention."""
    @property
    def name(self) -> str:
        """The fullest name."""
    @property
    def countries(self) -> List[str]:
        """Countries it serves, is, or lies in."""
    @property
    def role(self) -> Optional[str]:
        """Its office."""
    @property
    def mentions(self) -> List[Mention]:
        """Its mentions."""

@final
class Relation:
    """Who did what to whom, where and when, whether it is so, and who says it."""

    @property
    def document(self) -> Document:
        """The document it stands in."""
    @property
    def id(self) -> int:
        """Number in the document."""
    @property
    def type(self) -> str:
        """Its type, such as ``met_with``."""
    @property
    def plover(self) -> Optional[str]:
        """PLOVER code of the type."""
    @property
    def cameo(self) -> Optional[str]:
        """The most general certain CAMEO code."""
    @property
    def polarity(self) -> str:
        """``affirmed``, ``negated``."""
    @property
    def modality(self) -> str:
        """``fact``, ``planned``, ``possible``, ``hearsay``, ``desired``, ``cancelled``, ``postponed``."""
    @property
    def triggers(self) -> List[Stretch]:
        """The stretches that say it."""
    @property
    def evidence(self) -> Stretch:
        """The stretch it was read from."""
    @property
    def arguments(self) -> List[Argument]:
        """All arguments, in the order of the JSON."""
    @property
    def actors(self) -> List[Mention]:
        """Who acts."""
    @property
    def recipients(self) -> List[Mention]:
        """Towards whom."""
    @property
    def places(self) -> List[Mention]:
        """Where."""
    @property
    def dates(self) -> List[Mention]:
        """When."""
    @property
    def events(self) -> List[Mention]:
        """The events it is part of."""
    @property
    def topic(self) -> Optional[Stretch]:
        """What it is about."""
    @property
    def source(self) -> Optional[Mention]:
        """Who says so."""
    @property
    def rule(self) -> str:
        """The frame that found it."""
    @property
    def confidence(self) -> float:
        """How likely it is to be right, 0 to 1."""

@final
class Argument:
    """One argument of a relation."""

    @property
    def role(self) -> str:
        """``actor``, ``recipient``, ``place``, ``date``, ``event``."""
    @property
    def how(self) -> str:
        """The grammatical slot it fills."""
    @property
    def mention(self) -> Mention:
        """The mention that fills it."""
    @property
    def entity(self) -> Optional[Entity]:
        """The entity behind it; dates have none."""

@final
class Stretch:
    """A stretch of text with its words."""

    @property
    def start(self) -> int:
        """First code point."""
    @property
    def end(self) -> int:
        """One past the last code point."""
    @property
    def text(self) -> str:
        """The words."""

@final
class Official:
    """An office."""

    @property
    def role(self) -> str:
        """Out of the closed list of roles."""
    @property
    def title(self) -> str:
        """The head noun as written."""
    @property
    def portfolio(self) -> Optional[str]:
        """What the office is for."""
    @property
    def countries(self) -> List[str]:
        """Whom they serve."""
    @property
    def accredited_to(self) -> List[str]:
        """The receiving states or organisations."""
    @property
    def status(self) -> str:
        """``current``, ``former``, ``acting``, ``elect``, ``outgoing``."""
    @property
    def holder(self) -> Optional[Mention]:
        """The mention of the person it names."""

@final
class Timex:
    """A TIMEX3 expression."""

    @property
    def type(self) -> str:
        """``DATE``, ``TIME``, ``DURATION``, ``SET``."""
    @property
    def value(self) -> Optional[str]:
        """The value."""
    @property
    def mod(self) -> Optional[str]:
        """``START``, ``MID``, ``END``, ``APPROX``…"""
    @property
    def begin(self) -> Optional[str]:
        """Where an interval begins."""
    @property
    def end(self) -> Optional[str]:
        """Where an interval ends."""

@final
class Place:
    """What is known of a place."""

    @property
    def place_type(self) -> str:
        """``country``, ``city``, ``region``…"""
    @property
    def country(self) -> Optional[str]:
        """The country it is or lies in."""
    @property
    def id(self) -> Optional[str]:
        """Gazetteer row."""
    @property
    def metonym(self) -> Optional[str]:
        """What it stands for here: ``government``, ``institution``."""

@final
class Organization:
    """What is known of an organisation."""

    @property
    def org_type(self) -> str:
        """``ministry``, ``government``, ``international``…"""
    @property
    def country(self) -> Optional[str]:
        """Its country."""
    @property
    def id(self) -> Optional[str]:
        """Gazetteer row."""
