# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
#
# A real server for a test, to be sourced: `make_server` once, then `start_server` and `stop_server`.
# Everything lies in $work and goes when the script ends, the server with it.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
work=$(mktemp -d "${TMPDIR:-/tmp}/recours-test.XXXXXX")
server_pid=
# A SIREN with a right check digit, of a firm that the demo has invented.
siren=831983333

end_test() {
    local status=$?
    if [ -n "$server_pid" ]; then
        kill -KILL "$server_pid"
        wait "$server_pid"
    fi 2> /dev/null
    rm -rf "$work"
    exit "$status"
}
trap end_test EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Where the built programs are; `bin` is set by the first that asks.
find_programs() {
    bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
    local program
    for program in "$@"; do
        if [ ! -x "$bin/$program" ]; then
            echo "$bin/$program is not built: run \`swift build --build-tests\` first" >&2
            exit 69
        fi
    done
}

make_server() {
    "$bin/recoursd" init "$work/server" > "$work/init.txt"
}

# Sets server_pid and endpoint; the flags are added to those of `recoursd serve`.
start_server() {
    : > "$work/serve.txt"
    "$bin/recoursd" serve --config "$work/server" --listen 127.0.0.1:0 --log-level warning "$@" \
        > "$work/serve.txt" 2>> "$work/log.txt" &
    server_pid=$!
    local tries=0
    until endpoint=$(sed -n 's/^listening on //p' "$work/serve.txt") && [ -n "$endpoint" ]; do
        tries=$((tries + 1))
        if [ $tries -gt 200 ] || ! kill -0 "$server_pid" 2> /dev/null; then
            echo "the server did not listen:" >&2
            cat "$work/log.txt" >&2
            exit 70
        fi
        sleep 0.05
    done
}

# Stops the server as an operator would, and fails unless it drains and ends with 0 within a minute.
stop_server() {
    local pid=$server_pid
    kill -TERM "$pid"
    if ! timeout 60 tail --pid="$pid" -s 0.1 -f /dev/null; then
        echo "the server still runs a minute after SIGTERM"
        return 1
    fi
    server_pid=
    wait "$pid"
}
