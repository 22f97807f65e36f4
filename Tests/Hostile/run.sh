#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The threat table, executed: a line for each row of it, against real servers over real sockets. Builds nothing.
#
#   Tests/Hostile/run.sh [WORD…]   only rows whose title holds one of the words
#   CONTROL=1                      each row with something broken on purpose, which it must notice
#   QUICK=1                        within a minute: fewer repetitions, and what takes long is left to the full form
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
# The client, and servers under test, are those of the other tests.
export PYTHONPATH=$top/Tests/Interop:$top/Tests/Crash
exec "$python" "$here/hostile.py" "$bin" "$@"
