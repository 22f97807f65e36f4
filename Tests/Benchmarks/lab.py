# SPDX-License-Identifier: EUPL-1.2
"""Servers under measurement, beside what they are compared with, and the generator that loads them."""
import contextlib
import dataclasses
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys

from figures import Figures

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "Crash"))
from serving import Server
from life_of_a_case import draft
from recours_wire import message

# Has right check digits; of a firm that the demo has invented.
SIREN = "831983333"
# One partner fills the machine here, so its limits stand above what the steps keep in flight.
LIMITS = {
    "RECOURS_LIMITS_CONNECTIONS": "12000",
    "RECOURS_LIMITS_CONNECTIONS_PER_PARTNER": "12000",
    "RECOURS_LIMITS_CALLS_PER_PARTNER": "20000",
    "RECOURS_LIMITS_BULK_WINDOW": "1024",
    # It files more in an hour than associations do in a day; it is counted all the same.
    "RECOURS_QUOTAS_CASES_PER_DAY": "1000000000000",
    "RECOURS_QUOTAS_BYTES_PER_DAY": "1000000000000000",
    # Thousands of calls in flight are measured by how they wait for each other.
    "RECOURS_OVERLOAD_TARGET_MILLISECONDS": "10000",
}
# And all of its machines are one.
HANDSHAKE_LIMITS = {
    "RECOURS_LIMITS_HANDSHAKES": "1000",
    "RECOURS_LIMITS_HANDSHAKES_PER_ADDRESS": "1000",
    "RECOURS_LIMITS_HANDSHAKES_PER_ADDRESS_PER_SECOND": "1000000",
    "RECOURS_LIMITS_HANDSHAKE_PERCENT": "100",
}
SERVER_CORE, GENERATOR_CORE = ["taskset", "-c", "0"], ["taskset", "-c", "1"]


@dataclasses.dataclass
class Target:
    endpoint: str
    pid: int
    ready_after: float = 0
    # By the measurement itself: then it cannot be asked to end.
    is_killed: bool = False


class Lab:
    def __init__(self, options):
        self.build, self.data, self.recoursd = options.build, options.data, options.recoursd
        self.grpc_swift = options.grpc_swift
        self.quick, self.repetitions, self.seconds = options.quick, options.repetitions, options.seconds
        kept = options.reuse or self.data
        self.directory = kept / "server"
        self.partners = kept / "partners"
        self.profile = self.partners / "ateliers-reunis"
        self.identifiers = kept / "identifiers"
        # Of what an earlier run has stored only the last steps are left.
        self.ladder = [step for step in options.stored if step > self.stored()] or [self.stored()]
        self.figures = Figures()

    # What is served

    def prepare(self):
        os.environ.update(LIMITS)
        if self.profile.exists():
            return
        self.identifiers.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([self.recoursd, "init", self.directory], check=True, stdout=subprocess.DEVNULL)
        self.identifiers.touch()
        self.add_partners("association:ateliers-reunis", "platform:wish", "--mandate", f"ateliers-reunis:{SIREN}")

    def add_partners(self, *arguments):
        with self.server(pinned=False) as target:
            subprocess.run([sys.executable, TESTS / "Interop" / "partners.py", self.directory / "operator",
                            target.endpoint, self.partners, *arguments], check=True)

    @contextlib.contextmanager
    def server(self, pinned=True, threads=None, bounds_handshakes=False):
        """A server on core 0 with one thread; or on all cores, with a thread each."""
        os.environ["RECOURS_THREADS"] = str(threads if threads is not None else 1 if pinned else 0)
        server = Server(self.recoursd, self.directory, before=SERVER_CORE if pinned else (),
                        variables={} if bounds_handshakes else HANDSHAKE_LIMITS)
        try:
            target = Target(server.endpoint, server.process.pid, server.ready_after)
            yield target
            if not target.is_killed:
                server.stop()
        finally:
            server.end()

    @contextlib.contextmanager
    def program(self, *command, announces="listening"):
        """A program that says on its first line that it listens; the last word is where, if it chooses itself."""
        process = subprocess.Popen([*SERVER_CORE, *map(str, command)], stdout=subprocess.PIPE, text=True)
        try:
            line = process.stdout.readline()
            assert line.startswith(announces), f"{command[0]} did not listen"
            yield line.split()[-1], process.pid
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()

    @contextlib.contextmanager
    def floor(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        files = [self.directory / part for part in (
            "authority/certificate.pem", "server/certificate.pem", "server/key.pem")]
        with self.program(self.build / "floor", port, *files) as (_, pid):
            yield Target(f"127.0.0.1:{port}", pid)

    @contextlib.contextmanager
    def grpc(self, program):
        files = [self.directory / part for part in ("server/certificate.pem", "server/key.pem")]
        with self.program(program, *files) as (port, pid):
            yield Target(f"127.0.0.1:{port}", pid)

    # What is sent

    def template(self, name, method, request, key=b""):
        """The files from which the generator makes calls; `request` is a message or its bytes."""
        opening = message("wire.v1.Open")(method="recours.v1." + method, timeout_ms=30_000, idempotency_key=key)
        paths = {"open": self.data / f"{name}.open", "data": self.data / f"{name}.data"}
        paths["open"].write_bytes(opening.SerializeToString())
        paths["data"].write_bytes(request if isinstance(request, bytes) else request.SerializeToString())
        return paths

    def health_call(self):
        return self.template("health", "HealthService/Check", message("v1.HealthCheckRequest")())

    def query(self):
        return {**self.template("get", "CaseService/GetCase", message("v1.GetCaseRequest")(id=b"\xBB" * 16)),
                "identifiers": self.identifiers}

    def submission(self, name="submit", **changes):
        request = message("v1.SubmitCaseRequest")(draft=draft(SIREN, **{"external_ref": "r-########", **changes}))
        return {**self.template(name, "CaseService/SubmitCase", request, b"\xAA" * 16), "keep": self.identifiers}

    def generator(self, mode, target, pinned=True, **options):
        host, port = target.endpoint.rsplit(":", 1)
        given = {"host": host, "port": port, "identity": self.profile, "pid": target.pid, **options}
        words = [str(word) for name, value in given.items() if value is not None
                 for word in ("--" + name.replace("_", "-"), value)]
        return [*(GENERATOR_CORE if pinned else []), str(self.build / "loadgen"), mode, *words]

    def generate(self, mode, target, pinned=True, **options):
        run = subprocess.run(self.generator(mode, target, pinned, **options), capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"the generator failed:\n{run.stdout}{run.stderr}")
        told = json.loads(run.stdout)
        if told.get("calls") == 0:
            sys.exit(f"no call ended in time: --seconds must be more\n{run.stdout}")
        return told

    # What is stored

    def stored(self):
        """Cases known by their identifiers: all of the store but those of watchers."""
        return self.identifiers.stat().st_size // 16 if self.identifiers.exists() else 0

    def fill(self, count):
        """Files cases through the server until so many are stored."""
        if self.stored() >= count:
            return
        with self.server(pinned=False) as target:
            while (missing := count - self.stored()) > 0:
                self.generate("calls", target, pinned=False, connections=min(64, missing), in_flight=16,
                              calls=min(missing, 200_000), **self.submission())
