#!/usr/bin/env python3
"""Count the words of texts: the commonest, commonest first, as frequent.txt has them.

    frequent.py TEXTS.jsonl... > frequent.txt

TEXTS have one {"text": "…"} a line. A word is counted when words.tsv or grammar.tsv has it, and kept when it is there at
least LEAST times. What is found never depends on this list, only how fast: its words lie side by side in memory.
"""
import json
import os
import re
import sys
from collections import Counter

LEAST = 3
HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = re.compile(r"[^\W\d_]+'?")
NOTE = """\
# The commonest words of French news, commonest first, counted by frequent.py in the development texts. What is found never
# depends on them: words that nearly every sentence asks for lie side by side in memory.
"""


def known():
    """The words that have a number in the vocabulary."""
    for name in 'words.tsv', 'grammar.tsv':
        with open(os.path.join(HERE, name), encoding='utf-8') as file:
            yield from (line.split('\t')[0] for line in file if not line.startswith('#'))


def main():
    words, count = set(known()), Counter()
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as file:
            for line in file:
                text = json.loads(line)['text'].lower().replace('’', "'")
                count.update(word for word in TOKEN.findall(text) if word in words)
    kept = sorted((-n, word) for word, n in count.items() if n >= LEAST)
    print(NOTE + '\n'.join(word for _, word in kept))


main()
