#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Generated pictures, transformed, hashed by `recours` and by Meta's code; a row a transform. Builds nothing;
# RECOURS_BIN_DIR says where the programs are. PICTURES and SEED may be set.
#   CONTROL=1   the hashes are those of a transform one frequency off, and every row must fail
#   QUICK=1     few pictures, then the control: must the check pass, and the control fail?
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
bin=${RECOURS_BIN_DIR:-$(swift build --show-bin-path)}
python=${RECOURS_PYTHON:-.build-python/bin/python}
seed=${SEED:-1}

check() { "$python" -B "$here/check.py" "$bin/recours" "$1" "$seed"; }

if [ -z "${QUICK:-}" ]; then
    check "${PICTURES:-60}"
    exit
fi
check "${PICTURES:-4}"
if said=$(CONTROL=1 check 2) || ! grep -q '^0 passed' <<< "$said"; then
    echo "a transform one frequency off was not noticed:"
    echo "$said"
    exit 1
fi
echo "the control, a transform one frequency off, fails as it must"
