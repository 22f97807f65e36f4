# SPDX-License-Identifier: EUPL-1.2
"""Measures a release server beside what it is compared with, all in one run, and prints a table with goals.

Usage: bench.py BUILD_DIR DATA_DIR RECOURSD [--quick] [--only SECTION,…] [--reuse DIRECTORY]

BUILD_DIR holds `floor`, `rows`, `loadgen`, `BulkLoad` and `peers/`; everything that is stored goes below DATA_DIR,
which must be on a real disk and is removed in the end, or stays in DIRECTORY for the next run. Where CPU is compared,
server and floor run on core 0 and the generator on core 1; while submissions are measured the server has both, as a
server would. README.md says how to read what comes out.
"""
import argparse
import pathlib
import shutil

import calls
import connections
import feed
import flood
import latency
import machine
import servers
import storage
import stored
from lab import LIMITS, Lab

# In the order of what they leave stored: later ones find more cases than earlier ones.
SECTIONS = {
    "health": calls.health, "peers": calls.peers, "messages": calls.messages, "connections": calls.connections,
    "handshakes": connections.handshakes, "flood": flood.flood, "idle": connections.idle,
    "submissions": storage.submissions, "rows": storage.rows, "pgbench": storage.pgbench, "servers": servers.servers,
    "cores": calls.cores,
    "watchers": connections.watchers, "stored": stored.stored, "latency": latency.latency, "soak": connections.soak,
    "feed": feed.feed,
}
LADDERS = {"quick": [1_000, 10_000, 100_000], "full": [10_000, 100_000, 1_000_000],
           "ten million": [10_000, 100_000, 1_000_000, 10_000_000]}


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("recoursd")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas: " + ", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="a few minutes: three short repetitions, 100,000 cases")
    parser.add_argument("--ten-million", action="store_true", help="fill the store to that; half an hour more")
    parser.add_argument("--repetitions", type=int)
    parser.add_argument("--seconds", type=float, help="of each repetition")
    parser.add_argument("--stored", help="cases stored, step by step, with commas")
    parser.add_argument("--reuse", type=pathlib.Path, metavar="DIRECTORY",
                        help="where the server's store is made, or was by an earlier run: used in place and left there")
    parser.add_argument("--grpc-swift", action="store_true", help="measure beside grpc-swift too")
    options = parser.parse_args()
    options.repetitions = options.repetitions or (3 if options.quick else 7)
    options.seconds = options.seconds or (1 if options.quick else 3)
    ladder = "ten million" if options.ten_million else "quick" if options.quick else "full"
    options.stored = [int(step) for step in options.stored.split(",")] if options.stored else LADDERS[ladder]
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(SECTIONS):
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    return options


def main():
    options = parse()
    shutil.rmtree(options.data, ignore_errors=True)
    options.data.mkdir(parents=True)
    described = machine.describe(options.data)
    print(f"{options.repetitions} repetitions of {options.seconds:g} s, contestants in turn; medians (least–greatest). "
          "Limits of the one partner: " + ", ".join(
              f"{name.removeprefix('RECOURS_LIMITS_').lower()} {value}" for name, value in LIMITS.items()))
    lab = Lab(options)
    try:
        lab.prepare()
        for name, section in SECTIONS.items():
            if name in options.only:
                section(lab)
                # After each: what is measured for hours isn't lost with what fails at last.
                lab.figures.write(options.build, described)
    finally:
        shutil.rmtree(options.data, ignore_errors=True)
    lab.figures.summary()
    print(f"written to {options.build / 'results.json'}")


if __name__ == "__main__":
    main()
