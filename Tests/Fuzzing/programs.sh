# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
#
# Builds the fuzzed programs below .build-fuzz; to be sourced.

build=$PWD/.build-fuzz

# libFuzzer looks at all counters of a program after each input, and all of ours together are a million: fifteen times
# the work of a short parser. So there are several programs, each with the counters of what its targets parse with.
# What a program watches, as object files; FuzzingTests says what the targets do, and is always watched.
declare -A watched=(
    [wire]='RecoursWire|NIOCore|RecoursMessages.build/(Wire|Message|CMessage|ByteBuffer)'
    [messages]='RecoursMessages|CRecoursProtos'
    [cases]='RecoursCases|RecoursCaseCoding|RecoursMessages.build/(Case|Event|Message|PlatformResponse)'
    [files]="RecoursCases|RecoursCaseCoding|RecoursMessages.build/JSON|$(
        cd Sources/recours
        find Files Output Language Bulk/Answer* Bulk/Journal* -name '*.swift' -printf 'recours.build/%f|'
    )recours.build/Case"
    [configuration]='recoursd'
    [pictures]='RecoursPictures'
    [cryptography]='RecoursCrypto|RecoursTLS|RecoursProof|RecoursServer.build/(Sealed|Page|Inbox)'
)
declare -A program_of=(
    [control]=configuration [configuration]=configuration
    [frames]=wire [server]=wire [client]=wire
    [messages]=messages [json]=messages [cases]=cases
    [csv]=files [lines]=files [tables]=files
    [identity]=cryptography [certificates]=cryptography [leaf]=cryptography [proof]=cryptography
    [tokens]=cryptography [pictures]=pictures
)

# Optimised, but with assertions. SwiftPM links a program's files into nothing but tests, so what it compiles is linked
# by hand.
build_programs() {
    local options=(--configuration release --scratch-path "$build") bin program
    swift build "${options[@]}" --target FuzzingTests -Xswiftc -enable-testing -Xswiftc -use-ld=lld \
        -Xswiftc -sanitize=fuzzer,address -Xswiftc -assert-config -Xswiftc Debug \
        -Xcc -fsanitize=fuzzer-no-link,address,undefined -Xcc -fno-sanitize-recover=undefined
    bin=$(swift build "${options[@]}" --show-bin-path)
    (cd "$bin" && find . -path '*.build/*.o' -printf '%P\n') | sort > "$build/objects"
    hide_counters "$bin"
    for program in "${!watched[@]}"; do link "$bin" "$program"; done
}

# Copies of all objects whose counters libFuzzer does not find.
hide_counters() {
    local bin=$1 object
    while IFS= read -r object; do
        [ "$bin/$object" -nt "$build/unwatched/$object" ] || continue
        mkdir -p "$build/unwatched/${object%/*}"
        objcopy --rename-section __sancov_cntrs=.data.unwatched --rename-section __sancov_pcs=.data.unwatched_pcs \
            "$bin/$object" "$build/unwatched/$object"
    done < "$build/objects"
}

link() {
    local bin=$1 program=$2 pattern="^(FuzzingTests|${watched[$2]})"
    {
        grep -E "$pattern" "$build/objects" | sed "s|.*|\"$bin/&\"|"
        grep -vE "$pattern" "$build/objects" | sed "s|.*|\"$build/unwatched/&\"|"
    } > "$build/$program.objects"
    # shellcheck disable=SC2046  # flags are words
    swiftc -use-ld=lld -sanitize=fuzzer,address -o "$build/fuzz-$program" "@$build/$program.objects" \
        $(pkg-config --libs openssl libprotobuf-c sqlite3 libpq libturbojpeg libpng libwebp)
}
