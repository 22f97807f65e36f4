# SPDX-License-Identifier: EUPL-1.2
"""Kills a server under bulk load again and again, and holds it to what it acknowledged.

Usage: crash.py RECOURSD DIRECTORY --kills N [--seed S]

DIRECTORY is one that Tests/Crash/run.sh has prepared: a server directory `server`, the profile of an association
in `association`, and a platform `wish`. A round counts only if the server was killed while it acknowledged at
least 100 cases a second. After each restart every acknowledged case must be there under the same identifier, and
what was sent again under its own key must not be filed twice.
"""
import argparse
import collections
import os
import pathlib
import random
import signal
import subprocess
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
from life_of_a_case import draft
from recours_wire import CREDIT, DATA, END, OPEN, STATUS, CallError, Connection, message

WINDOW = 512
MINIMUM_RATE = 100
V1 = "recours.v1."


class Server:
    """One `recoursd serve` on a free port of the loopback interface."""

    def __init__(self, binary, directory):
        self.process = subprocess.Popen(
            [binary, "serve", "--config", str(directory), "--listen", "127.0.0.1:0", "--log-level", "error"],
            stdout=subprocess.PIPE, text=True)
        started = time.monotonic()
        for line in self.process.stdout:
            if line.startswith("listening on "):
                self.endpoint = line.split()[2]
                self.ready_after = time.monotonic() - started
                return
        sys.exit(f"the server ended with {self.process.wait()} before it listened")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def time_ordered_key():
    random_bytes = bytearray(os.urandom(16))
    random_bytes[:6] = int(time.time() * 1000).to_bytes(6, "big")
    random_bytes[6] = 0x70 | random_bytes[6] & 0x0F
    random_bytes[8] = 0x80 | random_bytes[8] & 0x3F
    return bytes(random_bytes)


class Journal:
    """What this client knows: every reference it sent, under which key, and what was acknowledged."""

    def __init__(self, siren):
        self.siren = siren
        self.keys = {}
        self.acknowledged = {}
        self.template = draft(siren)

    def new_reference(self):
        reference = f"crash-{len(self.keys):08}"
        self.keys[reference] = time_ordered_key()
        return reference

    def draft(self, reference):
        self.template.external_ref = reference
        return self.template

    def acknowledge(self, reference, case_id):
        known = self.acknowledged.setdefault(reference, case_id)
        assert known == case_id, f"{reference} was filed as {known.hex()} and again as {case_id.hex()}"

    def unanswered(self):
        return [reference for reference in self.keys if reference not in self.acknowledged]


class Load:
    """A bulk stream which keeps a window of cases in flight until the connection breaks or it is told to stop."""

    def __init__(self, connection, journal, again):
        self.connection, self.journal = connection, journal
        self.again = collections.deque(again)
        self.in_flight = {}
        self.count = self.sequence = 0
        self.first = self.last = None
        self.credit = connection.hello.call_credit_bytes
        self.call = connection.next_call
        connection.next_call += 2

    def send_item(self, reference):
        self.sequence += 1
        item = message(V1 + "SubmitCasesItem")(
            client_sequence=self.sequence, idempotency_key=self.journal.keys[reference],
            draft=self.journal.draft(reference))
        body = item.SerializeToString()
        self.in_flight[self.sequence] = reference
        self.credit -= len(body)
        return self.connection.frame(DATA, 0, self.call, body)

    def fill(self, new_ones):
        out = b""
        while len(self.in_flight) < WINDOW and self.credit > 8192:
            if self.again:
                out += self.send_item(self.again.popleft())
            elif new_ones:
                out += self.send_item(self.journal.new_reference())
            else:
                break
        if out:
            self.connection.send(out)

    def run(self, new_ones=True):
        opening = message("recours.wire.v1.Open")(method="recours.v1.CaseService/SubmitCases")
        self.connection.send(self.connection.frame(OPEN, 0, self.call, opening.SerializeToString()))
        self.connection.wants_credit = True
        result_type = message(V1 + "SubmitCasesResult")
        self.fill(new_ones)
        while self.in_flight or new_ones:
            kind, flags, call, payload = self.connection.read_frame()
            if kind == CREDIT:
                if call == self.call:
                    self.credit += message("recours.wire.v1.Credit").FromString(payload).bytes
            elif kind == STATUS:
                raise CallError(message("recours.wire.v1.CallStatus").FromString(payload).status)
            elif kind == DATA:
                result = result_type.FromString(payload)
                reference = self.in_flight.pop(result.client_sequence)
                assert result.WhichOneof("outcome") == "receipt", result
                self.journal.acknowledge(reference, result.receipt.case_id)
                self.count += 1
                self.last = time.monotonic()
                self.first = self.first or self.last
            if len(self.in_flight) < WINDOW * 3 // 4:
                self.fill(new_ones)


def look_up(connection, references, journal):
    """Every reference must name the case which was acknowledged for it."""
    get, response = message(V1 + "GetCaseRequest"), message(V1 + "GetCaseResponse")
    for start in range(0, len(references), 50):
        part = references[start:start + 50]
        answers = connection.unary_many(
            "recours.v1.CaseService/GetCase", [get(external_ref=reference) for reference in part])
        for reference, answer in zip(part, answers):
            found = response.FromString(answer).case_file.id
            assert found == journal.acknowledged[reference], f"{reference} is lost or another case"


def count_all(connection):
    """How often each reference is in the association's list: all pages of it."""
    counts, token = collections.Counter(), ""
    while True:
        page = connection.unary(
            "recours.v1.CaseService/ListCases",
            message(V1 + "ListCasesRequest")(page_size=1000, page_token=token), V1 + "ListCasesResponse")
        counts.update(case.draft.external_ref for case in page.cases)
        token = page.next_page_token
        if not token:
            return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("recoursd")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("siren")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    journal, rates, restarts, rounds = Journal(options.siren), [], [], 0
    server = Server(options.recoursd, options.directory / "server")
    while len(rates) < options.kills:
        rounds += 1
        assert rounds < 3 * options.kills + 5, "too many rounds below the minimum rate"
        connection = Connection(options.directory / "association", server.endpoint)
        load = Load(connection, journal, journal.unanswered())
        before = list(journal.acknowledged)
        killer = threading.Timer(chance.uniform(0.15, 1.2), server.kill)
        killer.start()
        try:
            load.run()
        except (EOFError, OSError):
            pass
        killer.join()
        seconds = (load.last - load.first) if load.count > 1 else 0
        rate = load.count / seconds if seconds > 0 else 0
        server = Server(options.recoursd, options.directory / "server")
        restarts.append(server.ready_after)
        connection = Connection(options.directory / "association", server.endpoint)
        new = [reference for reference in journal.acknowledged if reference not in set(before)]
        look_up(connection, new, journal)
        again = journal.unanswered() + chance.sample(sorted(journal.acknowledged), min(50, len(journal.acknowledged)))
        retry = Load(Connection(options.directory / "association", server.endpoint), journal, again)
        retry.run(new_ones=False)
        if rate >= MINIMUM_RATE:
            rates.append(rate)
    connection = Connection(options.directory / "association", server.endpoint)
    counts = count_all(connection)
    twice = [reference for reference, count in counts.items() if count > 1]
    lost = [reference for reference in journal.acknowledged if reference not in counts]
    assert not twice, f"filed twice: {twice[:5]}"
    assert not lost, f"acknowledged and lost: {lost[:5]}"
    assert sum(counts.values()) == len(journal.keys), (sum(counts.values()), len(journal.keys))
    look_up(connection, list(journal.acknowledged), journal)
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=40) == 0, "the last server must drain and exit 0"
    rates.sort()
    print(f"{len(rates)} kills at {rates[0]:.0f} to {rates[-1]:.0f} acknowledgements/s (median {rates[len(rates) // 2]:.0f}); "
          f"{rounds - len(rates)} rounds below {MINIMUM_RATE}/s not counted; ready again within {max(restarts):.2f} s; "
          f"{len(journal.acknowledged)} cases acknowledged, 0 lost, 0 filed twice")


if __name__ == "__main__":
    main()
