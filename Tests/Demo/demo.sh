#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The whole in one go, in a fresh directory `demo`: a server, an association that files 140 cases, three
# platforms that answer. KEEP=1 leaves the server running.
set -euo pipefail
# Lines are cut by characters, not by bytes.
export LC_ALL=C.UTF-8
# The association is French, and so is what it reads.
export RECOURS_LANG=fr
cd "$(dirname "$0")/../.."
demo=demo
marker=$demo/.made-by-make-demo
bin=${RECOURS_BIN_DIR:-$(swift build --show-bin-path)}
recours=$bin/recours
begun=$EPOCHREALTIME
server_pid=

milliseconds() { echo $(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 1000)); }

heading() { printf '\n%s\n' "$1"; }

end_demo() {
    local status=$?
    if [ -n "$server_pid" ] && { [ "$status" != 0 ] || [ -z "${KEEP:-}" ]; }; then
        kill -TERM "$server_pid" 2> /dev/null || true
        wait "$server_pid" || true
    fi
    if [ "$status" != 0 ]; then
        echo "The demo broke off. The server's log is $demo/server.log." >&2
    fi
    exit "$status"
}
if [ -e "$demo" ]; then
    if [ ! -e "$marker" ]; then
        echo "There is a directory \`$demo\` that this demo hasn't made. Move it away first." >&2
        exit 73
    fi
    # An earlier demo's server, kept by KEEP=1, would go on in the directory that is removed here.
    if [ -e "$demo/server.ready" ]; then
        echo "A server of an earlier demo still runs, or was killed. Stop it, or remove $demo/server.ready." >&2
        exit 75
    fi
    rm -rf "$demo"
fi
trap end_demo EXIT
mkdir "$demo"
touch "$marker"

heading "1. A server: authority, certificates, an empty store"
# A port of its own, kept in the configuration: what is tried by hand later finds the server there again.
port=7443
while (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do port=$((port + 1)); done
"$bin/recoursd" init "$demo/server" --listen "127.0.0.1:$port" > "$demo/init.log"
"$bin/recoursd" serve --config "$demo/server" --ready-file "$PWD/$demo/server.ready" \
    > "$demo/listening" 2> "$demo/server.log" &
server_pid=$!
until endpoint=$(sed -n 's/^listening on //p' "$demo/listening") && [ -n "$endpoint" ]; do
    kill -0 "$server_pid" 2> /dev/null || exit 70
    sleep 0.02
done
echo "   listening on $endpoint, process $server_pid"

as() {
    local profile=$1
    shift
    "$recours" "$@" --profile "$demo/$profile"
}

heading "2. Partners: each gets a certificate of its own"
add() {
    as server/operator partner add --quiet --kind "$1" --slug "$2" --name "$3" --out "$demo/$2" > "$demo/$2.log"
    printf '   %-12s %-16s %s\n' "$1" "$2" "$3"
}
add association ateliers-reunis "Ateliers réunis"
add platform amazon "Amazon (bac à sable)"
add platform wish "Wish (bac à sable)"
add platform alibaba "Alibaba (bac à sable)"
as server/operator mandate import Tests/Demo/mandates.csv > "$demo/mandates.log"
echo "   and $(($(wc -l < Tests/Demo/mandates.csv) - 1)) firms' mandates for the association"

heading "3. The association files its cases, one file"
cp Tests/Demo/cases.csv "$demo/cases.csv"
step=$EPOCHREALTIME
as ateliers-reunis bulk --quiet "$demo/cases.csv" > "$demo/bulk.log"
filed=$(grep -c . "$demo/cases.csv.results.ndjson")
echo "   $filed cases checked, sent and on disk in $(milliseconds "$step") ms"

heading "4. The platforms answer: one program on the SDK, three policies"
answer() {
    local step=$EPOCHREALTIME said
    said=$("$bin/demo-platform" "$demo/$1" "$endpoint" "$2")
    printf '   %-8s %-9s %s, in %s ms\n' "$1" "$2" "$said" "$(milliseconds "$step")"
}
answer amazon thorough
answer wish strict
answer alibaba slow

heading "5. Where the cases stand, as the association sees it"
as ateliers-reunis list --quiet > "$demo/list.txt"
head -n 13 "$demo/list.txt" | while IFS= read -r line; do echo "   ${line:0:112}"; done
printf '   …\n\n'
# Columns are two spaces or more apart: number, state, whose turn it is, days left, platform.
tail -n +2 "$demo/list.txt" | awk -F '  +' '{ print $2 }' | sort | uniq -c | sort -rn |
    while read -r count state; do printf '   %5d  %s\n' "$count" "$state"; done
listed=$(($(wc -l < "$demo/list.txt") - 1))
if [ "$listed" != "$filed" ]; then
    echo "$filed cases were filed and $listed are listed" >&2
    exit 70
fi
answered=$(awk -F '  +' '$2 == "répondu" { print $1; exit }' "$demo/list.txt")
waiting=$(awk -F '  +' '$2 == "pris en compte" { print $1; exit }' "$demo/list.txt")

heading "All that took $(milliseconds "$begun") ms. What to try next:"
short=${bin#"$PWD"/}
[ ! .build/debug -ef "$bin" ] || short=.build/debug
stop="kill $server_pid"
if [ -z "${KEEP:-}" ]; then
    echo "   $short/recoursd serve --config $demo/server &"
    stop="kill %1"
fi
suggest() { echo "   $short/recours $2 --profile $demo/$1"; }
suggest ateliers-reunis "show $answered"
suggest ateliers-reunis "accept $answered"
suggest ateliers-reunis "list --platform alibaba --due-within 5d"
suggest ateliers-reunis "bulk --dry-run Tests/Demo/broken.csv"
suggest alibaba "inbox pull"
suggest alibaba "respond $waiting --type REMEDY_DONE --remedy RELISTED --text 'C’est réparé.'"
echo "   $stop    # the server finishes the calls in flight, then ends"
