#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The SDK over bad networks: packets lost, connections cut, silent and slow. In a network namespace of its own, which
# needs root; its only interface is a loopback with the packet size of an Ethernet. Builds nothing.
#
#   Tests/Lossy/run.sh [WORD…]   only rows whose title holds one of the words
#   CONTROL=1                    with the SDK's promise broken on purpose, which each row must notice
#   QUICK=1                      two rows of seconds
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
if ! unshare --net true 2> /dev/null || ! unshare --net iptables -nL > /dev/null 2>&1; then
    echo "lossy: this needs root, network namespaces and iptables; run it as root on such a machine" >&2
    [ "${QUICK:-}" = 1 ] && exit 0
    exit 77
fi
export PYTHONPATH=$top/Tests/Interop:$top/Tests/Crash:$top/Tests/Hostile
# shellcheck disable=SC2016  # expanded inside the namespace
exec unshare --net bash -c 'ip link set lo mtu 1500 up && exec "$@"' lossy "$python" "$here/lossy.py" "$bin" "$@"
