#!/usr/bin/env python3
"""Check every gazetteer table in this folder against its column contract.

    python3 gazetteers/check.py [--warn] [--iso DIR_OR_WHEEL] [FILE.tsv ...]

Standard library only. Prints `file:line:column: expected ..., found ...` for each fault (line from 1, column from 1) and
exits 1 when there is one, 0 otherwise, 2 on wrong usage. --warn adds what may be right but deserves a look (the same
name in two rows). --iso reads ISO 3166-1 and 3166-3 from an unpacked or packed pycountry and reports codes that are missing.
"""
import json
import os
import re
import sys
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))

PLACE = 'id name variants place_type country article policy metonym source'
NAMES = 'name weight source'
COLUMNS = {
    'office_words': 'word class value',
    'countries': 'id name variants official article source',
    'demonyms': 'id masc masc_pl fem fem_pl countries source',
    'demonym_prefixes': 'id prefix countries source',
    'cities': PLACE, 'cities_extra': PLACE, 'regions': PLACE, 'regions_extra': PLACE, 'buildings': PLACE,
    'organizations': 'id name variants org_type country article policy source',
    'titles': 'id masc masc_pl fem fem_pl role complements source',
    'organization_heads': 'id noun plural org_type complements', 'name_cues': 'cue words', 'metonymy': 'class words',
    'country_nouns': 'noun countries',
    'portfolios': 'id name variants',
    'leaders': 'id name variants country role from to source',
    'given_names': NAMES + ' gender', 'family_names': NAMES, 'given_names_mpl': NAMES, 'family_names_mpl': NAMES,
    'events': 'id name variants source',
    'verbs': 'lemma class irregular',
    'words': 'word bits',
    'grammar': 'form category canonical',
    'confidence': 'feature party value log_odds right seen',
}
COLUMNS = {name: columns.split() for name, columns in COLUMNS.items()}
# Files in which only the first row's shape and the text are checked: rows may repeat a form, or stand in another order.
FREE_ORDER = {'confidence', 'grammar', 'metonymy', 'name_cues', 'office_words'}
# Columns that may be empty.
OPTIONAL = {'party', 'value', 'variants', 'from', 'to', 'irregular', 'canonical', 'article', 'gender'}

PLACE_TYPES = 'country city region continent water building area'.split()
ORG_TYPES = 'ministry government international party media armed_group other'.split()
POLICIES = 'free context exact'.split()
METONYMS = '- government institution'.split()
ARTICLES = "le la l' les -".split()
COMPLEMENTS = 'country portfolio organization city person'.split()
ROLES = '''head_of_state head_of_government monarch vice_president foreign_minister defence_minister minister deputy_minister
state_secretary ambassador consul envoy spokesperson secretary_general legislator speaker governor mayor military_officer
party_leader religious_leader judge negotiator adviser official head_of_organization'''.split()
# Offices of one holder at a time in a country.
UNIQUE = 'head_of_state head_of_government monarch vice_president foreign_minister defence_minister secretary_general speaker'.split()
CLOSED = {'gender': ['m', 'f', ''], 'place_type': PLACE_TYPES, 'org_type': ORG_TYPES, 'policy': POLICIES, 'metonym': METONYMS, 'role': ROLES}
# Codes of bodies that own officials, organisations and demonyms as a country does.
BODIES = set('EU UN NATO'.split())
MAX_CODE = 23  # bytes
DATE = re.compile(r'(\d{4}(-\d\d(-\d\d)?)?)?$')
# ISO 3166 codes left out on purpose: uninhabited, transitional or merged long ago and never in the news.
ISO_LEFT_OUT = set('BV BQAQ BUMM BYAA CTKI FQHH FXFR JTUM MIUM NQAQ NTHH PCHH PUUM TPTL WKUM'.split())

# Demonyms whose forms are not those of the rule below.
DEMONYM_EXCEPTIONS = set('''afar amazigh andalou amhara bambara burkinabè burkinabé chypriote-turc conakryka dogon grec hmong hutu igbo
    inuit khmer kirghiz lao letton malagasy nippon oromo ouzbek pachtoun papouan-néo-guinéen peul rohingya songhaï touareg turc thaï tutsi valaisan
    wallisien-et-futunien yoruba'''.split()) | {'chypriote grec'}
# Title words with an irregular plural, or none.
INVARIABLE = set('''pm sg pdt pdte céma en chef hommes raïs n négus'''.split())
IRREGULAR_PLURAL = {'naval': 'navals', 'secretary': 'secretaries'}


def fold(text):
    """Case, accents, hyphens and ligatures away: what the matcher compares."""
    text = unicodedata.normalize('NFD', text.lower().replace('œ', 'oe').replace('æ', 'ae'))
    return ' '.join(''.join(c for c in text if not unicodedata.combining(c)).replace('-', ' ').split())


def plural(word):
    """The regular plural of a noun or adjective."""
    if word in IRREGULAR_PLURAL:
        return IRREGULAR_PLURAL[word]
    if word[-1] in 'sxz':
        return word
    if word.endswith('al'):
        return word[:-2] + 'aux'
    if word.endswith(('eau', 'eu')):
        return word + 'x'
    return word + 's'


def feminine(word):
    """The regular feminine of a demonym."""
    if word[-1] in 'ea':
        return word
    if word.endswith(('en', 'on')):
        return word + 'ne'
    return word + 'e'


def before(one, other):
    """Whether a date is surely before another, each as precise as it is."""
    width = min(len(one), len(other))
    return one[:width] < other[:width]


class Checker:
    def __init__(self, warn):
        self.faults = []
        self.warn = warn
        self.codes = set()
        self.bodies = set()
        self.pairs = {}
        self.excused = set()
        self.rows = 0

    def fault(self, name, line, column, message, found=None):
        tail = '' if found is None else f', found {found!r}'
        self.faults.append((name, line, column, f'{name}:{line}:{column}: expected {message}{tail}'))

    def note(self, name, line, column, message):
        if self.warn:
            print(f'{name}:{line}:{column}: note: {message}')

    def read(self, path):
        """The data rows of a table as (line, cells); faults of the text itself are reported."""
        name = os.path.basename(path)
        stem = name[:-4]
        with open(path, 'rb') as file:
            data = file.read()
        try:
            text = data.decode('utf-8')
        except UnicodeDecodeError as error:
            self.fault(name, data.count(b'\n', 0, error.start) + 1, 1, f'UTF-8 ({error.reason})')
            return stem, []
        if text.startswith('\ufeff'):
            self.fault(name, 1, 1, 'no byte order mark')
            text = text[1:]
        if '\r' in text:
            self.fault(name, text.count('\n', 0, text.index('\r')) + 1, 1, 'line ends without carriage return')
        if text and not text.endswith('\n'):
            self.fault(name, text.count('\n') + 1, 1, 'a line end at the end of the file')
        columns = COLUMNS.get(stem)
        if columns is None:
            self.fault(name, 1, 1, 'a file name known to this script (COLUMNS)', stem)
            return stem, []
        header, rows = None, []
        for number, line in enumerate(text.split('\n')[:-1], 1):
            if not unicodedata.is_normalized('NFC', line):
                self.fault(name, number, 1, 'text in NFC')
            # A comment is a line that begins with « # »; the packed word lists have none.
            if line.startswith('#'):
                real = re.match(r'# real overlap: (\S+) (\S+) \S', line)
                if real:
                    self.excused.add(frozenset(real.groups()))
                continue
            if not line.strip():
                self.fault(name, number, 1, 'a row or a comment', 'an empty line')
                continue
            cells = line.split('\t')
            if header is None:
                header = cells
                if cells != columns:
                    self.fault(name, number, 1, f'the header {" ".join(columns)}', ' '.join(cells))
                continue
            if len(cells) != len(columns):
                self.fault(name, number, min(len(cells), len(columns)) + 1, f'{len(columns)} columns', len(cells))
                continue
            for i, cell in enumerate(cells, 1):
                for bad, what in (('\u2019', 'straight apostrophes'), ('\u2018', 'straight apostrophes'),
                                  ('\u02bc', 'straight apostrophes'), ('\u00a0', 'plain spaces'), ('\u202f', 'plain spaces')):
                    if bad in cell:
                        self.fault(name, number, i, what, cell)
                if cell != cell.strip() or '  ' in cell:
                    self.fault(name, number, i, 'no spare spaces', cell)
                if not cell and columns[i - 1] not in OPTIONAL:
                    self.fault(name, number, i, f'a value for {columns[i - 1]}', '')
            rows.append((number, dict(zip(columns, cells))))
        if header is None:
            self.fault(name, 1, 1, f'the header {" ".join(columns)}', 'no line')
        self.rows += len(rows)
        return stem, rows

    def order(self, stem, rows):
        """Sorted by the first column in byte order, without duplicates; `_extra` and `_mpl` files share their main file's ids."""
        if stem in FREE_ORDER:
            return
        name, key = stem + '.tsv', COLUMNS[stem][0]
        previous = None
        for line, row in rows:
            value = row[key].encode()
            if previous is not None and value < previous:
                self.fault(name, line, 1, f'rows sorted by {key} (after {previous.decode()!r})', row[key])
            elif previous is not None and value == previous:
                self.fault(name, line, 1, f'a row with a new {key}', row[key])
            previous = value
        family = re.sub(r'_extra$', '', stem)
        if key == 'id':
            seen = self.pairs.setdefault(family, {})
            for line, row in rows:
                other = seen.setdefault(row['id'], stem)
                if other != stem:
                    self.fault(name, line, 1, f'an id that {other}.tsv does not have', row['id'])

    def variants(self, name, line, column, row):
        forms = row['variants'].split('|') if row['variants'] else []
        for form in forms:
            if not form.strip():
                self.fault(name, line, column, 'no empty variant', row['variants'])
            elif form != form.strip():
                self.fault(name, line, column, 'no spaces around |', form)
        known = [row['name']]
        for form in forms:
            if form in known:
                self.fault(name, line, column, 'no variant twice (name included)', form)
            known.append(form)

    def country(self, name, line, column, value, many=False):
        for code in value.split(',') if many else [value]:
            if code == '-' or code in BODIES or code in self.codes:
                continue
            self.fault(name, line, column, 'an id of countries.tsv, EU, UN, NATO or -', code)

    def table(self, stem, rows):
        name, columns = stem + '.tsv', COLUMNS[stem]
        at = {c: i for i, c in enumerate(columns, 1)}
        self.order(stem, rows)
        for line, row in rows:
            for column, values in CLOSED.items():
                if column in row and row[column] not in values:
                    self.fault(name, line, at[column], 'one of ' + ' '.join(values), row[column])
            if 'article' in row and row['article'] not in ARTICLES:
                self.fault(name, line, at['article'], 'one of ' + ' '.join(ARTICLES), row['article'])
            if 'variants' in row:
                self.variants(name, line, at['variants'], row)
            if 'country' in row and stem != 'leaders':
                self.country(name, line, at['country'], row['country'])
            if 'countries' in row:
                self.country(name, line, at['countries'], row['countries'], many=True)
            if 'weight' in row and row['weight'] not in '12345':
                self.fault(name, line, at['weight'], 'a weight from 1 to 5', row['weight'])
            for column in ('from', 'to'):
                if column in row and not DATE.match(row[column]):
                    self.fault(name, line, at[column], 'an ISO date or nothing', row[column])
            if row.get('from') and row.get('to') and row['to'] < row['from'][:len(row['to'])]:
                self.fault(name, line, at['to'], f'a day after {row["from"]}', row['to'])
        special = getattr(self, 'check_' + stem, None)
        if special:
            for line, row in rows:
                special(name, line, at, row)
        if stem == 'leaders':
            self.overlaps(name, rows, self.excused)
        if self.warn and 'name' in at and 'variants' in at:
            owners = {}
            for line, row in rows:
                forms = {fold(f) for f in [row['name'], *row['variants'].split('|')] if f}
                for form in sorted(forms):
                    other = owners.setdefault(form, row['id'])
                    if other != row['id']:
                        self.note(name, line, at['variants'], f'{form!r} is also a name of {other!r}')

    def check_leaders(self, name, line, at, row):
        code = row['country']
        if not (code == '-' or code in BODIES or code in self.codes or fold(code) in self.bodies):
            self.fault(name, line, at['country'], 'an id of countries.tsv, or EU, UN, NATO or a name or id in organizations.tsv', code)

        if (row['from'] or row['to']) and row['source'] == 'hand':
            self.fault(name, line, at['from'], 'no date without a source (hand/leader_terms.tsv)', row['from'] or row['to'])

    def overlaps(self, name, rows, excused):
        """An office of one holder has no two at a time, unless a comment says the overlap is real."""
        offices = {}
        for line, row in rows:
            if row['role'] in UNIQUE and row['from']:
                offices.setdefault((row['country'], row['role']), []).append((row['from'], line, row))
        for terms in offices.values():
            terms.sort(key=lambda term: term[:2])
            for at, (begun, _, one) in enumerate(terms):
                for start, line, other in terms[at + 1:]:
                    if one['name'] != other['name'] and before(start, one['to']) and before(begun, other['to'] or '9999') \
                            and frozenset((one['id'], other['id'])) not in excused:
                        self.fault(name, line, 6, f"a beginning after {one['to']}, the end of {one['id']!r}", start)

    def check_countries(self, name, line, at, row):
        code = row['id']
        if not re.fullmatch(r'[A-Z]{2}|[A-Z]{4}|[a-z][a-z-]+', code) or len(code) > MAX_CODE:
            self.fault(name, line, at['id'], f'an ISO code or a lower-case id of at most {MAX_CODE} bytes', code)

    def forms(self, name, line, at, row, pairs):
        """Each plural must have as many words as its singular, each the same or its regular plural."""
        for one, many in pairs:
            a, b = re.findall(r"[^\s'-]+", row[one]), re.findall(r"[^\s'-]+", row[many])
            good = len(a) == len(b) and all(x == y or y == plural(x) for x, y in zip(a, b))
            if good and a == b and not any(c.isdigit() for c in row[one]) and a[0][-1] not in 'sxz' and a[0].lower() not in INVARIABLE and not row[one].startswith(
                    ('porte-', 'vice-porte-', 'lider ', 'burkinabè', 'lao')):
                good = False
            if not good:
                self.fault(name, line, at[many], f'the plural of {row[one]!r}', row[many])

    def check_titles(self, name, line, at, row):
        self.forms(name, line, at, row, (('masc', 'masc_pl'), ('fem', 'fem_pl')))
        values = row['complements'].split(',')
        if values != ['-'] and (values != sorted(set(values), key=lambda v: (COMPLEMENTS + [v]).index(v))
                                or not set(values) <= set(COMPLEMENTS)):
            self.fault(name, line, at['complements'], '- or some of ' + ','.join(COMPLEMENTS) + ' in this order', row['complements'])

    def check_demonyms(self, name, line, at, row):
        if row['masc'] != row['masc'].lower():
            self.fault(name, line, at['masc'], 'a lower-case form', row['masc'])
        if row['masc'] in DEMONYM_EXCEPTIONS:
            # Several words, an invariable word, a changed stem: only the initial must agree.
            for column in ('masc_pl', 'fem', 'fem_pl'):
                if fold(row[column])[:2] != fold(row['masc'])[:2]:
                    self.fault(name, line, at[column], f'a form of {row["masc"]!r}', row[column])
            return
        want = {'masc_pl': plural(row['masc']), 'fem': feminine(row['masc'])}
        want['fem_pl'] = want['fem'] + 's'
        for column, form in want.items():
            if row[column] != form:
                self.fault(name, line, at[column], f'{form!r} (or the row in DEMONYM_EXCEPTIONS)', row[column])

    def check_demonym_prefixes(self, name, line, at, row):
        if row['prefix'] != row['prefix'].lower() or row['prefix'].endswith('-'):
            self.fault(name, line, at['prefix'], 'a lower-case prefix without its hyphen', row['prefix'])


def iso_codes(source):
    """ISO 3166-1 alpha-2 and ISO 3166-3 alpha-4 codes of a pycountry folder or wheel."""
    def load(name):
        inner = f'pycountry/databases/{name}.json'
        if os.path.isdir(source):
            with open(os.path.join(source, inner), 'rb') as file:
                return json.load(file)
        with zipfile.ZipFile(source) as wheel:
            return json.loads(wheel.read(inner))
    return ({c['alpha_2'] for c in load('iso3166-1')['3166-1']}, {c['alpha_4'] for c in load('iso3166-3')['3166-3']})


def main(argv):
    warn, iso, paths = False, None, []
    arguments = iter(argv)
    for argument in arguments:
        if argument == '--warn':
            warn = True
        elif argument == '--iso':
            iso = next(arguments, None)
            if iso is None:
                print(__doc__, file=sys.stderr)
                return 2
        elif argument.startswith('-'):
            print(__doc__, file=sys.stderr)
            return 2
        else:
            paths.append(argument)
    paths = paths or sorted(os.path.join(HERE, f) for f in os.listdir(HERE) if f.endswith('.tsv') and f != 'example_custom.tsv')
    checker = Checker(warn)
    countries = os.path.join(HERE, 'countries.tsv')
    if os.path.exists(countries):
        silent = Checker(False)
        checker.codes = {row['id'] for _, row in silent.read(countries)[1]}
    organizations = os.path.join(HERE, 'organizations.tsv')
    if os.path.exists(organizations):
        for _, row in Checker(False).read(organizations)[1]:
            checker.bodies |= {fold(f) for f in [row['id'], row['name'], *row['variants'].split('|')] if f}
    for path in paths:
        if not os.path.isfile(path):
            print(f'{path}: no such file', file=sys.stderr)
            return 2
        checker.table(*checker.read(path))
    if iso:
        current, former = iso_codes(iso)
        for code in sorted((current | former) - checker.codes - ISO_LEFT_OUT):
            checker.fault('countries.tsv', 1, 1, f'a row for ISO 3166 code {code}')
        upper = {c for c in checker.codes if c.isupper()} - {'XK'}
        for code in sorted(upper - current - former):
            checker.fault('countries.tsv', 1, 1, 'an ISO 3166 code (or a lower-case id)', code)
    for *_, text in sorted(checker.faults):
        print(text)
    if not checker.faults:
        print(f'{len(paths)} files, {checker.rows} rows: no fault')
    return 1 if checker.faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
