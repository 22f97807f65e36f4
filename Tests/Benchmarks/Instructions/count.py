# SPDX-License-Identifier: EUPL-1.2
"""Counts the instructions and allocations of the server a call, and holds them against committed thresholds.

Usage: count.py BUILD_DIR DATA_DIR RECOURSD [--calls N] [--short | --debug] [--write]

Times depend on the machine and on who else uses it, counts hardly do: these may gate a change. The server runs under
callgrind; of two runs of N and 3 N calls on equal connections the difference is taken, so that what a connection and
the program's own clocks cost cancels out. A count above its threshold by more than a tenth fails.

A debug build has thresholds of its own, and fewer calls are made of it: it is there after the tests and shows much the
same regressions, in a minute.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import lab as laboratory
import serving
from recours_wire import Connection, message

TOLERANCE = 1.10
# How it is counted: calls of the shorter run of each pair; pairs, of which the least counts, for batches under load
# differ from run to run; connections and calls in flight on each.
Plan = collections.namedtuple("Plan", ["thresholds", "calls", "tries", "shapes"])
FULL = Plan("thresholds.json", 1_000, 3, [(1, 1), (16, 16)])
SHORT = Plan("thresholds.json", 400, 2, [(1, 1), (16, 16)])
DEBUG = Plan("thresholds-debug.json", 30, 2, [(1, 1)])
# What passes its threshold is counted again so often: what the server does besides, above all after its start, falls
# into whatever is counted then. What a change costs is there each time.
RECOUNTS = 2
# What asks the C library for memory.
ALLOCATORS = {"malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign"}
Cost = collections.namedtuple("Cost", ["instructions", "allocations"])
# Everything takes fifty times as long there, the start too.
serving.LONGEST_START_SECONDS = 600


class Counter:
    """A server under callgrind, on the store of a lab; or a program that ends by itself."""

    def __init__(self, lab):
        self.lab, self.shim = lab, lab.build / "sigsuspend.so"
        # Its reader of debugging information knows less than what compilers write.
        self.recoursd = self.stripped(lab.recoursd)

    def stripped(self, program):
        copy = self.lab.data / pathlib.Path(program).name
        subprocess.run(["strip", "--strip-debug", "-o", copy, program], check=True)
        return copy

    def command(self, name):
        return ["env", f"LD_PRELOAD={self.shim}", "valgrind", "-q", "--tool=callgrind",
                f"--callgrind-out-file={self.lab.data / name}"]

    def start(self):
        os.environ["RECOURS_THREADS"] = "1"
        # Without the look through the store after each start, which would fall into whatever is counted then.
        self.server = serving.Server(self.recoursd, self.lab.directory, before=self.command("server.%p"),
                                     variables={"RECOURS_SCRUB_EVERY_HOURS": "0"})
        self.target = laboratory.Target(self.server.endpoint, self.server.process.pid)

    def control(self, order):
        subprocess.run(["callgrind_control", order, str(self.target.pid)], check=True, capture_output=True)

    def server_cost(self, calls, options):
        self.control("-z")
        self.lab.generate("calls", self.target, pinned=False, calls=calls, **options)
        self.control("-d")
        dumps = self.lab.data.glob(f"server.{self.target.pid}.*")
        return cost(max(dumps, key=lambda path: int(path.name.rsplit(".", 1)[1])))

    def program_cost(self, program, *arguments):
        out = self.lab.data / "program.callgrind"
        subprocess.run([*self.command(out.name), program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
        return cost(out)


def cost(path):
    """What a profile sums up to. A callee is named once and numbered ever after; its calls stand on the next line."""
    text = path.read_text()
    named = {number for number, name in re.findall(r"^c?fn=\((\d+)\) (\S+)$", text, re.MULTILINE) if name in ALLOCATORS}
    calls = re.findall(r"^cfn=\((\d+)\).*\ncalls=(\d+)", text, re.MULTILINE)
    return Cost(int(re.search(r"^summary: (\d+)", text, re.MULTILINE)[1]),
                sum(int(count) for number, count in calls if number in named))


def difference(count, calls, tries):
    """The cost of a call, by two runs of which one is three times as long; the least of several tries."""
    costs = []
    for _ in range(tries):
        long, short = count(3 * calls), count(calls)
        costs.append(Cost(*((a - b) / (2 * calls) for a, b in zip(long, short))))
    return Cost(*map(min, zip(*costs)))


def typical_case(lab):
    """What a query returns: a case as its association sees it."""
    identifier = lab.identifiers.read_bytes()[:16]
    with lab.server(pinned=False) as target:
        answer = Connection(lab.profile, target.endpoint).unary(
            "CaseService/GetCase", message("v1.GetCaseRequest")(id=identifier), "GetCaseResponse")
    path = lab.data / "case"
    path.write_bytes(answer.case_file.SerializeToString())
    return path


def server_counts(counter, plan, thresholds):
    lab = counter.lab
    counter.start()
    loads = {"health call": lab.health_call(), "status query": lab.query(), "submission": lab.submission()}
    for shape in plan.shapes:
        shaped = {f"{name}, {shape[0]} × {shape[1]}": {"connections": shape[0], "in_flight": shape[1], **call}
                  for name, call in loads.items()}
        # What happens once, such as caches and lazily made types, is no call's cost.
        for load in shaped.values():
            lab.generate("calls", counter.target, pinned=False, calls=plan.calls, **load)
        for name, load in shaped.items():
            found = difference(lambda count: counter.server_cost(count, load), plan.calls, plan.tries)
            for _ in range(RECOUNTS):
                if all(is_few(count, thresholds.get(name, {}).get(what)) for what, count in found._asdict().items()):
                    break
                again = difference(lambda count: counter.server_cost(count, load), plan.calls, plan.tries)
                found = Cost(*map(min, found, again))
            yield name, found
    counter.server.stop()


def coding_counts(counter, case, plan):
    program = counter.lab.build / "CaseCoding"
    if not program.exists():
        sys.exit("CaseCoding is not built")
    program = counter.stripped(program)
    # A program alone does the same each time.
    costs = {how: difference(lambda count: counter.program_cost(program, case, how, count), plan.calls, tries=1)
             for how in ("decode", "again")}
    yield "decoding a case", costs["decode"]
    yield "encoding a case", Cost(*(both - decoding for both, decoding in zip(costs["again"], costs["decode"])))


def is_few(count, bound):
    """Whether a count keeps to its bound; less than one allocation more is chance."""
    return bound is None or count <= max(bound * TOLERANCE, bound + 1)


def held(name, found, thresholds):
    """Whether both counts stay below their thresholds; prints them in either case."""
    fits = True
    for what, count in found._asdict().items():
        bound = thresholds.get(name, {}).get(what)
        told = f"  {name:<28} {count:>12,.1f} {what:<13}"
        if bound is None:
            fits = False
            print(f"{told} no threshold: make instructions WRITE=1", flush=True)
            continue
        few = is_few(count, bound)
        fits &= few
        print(f"{told} {count / bound if bound else 1:.3f} of the threshold{'' if few else ': TOO MANY'}", flush=True)
    return fits


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("recoursd")
    parser.add_argument("--calls", type=int, help="of the shorter run of each pair")
    parser.add_argument("--short", action="store_true", help="fewer calls")
    parser.add_argument("--debug", action="store_true", help="a debug build of the server, and not the messages alone")
    parser.add_argument("--write", action="store_true", help="make what is counted the thresholds")
    options = parser.parse_args()
    plan = DEBUG if options.debug else SHORT if options.short else FULL
    options.plan = plan._replace(calls=options.calls or plan.calls)
    options.quick, options.repetitions, options.seconds, options.stored = True, 1, 1, []
    options.reuse, options.grpc_swift = None, False
    return options


def main():
    options = parse()
    shutil.rmtree(options.data, ignore_errors=True)
    options.data.mkdir(parents=True)
    plan, path = options.plan, HERE / options.plan.thresholds
    thresholds = json.loads(path.read_text()) if path.exists() else {}
    counts, fits = {}, True
    try:
        lab = laboratory.Lab(options)
        lab.prepare()
        lab.fill(200 if options.debug else 1_000)
        counter = Counter(lab)
        messages = [] if options.debug else [coding_counts(counter, typical_case(lab), plan)]
        print("What the server does a call" + (", and the messages alone:" if messages else ":"))
        for source in [*messages, server_counts(counter, plan, thresholds)]:
            for name, found in source:
                counts[name] = {what: round(count, 1) for what, count in found._asdict().items()}
                fits &= held(name, found, thresholds) or options.write
    finally:
        shutil.rmtree(options.data, ignore_errors=True)
    if options.write:
        # What a shorter run does not count stays.
        path.write_text(json.dumps(thresholds | counts, indent=1, ensure_ascii=False) + "\n")
        print(f"written to {path}")
    sys.exit(0 if fits else 1)


if __name__ == "__main__":
    main()
