#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# A simulated year: random platforms, an association and mediators on the public SDK, a real server in sandbox mode
# whose clock is moved on a day at a time; then the figures recomputed from the events by other code. Builds nothing;
# RECOURS_BIN_DIR says where the programs are. CASES, SEED and DAYS may be set.
set -euo pipefail
# shellcheck source=Tests/Interop/server.sh
source "$(dirname "$0")/../Interop/server.sh"
cases=${CASES:-10000}
seed=${SEED:-2018}
days=${DAYS:-365}
begun=$SECONDS

find_programs recoursd recours year-driver
make_server
RECOURS_CLOCK_SANDBOX=true
export RECOURS_CLOCK_SANDBOX
start_server

as_operator() {
    "$bin/recours" "$@" --quiet --profile "$work/server/operator" --endpoint "$endpoint" > "$work/said.txt"
}
add() { as_operator partner add --kind "$1" --slug "$2" --name "$3" --out "$work/$2"; }
add association ateliers "Ateliers réunis"
add platform amazon "Amazon (prompte)"
add platform wish "Wish (lente)"
add platform alibaba "Alibaba (muette)"
add platform ebay "eBay (malhonnête)"
add mediator m-durand "Mme Durand"
add mediator m-leroy "M. Leroy"
# A thousand firms: SIREN numbers with a right check digit.
"$python" - "$work" <<'PYTHON'
import pathlib, sys
work, firms = pathlib.Path(sys.argv[1]), []
for number in range(41_000_000, 41_001_000):
    digits = [int(d) for d in str(number)]
    total = sum(d if place % 2 == 0 else sum(divmod(2 * d, 10)) for place, d in enumerate(digits))
    firms.append(f"{number}{-total % 10}")
(work / "firms.txt").write_text("\n".join(firms) + "\n")
rows = ["association;siren;from;until;document_sha256"]
rows += [f"ateliers;{siren};2018-01-01;;{'0d' * 32}" for siren in firms]
(work / "mandates.csv").write_text("\n".join(rows) + "\n")
PYTHON
as_operator mandate import "$work/mandates.csv"

echo "a year of $cases cases, seed $seed"
"$bin/year-driver" "$work" "$endpoint" "$cases" "$seed" "$days"
"$python" "$(dirname "$0")/recompute.py" "$work/m-durand" "$work/ateliers" "$endpoint"
stop_server
echo "the year took $((SECONDS - begun)) s"
