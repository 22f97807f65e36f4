# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
#
# The counterfeited puzzle, to be sourced by demo.sh: one work, a crawler's forty listings on three platforms, twelve
# copies found and removed. Time is the sandbox's, so that answers may take hours.
shop=$demo/puzzle

story() { python3 Tests/Demo/puzzle.py "$1" "$shop${2:-}" "${@:3}"; }

pass_time() { as server/operator clock advance "$1" > /dev/null; }

identifier_in() { grep -oE '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' "$1" | head -n 1; }

register_puzzle() {
    mkdir "$shop"
    story draw
    as ateliers-reunis work register --title "Nœud de Vénus" --brand "Casse-Tête du Vexin" --right patent --office FR \
        --number FR3081640 --original https://www.cassetete.example.org/boutique/ref-4627 --good-faith \
        --owner-siret 51444010600037 --owner-name "Casse-Tête du Vexin" --contact-name "Service client" \
        --contact-email contact@cassetete.example.org --picture "$shop/original-1.png" \
        --picture "$shop/original-2.png" --picture "$shop/original-3.png" > "$shop/work.log"
    work=$(identifier_in "$shop/work.log")
    as ateliers-reunis claim open "$work" --platform amazon --platform wish --platform alibaba --auto-report \
        > "$shop/claim.log"
    claim=$(identifier_in "$shop/claim.log")
    echo "   registered: « Nœud de Vénus », three pictures; one claim on three platforms"
}

# A new claim's work is in the server's index a moment after the claim is opened. What is like it by one word of the
# title shows when; of that nothing is stored.
wait_indexed() {
    local tries said
    for tries in {1..100}; do
        said=$(as ateliers-reunis feed observe --quiet --json --format csv - <<< \
            $'platform;listing;title\nwish;000000000000000000000000;Nœud de marin')
        [[ $said != *BELOW* ]] || return 0
        sleep 0.1
    done
    echo "The work is not in the server's index after $tries looks" >&2
    return 70
}

# What a crawler saw is held against the claims; their number is said.
observe() {
    as ateliers-reunis feed observe --quiet "$shop/$1.csv" > "$shop/$1.log"
    sed -n '$s/^/   /p' "$shop/$1.log"
}

# A platform reads what is new to it and removes all of it, once so much time has passed; that is said in words, too.
remove_copies() {
    local platform=$1 wait=$2 when=$3 removed
    local sheet=$shop/$platform-$wait.csv
    pass_time "$wait"
    as "$platform" listings pull --quiet --csv --state-file "$shop/$platform.cursor" > "$sheet"
    removed=$(story remove "/$platform-$wait.csv")
    # An empty sheet would be refused; that there is nothing to remove is for the check to tell.
    [ "$removed" = 0 ] || as "$platform" listings answer --quiet "$sheet" > "$sheet.log"
    printf '   %-8s %-17s took %s down, to stay away\n' "$platform" "$when" "$removed"
}

judge() {
    local page=$shop/matches.html number
    for number in 1 2 3; do cp "$shop/original-$number.png" "$shop/$work-$number.png"; done
    mv "$shop/$work-1.png" "$shop/$work.png"
    as ateliers-reunis matches review --quiet --html "$page" --pictures "$shop" > "$shop/review.log"
    story verdicts
    pass_time 20m
    as ateliers-reunis matches decide --quiet "$shop/verdicts.jsonl" > "$shop/decide.log"
}

# One copy is there again on the next day.
come_back() {
    pass_time 18h
    story again "" "$(as server/operator clock show --json | sed -n 's/.*"nowMs" *: *"\{0,1\}\([0-9]*\).*/\1/p')"
    observe again
}

register_puzzle
wait_indexed
observe seen
judge
remove_copies amazon 5m "after 25 minutes"
remove_copies wish 95m "after 2 hours"
remove_copies alibaba 4h "after 6 hours"
echo "   and the next day, on amazon:"
come_back
remove_copies amazon 10m "after 10 minutes"
# How many calls were saved is said at the end.
as ateliers-reunis claim figures > "$shop/figures.txt" 2> "$shop/figures.log"
story table /figures.txt
as ateliers-reunis claim figures --json > "$shop/figures.json"
as ateliers-reunis claim listings "$claim" --json > "$shop/listings.json"
