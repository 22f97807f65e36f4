#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# A throw-away PostgreSQL on loopback: says its port on a line once it answers, and is gone when
# standard input ends, which it does however whoever started this ends. With the port of another it
# is that one's streaming standby.
set -euo pipefail

bin=$(pg_config --bindir 2> /dev/null || true)
if [ ! -x "$bin/initdb" ]; then
    bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
fi
[ -x "$bin/initdb" ] || { echo "no PostgreSQL server is installed; see .ci/setup" >&2; exit 1; }

directory=$(mktemp -d "${TMPDIR:-/tmp}/recours-postgresql.XXXXXX")
log=$directory/log
# PostgreSQL runs under no root.
as=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$directory"
    as=(runuser -u postgres --)
fi
cd "$directory"

finish() {
    exec < /dev/null
    "${as[@]}" "$bin/pg_ctl" stop -D "$directory/data" -m immediate > /dev/null 2>&1 || true
    cd /
    rm -rf "$directory"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

if [ $# -gt 0 ]; then
    "${as[@]}" "$bin/pg_basebackup" -D "$directory/data" -h 127.0.0.1 -p "$1" -U recours \
        --checkpoint=fast --write-recovery-conf --no-sync < /dev/null
else
    "${as[@]}" "$bin/initdb" -D "$directory/data" -A trust -U recours -E UTF8 --locale=C.UTF-8 \
        --no-instructions --no-sync > /dev/null
fi
cat >> "$directory/data/postgresql.conf" <<CONF
fsync = on
max_connections = 200
shared_buffers = 64MB
unix_socket_directories = '$directory'
listen_addresses = '127.0.0.1'
CONF
for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 20000))
    # Standard input is the watch's alone: a server that held it would keep it open.
    if "${as[@]}" "$bin/pg_ctl" start -w -D "$directory/data" -l "$log" -o "-p $port" \
        < /dev/null > /dev/null 2>&1; then
        echo "$port"
        cat > /dev/null
        exit 0
    fi
done
cat "$log" >&2
exit 1
