#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Builds release programs, the floors and the peers below .build-bench, measures, and draws. What is stored meanwhile
# goes to RECOURS_BENCH_DIR (.build-bench/data if unset), which must be on a real disk. Arguments are bench.py's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Benchmarks/programs.sh
source "$here/programs.sh"

build_release recoursd BulkLoad
build_matching
build_generator
build_floors
"$here/Peers/build.sh" "$build/peers"
[[ " $* " != *" --grpc-swift "* ]] || "$here/Peers/GRPCSwift/build.sh" "$build/peers"
"$python" "$here/bench.py" "$build" "${RECOURS_BENCH_DIR:-$build/data}" "$bin/recoursd" "$@"
# A short or partial run says nothing for the README: its charts stay with the build.
charts=$here/Charts
! [[ " $* " =~ " --"(quick|only|stored|seconds|repetitions)" " ]] || charts=$build/charts
"$python" "$here/charts.py" "$build" "$charts"
