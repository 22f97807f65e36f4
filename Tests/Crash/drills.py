# SPDX-License-Identifier: EUPL-1.2
"""Backs a loaded server up, loses it, and goes on from the backup: again and again.

DIRECTORY is one that Tests/Crash/drills.sh has prepared. A drill ends in one of three ways, at a random moment: the
backup is made and the server is killed afterwards; it is killed, or told to stop, while it makes one. What a backup
cut off leaves must be refused; every whole one must verify. After a backup that was made the store is lost: it is
restored elsewhere, and must hold every case that was acknowledged before the backup began. Then work goes on: what
was lost is filed again, no public number may name two cases, and a cursor of the lost store is refused.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import threading
import time

from crash import Journal, Load, look_up
from recours_wire import CallError, Connection, message
from serving import Server

WAYS = ("made", "made", "killed", "stopped")
# By a load of its own: about as long as a backup of these stores takes.
LONGEST_CUT = 0.4
PATIENCE_SECONDS = 300
PORTION = 20
PAUSE_SECONDS = 0.04


class World:
    """One server, its stores one after the other, and all its backups."""

    def __init__(self, recoursd, directory, siren):
        self.recoursd, self.directory, self.siren = recoursd, directory, siren
        self.profiles, self.backups = directory / "partners", directory / "backups"
        self.store, self.stores = directory / "server" / "store", 0
        self.journal, self.numbers = Journal(siren), {}
        self.server = None

    def start(self):
        self.server = Server(self.recoursd, self.directory / "server", variables={
            "RECOURS_STORE": str(self.store), "RECOURS_BACKUP_DIRECTORY": str(self.backups)})

    def connect(self, name):
        profile = self.directory / "server" / "operator" if name == "operator" else self.profiles / name
        return Connection(profile, self.server.endpoint)

    def run(self, *words):
        return subprocess.run([self.recoursd, *map(str, words)], capture_output=True, text=True)

    def verify(self, path, *more):
        return self.run("verify", path, "--key", self.directory / "server" / "proof" / "public.pem", *more)


class Busy:
    """Files cases beside all that a drill does, until the connection breaks; some hundreds a second, so that stores
    stay small enough for many drills."""

    def __init__(self, world):
        self.connection, self.journal = world.connect("ateliers-reunis"), world.journal
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        again = self.journal.unanswered()
        try:
            while True:
                Load(self.connection, self.journal, again).run(new_ones=False)
                again = [self.journal.new_reference() for _ in range(PORTION)]
                time.sleep(PAUSE_SECONDS)
        except (EOFError, OSError, CallError):
            pass

    def end(self):
        self.thread.join(30)
        assert not self.thread.is_alive(), "a stream goes on behind its server's end"


def back_up(world):
    """The backup's directory; its result must be the last thing that is told."""
    operator = world.connect("operator")
    # What is busy with a load of its own may be silent for a while.
    operator.socket.settimeout(PATIENCE_SECONDS)
    news = operator.stream("OperatorService/BackUp", [message("v1.BackUpRequest")()], "BackUpProgress",
                           timeout_ms=PATIENCE_SECONDS * 1_000)
    assert news[-1].HasField("result"), "the backup ended without a result"
    return world.backups / news[-1].result.name


def made(world, chance):
    busy, platform = Busy(world), world.connect("wish")
    time.sleep(chance.uniform(0.1, 1))
    acknowledged = dict(world.journal.acknowledged)
    path = back_up(world)
    time.sleep(chance.uniform(0, 0.3))
    cursor = platform.unary("InboxService/PullCases", message("v1.PullCasesRequest")(max_cases=1), "PullCasesResponse")
    world.server.kill()
    busy.end()
    done = world.verify(path)
    assert done.returncode == 0, f"{path.name}: {done.stderr}"
    restore(world, path, acknowledged, cursor.cursor)
    return len(acknowledged)


def restore(world, path, acknowledged, cursor):
    """The disk is lost but for the list of erased cases; the store comes from the backup."""
    world.stores += 1
    lost, world.store = world.store, world.directory / f"store-{world.stores}"
    restored = world.run("restore", "--from", path, "--to", world.store)
    assert restored.returncode == 0, restored.stderr
    shutil.rmtree(lost)
    world.start()
    connection, journal = world.connect("ateliers-reunis"), world.journal
    look_up(connection, list(acknowledged), journal)
    # Whether a case that came while the backup was made is in it, only the store can say.
    there = {case.draft.external_ref: case for case in all_cases(connection)}
    assert acknowledged.keys() <= there.keys(), "acknowledged before the backup, and lost"
    journal.acknowledged = {reference: case.id for reference, case in there.items()}
    try:
        world.connect("wish").unary("InboxService/PullCases", message("v1.PullCasesRequest")(cursor=cursor),
                                    "PullCasesResponse")
        raise AssertionError("a cursor of the lost store was taken")
    except CallError as error:
        reasons = [detail.error_info.reason for detail in error.status.details]
        assert reasons == ["CURSOR_EXPIRED"], reasons
    again = journal.unanswered()
    Load(world.connect("ateliers-reunis"), journal, again).run(new_ones=False)
    check_numbers(world, connection)


def check_numbers(world, connection):
    """A public number that was ever told for a case names no other."""
    for case in all_cases(connection):
        owner = world.numbers.setdefault(case.public_number, case.id)
        assert owner == case.id, f"{case.public_number} names two cases"


def all_cases(connection):
    token = ""
    while True:
        page = connection.unary("CaseService/ListCases", message("v1.ListCasesRequest")(
            page_size=1000, page_token=token), "ListCasesResponse")
        yield from page.cases
        token = page.next_page_token
        if not token:
            return


def cut_off(world, chance, end):
    """The server goes while it makes a backup; what it leaves is none, and the store is what it was."""
    busy, known = Busy(world), set(world.backups.glob("*"))
    time.sleep(chance.uniform(0.1, 0.6))
    ender = threading.Timer(chance.uniform(0, LONGEST_CUT), end)
    ender.start()
    try:
        back_up(world)
    except (EOFError, OSError, CallError):
        pass
    ender.join()
    busy.end()
    left = set(world.backups.glob("*")) - known
    for path in left:
        done = world.verify(path)
        if path.name.endswith(".partial"):
            assert done.returncode == 65 or (path / "MANIFEST").exists(), f"{path.name} passes for a backup"
        else:
            assert done.returncode == 0, f"{path.name}: {done.stderr}"
    world.start()
    connection = world.connect("ateliers-reunis")
    look_up(connection, list(world.journal.acknowledged), world.journal)
    check_numbers(world, connection)
    return any(path.name.endswith(".partial") for path in left)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recoursd")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("siren")
    parser.add_argument("--drills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    options = parser.parse_args()
    print(f"drills.py: seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    world = World(options.recoursd, options.directory, options.siren)
    world.start()
    restored, kept, ends, torn = 0, 0, 0, 0
    for number in range(options.drills):
        # The two of a short run are one of each kind.
        way = ("made", "killed")[number] if number < 2 else chance.choice(WAYS)
        if way == "made":
            kept += made(world, chance)
            restored += 1
        else:
            torn += cut_off(world, chance, world.server.kill if way == "killed" else world.server.stop)
            ends += 1
    world.server.stop()
    done = world.verify(world.store)
    assert done.returncode == 0, done.stderr
    print(f"{options.drills} drills: {restored} stores lost and restored with all of {kept:,} acknowledged cases, "
          f"{ends} ends in the middle of a backup, {torn} of them with a torn one, which was refused; "
          f"{len(world.numbers):,} public numbers, none given twice")


if __name__ == "__main__":
    main()
