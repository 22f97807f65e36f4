#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Writes everything that follows from Protos/: the C code of CRecoursProtos, the Swift types of
# RecoursMessages, the services' stubs and the schema's descriptor set. Running it again changes nothing,
# so CI runs it and asks git for differences.
#
# Needs protoc, protoc-c and descriptor.proto (Debian: protobuf-compiler, protobuf-c-compiler,
# libprotobuf-dev), and the Swift toolchain. RECOURS_CODEGEN may name a generator that is built already.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${RECOURS_CODEGEN:-}" ]; then
    swift build --package-path "$root" --product recours-codegen >&2
    RECOURS_CODEGEN=$(swift build --package-path "$root" --show-bin-path)/recours-codegen
fi

cd "$root/Protos"
protos=$(find recours -name '*.proto' | LC_ALL=C sort)

# shellcheck disable=SC2086 # the list is meant to be split
{
    # The schema alone: comments do not change it.
    protoc -I. --descriptor_set_out="$work/schema.ds" --include_imports $protos
    protoc -I. --descriptor_set_out="$work/commented.ds" --include_imports --include_source_info $protos
    "$RECOURS_CODEGEN" patch "$work/schema.ds" "$work/patched.ds"
    mkdir "$work/c"
    protoc --descriptor_set_in="$work/patched.ds" --c_out="$work/c" $protos
}

protos_target="$root/Sources/CRecoursProtos"
rm -rf "$protos_target/recours" "$protos_target/include/recours"
(cd "$work/c" && find . -name '*.pb-c.[ch]' | LC_ALL=C sort) | while read -r file; do
    case "$file" in
    *.h) target="$protos_target/include/$file" ;;
    *) target="$protos_target/$file" ;;
    esac
    mkdir -p "$(dirname "$target")"
    cp "$work/c/$file" "$target"
done

hash=$(sha256sum "$work/schema.ds" | cut -c1-64)
"$RECOURS_CODEGEN" generate "$work/commented.ds" --schema-hash "$hash" --package-root "$root" \
    --encoded-reply CaseService/GetCase \
    --encoded-reply CaseService/ListCases \
    --encoded-reply InboxService/PullCases \
    --prompt-reply CaseService/GetCase \
    --prompt-reply HealthService/Check
cp "$work/schema.ds" "$root/Tests/RecoursMessagesTests/Schema/current.ds"
