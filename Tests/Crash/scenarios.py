# SPDX-License-Identifier: EUPL-1.2
"""Work that a disk can fail under, each kind of it that a server does."""
import os
import shutil
import signal
import sqlite3
import subprocess
import time

from commands import (
    Acknowledge, Act, AddPartner, Bulk, Command, Commit, Erase, Evidence, Mandates, Respond, SaveDraft, SetProfile,
    Submit, TEXT, Verdict, Withdraw)
from peer import Peer
from recours_wire import message
from rows import Failed, expect, expect_equal
from world import Place

SCENARIOS = []


def scenario(cls):
    SCENARIOS.append(cls)
    return cls


class Ground(Place):
    """A server's directory with one partner of each kind, and their profiles."""

    def found(self):
        self.start()
        # By partner: the server it was made to, and the connection.
        self.peers = {}
        self.profiles = {"filer": self.association("filer"), "wish": self.profile("platform", "wish"),
                         "durand": self.profile("mediator", "durand"),
                         "operator": self.directory / "server" / "operator"}
        self.server.stop()
        return self

    @property
    def store(self):
        return self.directory / "server" / "store"

    def acknowledged(self, command):
        """A step before the fault."""
        expect_equal(command.send(self), "acknowledged", command.method)
        return command


class Scenario:
    """`prepare` is done by a sound server; `commands` are then sent to one that fails."""
    # Whether faults begin with the server's start, and not once it listens.
    from_start = False
    # The only files whose calls are counted, by the ends of their paths; "" for all of the server's directory.
    only = ""
    # Every how many calls of a kind one is chosen, where a scenario makes hundreds alike.
    stride = 1

    def name(self):
        return type(self).__doc__.split(".")[0].rstrip()

    def ready(self, ground):
        """Before a server is started that fails from the start."""

    def prepare(self, ground):
        """Returns what `commands` needs."""

    def commands(self, ground, given):
        return []

    def act(self, ground, commands):
        for command in commands:
            if command.send(ground) != "acknowledged":
                return


@scenario
class Start(Scenario):
    """start"""
    from_start = True


@scenario
class Recovery(Scenario):
    """start after a kill, with a log to recover"""
    from_start = True

    def ready(self, ground):
        ground.start()
        self.left = [ground.acknowledged(Submit()) for _ in range(5)]
        ground.server.kill()

    def commands(self, ground, given):
        return self.left

    def act(self, ground, commands):
        pass


@scenario
class Migration(Scenario):
    """migration of an old store"""
    from_start = True

    def ready(self, ground):
        ground.start()
        self.left = [ground.acknowledged(Submit()) for _ in range(5)]
        ground.server.stop()
        tables = ["partner", "mandate", "event", "idempotency_key", "external_reference", "inbox_entry"]
        with sqlite3.connect(ground.store / "store.sqlite") as database:
            for table in tables:
                database.execute(f"ALTER TABLE {table} DROP COLUMN checksum")
            database.execute("DELETE FROM grdb_migrations WHERE identifier = '12 row checksums'")
            # What a migration with rows to rewrite does: the figures are counted anew.
            database.execute("CREATE UNIQUE INDEX cases_number ON cases (number)")
            database.execute("DELETE FROM grdb_migrations WHERE identifier = '8 numbers'")
        database.close()

    def commands(self, ground, given):
        return self.left

    def act(self, ground, commands):
        pass


@scenario
class Registering(Scenario):
    """register a partner"""

    def commands(self, ground, given):
        return [AddPartner(ground.world.work)]


@scenario
class Importing(Scenario):
    """import mandates"""

    def commands(self, ground, given):
        return [Mandates()]


@scenario
class Submitting(Scenario):
    """submit"""

    def commands(self, ground, given):
        return [Submit(), Submit()]


@scenario
class Drafting(Scenario):
    """save a draft"""

    def commands(self, ground, given):
        return [SaveDraft()]


@scenario
class Bulking(Scenario):
    """bulk"""

    def commands(self, ground, given):
        return [Bulk(40)]


@scenario
class Responding(Scenario):
    """take note and respond"""

    def prepare(self, ground):
        return ground.acknowledged(Submit()).identity

    def commands(self, ground, case):
        return [Acknowledge(case), Respond(case)]


@scenario
class Judging(Scenario):
    """accept an answer"""

    def prepare(self, ground):
        case = ground.acknowledged(Submit()).identity
        ground.acknowledged(Acknowledge(case))
        ground.acknowledged(Respond(case))
        return case

    def commands(self, ground, case):
        return [Verdict(case, True)]


@scenario
class Mediating(Scenario):
    """mediate"""

    def prepare(self, ground):
        case = Judging().prepare(ground)
        ground.acknowledged(Verdict(case, False))
        return case

    def commands(self, ground, case):
        return [Act(case, dict(take_over=dict(text=TEXT)), 21), Act(case, dict(make_statement=dict(text=TEXT)), 28),
                Act(case, dict(close_mediation=dict(result=2, reasons=TEXT, next_steps=[TEXT])), 34)]


class Pull(Command):
    """Reads; nothing of it can be lost, but what it says must be so."""

    def __init__(self):
        super().__init__("wish", "InboxService/PullCases", ("PullCasesRequest", dict(max_cases=1000)),
                         "PullCasesResponse")

    def look(self, ground):
        return 1

    def check(self, ground):
        again = self.call(self.connect(ground))
        expect_equal(again.code, "OK", "the pull")
        if self.identity is not None:
            expect_equal(message("v1.PullCasesResponse").FromString(again.messages[0]).entries[:len(self.identity)],
                         self.identity, "what was pulled")

    def identify(self, answer):
        expect_equal(answer.damaged, 0, "damaged entries")
        return answer.entries


@scenario
class Pulling(Scenario):
    """pull"""

    def commands(self, ground, given):
        return [Pull()]


@scenario
class Uploading(Scenario):
    """upload evidence"""

    def commands(self, ground, given):
        return [Evidence()]


@scenario
class Erasing(Scenario):
    """erase a case with its files"""

    def prepare(self, ground):
        piece = ground.acknowledged(Evidence(20_000))
        case = ground.acknowledged(Submit(evidence_ids=[piece.identity])).identity
        ground.acknowledged(Withdraw(case))
        return case

    def commands(self, ground, case):
        return [Erase(case)]


class Retention(Command):
    """Looks at every case; done again it finds the same."""

    def __init__(self):
        super().__init__("operator", "RetentionService/RunRetention", ("RunRetentionRequest", dict(ceiling=1000)),
                         "RetentionProgress")

    def look(self, ground):
        return 1

    def check(self, ground):
        expect_equal(self.call(self.connect(ground)).code, "OK", "the retention run")


@scenario
class Retaining(Scenario):
    """retention"""

    def commands(self, ground, given):
        return [Retention()]


@scenario
class Profiling(Scenario):
    """set a profile, make a commitment"""

    def commands(self, ground, given):
        return [SetProfile(), Commit()]


@scenario
class Checkpointing(Scenario):
    """checkpoint"""
    # The log itself is every other scenario's.
    only = "store.sqlite"
    stride = 60

    def prepare(self, ground):
        log = ground.store / "store.sqlite-wal"
        # A checkpoint is tried at 32 MiB.
        while not log.exists() or log.stat().st_size < 31 << 20:
            bulk = Bulk(700)
            ground.acknowledged(bulk)

    def commands(self, ground, given):
        return [Bulk(60) for _ in range(4)]


@scenario
class Reloading(Scenario):
    """reload keys, then submit"""
    only = ".pem"

    def commands(self, ground, given):
        return [Submit()]

    def act(self, ground, commands):
        try:
            os.kill(ground.pid, signal.SIGHUP)
            time.sleep(0.15)
        except ProcessLookupError:
            return
        super().act(ground, commands)


@scenario
class Draining(Scenario):
    """drain, with the log's last checkpoint"""

    def prepare(self, ground):
        return [ground.acknowledged(Submit()) for _ in range(3)]

    def commands(self, ground, given):
        return given

    def act(self, ground, commands):
        ground.server.process.terminate()
        try:
            ground.server.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            raise Failed("the drain does not end") from None


@scenario
class Logging(Scenario):
    """submit, with a log on the same disk"""
    only = "server.log"

    def commands(self, ground, given):
        return [Submit(), Submit()]


@scenario
class Founding(Scenario):
    """recoursd init, then a first start"""
    from_start = True
    # A new database is some three hundred writes.
    stride = 9

    def ready(self, ground):
        self.copy = ground.directory / "fresh"
        shutil.rmtree(self.copy, ignore_errors=True)
