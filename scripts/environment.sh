#!/bin/sh
# Usage: environment.sh FOLDER PIP_ARGUMENTS...
# Installs packages into the virtual environment FOLDER, and creates it if it is missing. Uses uv, which needs seconds
# where pip needs minutes, or pip itself if uv is not available.
set -eu
folder=$1
shift
python="$folder/bin/python"
[ -x "$python" ] || "${PYTHON:-python3}" -m venv "$folder"
uv=.venv/bin/uv
if [ ! -x "$uv" ] && [ "$folder" = .venv ]; then
  "$python" -m pip install --quiet --disable-pip-version-check "$(grep -o '^uv==[0-9.]*' requirements/dev.txt)" || true
fi
if [ -x "$uv" ] && "$uv" pip install --quiet --python "$python" "$@"; then
  exit
fi
"$python" -m pip install --quiet --disable-pip-version-check "$@"
