"""Who met whom, where and when: French diplomatic text in, people, places, dates and relations out.

>>> import depeche
>>> document = depeche.Extractor().extract("Le président Emmanuel Macron a rencontré Angela Merkel à Berlin.")
>>> [relation.type for relation in document.relations]
['met_with']

``depeche.spacy`` is a component for spaCy, ``depeche.spark`` reads the data frames of Spark; both are imported when they
are wanted, so that neither tool has to be installed.
"""

from ._native import (
    Argument,
    Document,
    Entity,
    Extractor,
    Mention,
    Official,
    Organization,
    Place,
    Relation,
    Stretch,
    Timex,
)
from .errors import DataError, Fault, FrameError, GazetteerError
from .frames import Frames, to_frames

__all__ = [
    "Argument",
    "DataError",
    "Document",
    "Entity",
    "Extractor",
    "Fault",
    "FrameError",
    "Frames",
    "GazetteerError",
    "Mention",
    "Official",
    "Organization",
    "Place",
    "Relation",
    "Stretch",
    "Timex",
    "to_frames",
]
