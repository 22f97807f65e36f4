#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# How many cases a second the stores file, each on this machine's disk: SQLite in the process, and
# PostgreSQL beside it; and how long a file of a hundred thousand takes to move into a database.
set -euo pipefail
cd "$(dirname "$0")/../.."

swift build -c release --product store-benchmark
program=$(swift build -c release --show-bin-path)/store-benchmark

folder=$(mktemp -d "${TMPDIR:-/var/tmp}/recours-stores.XXXXXX")
# It ends with the pipe that it reads.
TMPDIR=$folder
export TMPDIR
chmod 755 "$folder"
coproc CLUSTER { exec Tests/RecoursStorePostgreSQLTests/cluster.sh; }
cluster=$CLUSTER_PID
finish() {
    exec {CLUSTER[1]}>&-
    wait "$cluster" || true
    rm -rf "$folder"
}
trap finish EXIT
read -r port <&"${CLUSTER[0]}"
for database in store0 store1 store2 moved; do
    psql -q -h 127.0.0.1 -p "$port" -U recours -d postgres -c "CREATE DATABASE $database"
done
"$program" "$folder/sqlite" "host=127.0.0.1 port=$port user=recours sslmode=disable"
