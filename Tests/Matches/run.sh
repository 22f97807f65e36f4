#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Makes the page on which matches are judged, of a dozen of fiction, and judges them in a headless Chromium. What it
# saw is left in demo/matches. Without a Chromium the page is made and nothing is looked at.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
recours=$(swift build --show-bin-path)/recours
folder=demo/matches
rm -rf "$folder"
mkdir -p "$folder"

python3 Tests/Matches/matches.py "$folder"
status=0
for language in en fr; do
    "$recours" matches review --from "$folder/queue.json" --pictures "$folder/pictures" \
        --html "$folder/$language.html" --lang "$language"
    python3 Tests/Matches/look.py "$folder/$language.html" "$folder/$language" "$recours" || status=1
done
exit "$status"
