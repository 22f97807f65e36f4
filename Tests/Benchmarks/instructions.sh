#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Builds release programs below .build-bench, and counts the instructions and allocations a call; arguments are
# Instructions/count.py's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Benchmarks/programs.sh
source "$here/programs.sh"

build_release recoursd CaseCoding
build_generator
"${CC:-clang}" -O2 -Wall -Wextra -Werror -shared -fPIC -o "$build/sigsuspend.so" "$here/Instructions/sigsuspend.c"
exec "$python" "$here/Instructions/count.py" "$build" "$build/instructions" "$bin/recoursd" "$@"
