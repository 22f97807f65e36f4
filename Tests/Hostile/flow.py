# SPDX-License-Identifier: EUPL-1.2
"""Floods, and calls that are more than a partner or a connection may have: PROTOCOL.md §6, §8, §11."""
import contextlib
import random

from framing import at_end, departure
from peer import CANCEL, CREDIT, DATA, END, MORE, NO_MESSAGE, PING, Peer, expect_refusal, message, new_key
from rows import expect, expect_equal, row

CALM_DOWN = "GOAWAY(CALM_DOWN) and close"


def pull(peer, cursor, wait_ms=20_000, **fields):
    """A call that waits: nothing comes behind the cursor."""
    return peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=wait_ms, cursor=cursor), **fields)


@contextlib.contextmanager
def limited(world, **unlimited):
    """The server with its limits; as a control, one with these raised."""
    if not world.is_control:
        yield world.main
        return
    place = world.another("unlimited").start(**unlimited)
    yield place
    place.server.kill()


def flood(numbers, name, times, act):
    """A row of something that may be done a number of times at once, and not once more."""
    def attack(world):
        peer = world.peer()
        for turn in range(times):
            act(peer, turn)
        if not world.is_control:
            peer.expect_serving()
        for turn in range(times, times + 20):
            act(peer, turn)
        peer.expect_end("CALM_DOWN")
        return f"{times} at once are taken"
    row(numbers, name, CALM_DOWN)(attack)


flood(32, "PING flood", 199, lambda peer, _: peer.say(PING, 0, 0, bytes(8)))
flood(32, "CREDIT flood", 199, lambda peer, _: peer.say(CREDIT, 0, 0, b"\x08\x01"))
flood(31, "calls that must be refused", 199, lambda peer, _: peer.open(idempotency_key=b"short"))
flood(30, "open and cancel at wire speed", 199,
      lambda peer, _: peer.say(CANCEL, 0, peer.open("InboxService/PullCases")))


@row(30, "open and cancel, a thousand calls a burst, again and again", CALM_DOWN + " each time, at a bounded cost",
     long=True)
def rapid_reset(world):
    begun = world.main.cpu_seconds()
    rounds = 3 if world.is_quick else 20
    for _ in range(rounds):
        peer = world.peer()
        request = message("v1.PullCasesRequest")(wait_ms=20_000).SerializeToString()
        out = b""
        for call in range(1, 2_001, 2):
            opening = message("wire.v1.Open")(method="recours.v1.InboxService/PullCases").SerializeToString()
            out += peer.frame(2, 0, call, opening) + peer.frame(DATA, END, call, request)
            out += peer.frame(CANCEL, 0, call, b"")
        peer.send(out)
        peer.expect_end("CALM_DOWN")
    spent = world.main.cpu_seconds() - begun
    expect(spent < rounds * 0.5, f"the server worked {spent:.1f} s for {rounds} bursts")
    return f"{1000 * spent / rounds:.0f} ms of the server a burst"


@row(27, "a thousand fragments of one byte, and one more", CALM_DOWN)
def tiny_fragments(world):
    before = world.main.memory()
    peer = world.peer()
    call = peer.open("CaseService/SubmitCase")
    peer.send(peer.frame(DATA, MORE, call, b"\x0a") * 1_000)
    if not world.is_control:
        peer.expect_serving()
    peer.send(peer.frame(DATA, MORE, call, b"\x0a") * 3)
    peer.expect_end("CALM_DOWN")
    expect(world.main.memory() - before < 16 << 20, "the server's memory grew by more than 16 MiB")


@row(34, "frames for calls that are over", "ignored up to a budget, then " + CALM_DOWN)
def strays(world):
    peer = world.peer()
    call = peer.open("NoSuchService/NoSuchMethod")
    peer.answers([call])
    peer.send(peer.frame(DATA, 0, call, b"x") * 1_000)
    if not world.is_control:
        peer.expect_serving()
    for _ in range(60):
        peer.send(peer.frame(DATA, 0, call, b"x") * 1_000)
    peer.expect_end("CALM_DOWN")


@row(29, "more than a hundred calls at once",
     "the further ones RESOURCE_EXHAUSTED with the limit, the connection is kept", long=True)
def too_many_calls(world):
    peer = world.peer()
    cursor = b"" if world.is_control else at_end(peer)
    waiting = [pull(peer, cursor, 3_000) for _ in range(100)]
    further = [pull(peer, cursor) for _ in range(5)]
    answers = peer.answers(further + waiting)
    for call in further:
        expect_refusal(answers[call], "RESOURCE_EXHAUSTED")
        [quota] = answers[call].details("quota_failure")
        expect_equal((quota.quota, quota.limit), ("calls", 100), "the quota")
    expect(all(answers[call].code == "OK" for call in waiting), "the hundred are answered")
    peer.expect_serving()
    peer.close()


@row(59, "one partner with more calls than its share, on many connections", "RESOURCE_EXHAUSTED for it alone",
     control="its limit is raised to 100,000", long=True)
def too_many_of_one(world):
    with limited(world, LIMITS_CALLS_PER_PARTNER=100_000) as place:
        profile = place.association("crowd")
        peers = [Peer(profile, place.endpoint) for _ in range(4)]
        cursor = at_end(peers[0])
        calls = [[pull(peer, cursor, 2_000) for _ in range(80)] for peer in peers]
        codes = [answer for peer, mine in zip(peers, calls) for answer in peer.answers(mine).values()]
        refused = [answer for answer in codes if answer.code != "OK"]
        expect_equal(len(refused), 4 * 80 - 256, "calls over the limit")
        for answer in refused:
            expect_refusal(answer, "RESOURCE_EXHAUSTED", "QUOTA")
            expect(answer.details("retry_info")[0].retry_after_ms > 0, "it is said when to try again")
        for peer in peers:
            peer.expect_serving()
            peer.close()
    return f"{len(refused)} of 320 refused"


@row(59, "one partner with more connections than its share", "GOAWAY(UNAUTHENTICATED) and close for the further ones",
     control="its limit is raised to 100,000", long=True)
def too_many_connections(world):
    with limited(world, LIMITS_CONNECTIONS_PER_PARTNER=100_000) as place:
        profile = place.association("crowd")
        peers = [Peer(profile, place.endpoint) for _ in range(64)]
        peers[-1].expect_serving()
        found = departure(Peer(profile, place.endpoint, greets=False), "UNAUTHENTICATED", "the 65th connection")
        expect(found is None, found)
        for peer in peers:
            peer.close()


@row(59, "more watches than a partner may have", "the 33rd RESOURCE_EXHAUSTED, the connection is kept")
def too_many_watches(world):
    peer = world.peer()
    request = message("v1.WatchInboxRequest")(from_now=True)
    watches = [peer.ask("WatchService/WatchInbox", request) for _ in range(32)]
    peer.expect_serving()
    expect_refusal(peer.call("WatchService/WatchInbox", request), "RESOURCE_EXHAUSTED", "QUOTA")
    for watch in watches:
        peer.say(CANCEL, 0, watch)
    expect(all(a.code == "CANCELLED" for a in peer.answers(watches).values()), "a cancelled watch ends as that")
    peer.close()


@row(59, "a partner that sends requests as fast as it can", "each is answered, nobody else waits",
     control="the server takes a nap of 6 s", leaves=16)
def noisy(world):
    peer = world.peer()
    count = 500 if world.is_quick else 5_000
    if world.is_control:
        world.main.pause(6)
    for _ in range(0, count, 50):
        calls = [peer.ask("HealthService/Check") for _ in range(50)]
        expect(all(a.code == "OK" for a in peer.answers(calls).values()), "each is answered")
    seen = world.witness.check()
    peer.close()
    return f"{count} calls; another partner's p99 {1000 * seen['p99']:.0f} ms meanwhile"


@row(35, "deadlines: none left, a hundred years, a short one on a long wait", "DEADLINE_EXCEEDED where it is due")
def deadlines(world):
    peer = world.peer()
    expect_refusal(peer.call("HealthService/Check", timeout_ms=0), "DEADLINE_EXCEEDED")
    for long in (3_155_760_000_000, 2**63, 2**64 - 1):
        expect_equal(peer.call("HealthService/Check", timeout_ms=long).code, "OK", f"a deadline in {long} ms")
    watch = peer.ask("WatchService/WatchInbox", message("v1.WatchInboxRequest")(from_now=True), timeout_ms=300)
    expect_refusal(peer.answers([watch])[watch], "DEADLINE_EXCEEDED")
    peer.expect_serving()
    peer.close()


@row(36, "methods that do not exist, up to names of 10 KiB",
     "UNIMPLEMENTED, the name not echoed, the connection is kept")
def unknown_methods(world):
    peer = world.peer()
    names = ["canaryservice/Method", "recours.v1.CaseService/canary", "canary" * 1_700, "canary\n\x1b[2J/x",
             "canary\0/x", "recours.v1.CaseService/GetCase/canary", "/recours.v1.CaseService/GetCase?canary"]
    for name in names:
        answer = peer.call(name, package="")
        expect_refusal(answer, "UNIMPLEMENTED")
        expect("canary" not in str(answer.status), "the name was echoed")
    expect(b"canaryservice" not in world.main.logged(), "the name is in the log")
    peer.expect_serving()
    peer.close()
    return f"{len(names)} names"


@row(36, "wrong keys, traces and metadata in OPEN", "INVALID_ARGUMENT, the connection is kept")
def wrong_opening(world):
    peer = world.peer()
    entry = message("wire.v1.MetadataEntry")
    wrong = [dict(idempotency_key=bytes(15)), dict(idempotency_key=bytes(17)), dict(traceparent="0" * 129),
             dict(metadata=[entry(key="A", value=b"x")]), dict(metadata=[entry(key="", value=b"x")]),
             dict(metadata=[entry(key="k", value=bytes(4_097))]), dict(metadata=[entry(key="k")] * 65),
             dict(metadata=[entry(key="k", value=bytes(3_000))] * 3), dict(metadata=[entry(key="a\nb", value=b"x")])]
    for fields in wrong:
        expect_refusal(peer.call("HealthService/Check", **fields), "INVALID_ARGUMENT")
    peer.expect_serving()
    peer.close()
    return f"{len(wrong)} forms"


@row(34, "CANCEL racing the answer", "exactly one last frame for each call",
     control="each call's last frame comes twice")
def cancel_race(world):
    peer, chance, ends = world.peer(), random.Random(34), {}
    calls = []
    for turn in range(150):
        call = peer.ask("HealthService/Check") if turn % 2 else pull(peer, b"", 0)
        if chance.random() < 0.9:
            peer.say(CANCEL, 0, call)
        calls.append(call)
    until = peer.ask("HealthService/Check")
    while until not in ends or len(ends) <= len(calls):
        kind, flags, call, _ = peer.read_frame()
        if kind in (5, CANCEL) or (kind == DATA and flags & END):
            ends[call] = ends.get(call, 0) + (2 if world.is_control else 1)
    expect(set(ends.values()) == {1}, f"{sum(n > 1 for n in ends.values())} calls ended twice")
    expect_equal(len(ends), len(calls) + 1, "calls that ended")
    peer.close()
    return f"{len(calls)} calls"


@row(33, "a message of which a hundred halves wait", "RESOURCE_EXHAUSTED beyond 16 MiB, the connection is kept",
     leaves=40)
def half_messages(world):
    peer = world.peer()
    before = world.main.memory()
    halves = [peer.open("CaseService/SubmitCase") for _ in range(10)]
    for call in halves:
        for _ in range(60):
            peer.say(DATA, MORE, call, bytes(65_536))
    over = peer.answers(halves[4:])
    expect(all(a.code == "RESOURCE_EXHAUSTED" for a in over.values()), f"{[a.code for a in over.values()]}")
    grown = (world.main.memory() - before) / 2**20
    expect(grown < 64, f"the server took {grown:.0f} MiB")
    peer.expect_serving()
    peer.close()
    return f"{grown:.0f} MiB held of 39"


@row(37, "a message of four mebibytes of nothing", "INVALID_ARGUMENT for its call, the connection is kept", leaves=16)
def largest_message(world):
    peer = world.peer()
    call = peer.open("CaseService/SubmitCase", idempotency_key=new_key())
    for part in range(64):
        peer.say(DATA, MORE if part < 63 else END, call, bytes(65_536))
    expect_refusal(peer.answers([call])[call], "INVALID_ARGUMENT")
    peer.expect_serving()
    peer.close()


@row(34, "a method's shape broken: no request, or two where one is due", "INVALID_ARGUMENT, the connection is kept")
def wrong_shape(world):
    peer = world.peer()
    none = peer.open("HealthService/Check")
    peer.say(DATA, END | NO_MESSAGE, none)
    two = peer.open("HealthService/Check")
    peer.say(DATA, 0, two)
    peer.say(DATA, END, two)
    for call, answer in peer.answers([none, two]).items():
        expect_refusal(answer, "INVALID_ARGUMENT")
    peer.expect_serving()
    peer.close()
