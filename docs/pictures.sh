#!/usr/bin/env bash
# Makes the README's pictures anew out of the articles of examples/corpus. Needs Chromium (Debian: apt-get install chromium).
set -euo pipefail
cd "$(dirname "$0")/.."

browser=
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then browser=$name && break; fi
done
[ -n "$browser" ] || { echo "docs/pictures.sh: no Chromium" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --example report --example network
examples=${CARGO_TARGET_DIR:-target}/debug/examples

"$examples/network" examples/corpus/gold.jsonl --by country --most 40 --to svg --force --out docs/network.svg
"$examples/report" examples/corpus/gold.jsonl --title "Trente-sept articles" --out "$work/report.html"

shot() { # picture, width, height, what is hidden so that the rest comes into the picture
  sed "0,/<\/style>/s//$4 { display: none } section { margin: 0 }<\/style>/" "$work/report.html" >"$work/shown.html"
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size="$2,$3" --screenshot="$PWD/docs/$1" "file://$work/shown.html" >/dev/null 2>&1
}
shot timeline.png 900 590 'header, #network, #tables, #documents'
shot article.png 900 830 'header, #network, #tables, #timeline, #documents > h2, article:not([id*="-08-"])'
ls -l docs
