#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# What more work than can be done, and connections that only cost, do to a release server: each figure with its goal.
# Arguments are overload.py's; CONTROL=1 turns shedding off, and then the first goal must be missed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Benchmarks/programs.sh
source "$here/../Benchmarks/programs.sh"

build_release recoursd
build_generator
export PYTHONPATH=$here/../Benchmarks:$here/../Crash:$here/../Interop
exec "$python" "$here/overload.py" "$build" "${RECOURS_BENCH_DIR:-$build/overload}" "$bin/recoursd" "$@"
