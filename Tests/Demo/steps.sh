# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
#
# What the demos have in common, to be sourced at the top of the repository once $demo names their directory.

# Lines are cut by characters, not by bytes.
export LC_ALL=C.UTF-8
# The association is French, and so is what it reads.
export RECOURS_LANG=fr
bin=${RECOURS_BIN_DIR:-$(swift build --show-bin-path)}
recours=$bin/recours
begun=$EPOCHREALTIME

milliseconds() { echo $(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 1000)); }

heading() { printf '\n%s\n' "$1"; }

# Removes what an earlier demo made, and nothing else.
make_directory() {
    local marker=$demo/.made-by-make-demo
    if [ -e "$demo" ]; then
        if [ ! -e "$marker" ]; then
            echo "There is a directory \`$demo\` that this demo hasn't made. Move it away first." >&2
            exit 73
        fi
        # An earlier demo's server, kept by KEEP=1, would go on in the directory that is removed here.
        if [ -e "$demo/server.ready" ]; then
            echo "A server of an earlier demo still runs, or was killed. Stop it, or remove $demo/server.ready." >&2
            exit 75
        fi
        rm -rf "$demo"
    fi
    mkdir "$demo"
    touch "$marker"
}

# The first free port from one on.
free_port() {
    local port=$1
    while (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do port=$((port + 1)); done
    echo "$port"
}

# Waits until the process says where it listens, in that file; says it too.
wait_listening() {
    local pid=$1 file=$2 said
    until said=$(sed -n 's/^listening on //p' "$file") && [ -n "$said" ]; do
        kill -0 "$pid" 2> /dev/null || exit 70
        sleep 0.02
    done
    echo "$said"
}

as() {
    local profile=$1
    shift
    "$recours" "$@" --profile "$demo/$profile"
}

add() {
    as "${operator:-server/operator}" partner add --quiet --kind "$1" --slug "$2" --name "$3" --out "$demo/$2" \
        > "$demo/$2.log"
    printf '   %-12s %-16s %s\n' "$1" "$2" "$3"
}

add_partners() {
    add association ateliers-reunis "Ateliers réunis"
    add platform amazon "Amazon (bac à sable)"
    add platform wish "Wish (bac à sable)"
    add platform alibaba "Alibaba (bac à sable)"
    as "${operator:-server/operator}" mandate import Tests/Demo/mandates.csv > "$demo/mandates.log"
    echo "   and $(($(wc -l < Tests/Demo/mandates.csv) - 1)) firms' mandates for the association"
}

# A platform works through its inbox, at that server, by that policy.
answer() {
    local step=$EPOCHREALTIME said
    said=$("$bin/demo-platform" "$demo/$1" "$2" "$3")
    printf '   %-8s %-9s %s, in %s ms\n' "$1" "$3" "$said" "$(milliseconds "$step")"
}

# How many cases are in which state, from the list kept in a file; fails unless there are so many.
count_states() {
    # Columns are two spaces or more apart: number, state, whose turn it is, days left, platform.
    tail -n +2 "$1" | awk -F '  +' '{ print $2 }' | sort | uniq -c | sort -rn |
        while read -r count state; do printf '   %5d  %s\n' "$count" "$state"; done
    local listed=$(($(wc -l < "$1") - 1))
    if [ "$listed" != "$2" ]; then
        echo "$2 cases were filed and $listed are listed" >&2
        exit 70
    fi
}
