#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Two servers on one database, in a fresh directory `demo-cluster`: one server and the database's primary are killed
# while partners work, and nobody has anything to repeat by hand. The standby is promoted here by a command; under
# Patroni (Tests/Failover) nobody has to.
set -euo pipefail
cd "$(dirname "$0")/../.."
demo=demo-cluster
# shellcheck source=Tests/Demo/steps.sh
source Tests/Demo/steps.sh
postgres=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
# PostgreSQL refuses to be root, and another user may not be able to reach the demo's directory.
databases=$(mktemp -d "${TMPDIR:-/tmp}/recours-demo.XXXXXX")
database_user=()
if [ "$(id -u)" = 0 ]; then
    chown postgres: "$databases"
    database_user=(--reuid=postgres --regid=postgres --init-groups)
fi
pids=()

# What is started so ends with this script, also if that is killed.
start() { exec setpriv --pdeathsig TERM "$@"; }

# Without a word of the shell's about it.
kill_now() { { kill -KILL "$1" && wait "$1"; } 2> /dev/null || true; }

# A database's processes know when the first of them is gone.
start_database() { exec setpriv --pdeathsig KILL "${database_user[@]}" "$postgres/postgres" "$@"; }

as_database() {
    local program=$1
    shift
    setpriv "${database_user[@]}" "$postgres/$program" "$@"
}

end_demo() {
    local status=$?
    [ ${#pids[@]} = 0 ] || kill -TERM "${pids[@]}" 2> /dev/null || true
    wait
    rm -rf "$databases"
    if [ "$status" != 0 ]; then
        echo "The demo broke off. The logs are $demo/server-1.log, server-2.log, database-1.log and database-2.log." >&2
    fi
    exit "$status"
}
make_directory
trap end_demo EXIT

wait_database() {
    until as_database pg_isready -q -h 127.0.0.1 -p "$1"; do sleep 0.05; done
}

heading "1. A database and its standby"
ports=("$(free_port 5433)")
ports+=("$(free_port $((ports[0] + 1)))")
# Only who can read this file gets in.
(umask 077 && head -c 24 /dev/urandom | base64 > "$databases/password" &&
    echo "127.0.0.1:*:*:*:$(cat "$databases/password")" > "$databases/pgpass" && cp "$databases/pgpass" "$demo/pgpass")
[ ${#database_user[@]} = 0 ] || chown postgres: "$databases"/p*
export PGPASSFILE=$databases/pgpass
as_database initdb --auth=scram-sha-256 --pwfile="$databases/password" --username=recours --data-checksums \
    --encoding=UTF8 --locale=C.UTF-8 -D "$databases/1" > "$demo/initdb.log"
common=(-c listen_addresses=127.0.0.1 -c "unix_socket_directories=" -c tcp_keepalives_idle=2
    -c idle_in_transaction_session_timeout=5s)
# An acknowledgement waits for the standby: that a machine is lost loses nothing.
start_database -D "$databases/1" -p "${ports[0]}" "${common[@]}" -c "synchronous_standby_names=*" \
    2> "$demo/database-1.log" &
pids+=($!)
primary=$!
wait_database "${ports[0]}"
as_database pg_basebackup -h 127.0.0.1 -p "${ports[0]}" -U recours -D "$databases/2" -R -c fast
start_database -D "$databases/2" -p "${ports[1]}" "${common[@]}" 2> "$demo/database-2.log" &
pids+=($!)
wait_database "${ports[1]}"
PGOPTIONS="-c synchronous_commit=local" as_database createdb -h 127.0.0.1 -p "${ports[0]}" -U recours recours
export RECOURS_POSTGRES="host=127.0.0.1,127.0.0.1 port=${ports[0]},${ports[1]} dbname=recours user=recours \
passfile=$PWD/$demo/pgpass target_session_attrs=read-write connect_timeout=2"
echo "   primary on port ${ports[0]}, standby on port ${ports[1]}"

heading "2. Two servers with the same keys, on that database"
"$bin/recoursd" init "$demo/server-1" --listen "127.0.0.1:$(free_port 7443)" > "$demo/init.log"
# What would be a file system that both have mounted.
mv "$demo/server-1/store/evidence" "$demo/evidence"
ln -s "$PWD/$demo/evidence" "$demo/server-1/store/evidence"
cp -r "$demo/server-1" "$demo/server-2"

# Sets `server` to the process and `endpoint` to where it listens.
start_server() {
    start "$bin/recoursd" serve --config "$demo/server-$1" --listen "${2:-127.0.0.1:0}" \
        > "$demo/listening-$1" 2>> "$demo/server-$1.log" &
    server=$!
    pids+=("$server")
    endpoint=$(wait_listening "$server" "$demo/listening-$1")
    echo "   server $1 listens on $endpoint, process $server"
}
# The first where its own operator's profile says.
start_server 1 "$(sed -n 's/.*"listen" *: *"\([^"]*\)".*/\1/p' "$demo/server-1/recoursd.json")"
first=$endpoint first_pid=$server
start_server 2
second=$endpoint
operator=server-1/operator add_partners
cp Tests/Demo/cases.csv "$demo/preuve.csv"
piece=$(as ateliers-reunis evidence add "$demo/preuve.csv" --endpoint "$first" | awk '{ print $1 }')
echo "   the association brings a file to the first: $piece"

heading "3. The association files its cases; in the middle of it the first server is killed"
cp Tests/Demo/cases.csv "$demo/cases.csv"
start "$recours" bulk --quiet "$demo/cases.csv" --endpoint "$first" --profile "$demo/ateliers-reunis" \
    > "$demo/bulk-1.log" 2>&1 &
bulk=$!
# As soon as it has told of the first.
until [ -s "$demo/cases.csv.results.ndjson" ] || ! kill -0 $bulk 2> /dev/null; do :; done
kill_now "$first_pid"
# The SDK would wait for it; the association has another.
{ kill -TERM $bulk && wait $bulk; } 2> /dev/null || true
told=$(grep -c . "$demo/cases.csv.results.ndjson" 2> /dev/null || true)
echo "   the first server told of ${told:-0} cases before it was killed"
as ateliers-reunis evidence get "$piece" --out "$demo/copie.csv" --endpoint "$second" > "$demo/evidence.log"
cmp "$demo/preuve.csv" "$demo/copie.csv"
echo "   the second hands out the file that the first had taken"
step=$EPOCHREALTIME
as ateliers-reunis bulk --quiet "$demo/cases.csv" --endpoint "$second" > "$demo/bulk-2.log"
filed=$(grep -c . "$demo/cases.csv.results.ndjson")
echo "   the same file again at the second: $filed cases in all, after $(milliseconds "$step") ms more"
start_server 1 "$first"

heading "4. The platforms answer at both; in the middle of it the database's primary is killed"
answer amazon "$first" thorough &
amazon=$!
answer wish "$second" strict &
wish=$!
step=$EPOCHREALTIME
kill_now "$primary"
as_database pg_ctl promote -s -w -D "$databases/2"
echo "   the standby leads after $(milliseconds "$step") ms"
wait $amazon
wait $wish
answer alibaba "$second" slow

heading "5. Where the cases stand, as the association sees it at either server"
as ateliers-reunis list --quiet --endpoint "$first" > "$demo/list.txt"
as ateliers-reunis list --quiet --endpoint "$second" | cmp - "$demo/list.txt"
count_states "$demo/list.txt" "$filed"
heading "All that took $(milliseconds "$begun") ms; one server and one database were killed."
