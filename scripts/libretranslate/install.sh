#!/bin/sh
# Installs LibreTranslate and two tiny models of our own into .cache/libretranslate, for the live tests. About a minute, 600 MB.
# Needs Python 3.11 or later with venv, and PyPI (or what pip is set to). Says nothing to do when it is done already.
set -eu
. "$(dirname "$0")/../venv.sh"

here=$(cd "$(dirname "$0")" && pwd)

# Redone when anything it is made of changes.
begin libretranslate "$(cat "$here/install.sh" "$here/requirements.txt" "$here/make-model.py" "$here/words.tsv" | cksum)"
"$target/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$here/requirements.txt"
rm -rf "$target/packages"
"$target/venv/bin/python" "$here/make-model.py" "$target/packages"
finish
