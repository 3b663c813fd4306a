#!/bin/sh
# Usage: environment.sh FOLDER PIP_ARGUMENTS...
# Installs packages into the virtual environment FOLDER, and creates it if it is missing. Uses uv, which needs seconds
# where pip needs minutes, or pip if uv is not available; .venv, which is made first, has both for all of them.
set -eu
folder=$1
shift
python="$folder/bin/python"
uv=.venv/bin/uv
if [ ! -x "$python" ]; then
  like=$("${PYTHON:-python3}" -c "import sys; print(sys.executable)")
  if [ ! -x "$uv" ] || ! "$uv" venv --quiet --python "$like" "$folder"; then
    "$like" -m venv "$folder"
  fi
fi
if [ ! -x "$uv" ] && [ "$folder" = .venv ]; then
  "$python" -m pip install --quiet --disable-pip-version-check "$(grep -o '^uv==[0-9.]*' requirements/dev.txt)" || true
fi
if [ -x "$uv" ] && "$uv" pip install --quiet --python "$python" "$@"; then
  exit
fi
.venv/bin/python -m pip --python "$python" install --quiet --disable-pip-version-check "$@"
