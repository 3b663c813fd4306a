#!/bin/sh
# Usage: matrix.sh NAME PYTEST_ARGUMENTS...
# Runs the quick tests on another Python (NAME is 3.12 or 3.13), or on the oldest Python with the lowest versions that
# pyproject.toml allows (NAME is lowest). A Python that is not installed is reported and skipped.
set -eu
name=$1
version=$name
[ "$name" != lowest ] || version=3.11
python=$(command -v "python$version" || ls -d "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/python 2>/dev/null | tail -1)
# A shim of pyenv may be on the path although no such Python is installed.
if [ -z "$python" ] || ! "$python" -c "" 2>/dev/null; then
  python=$(ls -d "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/python 2>/dev/null | tail -1)
fi
if [ -z "$python" ]; then
  echo "Python $version is not on this machine: nothing is tested on it"
  exit
fi
folder=.venv-matrix/$name
if [ "$name" != lowest ] && .venv/bin/python -c "import sys; sys.exit(sys.version_info[:2] != tuple(map(int, '$version'.split('.'))))"; then
  echo "Python $version is what make test runs on: nothing is tested a second time"
  exit
fi
export PYTHON="$python"
sh scripts/environment.sh "$folder" -r requirements/dev.txt
[ "$name" != lowest ] || sh scripts/environment.sh "$folder" --no-deps -r requirements/lowest.txt
sh scripts/environment.sh "$folder" --no-deps --no-build-isolation --editable .
echo "Quick tests on $("$folder/bin/python" -V), $name versions"
shift
# Assertions that tell the values have to be compiled anew for each Python, which takes longer than most tests.
exec "$folder/bin/python" -m pytest -q -p no:cacheprovider --assert=plain "$@"
