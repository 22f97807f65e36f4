# SPDX-License-Identifier: EUPL-1.2
"""Counts the instructions that the server executes a call, and holds them against committed thresholds.

Usage: count.py BUILD_DIR DATA_DIR RECOURSD [--calls N] [--write]

Times depend on the machine and on who else uses it, counts hardly do: these may gate a change. The server runs under
callgrind; of two runs of N and 3 N calls on equal connections the difference is taken, so that what a connection and
the program's own clocks cost cancels out. A count above its threshold by more than a tenth fails.
"""
import argparse
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

THRESHOLDS = HERE / "thresholds.json"
TOLERANCE = 1.10
# Batches under load differ from run to run; what a change costs is in the least of them.
TRIES = 3
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
        self.server = serving.Server(self.recoursd, self.lab.directory, before=self.command("server.%p"))
        self.target = laboratory.Target(self.server.endpoint, self.server.process.pid)

    def control(self, order):
        subprocess.run(["callgrind_control", order, str(self.target.pid)], check=True, capture_output=True)

    def server_instructions(self, calls, options):
        self.control("-z")
        self.lab.generate("calls", self.target, pinned=False, calls=calls, **options)
        self.control("-d")
        dumps = self.lab.data.glob(f"server.{self.target.pid}.*")
        return summary(max(dumps, key=lambda path: int(path.name.rsplit(".", 1)[1])))

    def program_instructions(self, program, *arguments):
        out = self.lab.data / "program.callgrind"
        subprocess.run([*self.command(out.name), program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
        return summary(out)


def summary(path):
    found = re.search(r"^summary: (\d+)", path.read_text(), re.MULTILINE)
    return int(found[1])


def difference(count, calls):
    """Instructions a call, by two runs of which one is three times as long; the least of several tries."""
    return min((count(3 * calls) - count(calls)) / (2 * calls) for _ in range(TRIES))


def typical_case(lab):
    """What a query returns: a case as its association sees it."""
    identifier = lab.identifiers.read_bytes()[:16]
    with lab.server(pinned=False) as target:
        answer = Connection(lab.profile, target.endpoint).unary(
            "CaseService/GetCase", message("v1.GetCaseRequest")(id=identifier), "GetCaseResponse")
    path = lab.data / "case"
    path.write_bytes(answer.case_file.SerializeToString())
    return path


def server_counts(counter, calls):
    lab = counter.lab
    counter.start()
    loads = {"health call": lab.health_call(), "status query": lab.query(), "submission": lab.submission()}
    for shape in ((1, 1), (16, 16)):
        for name, call in loads.items():
            options = {"connections": shape[0], "in_flight": shape[1], **call}
            # What happens once, such as caches and lazily made types, is no call's cost.
            lab.generate("calls", counter.target, pinned=False, calls=calls, **options)
            yield f"{name}, {shape[0]} × {shape[1]}", difference(
                lambda count: counter.server_instructions(count, options), calls)
    counter.server.stop()


def coding_counts(counter, case, calls):
    program = counter.lab.build / "CaseCoding"
    if not program.exists():
        sys.exit("CaseCoding is not built")
    program = counter.stripped(program)
    costs = {how: difference(lambda count: counter.program_instructions(program, case, how, count), calls)
             for how in ("decode", "again")}
    yield "decoding a case", costs["decode"]
    yield "encoding a case", costs["again"] - costs["decode"]


def held(name, count, thresholds):
    """Whether a count stays below its threshold; prints it in either case."""
    bound = thresholds.get(name)
    told = f"  {name:<44} {count:>12,.0f} instructions"
    if bound is None:
        print(f"{told}   no threshold: make instructions WRITE=1", flush=True)
        return False
    fits = count <= bound * TOLERANCE
    print(f"{told}   {count / bound:.3f} of the threshold{'' if fits else ': TOO MANY'}", flush=True)
    return fits


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("recoursd")
    parser.add_argument("--calls", type=int, default=1_000, help="of the shorter run of each pair")
    parser.add_argument("--write", action="store_true", help="make what is counted the thresholds")
    options = parser.parse_args()
    options.quick, options.repetitions, options.seconds, options.stored = True, 1, 1, []
    return options


def main():
    options = parse()
    shutil.rmtree(options.data, ignore_errors=True)
    options.data.mkdir(parents=True)
    thresholds = json.loads(THRESHOLDS.read_text()) if THRESHOLDS.exists() else {}
    counts, fits = {}, True
    try:
        lab = laboratory.Lab(options)
        lab.prepare()
        lab.fill(1_000)
        case, counter = typical_case(lab), Counter(lab)
        print("Instructions of the server a call, and of the messages alone:")
        for source in (coding_counts(counter, case, options.calls), server_counts(counter, options.calls)):
            for name, count in source:
                counts[name] = round(count)
                fits &= options.write or held(name, count, thresholds)
    finally:
        shutil.rmtree(options.data, ignore_errors=True)
    if options.write:
        THRESHOLDS.write_text(json.dumps(counts, indent=1, ensure_ascii=False) + "\n")
        print(THRESHOLDS.read_text() + f"written to {THRESHOLDS}")
    sys.exit(0 if fits else 1)


if __name__ == "__main__":
    main()
