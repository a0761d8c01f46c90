"""Generated documents: any number, always the same, with what makes offsets and JSON go wrong."""

import json
import random
from typing import Iterator, List, NamedTuple, Optional

PEOPLE = [
    "le président français Emmanuel Macron",
    "la chancelière allemande Angela Merkel",
    "le ministre sénégalais des Affaires étrangères Cheikh Tidiane Gadio",
    "l'ambassadrice du Canada",
    "Ban Ki-moon",
    "le roi Mohammed VI",
    "l’émissaire de l’ONU",
    "le vice-ministre nord-coréen des Affaires étrangères Im Chon-il",
]
PLACES = ["Berlin", "Dakar", "Hanoï", "Genève", "Nouakchott", "Séoul", "l'Élysée"]
DAYS = ["lundi", "mardi dernier", "le 12 mars", "la semaine prochaine", "hier soir", "en 2004"]
SENTENCES = [
    "{a} a rencontré {b} {day} à {place}.",
    "{a} n'a pas reçu {b} à {place}, selon la présidence.",
    "{a} devrait se rendre à {place} {day}.",
    "« {a} condamne l'attaque », a déclaré {b} à {place}.",
    "{a} et {b} ont signé {day} un accord à {place}.",
    "À {place}, {day}, {b} a accusé {a} de mentir.",
]
ODD = ["😀 ", "\u0000", "\u001f", "e\u0301te\u0301 ", "\u2028", "𝄞", "\ufeff", "</script>", "\u200d", "\x7f", ""]
ODD.append('"\\/\b\f\n\r\t')


class Text(NamedTuple):
    id: str
    text: str
    date: Optional[str]


def documents(count: int, seed: int = 7) -> Iterator[Text]:
    """``count`` documents."""
    chance = random.Random(seed)
    for number in range(count):
        parts: List[str] = []
        for _ in range(chance.randint(0, 3)):
            a, b = chance.sample(PEOPLE, 2)
            sentence = chance.choice(SENTENCES).format(a=a, b=b, day=chance.choice(DAYS), place=chance.choice(PLACES))
            parts.append(chance.choice(ODD) + sentence[0].upper() + sentence[1:])
        date = chance.choice([None, "2005-03-16", "2019-12-31"])
        yield Text(f"d{number}", chance.choice([" ", "\n", "\n\n"]).join(parts), date)


def lines(texts: List[Text]) -> str:
    """The documents as the input of ``extract``."""
    members = ({"id": t.id, "text": t.text, **({"date": t.date} if t.date else {})} for t in texts)
    return "".join(json.dumps(member, ensure_ascii=False) + "\n" for member in members)
