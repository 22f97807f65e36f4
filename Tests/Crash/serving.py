# SPDX-License-Identifier: EUPL-1.2
"""A server under test, and calls in flight beside each other."""
import atexit
import os
import pathlib
import select
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
from recours_wire import DATA, END, MORE, OPEN, STATUS, CallError, message

LONGEST_START_SECONDS = 30
# So that what is registered to be done at the end is done also if the end is ordered.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


# What is left of them at the end: thousands may be started in one run.
RUNNING = set()
atexit.register(lambda: [server.end() for server in RUNNING])


class Server:
    """One `recoursd serve`, on a free port of the loopback interface; `before` is what the command is run by."""

    def __init__(self, binary, directory, before=(), listen="127.0.0.1:0", level="error", log=None, variables=None):
        started = time.monotonic()
        self.process = subprocess.Popen(
            [*before, binary, "serve", "--config", str(directory), "--listen", listen, "--log-level", level],
            stdout=subprocess.PIPE, stderr=log, bufsize=0, start_new_session=True,
            env={**os.environ, **(variables or {})})
        RUNNING.add(self)
        line = b""
        while select.select([self.process.stdout], [], [], LONGEST_START_SECONDS)[0]:
            line = self.process.stdout.readline()
            if not line or line.startswith(b"listening on "):
                break
        if not line.startswith(b"listening on "):
            self.kill()
            sys.exit(f"the server did not listen; it ended with {self.process.returncode}")
        self.endpoint = line.decode().split()[2]
        self.ready_after = time.monotonic() - started

    def end(self):
        """Leaves nothing running, whatever the test came to; under a tracer neither it nor what it traces."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        RUNNING.discard(self)

    def stop(self):
        """Asks it to drain, which must end with 0; under a tracer it is the tracer's child that is asked."""
        pid = self.process.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        signalled = int(children[0]) if children else pid
        subprocess.run(["kill", "-TERM", str(signalled)], check=True)
        assert self.process.wait(timeout=60) == 0, "a server that is told to stop must drain and end with 0"
        RUNNING.discard(self)


def unary_many(connection, method, requests, new_key=lambda: b""):
    """Keeps all the calls in flight at once; the encoded responses, in the order of the requests."""
    calls, out = {}, b""
    for place, request in enumerate(requests):
        opening = message("wire.v1.Open")(
            method="recours.v1." + method, timeout_ms=20_000, idempotency_key=new_key()).SerializeToString()
        calls[connection.next_call] = place
        out += connection.frame(OPEN, 0, connection.next_call, opening)
        out += connection.frame(DATA, END, connection.next_call, request.SerializeToString())
        connection.next_call += 2
    connection.socket.sendall(out)
    answers = [None] * len(requests)
    while calls:
        kind, flags, call, payload = connection.read_frame()
        if kind == STATUS:
            raise CallError(payload)
        assert kind == DATA and flags & END and not flags & MORE, "these answers fit one frame each"
        answers[calls.pop(call)] = payload
    return answers
