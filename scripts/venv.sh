# Sourced by the installers: a Python environment in .cache/<name>, made again when its stamp is another.

# begin NAME STAMP: sets $target and makes $target/venv; ends the script when that is there already.
begin() {
  cache=$(cd "$(dirname "$0")/../.." && pwd)/.cache
  target=$cache/$1
  stamp=$2
  if [ "$(cat "$target/installed" 2>/dev/null)" = "$stamp" ]; then
    echo "$target is up to date"
    exit 0
  fi
  mkdir -p "$target"
  echo '*' >"$cache/.gitignore"
  rm -f "$target/installed"
  "${PYTHON:-python3}" -m venv --clear "$target/venv"
}

# finish: from now on it is up to date.
finish() {
  echo "$stamp" >"$target/installed"
  echo "installed to $target"
}
