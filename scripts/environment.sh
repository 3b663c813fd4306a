#!/bin/sh
# Installs into an environment, made where it is missing, what the arguments after its folder say as they say it to pip:
# by uv, which needs seconds where pip needs minutes, and by pip itself where uv is not to be had.
set -eu
folder=$1
shift
python="$folder/bin/python"
[ -x "$python" ] || "${PYTHON:-python3}" -m venv "$folder"
uv=.venv/bin/uv
if [ ! -x "$uv" ] && [ "$folder" = .venv ]; then
  "$python" -m pip install --quiet --disable-pip-version-check "$(grep '^uv==' requirements/dev.txt)" || true
fi
if [ -x "$uv" ] && "$uv" pip install --quiet --python "$python" "$@"; then
  exit
fi
"$python" -m pip install --quiet --disable-pip-version-check "$@"
