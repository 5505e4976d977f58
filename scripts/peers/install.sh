#!/bin/sh
# Installs what others made and our results are held to into .cache/peers: sacrebleu for figures, translate-toolkit and DuckDB as readers of
# what we write. Needs Python 3.9 or later with venv, and PyPI.
set -eu

cache=$(cd "$(dirname "$0")/../.." && pwd)/.cache
target=$cache/peers
packages='sacrebleu==2.6.0 translate-toolkit==3.20.4 duckdb==2.0.0'

if [ "$(cat "$target/installed" 2>/dev/null)" = "$packages" ]; then
  echo "$target is up to date"
  exit 0
fi
mkdir -p "$target"
echo '*' >"$cache/.gitignore"
rm -f "$target/installed"
"${PYTHON:-python3}" -m venv --clear "$target/venv"
# shellcheck disable=SC2086 # a word a package
"$target/venv/bin/pip" install --quiet --disable-pip-version-check $packages
echo "$packages" >"$target/installed"
echo "installed to $target"
