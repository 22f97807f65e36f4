#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Builds and tests the examples as a partner would: packages of their own, in which only what the SDK
# makes public can be used, and for which neither GRDB nor SQLite is compiled.
set -euo pipefail
cd "$(dirname "$0")"

# Both depend on the same packages, so they share what is built of them.
scratch=../../.build-examples
for example in association platform; do
    echo "--- $example"
    swift test --package-path "$example" --scratch-path "$scratch"
done
# The build's plan has a folder for every target that could be built; what was built has objects in it.
if find -L "$scratch"/debug/GRDB.build "$scratch"/debug/RecoursStoreSQLite.build -name '*.o' 2> /dev/null | grep .; then
    echo "The examples were built with a database, which a partner must not need."
    exit 1
fi
