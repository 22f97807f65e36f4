# SPDX-License-Identifier: EUPL-1.2
"""A server that is asked for more than it can do, beside one partner that is, and under connections that only cost.

Usage: overload.py BUILD_DIR DATA_DIR RECOURSD [--only SECTION,…] [--seconds S]

The server is held to a quarter of a core where it must be asked for ten times what it can do: the rest of two cores can
offer that. Ten partners offer it, each as the SDK does: no more in flight than it may, the rest waits at the partner
until its deadline; but nothing is tried again, and nobody holds back because of what was refused before.
CONTROL=1 in the environment turns shedding off.
"""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import costs
import machine
from figures import Figures, Goal
from lab import SIREN, Lab, Target
from quarter import Share
from serving import Server

PARTNERS = [f"atelier-{number}" for number in range(10)]
CONTROL = os.environ.get("CONTROL") == "1"
DEADLINE = 1.0


class Scene:
    """Servers, and the partners that load them."""

    def __init__(self, options):
        self.figures, self.seconds, self.data = Figures(), options.seconds, options.data
        options.grpc_swift, options.quick, options.repetitions, options.reuse, options.stored = False, True, 1, None, []
        self.lab = Lab(options)
        self.lab.profile = self.lab.partners / PARTNERS[0]

    def prepare(self):
        self.lab.identifiers.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([self.lab.recoursd, "init", self.lab.directory], check=True, stdout=subprocess.DEVNULL)
        self.lab.identifiers.touch()
        mandates = [word for slug in PARTNERS for word in ("--mandate", f"{slug}:{SIREN}")]
        self.lab.add_partners(*(f"association:{slug}" for slug in PARTNERS), "platform:wish", *mandates)

    @contextlib.contextmanager
    def server(self, share=None, **settings):
        """A server with its own limits, and `settings` by their variables' names. All partners have one address."""
        settings["LIMITS_HANDSHAKES_PER_ADDRESS_PER_SECOND"] = 1_000_000
        if CONTROL:
            settings["OVERLOAD_TARGET_MILLISECONDS"] = 0
        variables = {f"RECOURS_{name}": str(value) for name, value in settings.items()}
        held = Share(share) if share else None
        log = (self.data / "server.log").open("ab")
        server = Server(self.lab.recoursd, self.lab.directory, before=held.before() if held else (), level="warning",
                        log=log, variables=variables)
        try:
            if held:
                held.hold(server.process.pid)
            yield Target(server.endpoint, server.process.pid)
            server.stop()
        finally:
            server.end()
            server.process.wait()
            if held:
                held.end()

    def load(self, target, partners, phases, connections, in_flight, deadline=DEADLINE, before=()):
        """The generator under way: `phases` are pairs of a rate over all partners and seconds; rate 0 is as fast as
        answers come."""
        path = self.data / f"partners-{len(partners)}-{partners[0]}"
        path.write_text("".join(f"{self.lab.partners / slug} {connections}\n" for slug in partners))
        call = self.lab.submission(name=f"submit-{partners[0]}")
        opening = call["open"].read_bytes()
        if deadline:
            # The generator puts what is left of each call's time in the place of this.
            call = {**call, "open": self.data / f"{path.name}.open"}
            call["open"].write_bytes(opening.replace(b"\x10\xb0\xea\x01", b"\x10\xff\x7f"))
        command = self.lab.generator(
            "overload", target, pinned=False, partners=path, in_flight=in_flight, deadline=deadline or None,
            phases=",".join(f"{rate:.1f}:{length}" for rate, length in phases), open=call["open"], data=call["data"])
        return subprocess.Popen([*before, *command], stdout=subprocess.PIPE, text=True)

    @staticmethod
    def told(process):
        out, _ = process.communicate()
        if process.returncode:
            sys.exit("the generator failed")
        return json.loads(out)


def back_after(seconds):
    """Seconds until calls are answered as if nothing had been, to the second."""
    bad = [place for place, second in enumerate(seconds) if second["good"] < 0.99 * second["offered"]]
    return bad[-1] + 1 if bad else 0


def ten_times(scene):
    length = scene.seconds
    with scene.server(share=0.25) as target:
        closed = scene.told(scene.load(target, PARTNERS, [(0, 2), (0, 6)], 1, 16, deadline=None))
        capacity = closed["phases"][1]["good"] / closed["phases"][1]["seconds"]
        run = scene.told(scene.load(
            target, PARTNERS, [(capacity / 2, 5), (10 * capacity, length), (capacity / 2, 10)], 4, 64))
    before, during, after = run["phases"]
    figures = scene.figures
    figures.heading(f"Submissions, ten times what the server can take, for {length} s, "
                    f"each worth nothing after {DEADLINE:.0f} s")
    figures.add("what it can take, a quarter of a core", "a second", [capacity])
    figures.add("at half of that, p99", "ms", [before["latency_us"]["p99"] / 1e3])
    good = during["good"] / during["seconds"]
    figures.add("offered", "a second", [during["offered"] / during["seconds"]])
    figures.add("answered in time", "a second", [good], [capacity], "capacity", Goal("≥", 0.9, "ratio"))
    figures.add("those, p99", "ms", [during["latency_us"]["p99"] / 1e3])
    others = ("late", "refused", "overdue", "unsent", "failed")
    share = {name: 100 * during[name] / during["offered"] for name in others}
    figures.note("of what was offered: " + ", ".join(f"{value:.1f} % {name}" for name, value in share.items()))
    figures.note(f"the server used {run['server_cpu_us'] / 1e6:.1f} s of a core, the generator "
                 f"{run['generator_cpu_us'] / 1e6:.1f} s")
    figures.add("back to normal after", "s", [back_after(run["seconds"][5 + int(length):])], goal=Goal("≤", 5))
    figures.add("then, p99", "ms", [after["latency_us"]["p99"] / 1e3])


SECTIONS = {"ten": ten_times, "neighbour": costs.neighbour, "idle": costs.idle, "stalled": costs.stalled}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("recoursd")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas: " + ", ".join(SECTIONS))
    parser.add_argument("--seconds", type=float, default=30, help="of overload")
    options = parser.parse_args()
    shutil.rmtree(options.data, ignore_errors=True)
    options.data.mkdir(parents=True)
    machine.describe(options.data)
    scene = Scene(options)
    scene.prepare()
    try:
        for name in options.only.split(","):
            SECTIONS[name](scene)
    finally:
        shutil.rmtree(options.data, ignore_errors=True)
    scene.figures.summary()
    missed = [entry for entry in scene.figures.entries if entry["met"] is False]
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
