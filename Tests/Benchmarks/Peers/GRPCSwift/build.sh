#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Peers/GRPCSwift/build.sh OUT_DIR: grpc-swift and the server on it. Its packages come from the network and take many
# minutes of compiling the first time, so it is built only if asked for.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
options=(--configuration release --package-path "$here" --scratch-path "$out/grpc-swift")
mkdir -p "$out"
swift build "${options[@]}" --product GRPCSwiftHealth
ln -sf "$(swift build "${options[@]}" --show-bin-path)/GRPCSwiftHealth" "$out/"
