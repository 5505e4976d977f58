#!/bin/sh
# Installs LibreTranslate and two tiny models of our own into .cache/libretranslate, for the live tests. About a minute, 600 MB.
# Needs Python 3.11 or later with venv, and PyPI (or what pip is set to). Says nothing to do when it is done already.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=$(cd "$here/../.." && pwd)/.cache
target=$cache/libretranslate

# Redone when anything it is made of changes.
stamp=$(cat "$here/install.sh" "$here/requirements.txt" "$here/make-model.py" "$here/words.tsv" | cksum)
if [ "$(cat "$target/installed" 2>/dev/null)" = "$stamp" ]; then
  echo "$target is up to date"
  exit 0
fi

mkdir -p "$target"
echo '*' >"$cache/.gitignore"
rm -f "$target/installed"
"${PYTHON:-python3}" -m venv --clear "$target/venv"
"$target/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$here/requirements.txt"
rm -rf "$target/packages"
"$target/venv/bin/python" "$here/make-model.py" "$target/packages"
echo "$stamp" >"$target/installed"
echo "installed to $target"
