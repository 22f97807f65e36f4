#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Disks that fail: each n-th call of a kind fails or is the process's last, power is cut after each change of the disk,
# and bytes are changed while nothing runs. A line a scenario; the last line of each part is its sum.
#
#   Tests/Crash/faults.sh [WORD…]   only scenarios whose name holds one of the words
#   QUICK=1                         within half a minute: few scenarios, few places
#   CONTROL=1                       with something broken on purpose in each part, which it must notice
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
export PYTHONPATH=$top/Tests/Interop:$here:$top/Tests/Hostile

failures=0
part() {
    echo "$1"
    shift
    "$python" "$@" || failures=$((failures + 1))
}

# Each of these must end with a failure.
noticed() {
    echo "$1"
    shift
    if "$python" "$@"; then
        echo "nobody noticed" >&2
        failures=$((failures + 1))
    fi
}

if [ "${CONTROL:-}" = 1 ]; then
    noticed "Writes are lost in silence" "$here/faults_loop.py" "$bin" submit --control
    noticed "fdatasync and fsync lie, and the power is cut" "$here/power_cuts.py" "$bin" submit --control lies --most 40
    noticed "Acknowledged before the commit" "$here/power_cuts.py" "$bin" submit --control early --most 40
    part "Rows without checksums" "$here/flips.py" "$bin" --stride 31 --quick --control
elif [ "${QUICK:-}" = 1 ]; then
    part "The n-th call fails" "$here/faults_loop.py" "$bin" --quick
    part "The power is cut" "$here/power_cuts.py" "$bin" --quick
    part "Bytes are changed" "$here/flips.py" "$bin" --quick
else
    part "The n-th call fails" "$here/faults_loop.py" "$bin" "$@"
    part "The n-th call is the last" "$here/faults_loop.py" "$bin" --kill "$@"
    part "The power is cut" "$here/power_cuts.py" "$bin" "$@"
    [ $# -gt 0 ] || part "Bytes are changed" "$here/flips.py" "$bin"
fi
exit $((failures > 0))
