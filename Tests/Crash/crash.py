# SPDX-License-Identifier: EUPL-1.2
"""Kills a server under bulk load again and again, and holds it to what it acknowledged.

DIRECTORY is one that Tests/Crash/run.sh has prepared: a server's directory `server`, and the profile of an
association in `partners/ateliers-reunis`. A round counts only if the server was killed while it acknowledged
at least 100 cases a second. After each restart every acknowledged case must be there under the same
identifier, and what was sent again under its own key must not be filed twice.
"""
import argparse
import collections
import os
import pathlib
import random
import shutil
import threading
import time

from serving import Server, unary_many
from life_of_a_case import draft
from recours_wire import CREDIT, DATA, HEAD, OPEN, PING, STATUS, CallError, Connection, message

WINDOW = 512
MINIMUM_RATE = 100
KILLS_A_STORE = 100
# The rate is that of the last moments before the kill, not of the whole round.
RATE_SECONDS = 0.25


def time_ordered_key():
    """A UUID of version 7."""
    key = bytearray(os.urandom(16))
    key[:6] = int(time.time() * 1000).to_bytes(6, "big")
    key[6] = 0x70 | key[6] & 0x0F
    key[8] = 0x80 | key[8] & 0x3F
    return bytes(key)


class Journal:
    """What this client knows: every reference it sent, under which key, and what was acknowledged."""

    def __init__(self, siren):
        self.keys = {}
        self.acknowledged = {}
        self.sent_again = 0
        self.template = draft(siren)

    def new_reference(self):
        reference = f"crash-{len(self.keys):08}"
        self.keys[reference] = time_ordered_key()
        return reference

    def item(self, sequence, reference):
        self.template.external_ref = reference
        return message("v1.SubmitCasesItem")(
            client_sequence=sequence, idempotency_key=self.keys[reference], draft=self.template)

    def acknowledge(self, reference, receipt):
        known = self.acknowledged.setdefault(reference, receipt.case_id)
        assert known == receipt.case_id, f"{reference} was filed as {known.hex()} and as {receipt.case_id.hex()}"
        self.sent_again += receipt.already_filed

    def unanswered(self):
        return [reference for reference in self.keys if reference not in self.acknowledged]


class Load:
    """A bulk stream which keeps a window of cases in flight until the connection breaks or all is answered."""

    def __init__(self, connection, journal, again):
        self.connection, self.journal = connection, journal
        self.again = collections.deque(again)
        self.in_flight = {}
        self.sequence = 0
        self.answered_at = []
        self.credit = connection.hello.call_credit_bytes
        self.call, connection.next_call = connection.next_call, connection.next_call + 2

    def fill(self, new_ones):
        out = b""
        while len(self.in_flight) < WINDOW and self.credit > 8192 and (self.again or new_ones):
            reference = self.again.popleft() if self.again else self.journal.new_reference()
            self.sequence += 1
            self.in_flight[self.sequence] = reference
            body = self.journal.item(self.sequence, reference).SerializeToString()
            self.credit -= len(body)
            out += self.connection.frame(DATA, 0, self.call, body)
        if out:
            self.connection.socket.sendall(out)

    def run(self, new_ones):
        opening = message("wire.v1.Open")(method="recours.v1.CaseService/SubmitCases")
        self.connection.socket.sendall(self.connection.frame(OPEN, 0, self.call, opening.SerializeToString()))
        result_type, credit_type = message("v1.SubmitCasesResult"), message("wire.v1.Credit")
        self.fill(new_ones)
        while self.in_flight:
            kind, _, call, payload = self.connection.read_frame(ignored=(PING, HEAD))
            if kind == CREDIT and call == self.call:
                self.credit += credit_type.FromString(payload).bytes
            elif kind == STATUS:
                raise CallError(payload)
            elif kind == DATA:
                result = result_type.FromString(payload)
                assert result.WhichOneof("outcome") == "receipt", result
                self.journal.acknowledge(self.in_flight.pop(result.client_sequence), result.receipt)
                self.answered_at.append(time.monotonic())
            if len(self.in_flight) < WINDOW * 3 // 4:
                self.fill(new_ones)

    def rate(self):
        """Acknowledgements a second in the last moments."""
        if not self.answered_at:
            return 0
        begun = max(self.answered_at[-1] - RATE_SECONDS, self.answered_at[0])
        late = sum(at >= begun for at in self.answered_at)
        return late / max(self.answered_at[-1] - begun, RATE_SECONDS / 5)


def look_up(connection, references, journal):
    """Every reference must name the case which was acknowledged for it."""
    get, response = message("v1.GetCaseRequest"), message("v1.GetCaseResponse")
    for start in range(0, len(references), 50):
        part = references[start:start + 50]
        answers = unary_many(connection, "CaseService/GetCase", [get(external_ref=reference) for reference in part])
        for reference, answer in zip(part, answers):
            found = response.FromString(answer).case_file.id
            assert found == journal.acknowledged[reference], f"{reference} is lost or another case"


def count_all(connection):
    """How often each reference is in the association's list: all pages of it."""
    counts, token = collections.Counter(), ""
    while True:
        page = connection.unary("CaseService/ListCases", message("v1.ListCasesRequest")(
            page_size=1000, page_token=token), "ListCasesResponse")
        counts.update(case.draft.external_ref for case in page.cases)
        token = page.next_page_token
        if not token:
            return counts


class Campaign:
    """Rounds on one store, until so many kills counted; then all of it is read again."""

    def __init__(self, options, profile, directory):
        self.options, self.profile, self.directory = options, profile, directory
        self.journal, self.rates, self.restarts, self.rounds = Journal(options.siren), [], [], 0

    def start(self):
        server = Server(self.options.recoursd, self.directory)
        self.restarts.append(server.ready_after)
        return server

    def run(self, kills, chance):
        server, journal = self.start(), self.journal
        while len(self.rates) < kills:
            self.rounds += 1
            assert self.rounds < 3 * kills + 5, f"too many rounds below {MINIMUM_RATE} acknowledgements a second"
            load = Load(Connection(self.profile, server.endpoint), journal, journal.unanswered())
            before = len(journal.acknowledged)
            killer = threading.Timer(chance.uniform(0.1, 0.6), server.kill)
            killer.start()
            try:
                load.run(new_ones=True)
            except (EOFError, OSError):
                pass
            killer.join()
            server = self.start()
            acknowledged = list(journal.acknowledged)
            look_up(Connection(self.profile, server.endpoint), acknowledged[before:], journal)
            again = journal.unanswered() + chance.sample(acknowledged, min(50, len(acknowledged)))
            Load(Connection(self.profile, server.endpoint), journal, again).run(new_ones=False)
            if load.rate() >= MINIMUM_RATE:
                self.rates.append(load.rate())
        self.check_all(Connection(self.profile, server.endpoint))
        server.stop()

    def check_all(self, connection):
        journal, counts = self.journal, count_all(connection)
        twice = [reference for reference, count in counts.items() if count > 1]
        lost = [reference for reference in journal.acknowledged if reference not in counts]
        assert not twice, f"filed twice: {twice[:5]}"
        assert not lost, f"acknowledged and lost: {lost[:5]}"
        assert counts.keys() == journal.keys.keys(), "the list holds cases that were never sent"
        look_up(connection, list(journal.acknowledged), journal)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recoursd")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("siren")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    options = parser.parse_args()
    print(f"crash.py: seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    profile = options.directory / "partners" / "ateliers-reunis"
    campaigns, begun = [], time.monotonic()
    while (done := sum(len(one.rates) for one in campaigns)) < options.kills:
        # A store of its own for each hundred, so that what is read again in the end stays in bounds.
        directory = options.directory / "killed"
        shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(options.directory / "server", directory)
        campaigns.append(Campaign(options, profile, directory))
        campaigns[-1].run(min(KILLS_A_STORE, options.kills - done), chance)
        # Only what the sum needs.
        one = campaigns[-1]
        one.total, one.again, one.journal = len(one.journal.acknowledged), one.journal.sent_again, None
        if options.kills > KILLS_A_STORE:
            done = sum(len(one.rates) for one in campaigns)
            print(f"{done} kills after {time.monotonic() - begun:.0f} s", flush=True)
    rates = sorted(rate for one in campaigns for rate in one.rates)
    print(f"{len(rates)} kills at {rates[0]:,.0f} to {rates[-1]:,.0f} acknowledgements/s "
          f"(median {rates[len(rates) // 2]:,.0f}), {sum(one.rounds for one in campaigns) - len(rates)} rounds below "
          f"{MINIMUM_RATE}/s not counted; ready within {max(max(one.restarts) for one in campaigns):.2f} s; "
          f"{sum(one.total for one in campaigns):,} cases acknowledged, "
          f"{sum(one.again for one in campaigns):,} of them sent again: 0 lost, 0 filed twice")


if __name__ == "__main__":
    main()
