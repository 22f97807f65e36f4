#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Acknowledged means on disk: kills the server under load, and while files go up, and holds it to its
# acknowledgements, then shows by its system calls that replies wait for the disk, and that this is noticed.
#
#   Tests/Crash/run.sh --kills N     how many kills count
#                      --replies N   how many replies are traced
#                      --control     also build a server with synchronous=OFF, which must fail the check
#                      --seed N      repeats a run's choices
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Interop/server.sh
source "$here/../Interop/server.sh"
kills=50
replies=200
control=
seed=()
while [ $# -gt 0 ]; do
    case $1 in
        --kills) kills=$2; shift ;;
        --replies) replies=$2; shift ;;
        --seed) seed=(--seed "$2"); shift ;;
        --control) control=yes ;;
        *) sed -n '3,11s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
    esac
    shift
done

find_programs recoursd recours
make_server
start_server
"$python" "$here/../Interop/partners.py" "$work/server/operator" "$endpoint" "$work/partners" \
    association:ateliers-reunis platform:wish --mandate "ateliers-reunis:$siren"
stop_server

# A round is two seconds and the restarts; the cases of all rounds are read again in the end.
timeout $((120 + kills * 15)) \
    "$python" "$here/crash.py" "$bin/recoursd" "$work" "$siren" --kills "$kills" "${seed[@]}"

# A tenth of the kills: each is a second of uploads.
"$python" "$here/evidence.py" "$bin/recoursd" "$bin/recours" "$work" "$siren" \
    --kills $((kills < 50 ? 3 : kills / 10)) "${seed[@]}"

check_durability() {
    timeout 300 "$python" "$here/durability.py" "$1" "$work" "$siren" --replies "$replies" "${@:2}"
}
check_durability "$bin/recoursd"
# The Swift toolchain brings clang; a `cc` is not everywhere.
"${CC:-clang}" -shared -fPIC -O1 -o "$work/no_sync.so" "$here/no_sync.c"
check_durability "$bin/recoursd" --preload "$work/no_sync.so" --unsafe "fdatasync taken away"
if [ -n "$control" ]; then
    (cd "$top" && swift build --scratch-path .build-control -Xswiftc -DRECOURS_SYNCHRONOUS_OFF --product recoursd)
    control_bin=$(cd "$top" && swift build --scratch-path .build-control --show-bin-path)
    check_durability "$control_bin/recoursd" --unsafe "a build with synchronous=OFF"
fi
