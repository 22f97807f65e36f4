#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Backups of a loaded server, lost stores and restored ones: what was acknowledged before a backup began is in it.
#
#   Tests/Crash/drills.sh --drills N   how many
#                         --seed N     repeats a run's choices
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Interop/server.sh
source "$here/../Interop/server.sh"

find_programs recoursd
make_server
start_server
"$python" "$here/../Interop/partners.py" "$work/server/operator" "$endpoint" "$work/partners" \
    association:ateliers-reunis platform:wish --mandate "ateliers-reunis:$siren"
stop_server
export PYTHONPATH=$here/../Interop
"$python" "$here/drills.py" "$bin/recoursd" "$work" "$siren" "$@"
