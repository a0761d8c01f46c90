#!/usr/bin/env python3
"""Fit the weights of confidence.tsv on relations that a reader called right or wrong.

    confidence.py JUDGED.jsonl > confidence.tsv     fit
    confidence.py --check TEXTS.jsonl FOUND.jsonl   does this script see what the library sees?

TEXTS has one {"id", "text"} a line; FOUND is what `extract --to jsonl --min-confidence 0` wrote for them, in the same order.
JUDGED has one document a line:
    {"text": "…", "document": {…its line of FOUND…}, "judged": [[right, wrong], …]}
with one pair for each relation: how many of its facts (pairs of parties) are right and how many wrong.

The model is a logistic regression over what can be seen of a relation (`features`; src/relation/confidence.rs sees the same), with an
L2 penalty, by coordinate-wise Newton steps. A feature seen fewer than MIN_SEEN times has no row, but for the words before a trigger. The penalty and the number were
chosen by cross-validation over documents.
"""
import json
import math
import sys
import unicodedata
from collections import defaultdict

MIN_SEEN = 8
PENALTY = 4.0
REACH = [(1, "0"), (3, "<3"), (8, "<8"), (16, "<16"), (math.inf, ">=16")]
BETWEEN = [(1, "0"), (2, "1"), (3, "2"), (math.inf, ">=3")]
LENGTH = [(13, "<13"), (25, "<25"), (40, "<40"), (56, "<56"), (math.inf, ">=56")]
# Words before a trigger that tell its noun phrase or clause from others, without accents.
BEFORE = set("le la les l' un une des du de d' leur sa son ses cette aux au pour sur a en par que qui et ou apres . , : « \"".split())


def bucket(value, ranges):
    return next(name for end, name in ranges if value < end)


def in_word(char):
    return char.isalnum() or "\u0300" <= char <= "\u036f"


def words(text):
    """How many words there are: runs of letters, digits and combining marks."""
    return sum(in_word(char) and not in_word(before) for before, char in zip(" " + text, text))


def word_before(text):
    """The last word, without accents and with its apostrophe, or else the last character."""
    text = text.rstrip()
    elided = text[-1:] in ("'", "’")
    stem = text.rstrip("'’") if elided else text
    start = len(stem)
    while start and in_word(stem[start - 1]):
        start -= 1
    if start == len(stem):
        return text[-1:]
    plain = unicodedata.normalize("NFD", stem[start:].lower())
    return "".join(c for c in plain if not unicodedata.combining(c)) + "'" * elided


def features(text, document, relation):
    """(feature, role, value) for everything seen of `relation`; offsets are code points."""
    mentions = {m["id"]: m for m in document["mentions"]}
    trigger = relation["triggers"][0]
    yield "base", "", ""
    yield "type", "", relation["type"]
    yield "rule", "", relation["rule"]
    if relation["polarity"] == "negated":
        yield "polarity", "", "negated"
    yield "modality", "", relation["modality"]
    evidence = relation["evidence"]
    word = word_before(text[evidence["start"]:trigger["start"]])
    yield "before", "", word if word in BEFORE else "other"
    roles = [a["role"] for a in relation["arguments"]]
    for role in ("place", "date"):
        if role in roles:
            yield "told", "", role
    for role in ("actor", "recipient"):
        yield "parties", role, bucket(roles.count(role), BETWEEN)
    for argument in relation["arguments"]:
        role = argument["role"]
        # Whoever stands « aux côtés de » another says nothing of how sure it is.
        if role in ("place", "date") or argument["how"] == "beside":
            continue
        m = mentions[argument["mention"]]
        low, high = min(m["end"], trigger["end"]), max(m["start"], trigger["start"])
        office = m["kind"] == "official" and m["official"]["holder"] is None
        yield "how", role, argument["how"]
        yield "kind", role, "office" if office else m["kind"]
        yield "reach", role, bucket(words(text[low:high]), REACH)
        yield "between", role, bucket(sum(low <= o["start"] < high for o in document["mentions"]), BETWEEN)
    yield "length", "", bucket(words(text[evidence["start"]:evidence["end"]]), LENGTH)


def read(path):
    """(features, facts right, facts wrong) of every relation."""
    with open(path, encoding="utf-8") as file:
        for line in filter(str.strip, file):
            d = json.loads(line)
            for relation, (right, wrong) in zip(d["document"]["relations"], d["judged"]):
                yield list(features(d["text"], d["document"], relation)), right, wrong


def fit(rows):
    """{feature: (weight, right, seen)}"""
    seen, right = defaultdict(int), defaultdict(int)
    for keys, good, bad in rows:
        for key in dict.fromkeys(keys):
            seen[key] += good + bad
            right[key] += good
    kept = [key for key in seen if seen[key] >= MIN_SEEN or key[0] == "before"]
    weight = dict.fromkeys(kept, 0.0)
    holders = {key: [] for key in kept}
    for at, (keys, _, _) in enumerate(rows):
        for key in keys:
            if key in holders:
                holders[key].append(at)
    odds = [0.0] * len(rows)
    for _ in range(200):
        for key in kept:
            penalty = 0.001 if key[0] == "base" else PENALTY
            slope, bend = -penalty * weight[key], penalty
            for at in holders[key]:
                _, good, bad = rows[at]
                p = 1 / (1 + math.exp(-odds[at]))
                slope += good - (good + bad) * p
                bend += (good + bad) * p * (1 - p)
            step = slope / bend
            weight[key] += step
            for at in holders[key]:
                odds[at] += step
    return {key: (weight[key], right[key], seen[key]) for key in kept}


def table():
    """{feature: weight in hundredths} of confidence.tsv."""
    with open(__file__.replace(".py", ".tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return {tuple(row[:3]): int(row[3]) for row in rows if len(row) == 6 and row[0] != "feature"}


def check(texts, found):
    """How many relations there are, and how many to which this script gives another confidence than the library."""
    weights = table()
    relations = wrong = 0
    with open(texts, encoding="utf-8") as texts, open(found, encoding="utf-8") as found:
        for text, document in zip(map(json.loads, texts), map(json.loads, found)):
            assert text["id"] == document["id"], (text["id"], document["id"])
            for relation in document["relations"]:
                odds = sum(weights.get(key, 0) for key in features(text["text"], document, relation)) / 100
                relations += 1
                wrong += abs(1 / (1 + math.exp(-odds)) - relation["confidence"]) > 0.0051
    return relations, wrong


def main():
    if sys.argv[1] == "--check":
        relations, wrong = check(*sys.argv[2:])
        print(f"{relations} relations, {wrong} with another confidence")
        sys.exit(wrong > 0 or relations == 0)
    rows = [row for row in read(sys.argv[1]) if row[1] + row[2] > 0]
    found = fit(rows)
    right, seen = sum(row[1] for row in rows), sum(row[1] + row[2] for row in rows)
    print(f"# Weights of confidence.py, in hundredths of log-odds; fitted on {seen} facts, {right} of them right.")
    print("feature\tparty\tvalue\tlog_odds\tright\tseen")
    for key, (weight, right, seen) in sorted(found.items()):
        print(*key, round(100 * weight), right, seen, sep="\t")


if __name__ == "__main__":
    main()
