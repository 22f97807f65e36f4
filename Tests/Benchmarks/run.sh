#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Builds release programs and the floor below .build-bench, then measures. What is stored meanwhile goes to
# RECOURS_BENCH_DIR (.build-bench/data if unset), which must be on a real disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
build=$top/.build-bench
protos=$top/Sources/CRecoursProtos
mkdir -p "$build"

echo "Building release programs in .build-bench; the first time takes minutes."
options=(--configuration release --package-path "$here" --scratch-path "$build/swift")
# SwiftPM keeps its plan while this package's own folders stay as they are, and would miss new files of the root.
rm -f "$build/swift/release.yaml"
swift build "${options[@]}" --product BulkLoad
swift build "${options[@]}" --product recoursd
bin=$(swift build "${options[@]}" --show-bin-path)
ln -sf "$bin/BulkLoad" "$build/BulkLoad"

# shellcheck disable=SC2046  # flags are words
compile() { "${CC:-clang}" -O2 -Wall -Wextra -Werror -I"$here/Floor" "$@"; }
compile -I"$protos/include" $(pkg-config --cflags libprotobuf-c openssl) -o "$build/floor" "$here/Floor/floor.c" \
    "$protos"/recours/v1/*.c "$protos"/recours/wire/v1/*.c $(pkg-config --libs libprotobuf-c openssl)
compile $(pkg-config --cflags openssl) -o "$build/loadgen" "$here"/Load/*.c $(pkg-config --libs openssl)
compile $(pkg-config --cflags sqlite3) -o "$build/rows" "$here/Floor/rows.c" $(pkg-config --libs sqlite3)
"$here/Peers/build.sh" "$build/peers"

data=${RECOURS_BENCH_DIR:-$build/data}
exec "$python" "$here/bench.py" "$build" "$data" "$bin/recoursd" "$@"
