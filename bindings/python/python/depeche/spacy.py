"""A component for spaCy: ``nlp.add_pipe("depeche")`` on any French pipeline, ``spacy.blank("fr")`` included.

It sets ``doc.ents``, ``doc.spans["depeche"]`` and ``doc._.relations``. The day a text was written is read from
``doc._.depeche_date``, where it is set.
"""

from typing import Any, Iterable, Iterator, List, Optional, Sequence, Tuple

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

from ._native import Document, Extractor, Relation

KEY = "depeche"
"""The key of the spans in ``doc.spans`` and of the JSON in ``doc.user_data``."""


def document(doc: Doc) -> Optional[Document]:
    """What was found in ``doc``, as :class:`depeche.Document`; ``None`` where the component did not run."""
    json = doc.user_data.get(KEY)
    return None if json is None else Document.from_json(doc.text, json)


def relations(doc: Doc) -> List[Relation]:
    """The relations of ``doc``."""
    found = document(doc)
    return [] if found is None else found.relations


class Component:
    """Runs an :class:`depeche.Extractor` in a pipeline."""

    def __init__(self, extractor: Extractor, overwrite_ents: bool, alignment_mode: str, threads: Optional[int]) -> None:
        self.extractor = extractor
        self.overwrite_ents = overwrite_ents
        self.alignment_mode = alignment_mode
        self.threads = threads

    def __call__(self, doc: Doc) -> Doc:
        return self._put(doc, self.extractor.extract(doc.text, doc._.depeche_date))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """The same for many, a batch at a time and on several threads."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            dates = [doc._.depeche_date for doc in docs]
            found = self.extractor.extract_batch([doc.text for doc in docs], dates, self.threads)
            for doc, document in zip(docs, found):
                yield self._put(doc, document)

    def _put(self, doc: Doc, document: Document) -> Doc:
        spans: List[Span] = []
        for mention in document.mentions:
            place, organization = mention.place, mention.organization
            row = (place and place.id) or (organization and organization.id) or ""
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.kind.upper(),
                kb_id=row,
                alignment_mode=self.alignment_mode,
            )
            # None: the tokens of the pipeline do not go with the mention.
            if span is not None and len(span) > 0:
                spans.append(span)
        doc.spans[KEY] = spans
        ours, others = filter_spans(spans), list(doc.ents)
        first, second = (ours, others) if self.overwrite_ents else (others, ours)
        taken = {token.i for span in first for token in span}
        doc.ents = [*first, *(span for span in second if not any(token.i in taken for token in span))]
        doc.user_data[KEY] = document.to_json()
        return doc

    # The component has nothing that a config does not say: there is nothing to write to disk.
    def to_disk(self, path: Any, *, exclude: Sequence[str] = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: Any, *, exclude: Sequence[str] = ()) -> "Component":
        """Nothing to read."""
        return self

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> "Component":
        """Nothing to read."""
        return self


@Language.factory(
    "depeche",
    assigns=["doc.ents", "doc.spans", "doc._.relations"],
    default_config={
        "gazetteers": [],
        "relations": [],
        "min_confidence": None,
        "overwrite_ents": True,
        "alignment_mode": "expand",
        "threads": None,
    },
)
def create(
    nlp: Language,
    name: str,
    gazetteers: List[str],
    relations: List[str],
    min_confidence: Optional[float],
    overwrite_ents: bool,
    alignment_mode: str,
    threads: Optional[int],
) -> Component:
    """Makes the component.

    :param gazetteers: files with names of your own.
    :param relations: files with relations of your own.
    :param min_confidence: as of :class:`depeche.Extractor`.
    :param overwrite_ents: whether entities of earlier components give way where they overlap.
    :param alignment_mode: ``strict``, ``contract`` or ``expand``, as in ``Doc.char_span``.
    :param threads: threads of ``nlp.pipe``; by default the number of cores.
    """
    extractor = Extractor(gazetteers, relations, min_confidence=min_confidence)
    return Component(extractor, overwrite_ents, alignment_mode, threads)


def _extend() -> None:
    extensions: List[Tuple[str, Any]] = [("relations", {"getter": relations}), ("depeche_date", {"default": None})]
    for extension, how in extensions:
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, **how)


_extend()
