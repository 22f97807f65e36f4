#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The whole in one go, in a fresh directory `demo`: a server, an association that files 140 cases, three
# platforms that answer; then a puzzle and its copies. KEEP=1 leaves the server running.
set -euo pipefail
cd "$(dirname "$0")/../.."
demo=demo
# shellcheck source=Tests/Demo/steps.sh
source Tests/Demo/steps.sh
server_pid=

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
make_directory
trap end_demo EXIT

heading "1. A server: authority, certificates, an empty store"
# A port of its own, kept in the configuration: what is tried by hand later finds the server there again.
"$bin/recoursd" init "$demo/server" --listen "127.0.0.1:$(free_port 7443)" > "$demo/init.log"
# Time can be moved ahead: platforms take hours to remove copies, and the demo seconds.
sed -i 's/"sandbox": false/"sandbox": true/' "$demo/server/recoursd.json"
"$bin/recoursd" serve --config "$demo/server" --ready-file "$PWD/$demo/server.ready" \
    > "$demo/listening" 2> "$demo/server.log" &
server_pid=$!
endpoint=$(wait_listening "$server_pid" "$demo/listening")
echo "   listening on $endpoint, process $server_pid"

heading "2. Partners: each gets a certificate of its own"
add_partners

heading "3. The association files its cases, one file"
cp Tests/Demo/cases.csv "$demo/cases.csv"
step=$EPOCHREALTIME
as ateliers-reunis bulk --quiet "$demo/cases.csv" > "$demo/bulk.log"
filed=$(grep -c . "$demo/cases.csv.results.ndjson")
echo "   $filed cases checked, sent and on disk in $(milliseconds "$step") ms"

heading "4. The platforms answer: one program on the SDK, three policies"
answer amazon "$endpoint" thorough
answer wish "$endpoint" strict
answer alibaba "$endpoint" slow

heading "5. Where the cases stand, as the association sees it"
as ateliers-reunis list --quiet > "$demo/list.txt"
head -n 13 "$demo/list.txt" | while IFS= read -r line; do echo "   ${line:0:112}"; done
printf '   …\n\n'
count_states "$demo/list.txt" "$filed"
answered=$(awk -F '  +' '$2 == "répondu" { print $1; exit }' "$demo/list.txt")
waiting=$(awk -F '  +' '$2 == "pris en compte" { print $1; exit }' "$demo/list.txt")

heading "6. One work, copied: what a crawler saw on the three platforms"
# shellcheck source=Tests/Demo/puzzle.sh
source Tests/Demo/puzzle.sh

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
suggest ateliers-reunis "claim listings"
echo "   $stop    # the server finishes the calls in flight, then ends"

printf '\n'
story check
