#!/bin/sh
# Installs what others made and our results are held to into .cache/peers: sacrebleu for figures, translate-toolkit and DuckDB as readers of
# what we write. Needs Python 3.9 or later with venv, and PyPI.
set -eu
. "$(dirname "$0")/../venv.sh"

packages='sacrebleu[ja]==2.6.0 translate-toolkit==3.20.4 duckdb==2.0.0'

begin peers "$packages"
# shellcheck disable=SC2086 # a word a package
"$target/venv/bin/pip" install --quiet --disable-pip-version-check $packages
finish
