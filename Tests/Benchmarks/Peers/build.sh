#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Peers/build.sh OUT_DIR: the programs beside which ours is measured, by what Debian has of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
protos=$(cd "$here/../../../Protos" && pwd)
out=$1
mkdir -p "$out"

if ! command -v grpc_cpp_plugin > /dev/null; then
    echo "Peers: no grpc_cpp_plugin here, so gRPC C++ is left out; .ci/setup bench installs it"
    exit 0
fi
# Some time of compiling, for what changes seldom.
newest=$(stat -c %Y "$here/grpc_health.cc" "$protos/recours/v1/health_service.proto" | sort -n | tail -1)
if [ -e "$out/grpc_health" ] && [ "$(stat -c %Y "$out/grpc_health")" -ge "$newest" ]; then
    exit 0
fi
protoc -I"$protos" --cpp_out="$out" --grpc_out="$out" --plugin=protoc-gen-grpc="$(command -v grpc_cpp_plugin)" \
    recours/v1/health_service.proto
# shellcheck disable=SC2046  # flags are words
g++ -std=c++17 -O2 -Wall -I"$out" $(pkg-config --cflags grpc++ protobuf) -o "$out/grpc_health" \
    "$here/grpc_health.cc" "$out"/recours/v1/health_service.pb.cc "$out"/recours/v1/health_service.grpc.pb.cc \
    $(pkg-config --libs grpc++ protobuf)
