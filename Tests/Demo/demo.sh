#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The whole in one go, in a fresh directory `demo`: a server, an association that files 140 cases, three
# platforms that answer. KEEP=1 leaves the server running.
set -euo pipefail
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
trap end_demo EXIT

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
mkdir "$demo"
touch "$marker"

heading "1. A server: authority, certificates, an empty store"
"$bin/recoursd" init "$demo/server" > "$demo/init.log"
"$bin/recoursd" serve --config "$demo/server" --listen 127.0.0.1:0 --ready-file "$PWD/$demo/server.ready" \
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
    "$recours" --profile "$demo/$profile" --endpoint "$endpoint" "$@"
}

heading "2. Partners: each gets a certificate of its own"
add() {
    as server/operator partner add --kind "$1" --slug "$2" --name "$3" --out "$demo/$2" > "$demo/$2.log"
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
as ateliers-reunis --quiet bulk "$demo/cases.csv" > "$demo/bulk.log"
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
as ateliers-reunis list --limit 12 2> /dev/null | sed 's/^/   /'
echo "   …"
as ateliers-reunis list --ndjson > "$demo/list.ndjson"
echo
sed -E 's/.*"state":"([A-Z_]+)".*/\1/' "$demo/list.ndjson" | sort | uniq -c | sort -rn |
    sed -E 's/^ *([0-9]+) (CASE_STATE_)?(.*)/   \1\t\3/' | expand -t 8
rejected=$(grep -vc '"externalRef"' "$demo/list.ndjson" || true)
[ "$rejected" = 0 ]

number=$(grep -m1 ANSWERED "$demo/list.ndjson" | sed -E 's/.*"publicNumber":"([^"]+)".*/\1/')
heading "All that took $(milliseconds "$begun") ms. What to try next:"
short=${bin#"$PWD"/}
if [ -z "${KEEP:-}" ]; then
    at=
    echo "   $short/recoursd serve --config $demo/server &"
else
    at="--endpoint $endpoint "
fi
cat <<TEXT
   $short/recours --profile $demo/ateliers-reunis ${at}status $number --events
   $short/recours --profile $demo/ateliers-reunis ${at}accept $number
   $short/recours --profile $demo/ateliers-reunis ${at}list --platform alibaba --due-within 5d
   $short/recours --profile $demo/ateliers-reunis ${at}bulk --dry-run Tests/Demo/broken.csv
   $short/recours --profile $demo/alibaba ${at}inbox pull
   $short/recours --profile $demo/alibaba ${at}respond NUMBER --type REMEDY_DONE --remedy RELISTED --text "C'est réparé."
TEXT
if [ -n "${KEEP:-}" ]; then
    echo "   kill $server_pid    # stops the server: calls in flight finish first"
else
    echo "   kill %1    # stops the server: calls in flight finish first"
fi
