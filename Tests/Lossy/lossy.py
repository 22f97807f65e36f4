# SPDX-License-Identifier: EUPL-1.2
"""Partners at work over bad networks: what the SDK shows of them, and what the server has afterwards.

Runs in a network namespace of its own (run.sh), so that packets can be dropped without harm to anybody.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import types

from path import Path
from rows import Failed
from world import Place

SIREN = "732829320"
QUICK = os.environ.get("QUICK") == "1"
CONTROL = os.environ.get("CONTROL") == "1"


class Broken(Failed):
    """A promise that did not hold: what a control must come to."""


class Network:
    """The server under test, and what lies before it."""

    def __init__(self, binaries, work):
        self.place = Place(types.SimpleNamespace(work=work, recoursd=binaries / "recoursd"), "lossy")
        self.place.start()
        for kind, slug in (("association", "ateliers"), ("platform", "amazon")):
            self.place.profile(kind, slug)
        self.place.mandate("ateliers", SIREN)

    @property
    def port(self):
        return int(self.place.endpoint.rpartition(":")[2])

    @contextlib.contextmanager
    def losing(self, port, share):
        """Packets to and from the port, lost at random; how many in the end, as a list of one."""
        rules = [["INPUT", "-i", "lo", "-p", "tcp", way, str(port), "-m", "statistic", "--mode", "random",
                  "--probability", str(share), "-j", "DROP"] for way in ("--dport", "--sport")]
        for rule in rules:
            subprocess.run(["iptables", "-A", *rule], check=True)
        lost = []
        yield lost
        table = subprocess.run(["iptables", "-nvxL", "INPUT"], check=True, capture_output=True, text=True).stdout
        lost.append(sum(int(line.split()[0]) for line in table.splitlines() if "DROP" in line))
        for rule in rules:
            subprocess.run(["iptables", "-D", *rule], check=True)

    @contextlib.contextmanager
    def meanwhile(self, act, every):
        """Does `act` again and again while the load goes on."""
        stopped, times = threading.Event(), []

        def repeat():
            while not stopped.wait(every):
                act()
                times.append(1)
        worker = threading.Thread(target=repeat)
        worker.start()
        yield times
        stopped.set()
        worker.join()


# MARK: The rows: each yields the port to go through, then says by a text what it did, or fails.

@contextlib.contextmanager
def lost(network, share):
    said = []
    with network.losing(network.port, share) as dropped:
        yield network.port, said
    if dropped[0] < 10:
        raise Failed(f"only {dropped[0]} packets were lost")
    said.append(f"{dropped[0]} packets lost")


@contextlib.contextmanager
def far(network):
    said = []
    path = Path(network.port, delay=0.020)
    with network.losing(path.port, 0.01) as dropped:
        yield path.port, said
    said.append(f"{dropped[0]} packets lost; goals: p50 60 ms, p99 400 ms, p99.9 1,200 ms")


@contextlib.contextmanager
def cut(network):
    said = []
    path = Path(network.port, cut_after=60_000)
    yield path.port, said
    if path.cuts < 5:
        raise Failed(f"only {path.cuts} of {path.opened} connections were cut")
    said.append(f"{path.cuts} connections cut")


@contextlib.contextmanager
def slow(network):
    path = Path(network.port, rate=16_384)
    yield path.port, []


@contextlib.contextmanager
def silent(network):
    said = []
    path = Path(network.port, mute_after=4.0)
    yield path.port, said
    if path.muted < 1:
        raise Failed("no connection fell silent")
    said.append(f"{path.opened} connections, {path.muted} given up after they had fallen silent")


@contextlib.contextmanager
def unplugged(network):
    said = []

    def pull():
        with network.losing(network.port, 1):
            time.sleep(5)
    with network.meanwhile(pull, every=3) as times:
        yield network.port, said
    said.append(f"unplugged {len(times)} times for 5 s")


@contextlib.contextmanager
def killed(network):
    said = []
    path = Path(network.port)

    def kill():
        network.place.server.kill()
        time.sleep(0.5)
        network.place.start()
        path.target = network.port
    with network.meanwhile(kill, every=2) as times:
        yield path.port, said
    if not times:
        raise Failed("it was never killed")
    said.append(f"killed {len(times)} times")


ROWS = [
    # title, seconds, what lies between, controls that must be noticed
    ("1 % of packets lost each way", 10, lambda network: lost(network, 0.01), []),
    ("10 % of packets lost each way", 10, lambda network: lost(network, 0.10), []),
    ("1 % lost each way, 40 ms there and back", 20, far, []),
    ("16 KiB a second", 10, slow, []),
    ("connections cut at any byte", 10, cut, ["no-retries", "new-keys"]),
    ("connections that fall silent", 45, silent, ["no-retries"]),
    ("the cable pulled for 5 s", 20, unplugged, []),
    ("the server killed every 2 s", 15, killed, ["no-retries"]),
]
SHORT = {"1 % of packets lost each way": 3, "connections cut at any byte": 4}


def judge(report, control):
    # Who repeats under new keys sees errors; whether they did harm is the question.
    if report["errors"] and control != "new-keys":
        errors = report["errors"]
        raise Broken(f"{len(errors)} calls failed, e.g. {errors[0]}")
    for fault in ("doubled", "lost", "invented", "misread"):
        if report[fault]:
            raise Broken(f"{len(report[fault])} {fault}, e.g. {report[fault][0]}")
    if report["filed"] < 20 or report["answered"] < report["filed"] or report["watched"] < report["filed"]:
        raise Broken("{filed} filed, {answered} answered, {watched} watched".format(**report))


def words(report):
    said = ["{filed} filed, {answered} answered, {watched} watched".format(**report)]
    for kind in ("submit", "query"):
        if kind in report["milliseconds"]:
            said.append(kind + " p50 {p50}, p99 {p99}, p99.9 {p999}, longest {longest} ms".format(
                **report["milliseconds"][kind]))
    return said


def run(binaries, seconds, between, control=None):
    """What the row said of itself and the load; Failed if a promise was broken."""
    with tempfile.TemporaryDirectory(prefix="recours-lossy.") as work:
        network = Network(binaries, pathlib.Path(work))
        partners = network.place.directory
        try:
            with between(network) as (port, said):
                # The driver reads the truth where the server is by then.
                command = [binaries / "lossy-driver", partners, f"127.0.0.1:{port}", str(seconds)]
                driver = subprocess.Popen(command + ([control] if control else []), stdin=subprocess.PIPE,
                                          stdout=subprocess.PIPE, text=True)
                if driver.stdout.readline() != "done\n":
                    raise Failed(f"the driver ended with {driver.wait()}")
            output, _ = driver.communicate(network.place.endpoint + "\n", timeout=120)
            report = json.loads(output)
            judge(report, control)
            return said + words(report)
        finally:
            network.place.server.end()


def main(binaries, chosen):
    passed = failed = 0
    for title, seconds, between, controls in ROWS:
        if chosen and not any(word in title for word in chosen) or QUICK and title not in SHORT:
            continue
        seconds = SHORT[title] if QUICK else seconds
        for control in controls if CONTROL else [None]:
            try:
                said, fine = run(binaries, seconds, between, control), control is None
            except Failed as failure:
                said, fine = [str(failure)], control is not None and isinstance(failure, Broken)
            passed, failed = passed + fine, failed + (not fine)
            print(("  ok    " if fine else "  FAIL  ") + title + (f" ({control})" if control else ""), flush=True)
            print("".join(f"          {line}\n" for line in said), end="", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
