#!/bin/sh
# Installs sacrebleu, the peer that comparisons are held to, into .cache/sacrebleu. Needs Python 3.9 or later with venv, and PyPI.
set -eu

cache=$(cd "$(dirname "$0")/../.." && pwd)/.cache
target=$cache/sacrebleu
version=2.6.0

if [ "$(cat "$target/installed" 2>/dev/null)" = "$version" ]; then
  echo "$target is up to date"
  exit 0
fi
mkdir -p "$target"
echo '*' >"$cache/.gitignore"
rm -f "$target/installed"
"${PYTHON:-python3}" -m venv --clear "$target/venv"
"$target/venv/bin/pip" install --quiet --disable-pip-version-check "sacrebleu==$version"
echo "$version" >"$target/installed"
echo "installed to $target"
