#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Fuzzes every parser, each its share of the time on all cores:
#
#   Tests/Fuzzing/run.sh [TARGET…]    MINUTES=n (10) in all; all targets unless some are named
#   KEEP=1 Tests/Fuzzing/run.sh       brings what was reached to Corpus/ as well
#
# What is reached stays below .build-fuzz and is gone on from. A find is copied to Finds/, where `make test` replays it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

minutes=${MINUTES:-10}
cores=$(nproc)
# Bytes of what is kept of a target's corpus.
kept_bytes=18000
# shellcheck source=Tests/Fuzzing/programs.sh
source "$here/programs.sh"
# A trap is libFuzzer's to tell; Swift's own account of it would come in between.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=quarantine_size_mb=32:malloc_context_size=3 UBSAN_OPTIONS=print_stacktrace=1
ASAN_SYMBOLIZER_PATH=$(dirname "$(readlink -f "$(command -v swiftc)")")/llvm-symbolizer
export ASAN_SYMBOLIZER_PATH

# fuzz TARGET ARGUMENT…
fuzz() {
    local target=$1
    shift
    RECOURS_FUZZ_TARGET=$target "$build/fuzz-${program_of[$target]}" "$@"
}

# run TARGET SECONDS: what it prints last goes to a log.
run() {
    local target=$1 seconds=$2
    local corpus=$build/corpus/$target finds=$build/finds/$target
    mkdir -p "$corpus" "$finds"
    fuzz "$target" -max_total_time="$seconds" -max_len="$(cat "$build/seeds/$target.length")" -timeout=10 \
        -rss_limit_mb=1500 -malloc_limit_mb=300 -print_final_stats=1 -artifact_prefix="$finds/" \
        "$corpus" "$build/seeds/$target" > "$build/$target.log" 2>&1 || true
}

# A line a target: executions, how many a second, edges reached, finds.
report() {
    local target=$1 log=$build/$1.log executions speed edges finds
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    edges=$(grep -oE 'cov: [0-9]+' "$log" | tail -1 | cut -c6- || true)
    finds=$(find "$build/finds/$target" -type f ! -name 'slow-unit-*' | wc -l)
    printf '%-14s %13d %9d/s %8d edges %3d finds\n' "$target" "${executions:-0}" "${speed:-0}" "${edges:-0}" "$finds"
    total=$((total + ${executions:-0}))
    if [ "$finds" != 0 ] || [ -z "$executions" ]; then
        failed=$((failed + 1))
        tell "$target"
    else
        passed=$((passed + 1))
    fi
}

tell() {
    local target=$1 find
    grep -m 4 -E 'Fatal error|ERROR:|runtime error|SUMMARY' "$build/$target.log" | sed 's/^/    /' || true
    while IFS= read -r find; do
        mkdir -p "$here/Finds/$target"
        mv "$find" "$here/Finds/$target/"
        echo "    again: RECOURS_FUZZ_TARGET=$target .build-fuzz/fuzz-${program_of[$target]}" \
            "Tests/Fuzzing/Finds/$target/${find##*/}"
    done < <(find "$build/finds/$target" -type f ! -name 'slow-unit-*')
}

# A run that misses the fault planted in the control has found nothing elsewhere either.
check_control() {
    rm -rf "$build/corpus/control" "$build/finds/control"
    run control 60
    if ! compgen -G "$build/finds/control/crash-*" > /dev/null; then
        echo "The fault planted in the control was not found; see $build/control.log" >&2
        exit 1
    fi
    local after
    after=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/control.log")
    echo "control: the planted fault was found after $after executions"
}

# The least that reaches the same edges, shortest first, as far as there is room.
keep() {
    local target=$1 least=$build/least/$1 input
    rm -rf "$least" && mkdir -p "$least" "$here/Corpus"
    fuzz "$target" -set_cover_merge=1 "$least" "$build/corpus/$target" > /dev/null 2>&1
    find "$least" -type f -printf '%s %p\n' | sort -n | while read -r _ input; do
        base64 -w 0 "$input" && echo
    done | awk -v room=$kept_bytes '{ room -= length($0) + 1; if (room < 0) exit; print }' > "$here/Corpus/$target.txt"
}

build_programs
rm -rf "$build/seeds" "$build/finds"
RECOURS_FUZZ_SEEDS=$build/seeds fuzz control > /dev/null
if [ $# = 0 ]; then
    mapfile -t targets < <(cd "$build/seeds" && find . -mindepth 1 -type d ! -name control -printf '%f\n' | sort)
else
    targets=("$@")
fi

check_control
[ -z "${CONTROL:-}" ] || exit 0
seconds=$((minutes * 60 * cores / ${#targets[@]}))
echo "${#targets[@]} targets, $seconds s each, $cores at a time"
running=0
for target in "${targets[@]}"; do
    [ "$running" -lt "$cores" ] || { wait -n; running=$((running - 1)); }
    run "$target" "$seconds" &
    running=$((running + 1))
done
wait

passed=0 failed=0 total=0
for target in "${targets[@]}"; do report "$target"; done
[ -z "${KEEP:-}" ] || for target in "${targets[@]}"; do keep "$target"; done
echo "$total executions in all"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
