#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Counts the instructions and allocations a call: of release programs, which it builds below .build-bench, or with
# --debug of the server that `swift build` has made. Arguments are Instructions/count.py's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Benchmarks/programs.sh
source "$here/programs.sh"

if [[ " $* " = *" --debug "* ]]; then
    bin=$(swift build --package-path "$top" --show-bin-path)
else
    build_release recoursd CaseCoding
fi
build_generator
"${CC:-clang}" -O2 -Wall -Wextra -Werror -shared -fPIC -o "$build/sigsuspend.so" "$here/Instructions/sigsuspend.c"
exec "$python" "$here/Instructions/count.py" "$build" "$build/instructions" "$bin/recoursd" "$@"
