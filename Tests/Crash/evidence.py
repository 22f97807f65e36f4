# SPDX-License-Identifier: EUPL-1.2
"""Kills a server while files go up, and holds it to what it acknowledged.

The uploads are those of `recours evidence add`, which prints a file's identifier once the server has acknowledged
it. The server is killed at a random moment and started again on the same port: a file that was acknowledged must
come down with its SHA-256, and the command that was cut off must end well or be refused in words, after which the
same command does. Nothing is listed that does not come down whole. In the end the files that a case names are all
that is left: nothing in `incoming`, no content without a record, no record without its content.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import time

from serving import Server

FILES = 3
MEBIBYTES = (2, 6)
# About as long as the files of one command take.
LONGEST_DELAY = 0.3
# What the command may end with when its server is gone: not reached, or try again later.
CLEAN_REFUSALS = (69, 75)


class World:
    """A server's directory in a sandbox of time, and the command line with its profiles."""

    def __init__(self, recoursd, recours, directory, siren):
        self.recoursd, self.recours, self.directory = recoursd, recours, directory / "evidence"
        os.environ["RECOURS_CLOCK_SANDBOX"] = "true"
        subprocess.run([recoursd, "init", self.directory], check=True, stdout=subprocess.DEVNULL)
        self.server = Server(recoursd, self.directory)
        for kind, slug in (("association", "ateliers"), ("platform", "amazon")):
            self.run("operator", "partner", "add", "--kind", kind, "--slug", slug, "--name", slug,
                     "--out", self.directory / slug)
        mandates = self.directory / "mandates.csv"
        mandates.write_text(f"association;siren;from\nateliers;{siren};2018-01-01\n")
        self.run("operator", "mandate", "import", mandates)

    def command(self, profile, *words):
        return [self.recours, *map(str, words), "--profile", str(self.directory / profile),
                "--endpoint", self.server.endpoint]

    def run(self, profile, *words, succeeds=True):
        done = subprocess.run(self.command(profile, *words), capture_output=True, text=True)
        assert not succeeds or done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def restart(self):
        """On the same port, where a command that was cut off looks for it."""
        self.server = Server(self.recoursd, self.directory, listen=self.server.endpoint)

    @property
    def evidence(self):
        return self.directory / "store" / "evidence"

    def contents(self):
        return {path.name: path for path in self.evidence.glob("??/*")}


class Round:
    """One command that uploads a few files, cut off somewhere."""

    def __init__(self, world, number, chance):
        self.world, self.names = world, {}
        folder = world.directory / f"round-{number}"
        folder.mkdir()
        for place in range(FILES):
            path = folder / f"piece-{number}-{place}.pdf"
            path.write_bytes(b"%PDF-1.7\n" + chance.randbytes(chance.randint(*MEBIBYTES) << 20))
            self.names[path.name] = path
        self.words = ("evidence", "add", *self.names.values())
        self.acknowledged = {}

    def take(self, lines):
        for line in lines.splitlines():
            identifier, name = line.split(maxsplit=1)
            known = self.acknowledged.setdefault(name, identifier)
            assert known == identifier, f"{name} was {known} and is {identifier}"

    def cut_off(self, seconds):
        """Kills the server so long after the first bytes have come; how much waits in `incoming` then."""
        world = self.world
        process = subprocess.Popen(world.command("ateliers", *self.words), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        while not list(world.evidence.glob("incoming/*.part")) and process.poll() is None:
            time.sleep(0.002)
        time.sleep(seconds)
        world.server.kill()
        waiting = sum(path.stat().st_size for path in world.evidence.glob("incoming/*.part"))
        # What is acknowledged is printed at once: what can be read now was acknowledged before the server was dead.
        os.set_blocking(process.stdout.fileno(), False)
        before = (process.stdout.read() or b"").decode()
        os.set_blocking(process.stdout.fileno(), True)
        whole = before.rfind("\n") + 1
        self.take(before[:whole])
        known = dict(self.acknowledged)
        world.restart()
        for name, identifier in known.items():
            self.fetch(name, identifier)
        rest, errors = (output.decode() for output in process.communicate(timeout=60))
        self.take(before[whole:] + rest)
        assert process.returncode == 0 or process.returncode in CLEAN_REFUSALS and errors, \
            f"ended with {process.returncode}: {errors}"
        if process.returncode:
            self.take(world.run("ateliers", *self.words).stdout)
        assert self.acknowledged.keys() == self.names.keys(), "a file is missing"
        contents = world.contents()
        for path in self.names.values():
            assert digest(contents[digest(path)]) == digest(path), f"{path.name} is not what it was"
        return waiting, len(known), process.returncode == 0

    def fetch(self, name, identifier):
        target = self.world.directory / "fetched.pdf"
        target.unlink(missing_ok=True)
        self.world.run("ateliers", "evidence", "get", identifier, "--out", target)
        assert digest(target) == digest(self.names[name]), f"{name} is another file"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_listed(world, expected):
    listed = json.loads(world.run("ateliers", "evidence", "list", "--json").stdout)
    assert {piece["name"] for piece in listed} == expected, "a file is served that no upload has finished"


def check_store(world):
    """Files and records of a server that has stopped, each held against the other."""
    base = sqlite3.connect(f"file:{world.directory}/store/store.sqlite?mode=ro", uri=True)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    records = dict(base.execute("SELECT hex(sha256), size FROM evidence"))
    base.close()
    contents = world.contents()
    assert {name.upper() for name in contents} == records.keys(), "files and records differ"
    for name, path in contents.items():
        assert digest(path) == name and path.stat().st_size == records[name.upper()], f"{name} is damaged"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recoursd")
    parser.add_argument("recours")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("siren")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    options = parser.parse_args()
    print(f"evidence.py: seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    world = World(options.recoursd, options.recours, options.directory, options.siren)
    rounds, broken, known, resumed = [], 0, 0, 0
    for number in range(options.kills):
        one = Round(world, number, chance)
        waiting, acknowledged, went_on = one.cut_off(chance.uniform(0, LONGEST_DELAY))
        rounds.append(one)
        broken, known, resumed = broken + (waiting > 0), known + acknowledged, resumed + went_on
        check_listed(world, {name for one in rounds for name in one.names})
    # One upload that nobody goes on with, and a case that keeps the first round's files.
    abandoned = Round(world, "abandoned", chance)
    process = subprocess.Popen(world.command("ateliers", *abandoned.words), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    while not list(world.evidence.glob("incoming/*.part")):
        assert process.poll() is None, "the upload was over before it could be cut off"
    process.kill()
    process.wait()
    world.server.kill()
    assert list(world.evidence.glob("incoming/*")), "nothing was cut off"
    # A content without a record, as a crash between the rename and the commit leaves it.
    orphan = b"left by a crash"
    name = hashlib.sha256(orphan).hexdigest()
    (world.evidence / name[:2]).mkdir(exist_ok=True)
    (world.evidence / name[:2] / name).write_bytes(orphan)
    world.restart()
    case = world.directory / "case.json"
    case.write_text(json.dumps(case_draft(options.siren)))
    pieces = [word for identifier in rounds[0].acknowledged.values() for word in ("--evidence", identifier)]
    world.run("ateliers", "submit", case, *pieces)
    world.run("operator", "clock", "advance", "8d")
    # Collecting is a thing of a start; a second one meets what the first has left to it.
    world.server.stop()
    world.restart()
    kept = {digest(path) for path in rounds[0].names.values()}
    until = time.monotonic() + 20
    while world.contents().keys() != kept or list(world.evidence.glob("incoming/*")):
        assert time.monotonic() < until, f"left over: {world.contents().keys() ^ kept}"
        time.sleep(0.05)
    for name, identifier in rounds[0].acknowledged.items():
        rounds[0].fetch(name, identifier)
    world.server.stop()
    check_store(world)
    subprocess.run([options.recoursd, "serve", "--config", world.directory, "--check"], check=True,
                   stdout=subprocess.DEVNULL)
    print(f"{options.kills} kills while files went up: {broken} with a file half there, "
          f"{known} files acknowledged before, {resumed} commands that went on by themselves; "
          f"{options.kills * FILES} files whole, nothing left over")


def case_draft(siren):
    return {
        "complainant": {"kind": "PARTY_KIND_BUSINESS", "legalName": "Atelier", "siren": siren,
                        "contact": {"name": "Camille", "email": "camille@example.fr"}},
        "platformId": "amazon", "platformAccountRef": "A1", "category": "CASE_CATEGORY_DELISTING",
        "title": "Annonce retirée", "facts": "L’annonce a été retirée sans un mot d’explication.",
        "desiredRemedies": ["REMEDY_KIND_RELISTED"], "incidentOn": "2018-11-28", "country": "FR", "language": "fr",
        "disclosure": "DISCLOSURE_IDENTIFIED", "urgency": "URGENCY_STANDARD", "externalRef": "evidence-1"}


if __name__ == "__main__":
    main()
