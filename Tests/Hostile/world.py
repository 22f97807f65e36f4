# SPDX-License-Identifier: EUPL-1.2
"""Real servers, their partners, and what can be seen of a server from outside."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time

import front
from peer import PATIENCE, Connection, Peer, message
from partners import add_partner
from rows import DEAF, TOLERANT, Failed, expect
from serving import Server

FIRMS = ["831983333", "732829320"]
HERE = pathlib.Path(__file__).resolve().parent
# Generous on a machine that builds beside: what the table wants is that nobody is held up, not a figure.
BYSTANDER_SECONDS = 2.0
SLOWEST_SECONDS = 5.0
# An arena that has grown is kept by the allocator; a row's attack, if it were kept, is larger (see README.md).
MEMORY_MIB = 24
# All partners here are behind one address, and come as fast as a test can make them.
CROWD = {"LIMITS_HANDSHAKES_PER_ADDRESS": 64, "LIMITS_HANDSHAKES_PER_ADDRESS_PER_SECOND": 1_000_000}


def address_of(endpoint):
    host, port = endpoint.rsplit(":", 1)
    return host, int(port)


class Place:
    """One server's directory, its process, and the partners that were added to it."""

    def __init__(self, world, name):
        self.world, self.directory = world, world.work / name
        self.server, self.log = None, world.work / f"{name}.log"
        self.directory.mkdir()
        subprocess.run([world.recoursd, "init", self.directory / "server"], check=True, stdout=subprocess.DEVNULL)

    def start(self, preload=None, before=(), **settings):
        """Settings by their variables' names without RECOURS_; whatever else the server's environment holds in CAPS."""
        variables = {f"RECOURS_{name}": str(value) for name, value in {**CROWD, **settings}.items()}
        if preload:
            variables.update(preload)
        with self.log.open("ab") as log:
            self.server = Server(self.world.recoursd, self.directory / "server", before=before, level="info", log=log,
                                 variables=variables)
        return self

    @property
    def endpoint(self):
        return self.server.endpoint

    @property
    def address(self):
        return address_of(self.endpoint)

    @property
    def pid(self):
        return self.server.process.pid

    def pause(self, seconds):
        """It does nothing for so long."""
        self.server.process.send_signal(signal.SIGSTOP)
        threading.Timer(seconds, self.server.process.send_signal, (signal.SIGCONT,)).start()

    def ended(self, patience=30):
        """The status with which it ended by itself."""
        try:
            return self.server.process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            raise Failed("the server still runs") from None

    def profile(self, kind, slug, siren=""):
        """A partner's profile; registered the first time."""
        directory = self.directory / slug
        if kind == "operator" and slug == "operator":
            return self.directory / "server" / "operator"
        if not directory.exists():
            with_operator = Connection(self.directory / "server" / "operator", self.endpoint)
            add_partner(with_operator, self.endpoint, directory, kind, slug, siren)
            with_operator.socket.close()
        return directory

    def mandate(self, association, siren):
        mandate = message("v1.Mandate")(association=association, siren=siren, **{"from": "2018-01-01"})
        operator = Connection(self.directory / "server" / "operator", self.endpoint)
        [outcome] = operator.stream("PartnerService/ImportMandates", [mandate], "ImportMandatesResponse")
        operator.socket.close()
        assert outcome.refused == 0, outcome

    def association(self, slug, siren=FIRMS[0]):
        """An association with a mandate for a firm."""
        is_new = not (self.directory / slug).exists()
        profile = self.profile("association", slug)
        if is_new:
            self.mandate(slug, siren)
        return profile

    def operator(self):
        return Peer(self.directory / "server" / "operator", self.endpoint)

    # What can be seen from outside.

    def memory(self):
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) * 1024

    def files(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def cpu_seconds(self):
        # The clock of a process by its number, as pthread_getcpuclockid has it.
        return time.clock_gettime(~self.pid << 3 | 2)

    def logged(self):
        return self.log.read_bytes()


class Witness:
    """The bystander's process, and its word on what happened while a row ran."""

    def __init__(self, place):
        profile = place.association("temoin", FIRMS[1])
        self.process = subprocess.Popen(
            [sys.executable, HERE / "bystander.py", profile, place.endpoint, FIRMS[1]], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.report()

    def report(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def check(self):
        seen = self.report()
        expect(not seen["failures"], f"another partner noticed: {seen['failures']}")
        expect(seen["p99"] <= BYSTANDER_SECONDS, f"another partner waited {seen['p99']:.2f} s")
        expect(seen["slowest"] <= SLOWEST_SECONDS, f"another partner waited {seen['slowest']:.2f} s once")
        return seen

    def end(self):
        self.process.kill()
        self.process.wait()


class World:
    """The main server, which most rows attack, and other servers for rows that need their own."""

    def __init__(self, binaries, work, is_control):
        self.recoursd, self.recours = pathlib.Path(binaries) / "recoursd", pathlib.Path(binaries) / "recours"
        self.work, self.is_control, self.row = pathlib.Path(work), is_control, None
        PATIENCE[0] = 2.0 if is_control else 10.0
        self.is_quick = os.environ.get("QUICK") == "1"
        self.main = Place(self, "main").start()
        self.attacker = self.main.association("attacker")
        for slug in ("wish", "amazon"):
            self.main.profile("platform", slug)
        self.fronts = {}
        if is_control:
            self.fronts = {TOLERANT: front.tolerant(self.main.directory / "server" / "server"), DEAF: front.deaf()}
        self.witness = Witness(self.main)
        self.places = 0

    @property
    def endpoint(self):
        """Where a row strikes: the main server, or in a control what stands before it."""
        found = self.fronts.get(self.row.control) if self.row else None
        return found.endpoint if found else self.main.endpoint

    @property
    def address(self):
        return address_of(self.endpoint)

    def peer(self, profile=None, **hello):
        return Peer(profile or self.attacker, self.endpoint, **hello)

    def another(self, name):
        self.places += 1
        return Place(self, f"{name}-{self.places}")

    def copy(self, place, name):
        """A directory like another's, whose server does not run: made with its partners, as a backup is."""
        self.places += 1
        copied = Place.__new__(Place)
        copied.world, copied.directory = self, self.work / f"{name}-{self.places}"
        copied.server, copied.log = None, self.work / f"{name}-{self.places}.log"
        shutil.copytree(place.directory, copied.directory)
        return copied

    # Before and after a row.

    def settled(self, patience=8):
        """Descriptors once they no longer change: what earlier rows left is being closed."""
        last, since, until = self.main.files(), time.monotonic(), time.monotonic() + patience
        while time.monotonic() < min(since + 0.1, until):
            time.sleep(0.02)
            if (now := self.main.files()) != last:
                last, since = now, time.monotonic()
        return last

    def check_left(self, files, memory, leaves):
        """Descriptors are back; memory is, but for what the allocator keeps."""
        until = time.monotonic() + 8
        while (now := self.main.files()) > files and time.monotonic() < until:
            time.sleep(0.02)
        expect(now <= files, f"{now - files} descriptors did not come back")
        grown = (self.main.memory() - memory) / 2**20
        expect(grown <= MEMORY_MIB + leaves, f"{grown:.0f} MiB of memory did not come back")
        return grown

    def end(self):
        self.witness.end()


def run_cli(world, profile, *arguments, may_end_with=(0,), **more):
    """What the command line shows; its output."""
    command = [world.recours, *arguments, "--profile", profile, "--endpoint", world.main.endpoint, "--lang", "fr"]
    run = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, **more)
    expect(run.returncode in may_end_with, f"recours {arguments[0]} ended with {run.returncode}: {run.stderr.strip()}")
    return run.stdout
