#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Three PostgreSQL under Patroni and two servers, under load and under harm. In namespaces of its own, which needs root;
# nothing outside is touched, and all that was started ends with it. Builds nothing.
#
#   Tests/Failover/run.sh               ROUNDS rounds of what SEED says
#   ONLY="node disk" …/run.sh           only these faults
#   CONTROL=1 …/run.sh                  without synchronous replication, whose loss must be noticed
#   SQL=1 …/run.sh                      the load is plain SQL, and not partners on the SDK over two recoursd
#   Tests/Failover/run.sh --recovery    a lost table, and recovery to the moment before
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
[ -x "$python" ] || python=/usr/bin/python3
if ! unshare --net --pid --fork ip link add one type veth peer name two 2> /dev/null; then
    echo "failover: this needs root, and namespaces with virtual wires; run it as root on such a machine" >&2
    exit 77
fi
for program in patroni etcd iptables; do
    command -v $program > /dev/null || { echo "failover: $program is missing: .ci/setup failover" >&2; exit 69; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/recours-failover.XXXXXX")
chmod 711 "$work"
rig=
end_rig() {
    local status=$?
    # Its children go with it, for they are in its namespace.
    [ -z "$rig" ] || kill -KILL "$rig" 2> /dev/null || true
    wait
    if [ "$status" = 0 ] || [ -z "${KEEP:-}" ]; then rm -rf "$work"; else echo "logs: $work" >&2; fi
    exit "$status"
}
trap end_rig EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
if [ "${1:-}" = --recovery ]; then
    order=("$here/recovery.py" "$work" "$bin/recoursd")
else
    order=("$here/failover.py" "$work" --rounds "${ROUNDS:-30}" --only "${ONLY:-}")
    [ -z "${SEED:-}" ] || order+=(--seed "$SEED")
    if [ "${CONTROL:-}" = 1 ]; then
        order+=(--control)
    elif [ "${SQL:-}" != 1 ]; then
        order+=(--binaries "$bin" --programme "$bin/failover-driver")
    fi
fi
export PYTHONPATH=$top/Tests/Interop:$here PYTHONDONTWRITEBYTECODE=1
# Whoever kills this script kills the first process of the namespace, and so all of them.
setpriv --pdeathsig KILL unshare --net --mount --ipc --pid --fork --kill-child=KILL --mount-proc \
    bash -c 'ip link set lo up && "$@" & wait "$!"' failover "$python" "${order[@]}" &
rig=$!
wait "$rig"
