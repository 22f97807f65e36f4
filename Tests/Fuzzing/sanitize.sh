#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# What ordinary tests cannot see: data races, by ThreadSanitizer over the tests in which threads meet, and reads of
# memory that is free, foreign or was never written, by valgrind over the codec.
#
#   Tests/Fuzzing/sanitize.sh [threads|codec]    both unless one is named
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# check NAME COMMAND…
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        echo "passed  $name"
    else
        failed=$((failed + 1))
        echo "FAILED  $name"
    fi
}

# Tests of the store, the transport, the server and the client. The first race ends nothing: all are told.
threads() {
    local options=(--sanitize thread --scratch-path .build-thread) log=.build-thread/threads.log
    local suites='^Recours(Store|StoreSQLite|Transport|Server|Client)Tests'
    swift build "${options[@]}" --build-tests -Xswiftc -use-ld=lld || return
    TSAN_OPTIONS="suppressions=$here/thread.supp exitcode=66 halt_on_error=0" \
        swift test "${options[@]}" -Xswiftc -use-ld=lld --skip-build --no-parallel --filter "$suites" > "$log" 2>&1
    local status=$? races
    races=$(grep -c 'WARNING: ThreadSanitizer' "$log")
    grep -E 'Test run with|✘' "$log"
    echo "threads: $races reports of ThreadSanitizer; see $log"
    [ "$status" = 0 ] && [ "$races" = 0 ]
}

# Every message there and back, whole and damaged, by the program that another language's tests drive.
codec() {
    local bin log=$work/valgrind.txt
    swift build --product messages-echo || return
    bin=$(swift build --show-bin-path)
    cat > "$work/echo" <<END
#!/bin/sh
exec valgrind --log-file=$log --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=99 $bin/messages-echo
END
    chmod +x "$work/echo"
    "${RECOURS_PYTHON:-.build-python/bin/python}" Tests/Interop/messages.py "$work/echo" --seed 2018 \
        --messages "${MESSAGES:-3000}" || return
    grep -E 'definitely lost|in use at exit|ERROR SUMMARY' "$log"
    grep -q 'ERROR SUMMARY: 0 errors' "$log" || { cat "$log"; return 1; }
}

for part in ${1:-threads codec}; do
    case $part in
        threads) check "No two threads touch one thing at once" threads ;;
        codec) check "The codec reads nothing it may not" codec ;;
        *) echo "usage: Tests/Fuzzing/sanitize.sh [threads|codec]" >&2; exit 64 ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
