#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Makes the page of figures of a year of fiction and looks at it in a headless Chromium. What it saw is left in
# demo/stats: pictures, and the page as paper has it. Without a Chromium the page is made and nothing is looked at.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
products=$(swift build --show-bin-path)
folder=demo/stats
mkdir -p "$folder"
rm -f "$folder"/*

"$products/stats-seed" > "$folder/figures.json"
for language in fr en; do
    "$products/recours" stats --from "$folder/figures.json" --html "$folder/$language.html" --lang "$language"
done
# The page's fingerprint is that of the data it carries, and of what --csv writes.
"$products/recours" stats --from "$folder/figures.json" --csv > "$folder/figures.csv"
digest=$(sha256sum "$folder/figures.csv" | cut -c1-64)
grep -q "$digest" "$folder/fr.html" || { echo "stats-page: the fingerprint is not that of the data"; exit 1; }

for language in en fr; do
    python3 Tests/Stats/check.py "$folder/$language.html" "$folder"
done
