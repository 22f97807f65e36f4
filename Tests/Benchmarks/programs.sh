# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
#
# What the measurements run, built below .build-bench; to be sourced.

benchmarks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$benchmarks/../.." && pwd)
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
build=$top/.build-bench
protos=$top/Sources/CRecoursProtos
mkdir -p "$build"

# Builds the products named.
build_release() {
    local options=(--configuration release --package-path "$benchmarks" --scratch-path "$build/swift") product
    echo "Building release programs in .build-bench; the first time takes minutes."
    # SwiftPM keeps its plan while this package's own folders stay as they are, and would miss new files of the root.
    rm -f "$build/swift/release.yaml"
    bin=$(swift build "${options[@]}" --show-bin-path)
    for product in "$@"; do
        swift build "${options[@]}" --product "$product"
        ln -sf "$bin/$product" "$build/"
    done
}

# Of the root package: it makes works and listings up. Nothing else of it is built here.
build_matching() {
    local options=(--configuration release --package-path "$top" --scratch-path "$build/match" --product match-bench)
    swift build "${options[@]}"
    ln -sf "$(swift build "${options[@]}" --show-bin-path)/match-bench" "$build/"
}

compile() { "${CC:-clang}" -O2 -Wall -Wextra -Werror -I"$benchmarks/Floor" "$@"; }

build_generator() {
    # shellcheck disable=SC2046  # flags are words, here and below
    compile $(pkg-config --cflags openssl) -o "$build/loadgen" "$benchmarks"/Load/*.c $(pkg-config --libs openssl)
}

build_floors() {
    # shellcheck disable=SC2046
    compile -I"$protos/include" $(pkg-config --cflags libprotobuf-c openssl) -o "$build/floor" \
        "$benchmarks/Floor/floor.c" "$protos"/recours/v1/*.c "$protos"/recours/wire/v1/*.c \
        $(pkg-config --libs libprotobuf-c openssl)
    # shellcheck disable=SC2046
    compile $(pkg-config --cflags sqlite3) -o "$build/rows" "$benchmarks/Floor/rows.c" $(pkg-config --libs sqlite3)
}
