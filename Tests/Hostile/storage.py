# SPDX-License-Identifier: EUPL-1.2
"""What a disk, a process and an operator can do to the store; each row on a server of its own."""
import pathlib
import shutil
import sqlite3
import subprocess
import threading
import time

import front
from faults import Faults, after_power_cut
from life_of_a_case import draft, submit
from peer import CallError, Connection, Peer, expect_refusal, message, new_key
from rows import Failed, expect, expect_equal, row
from world import FIRMS

GET = message("v1.GetCaseRequest")


def founded(world, name):
    """A place with an association, stopped in good order, and the association's profile."""
    place = world.another(name).start()
    profile = place.association("filer")
    place.server.stop()
    return place, profile


def faulty(world, name):
    """The same, started with faults to be set."""
    place, profile = founded(world, name)
    faults = Faults(world)
    place.start(preload=faults.preload)
    return place, profile, faults


class Filing(threading.Thread):
    """Files one case after the other until the connection breaks; what was acknowledged, by its reference."""

    def __init__(self, profile, endpoint):
        super().__init__(daemon=True)
        self.connection, self.acknowledged, self.keys = Connection(profile, endpoint), {}, {}
        self.refusal = None
        self.start()

    def run(self):
        try:
            while True:
                reference = new_key().hex()
                self.keys[reference] = new_key()
                receipt = submit(self.connection, draft(FIRMS[0], external_ref=reference), self.keys[reference])
                self.acknowledged[reference] = receipt.case_id
        except (EOFError, OSError, ValueError):
            pass
        except CallError as error:
            self.refusal = error.status

    def wait_for(self, count, patience=20):
        until = time.monotonic() + patience
        while len(self.acknowledged) < count:
            expect(time.monotonic() < until, f"{len(self.acknowledged)} cases were acknowledged in {patience} s")
            time.sleep(0.002)


def check_kept(peer, filing):
    """Every acknowledged case is there once; what was not acknowledged is there whole, or not at all."""
    for reference, key in filing.keys.items():
        answer = peer.call("CaseService/GetCase", GET(external_ref=reference, with_events=True))
        if reference in filing.acknowledged:
            expect_equal(answer.code, "OK", "an acknowledged case")
            found = message("v1.GetCaseResponse").FromString(answer.messages[0])
            expect_equal(found.case_file.id, filing.acknowledged[reference], "the case's identifier")
            expect_equal(len(found.events), found.case_file.version, "its events")
        else:
            expect(answer.code in ("OK", "NOT_FOUND"), f"a case in flight: {answer.code}")


def check_after_start(place, profile, filing):
    """Starts the place again, and looks for every acknowledged case."""
    place.start()
    peer = Peer(profile, place.endpoint)
    check_kept(peer, filing)
    peer.close()
    place.server.kill()


@row((58, 65), "killed at any instant, between commit and answer too",
     "the acknowledged are there once, the same key the same case",
     control="before the server stands one that acknowledges at once, and files later")
def killed(world):
    place, profile = founded(world, "killed")
    rounds, acknowledged = (3 if world.is_quick or world.is_control else 12), 0
    for turn in range(rounds):
        place.start()
        hasty = front.hasty(place, profile) if world.is_control else None
        filing = Filing(profile, hasty.endpoint if hasty else place.endpoint)
        filing.wait_for(5 + 7 * turn)
        place.server.kill()
        filing.join(10)
        place.start()
        peer = Peer(profile, place.endpoint)
        check_kept(peer, filing)
        for reference in list(filing.keys)[-3:]:
            receipt = submit(peer, draft(FIRMS[0], external_ref=reference), filing.keys[reference])
            expect(filing.acknowledged.get(reference, receipt.case_id) == receipt.case_id,
                   "the same key gave another case")
        acknowledged += len(filing.acknowledged)
        peer.close()
        place.server.kill()
    return f"{rounds} kills, {acknowledged} acknowledged"


@row(66, "a power cut that loses or tears what was not synchronised", "the acknowledged are there once",
     control="fdatasync and fsync lie")
def power_cut(world):
    place, profile = founded(world, "power")
    store, before = place.directory / "server" / "store", world.work / "power-before"
    shutil.copytree(store, before)
    faults = Faults(world, under=store, sync_lies=int(world.is_control))
    place.start(preload=faults.recording())
    filing = Filing(profile, place.endpoint)
    filing.wait_for(60)
    place.server.kill()
    filing.join(10)
    images = [("lost", 0), ("kept", 0)] + [("torn", seed) for seed in range(1 if world.is_quick else 8)]
    at_stake = 0
    for way, seed in images:
        at_stake = max(at_stake, after_power_cut(faults, before, store, way, seed))
        check_after_start(place, profile, filing)
    return f"{len(images)} images, {len(filing.acknowledged)} acknowledged, {at_stake} writes at stake"


@row(67, "fdatasync fails",
     "UNAVAILABLE (OUTCOME_UNKNOWN), no reads, exit 74; after a restart the acknowledged are there",
     control="the failure is kept secret from the server")
def failed_sync(world):
    place, profile, faults = faulty(world, "failing")
    filing = Filing(profile, place.endpoint)
    filing.wait_for(10)
    reader = Peer(profile, place.endpoint)
    faults.set(sync_fails=1, sync_lies=int(world.is_control))
    filing.join(3 if world.is_control else 10)
    expect(not filing.is_alive(), "filing goes on")
    expect(filing.refusal is not None, "the connection broke without an answer")
    expect_equal(filing.refusal.code, 14, "the status")
    reasons = [detail.error_info.reason for detail in filing.refusal.details]
    expect("OUTCOME_UNKNOWN" in reasons, f"the reason: {reasons}")
    expect_equal(place.ended(), 74, "the exit status")
    reader.close()
    check_after_start(place, profile, filing)
    return f"{len(filing.acknowledged)} acknowledged before"


@row(68, "the disk fills up, and has room again",
     "RESOURCE_EXHAUSTED (STORAGE_FULL) for writes, reads go on, recovers alone",
     control="the limit is told that there is room", long=True)
def full_disk(world):
    place, profile, faults = faulty(world, "full")
    peer = Peer(profile, place.endpoint)
    mine = submit(peer, draft(FIRMS[0]), new_key())
    faults.set(disk_is_full=int(not world.is_control))
    filed = message("v1.SubmitCaseRequest")(draft=draft(FIRMS[0], external_ref="full"))
    answer = peer.call("CaseService/SubmitCase", filed, new_key())
    expect_refusal(answer, "RESOURCE_EXHAUSTED", "STORAGE_FULL")
    expect(answer.details("retry_info"), "it is not said when to try again")
    expect_equal(peer.call("CaseService/GetCase", GET(id=mine.case_id)).code, "OK", "a read")
    expect_refusal(peer.call("CaseService/GetCase", GET(external_ref="full")), "NOT_FOUND")
    health = peer.take("HealthService/Check", b"", "HealthCheckResponse").state
    expect_equal(health, 2, "the serving state")
    faults.set(disk_is_full=0)
    until = time.monotonic() + 15
    while peer.call("CaseService/SubmitCase", filed, new_key()).code != "OK":
        expect(time.monotonic() < until, "it does not write again")
        time.sleep(0.2)
    peer.close()
    place.server.kill()


@row(71, "a disk that takes two seconds to synchronise",
     "reads do not wait for it, and what waits is acknowledged in the end",
     control="reads too need what is synchronised", long=True)
def slow_disk(world):
    place, profile, faults = faulty(world, "slow")
    peer = Peer(profile, place.endpoint)
    mine = submit(peer, draft(FIRMS[0]), new_key())
    faults.set(sync_takes_ms=2_000)
    writes = [peer.ask("CaseService/SubmitCase", message("v1.SubmitCaseRequest")(draft=draft(FIRMS[0])), new_key())
              for _ in range(20)]
    begun, slowest = time.monotonic(), 0
    while time.monotonic() - begun < 1.5:
        asked = time.monotonic()
        if world.is_control:
            peer.answers(writes)
        expect_equal(peer.call("CaseService/GetCase", GET(id=mine.case_id)).code, "OK", "a read")
        slowest = max(slowest, time.monotonic() - asked)
    expect(slowest < 1, f"a read took {slowest:.1f} s")
    peer.close()
    second = Peer(profile, place.endpoint)
    faults.set(sync_takes_ms=0)
    second.expect_serving()
    second.close()
    place.server.kill()
    return f"the slowest read took {1000 * slowest:.0f} ms"


def broken_store(world, place, break_it):
    """Stops, breaks the store in a copy of it, and gives the copy."""
    copy = world.copy(place, "broken")
    break_it(copy.directory / "server" / "store" / "store.sqlite")
    return copy


@row((63, 69), "a row changed by hand", "DATA_LOSS where it is read; its neighbours are served",
     control="the row is left as it was", long=True)
def changed_row(world):
    place, profile = founded(world, "changed")
    place.start()
    peer = Peer(profile, place.endpoint)
    word = "kanarienvogel"
    mine = submit(peer, draft(FIRMS[0], facts=f"Nos annonces ont disparu, dit le {word} de la boutique."), new_key())
    # Enough behind it that the start, which looks at the ends of the chains, does not come to it.
    other = [submit(peer, draft(FIRMS[0]), new_key()) for _ in range(80)][-1]
    peer.close()
    place.server.stop()

    def edit(path):
        if world.is_control:
            return
        data = path.read_bytes()
        expect(data.count(word.encode()) > 0, "the word is not in the file")
        path.write_bytes(data.replace(word.encode(), word.upper().encode()))

    copy = broken_store(world, place, edit)
    copy.start()
    peer = Peer(profile, copy.endpoint)
    expect_refusal(peer.call("CaseService/GetCase", GET(id=mine.case_id, with_events=True)), "DATA_LOSS", "CORRUPTED")
    expect_equal(peer.call("CaseService/GetCase", GET(id=other.case_id)).code, "OK", "its neighbour")
    peer.close()
    copy.server.kill()


@row(69, "damage where nobody reads", "the scrub finds it, the log names it, health tells; the rest is served",
     control="there is no scrub", long=True)
def unread_damage(world):
    place, profile = founded(world, "unread")
    place.start()
    peer = Peer(profile, place.endpoint)
    first, key = draft(FIRMS[0]), new_key()
    submit(peer, first, key)
    others = [submit(peer, draft(FIRMS[0]), new_key()) for _ in range(70)]
    peer.close()
    place.server.stop()
    with sqlite3.connect(place.directory / "server" / "store" / "store.sqlite") as database:
        database.execute("UPDATE idempotency_key SET event = event + 65536 WHERE key = ?", (key,))
    database.close()
    place.start(SCRUB_EVERY_HOURS=0 if world.is_control else 24, SCRUB_PERCENT=100)
    peer = Peer(profile, place.endpoint)
    until = time.monotonic() + (3 if world.is_control else 20)
    while not peer.take("HealthService/Check", b"", "HealthCheckResponse").damaged:
        expect(time.monotonic() < until, "health tells of no damage")
        time.sleep(0.1)
    expect(b"command's key" in place.logged() and b"recoursd restore" in place.logged(), "the log does not name it")
    again = peer.call("CaseService/SubmitCase", message("v1.SubmitCaseRequest")(draft=first), key)
    expect_refusal(again, "DATA_LOSS", "CORRUPTED")
    for receipt in others:
        expect_equal(peer.call("CaseService/GetCase", GET(id=receipt.case_id)).code, "OK", "another case")
    peer.close()
    place.server.kill()


@row(69, "pages zeroed, one after the other", "the start refuses, or whatever is read is right or DATA_LOSS",
     control="what is read is another case", long=True)
def zeroed_pages(world):
    place, profile = founded(world, "zeroed")
    place.start()
    peer = Peer(profile, place.endpoint)
    cases = {}
    for number in range(12):
        facts = f"Nos annonces ont toutes disparu sans aucun motif, numéro {number}. " * 20
        cases[submit(peer, draft(FIRMS[0], facts=facts), new_key()).case_id] = facts
    peer.close()
    place.server.stop()
    size = (place.directory / "server" / "store" / "store.sqlite").stat().st_size // 4_096
    step, outcomes = max(1, size // (6 if world.is_quick or world.is_control else 24)), []
    for page in range(1, size, step):
        outcomes.append(zeroed_page(world, place, profile, page, cases))
    counts = {outcome: outcomes.count(outcome) for outcome in sorted(set(outcomes))}
    return ", ".join(f"{count} × {outcome}" for outcome, count in counts.items())


def zeroed_page(world, place, profile, page, cases):
    def zero(path):
        with path.open("r+b") as file:
            file.seek(page * 4_096)
            file.write(bytes(4_096))

    copy = broken_store(world, place, zero)
    try:
        copy.start()
    except SystemExit:
        return "not started"
    try:
        peer = Peer(profile, copy.endpoint)
        answers = [peer.call("CaseService/GetCase", GET(id=identifier)) for identifier in cases]
        for answer, facts in zip(answers, list(cases.values())[::-1] if world.is_control else cases.values()):
            if answer.code == "OK":
                found = message("v1.GetCaseResponse").FromString(answer.messages[0]).case_file.draft.facts
                expect_equal(found, facts, f"page {page}: a case that was read")
            else:
                expect(answer.code in ("DATA_LOSS", "UNAVAILABLE"), f"page {page}: {answer.code} {answer.reason}")
        return "DATA_LOSS" if any(answer.code != "OK" for answer in answers) else "all read right"
    except (EOFError, OSError):
        expect_equal(copy.ended(5), 74, f"page {page}: the exit status")
        return "exit 74"
    finally:
        if copy.server.process.poll() is None:
            copy.server.kill()


def refused_start(world, place, status, **settings):
    """Another server on the same directory must not start, with exactly this status."""
    try:
        place.start(**settings)
    except SystemExit as error:
        expect_equal(int(str(error).rsplit(" ", 1)[1]), status, "the exit status")
        return
    place.server.kill()
    raise Failed("it started")


@row(70, "two servers on one store", "the second ends with 75", control="the second has a copy")
def two_servers(world):
    place, _ = founded(world, "twofold")
    place.start()
    second = world.copy(place, "second")
    if not world.is_control:
        second.directory = place.directory
    try:
        refused_start(world, second, 75)
    finally:
        place.server.kill()


@row(70, "the database replaced by a stale copy while it is served", "noticed within a minute: exit 74",
     control="it is left alone", long=True)
def replaced_file(world):
    place, profile = founded(world, "replaced")
    store, stale = place.directory / "server" / "store" / "store.sqlite", world.work / "stale.sqlite"
    shutil.copy(store, stale)
    faults = Faults(world)
    place.start(preload=faults.preload)
    peer = Peer(profile, place.endpoint)
    submit(peer, draft(FIRMS[0]), new_key())
    if not world.is_control:
        shutil.move(stale, store)
    faults.set(uptime_ahead_ms=61_000)
    try:
        for _ in range(10):
            peer.call("CaseService/SubmitCase", message("v1.SubmitCaseRequest")(draft=draft(FIRMS[0])), new_key(),
                      patience=3)
    except Failed:
        pass
    try:
        expect_equal(place.ended(5), 74, "the exit status")
    finally:
        peer.close()
        place.server.end()


@row(76, "a store of a newer version", "exit 65, and the store is left alone", control="the schema is the known one",
     long=True)
def newer_schema(world):
    place, _ = founded(world, "newer")

    def age(path):
        with sqlite3.connect(path) as database:
            database.execute("INSERT INTO grdb_migrations VALUES ('a later one')")

    copy = place if world.is_control else broken_store(world, place, age)
    before = (copy.directory / "server" / "store" / "store.sqlite").read_bytes()
    refused_start(world, copy, 65)
    expect((copy.directory / "server" / "store" / "store.sqlite").read_bytes() == before, "the file was changed")


@row(79, "a backup put back after the store had gone on",
     "what was handed out since is CURSOR_EXPIRED, nothing else is lost", control="it is not put back", long=True)
def restored(world):
    place, profile = founded(world, "restored")
    place.start()
    wish = place.profile("platform", "wish")
    peer = Peer(profile, place.endpoint)
    kept = submit(peer, draft(FIRMS[0]), new_key())
    peer.close()
    place.server.stop()
    copy = world.copy(place, "backup")
    place.start()
    peer = Peer(profile, place.endpoint)
    submit(peer, draft(FIRMS[0]), new_key())
    pull = message("v1.PullCasesRequest")
    platform = Peer(wish, place.endpoint)
    late = platform.take("InboxService/PullCases", pull(), "PullCasesResponse").cursor
    for each in (peer, platform):
        each.close()
    if world.is_control:
        copy = place
    else:
        place.server.stop()
        copy.start()
    peer, platform = Peer(profile, copy.endpoint), Peer(copy.directory / "wish", copy.endpoint)
    expect_equal(peer.call("CaseService/GetCase", GET(id=kept.case_id)).code, "OK", "what was in the backup")
    expect_refusal(platform.call("InboxService/PullCases", pull(cursor=late)), "OUT_OF_RANGE", "CURSOR_EXPIRED")
    for each in (peer, platform):
        each.close()
    copy.server.kill()


def restored_from_backup(world, place):
    """A place whose store is that of a backup made now; in a control, of the file as it is, which keeps its epoch."""
    request = message("v1.BackUpRequest")()
    operator = Connection(place.directory / "server" / "operator", place.endpoint)
    operator.socket.settimeout(120)
    news = operator.stream("OperatorService/BackUp", [request], "BackUpProgress", timeout_ms=120_000)
    operator.socket.close()
    backup = place.directory / "server" / "backups" / news[-1].result.name
    copy = world.copy(place, "restored")
    store = copy.directory / "server" / "store"
    shutil.rmtree(store)
    if world.is_control:
        store.mkdir(mode=0o700)
        shutil.copy(backup / "store.sqlite", store)
    else:
        done = subprocess.run([world.recoursd, "restore", "--from", backup, "--to", store], capture_output=True,
                              text=True)
        expect_equal(done.returncode, 0, f"restore: {done.stderr}")
    return copy


@row(79, "a backup made while it serves, restored elsewhere, and gone on from beyond what was lost",
     "a cursor of the lost store is CURSOR_EXPIRED though its place is there again; no number names two cases",
     control="the file is put in place as it is", long=True)
def restored_elsewhere(world):
    place, profile = founded(world, "live-backup")
    place.start()
    wish = place.profile("platform", "wish")
    pull = message("v1.PullCasesRequest")
    peer = Peer(profile, place.endpoint)
    kept = submit(peer, draft(FIRMS[0]), new_key())
    copy = restored_from_backup(world, place)
    lost = {submit(peer, draft(FIRMS[0]), new_key()).public_number for _ in range(3)}
    platform = Peer(wish, place.endpoint)
    late = platform.take("InboxService/PullCases", pull(), "PullCasesResponse").cursor
    for each in (peer, platform):
        each.close()
    place.server.kill()
    copy.start()
    peer, platform = Peer(profile, copy.endpoint), Peer(copy.directory / "wish", copy.endpoint)
    expect_equal(peer.call("CaseService/GetCase", GET(id=kept.case_id)).code, "OK", "what was in the backup")
    again = {submit(peer, draft(FIRMS[0]), new_key()).public_number for _ in range(5)}
    expect(not lost & again, f"{len(lost & again)} numbers name two cases")
    expect_refusal(platform.call("InboxService/PullCases", pull(cursor=late)), "OUT_OF_RANGE", "CURSOR_EXPIRED")
    for each in (peer, platform):
        each.close()
    copy.server.kill()


@row((65, 69, 76), "a backup of which a byte is flipped, a file is missing, the manifest was never written",
     "verify and restore refuse it with 65, and make nothing", control="the backup is as it was made", long=True)
def torn_backup(world):
    place, profile = founded(world, "torn-backup")
    place.start()
    peer = Peer(profile, place.endpoint)
    submit(peer, draft(FIRMS[0]), new_key())
    peer.close()
    place.server.stop()
    made = subprocess.run([world.recoursd, "backup", "--config", place.directory / "server"], capture_output=True,
                          text=True, check=True)
    backup = pathlib.Path(made.stdout.splitlines()[0])

    def flip(name, share):
        def change(path):
            data = bytearray((path / name).read_bytes())
            data[int(len(data) * share)] ^= 1
            (path / name).write_bytes(data)
        return change

    def age(path):
        with sqlite3.connect(path / "store.sqlite") as database:
            database.execute("INSERT INTO grdb_migrations VALUES ('a later one')")

    forms = [flip("store.sqlite", share / 10) for share in range(10)] + [flip("MANIFEST", 0.5), flip("HEADS", 0.1)]
    forms += [lambda path, name=name: (path / name).unlink() for name in ("MANIFEST", "SHA256SUMS", "store.sqlite")]
    for number, change in enumerate([*forms, age]):
        torn = world.work / f"torn-{number}"
        shutil.copytree(backup, torn)
        if not world.is_control:
            change(torn)
        for words in (["verify", torn], ["restore", "--from", torn, "--to", world.work / f"torn-to-{number}"]):
            done = subprocess.run([world.recoursd, *map(str, words)], capture_output=True, text=True)
            expect_equal(done.returncode, 65, f"form {number}: {words[0]}: {done.stdout}{done.stderr}")
        expect(not (world.work / f"torn-to-{number}").exists(), "something was restored")
    return f"{len(forms) + 1} forms"
