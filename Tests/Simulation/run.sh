#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The simulation in its short form: some seeds, some of them twice, and each control. Builds nothing.
#
#   Tests/Simulation/run.sh [SEEDS]
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
simulation=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}/simulation
jobs=(--jobs "$(nproc)")

"$simulation" "${jobs[@]}" "${1:-60}"
"$simulation" "${jobs[@]}" --twice 6 1000
# Two processes, not only two children of one: nothing may depend on where things lie in memory.
[ "$("$simulation" 1 1000)" = "$("$simulation" 1 1000)" ] || { echo "a seed is not the same in every process"; exit 1; }
for control in $("$simulation" --controls); do
    "$simulation" --control "$control" 60 | grep ' in [0-9]* seeds' || { echo "$control was not found"; exit 1; }
done
