#!/bin/sh
# Puts the rules of AMP's validator into the folder .amp. The npm package amphtml-validator is the program alone, which
# asks a network for its rules; Next.js, a framework in the same registry, carries them compiled. They are not ours to
# pass on, so nothing of it is committed.
set -eu
version=15.5.0
sum=f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26
file=package/dist/compiled/amphtml-validator/validator_wasm.js
mkdir -p .amp
npm pack --silent --pack-destination .amp "next@$version" >/dev/null
tar -xzf ".amp/next-$version.tgz" -C .amp --strip-components=4 "$file"
rm ".amp/next-$version.tgz"
"${PYTHON:-python3}" - "$sum" <<'CHECK'
import hashlib, pathlib, sys
found = hashlib.sha256(pathlib.Path(".amp/validator_wasm.js").read_bytes()).hexdigest()
sys.exit(f".amp/validator_wasm.js is not the file that was tried: its SHA-256 is {found}" if found != sys.argv[1] else 0)
CHECK
