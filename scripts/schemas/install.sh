#!/bin/sh
# Puts the schemas that what we write is held to into .cache/schemas: TMX 1.4b's DTD as OmegaT has it, XLIFF 1.2's as Symfony has it. Taken out of
# Debian's packages, which are not installed. Needs apt-get with its lists, and Python.
set -eu

cache=$(cd "$(dirname "$0")/../.." && pwd)/.cache
target=$cache/schemas
if [ -f "$target/xliff-core-1.2-strict.xsd" ] && [ -f "$target/tmx14.dtd" ]; then
  echo "$target is up to date"
  exit 0
fi

mkdir -p "$target"
echo '*' >"$cache/.gitignore"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# Root's downloads to a folder of its own are no concern of the user that apt-get works as.
apt-get download -qq -o APT::Sandbox::User=root omegat php-symfony-translation
for package in *.deb; do dpkg-deb -x "$package" .; done
"${PYTHON:-python3}" -c '
import sys, zipfile
with zipfile.ZipFile("usr/share/omegat/OmegaT.jar") as jar, open(sys.argv[1] + "/tmx14.dtd", "wb") as out:
    out.write(jar.read("schemas/tmx14.dtd"))
' "$target"
schemas=usr/share/php/Symfony/Component/Translation/Resources/schemas
cp "$schemas/xml.xsd" "$target"
# Nothing is asked of the network while a file is checked.
sed 's#http://www.w3.org/2001/xml.xsd#xml.xsd#' "$schemas/xliff-core-1.2-strict.xsd" >"$target/xliff-core-1.2-strict.xsd"
echo "installed to $target"
