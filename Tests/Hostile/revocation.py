# SPDX-License-Identifier: EUPL-1.2
"""Lists of revoked certificates: new ones while partners are at work, wrong ones, late ones and none."""
import signal
import subprocess
import time

from der import extension, from_pem, pem, sequence
from forged import DAY, Forger, key_of, names, part, leaf_extensions
from peer import PATIENCE, Peer, message
from raw_tls import STANDS, RawClient
from rows import expect, expect_equal, row

UNKNOWN_CRITICAL = extension("1.2.3.4.5", sequence(), critical=True)


def serial(certificate):
    """A certificate's number, as the octets that it has."""
    return part(certificate, 1)[2:]


def end_of(address, chain, key):
    """What becomes of a connection that shows these certificates."""
    return RawClient(address).show(chain, key).answer()


class Lists:
    """A server that asks lists, and the directory of them; `main.crl` is its own authority's."""

    def __init__(self, world, name):
        self.place = world.another(name)
        self.own = Forger.of(self.place.directory / "server" / "authority")
        self.directory = self.place.directory / "lists"
        self.directory.mkdir()
        self.trust = self.place.directory / "trust.pem"
        self.believe()
        self.made = time.time() - 60
        self.write(self.list([]))
        self.place.start(TLS_REVOKED=self.directory, TLS_REVOKED_GRACE_HOURS=0, TLS_TRUST=self.trust)

    def believe(self, *authorities):
        self.trust.write_text("".join(each.trust() for each in (self.own, *authorities)))

    def list(self, revoked, authority=None, lasts=DAY, **more):
        """A list of these certificates, newer than each before it: partners', or any by their numbers."""
        self.made += 1
        numbers = [each if isinstance(each, (int, bytes)) else serial(from_pem(each / "certificate.pem")[0])
                   for each in revoked]
        return (authority or self.own).list_of(numbers, self.made, lasts and self.made + lasts, **more)

    def write(self, list_, name="main.crl"):
        """As it should be done: at once."""
        (self.directory / "new").write_bytes(list_)
        (self.directory / "new").rename(self.directory / name)

    def hurry(self):
        self.place.server.process.send_signal(signal.SIGHUP)

    def said_to(self, profile):
        return end_of(self.place.address, from_pem(profile / "certificate.pem"), key_of(profile / "key.pem"))

    def peer(self, profile):
        return Peer(profile, self.place.endpoint)

    def is_stale(self, profile):
        peer = self.peer(profile)
        found = peer.take("HealthService/Check", b"", "HealthCheckResponse").revocation_stale
        peer.close()
        return found

    def wait_for_log(self, words, after, patience=6):
        until = time.monotonic() + min(patience, 3 * PATIENCE[0])
        while words not in self.place.logged()[after:]:
            expect(time.monotonic() < until, f"the log does not say “{words.decode()}”")
            time.sleep(0.02)

    def end(self):
        self.place.server.kill()


@row((10, 61), "a partner who comes onto a list while it works", "REVOKED within 5 s of the file, 1 s of its reading; "
     "then certificate_revoked", control="another's certificate is on the list")
def revoked_by_list(world):
    lists = Lists(world, "revoked-list")
    profile, other = lists.place.association("listed"), lists.place.association("unlisted")
    try:
        bystander = lists.peer(other)
        times = {}
        for how, patience in (("the file", 5), ("SIGHUP", 1)):
            peers = [lists.peer(profile) for _ in range(4)]
            for peer in peers:
                peer.ask("WatchService/WatchInbox", message("v1.WatchInboxRequest")())
                peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=20_000))
            lists.write(lists.list([other if world.is_control else profile]))
            begun = time.monotonic()
            if how == "SIGHUP":
                lists.hurry()
            for peer in peers:
                peer.expect_end("REVOKED", min(10, 3 * PATIENCE[0]))
                peer.close()
            times[how] = time.monotonic() - begun
            expect(times[how] <= patience, f"{times[how]:.1f} s after {how}")
            expect_equal(lists.said_to(profile), "certificate_revoked", "a new connection's end")
            bystander.expect_serving()
            # Taken off the list, it is let in again.
            before = len(lists.place.logged())
            lists.write(lists.list([]))
            lists.wait_for_log(b"taken up", before)
        lists.peer(profile).expect_serving()
    finally:
        lists.end()
    return ", ".join(f"{1000 * seconds:.0f} ms after {how}" for how, seconds in times.items())


def wrong_lists(lists, profile):
    """What a list may not be. Each would let a revoked partner in again."""
    good = lists.list([profile])
    twin = Forger.under(None, lists.own.name)
    return {
        "noise": b"noise\n", "an empty file": b"", "half a list": good[:len(good) // 2],
        "a list and something more": good + b"\0",
        "a changed list": good[:60] + bytes([good[60] ^ 1]) + good[61:],
        "a list by another key under the same name": lists.list([], authority=twin),
        "an older list": lists.own.list_of([], lists.made - 1_000, lists.made + DAY),
        "a list of tomorrow": lists.own.list_of([], time.time() + DAY, time.time() + 2 * DAY),
        "a list without an end": lists.list([], lasts=None),
        "a list with an unknown critical extension": lists.list([], extensions=UNKNOWN_CRITICAL),
        "17 MiB": bytes(17 << 20), "200 MB that aren't there": None}


@row(10, "lists that are noise, cut, changed, old, of another key, partial or 200 MB",
     "the old one stays in use; an alarm in log and health, until a right one is there",
     control="nobody is on the list", long=True)
def wrong_list(world):
    lists = Lists(world, "wrong-list")
    profile, other = lists.place.association("listed"), lists.place.association("unlisted")
    try:
        before = len(lists.place.logged())
        lists.write(lists.list([] if world.is_control else [profile]))
        lists.wait_for_log(b"taken up", before)
        expect_equal(lists.said_to(profile), "certificate_revoked", "before")
        kinds, memory = wrong_lists(lists, profile), lists.place.memory()
        for what, content in kinds.items():
            before = len(lists.place.logged())
            if content is None:
                with (lists.directory / "new").open("wb") as file:
                    file.truncate(200_000_000)
                (lists.directory / "new").rename(lists.directory / "main.crl")
            else:
                lists.write(content)
            lists.wait_for_log(b"not up to date", before)
            expect_equal(lists.said_to(profile), "certificate_revoked", what)
            expect(lists.is_stale(lists.place.directory / "server" / "operator"), f"health says nothing of {what}")
            expect(not lists.is_stale(other), "health tells a partner")
            lists.write(lists.list([profile]))
            lists.wait_for_log(b"up to date again", before)
        grown = (lists.place.memory() - memory) >> 20
        expect(grown < 64, f"{grown} MiB of memory went")
        # What lies there may be missing, a pipe or a directory.
        for what, make in {"no file, but a directory": lambda path: path.mkdir(),
                           "a pipe": lambda path: subprocess.run(["mkfifo", path], check=True)}.items():
            before = len(lists.place.logged())
            (lists.directory / "main.crl").unlink()
            make(lists.directory / "main.crl")
            lists.wait_for_log(b"not up to date", before)
            expect_equal(lists.said_to(profile), "certificate_revoked", what)
            subprocess.run(["rm", "-r", lists.directory / "main.crl"], check=True)
            lists.write(lists.list([profile]))
            lists.wait_for_log(b"up to date again", before)
    finally:
        lists.end()
    return f"{len(kinds) + 2} kinds, {grown} MiB"


@row(10, "a list that runs out",
     "nobody new is let in, as a fault of ours; who is there stays; alarm; a new list helps",
     control="the list lasts a day", long=True)
def ended_list(world):
    lists = Lists(world, "ended-list")
    profile = lists.place.association("late")
    try:
        there = lists.peer(profile)
        operator = lists.peer(lists.place.directory / "server" / "operator")
        before = len(lists.place.logged())
        lists.made = time.time() - 5
        lists.write(lists.list([], lasts=DAY if world.is_control else 7))
        lists.wait_for_log(b"taken up", before)
        lists.wait_for_log(b"overdue", before)
        expect_equal(lists.said_to(profile), "internal_error", "a new connection's end")
        there.expect_serving()
        expect(operator.take("HealthService/Check", b"", "HealthCheckResponse").revocation_stale, "no alarm in health")
        lists.write(lists.list([]))
        lists.wait_for_log(b"up to date again", before)
        lists.peer(profile).expect_serving()
    finally:
        lists.end()


@row(10, "a start with lists that are missing, wrong, or not of every authority", "it ends with 78, naming the setting",
     control="they are right")
def wrong_at_start(world):
    place = world.another("start")
    own, foreign = Forger.of(place.directory / "server" / "authority"), Forger.under(None, "foreign")
    list_, trust = place.directory / "list", place.directory / "trust.pem"
    now = time.time()
    good = {one: one.list_of([], now - 60, now + DAY) for one in (own, foreign)}
    kinds = {"missing": (None, (own,), 78), "noise": (b"noise", (own,), 78),
             "of another authority": (good[foreign], (own,), 78),
             "of one authority of two": (good[own], (own, foreign), 78),
             "of the other authority": (good[foreign], (own, foreign), 0), "right": (good[own], (own,), 0)}
    for what, (content, trusted, status) in kinds.items():
        list_.unlink(missing_ok=True)
        if content or world.is_control:
            list_.write_bytes(good[own] if world.is_control else content)
        trust.write_text("".join(each.trust() for each in ((own,) if world.is_control else trusted)))
        ended = subprocess.run(
            [world.recoursd, "serve", "--config", place.directory / "server", "--check"], capture_output=True,
            text=True, env={"RECOURS_TLS_REVOKED": str(list_), "RECOURS_TLS_TRUST": str(trust)})
        expect_equal(ended.returncode, status, f"a list that is {what}")
        expect(status == 0 or "tls.revoked" in ended.stderr, f"it says {ended.stderr.strip()}")
    return f"{len(kinds)} starts"


@row(10, "a partner behind an authority that is revoked itself",
     "refused without that authority's list, let in with it, REVOKED with the authority", control="it never is")
def revoked_authority(world):
    lists = Lists(world, "middle")
    profile = lists.place.association("behind")
    upper = Forger.under(None, "upper")
    middle = Forger.under(upper, "middle")
    key = key_of(profile / "key.pem")
    chain = [middle.certificate_of(key, extensions=leaf_extensions(
        names=names("spiffe://recours.internal/partner/association/behind/main"))), middle.certificate]
    steps = [((), "unknown_ca"), ((upper,), "internal_error"), ((upper, middle), STANDS)]
    try:
        for trusted, wanted in steps:
            for authority in trusted:
                lists.write(lists.list([], authority), f"{authority is middle}.crl")
            lists.believe(*trusted)
            reloaded = len(lists.place.logged())
            lists.hurry()
            lists.wait_for_log(b"certificates reloaded", reloaded)
            expect_equal(end_of(lists.place.address, chain, key), wanted, f"with {len(trusted)} lists")
        (profile / "certificate.pem").write_text(pem(chain))
        peer = lists.peer(profile)
        peer.expect_serving()
        revoked = [] if world.is_control else [serial(middle.certificate)]
        lists.write(lists.list(revoked, upper), "False.crl")
        lists.hurry()
        peer.expect_end("REVOKED", 3)
        expect_equal(lists.said_to(profile), "certificate_revoked", "a new connection's end")
    finally:
        lists.end()
    return f"{len(steps)} steps"


@row(10, "the longest list there may be", "taken up without a pause; handshakes cost what they did before",
     control="the limit is one of 0 ms", leaves=8, long=True)
def longest_list(world):
    lists = Lists(world, "longest")
    profile, other = lists.place.association("listed"), lists.place.association("unlisted")
    try:
        peer, before = lists.peer(other), cost(lists, other)
        count = 478_000
        numbers = [profile, *(0x40 << 120 | 7 * place for place in range(count))]
        whole = lists.list(numbers)
        expect(15 << 20 < len(whole) <= 16 << 20, f"the list has {len(whole)} bytes")
        lists.write(whole)
        begun, slowest = time.monotonic(), 0.0
        while b'"478001"' not in lists.place.logged():
            expect(time.monotonic() < begun + 20, "the list was not taken up")
            asked = time.monotonic()
            peer.expect_serving()
            slowest = max(slowest, time.monotonic() - asked)
        took, memory = time.monotonic() - begun, lists.place.memory() >> 20
        expect_equal(lists.said_to(profile), "certificate_revoked", "who is on it")
        after = cost(lists, other)
        limit = 0 if world.is_control else 0.005
        expect(after - before <= limit, f"a handshake costs {1000 * before:.1f} ms, then {1000 * after:.1f} ms")
    finally:
        lists.end()
    return (f"{len(whole) >> 20} MiB in {took:.1f} s, a call {1000 * slowest:.0f} ms at most meanwhile, {memory} MiB; "
            f"a handshake {1000 * before:.1f} ms, then {1000 * after:.1f} ms")


def cost(lists, profile):
    """The server's CPU seconds of one connection."""
    begun = lists.place.cpu_seconds()
    for _ in range(20):
        lists.said_to(profile)
    return (lists.place.cpu_seconds() - begun) / 20
