# SPDX-License-Identifier: EUPL-1.2
"""Many connections, connections that break in every way, and partners who are revoked."""
import socket
import threading
import time

from life_of_a_case import draft, submit
from peer import DATA, END, OPEN, Peer, expect_refusal, identity, message, new_key
from recours_wire import client_hello
from rotation import fingerprint
from rows import DEAF, Failed, expect, expect_equal, row
from world import FIRMS

GET = message("v1.GetCaseRequest")


def plain(address, source):
    return socket.create_connection(address, timeout=5, source_address=(source, 0))


def are_closed(sockets, patience):
    """How many of them the other side closes within so long."""
    closed, until = 0, time.monotonic() + patience
    for each in sockets:
        each.settimeout(max(0.01, until - time.monotonic()))
        try:
            closed += each.recv(1) == b""
        except TimeoutError:
            pass
        except ConnectionError:
            closed += 1
    return closed


@row(17, "a session cut at every byte, without close_notify", "what is not whole is never filed",
     control="the cut comes after the last byte")
def truncated(world):
    profile = world.main.association("cut")
    reader = Peer(profile, world.main.endpoint)
    key, reference = new_key(), new_key().hex()
    filed = message("v1.SubmitCaseRequest")(draft=draft(FIRMS[0], external_ref=reference)).SerializeToString()
    opening = message("wire.v1.Open")(method="recours.v1.CaseService/SubmitCase", idempotency_key=key)
    session = Peer.frame(OPEN, 0, 1, opening.SerializeToString()) + Peer.frame(DATA, END, 1, filed)
    step = 32 if world.is_quick or world.is_control else 4
    places = [*range(0, len(session), step), len(session) - 1]
    for place in places:
        peer = Peer(profile, world.main.endpoint)
        peer.send(session if world.is_control else session[:place])
        peer.close()
    reader.expect_serving()
    time.sleep(0.3)
    expect_refusal(reader.call("CaseService/GetCase", GET(external_ref=reference)), "NOT_FOUND")
    whole = Peer(profile, world.main.endpoint)
    whole.send(session)
    expect_equal(whole.answers([1])[1].code, "OK", "the whole session")
    for each in (whole, reader):
        each.close()
    return f"{len(places)} places"


@row(18, "peers that reset, or say FIN and nothing more, in the middle of calls",
     "their calls end, their descriptors come back", control="they stay", long=True)
def broken(world):
    peers = []
    for turn in range(60):
        peer = world.peer(world.main.association("breaking"))
        peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=20_000))
        peer.ask("WatchService/WatchInbox", message("v1.WatchInboxRequest")()) if turn < 30 else None
        peers.append(peer)
        if world.is_control:
            continue
        if turn % 3 == 0:
            peer.close()
        elif turn % 3 == 1:
            peer.socket.shutdown(socket.SHUT_WR)
        else:
            peer.socket.close()
    # Those that said FIN stay open on this side: it is for the server to go.
    world.kept = peers
    return f"{len(peers)} connections"


@row(18, "six hundred connections, one after the other, some with a call in flight", "nothing of them is kept",
     control="they stay open", long=True)
def many_in_turn(world):
    profile = world.main.association("in-turn")

    def live(count):
        for turn in range(count):
            peer = Peer(profile, world.main.endpoint)
            peer.expect_serving()
            if turn % 2:
                peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=20_000))
            if world.is_control and len(kept) < 60:
                kept.append(peer)
            else:
                peer.close()

    kept = world.kept = []
    # What the first ones grow is kept by the allocator for the later ones.
    live(100)
    before = world.main.memory()
    live(60 if world.is_control else 600)
    grown = (world.main.memory() - before) / 2**20
    expect(grown < 3, f"{grown:.1f} MiB stay of them")
    return f"{grown:.1f} MiB"


def bounded(world):
    """A server whose limits on handshakes are as delivered, and a partner of it."""
    place = world.another("bounded").start(LIMITS_HANDSHAKES_PER_ADDRESS=16,
                                           LIMITS_HANDSHAKES_PER_ADDRESS_PER_SECOND=20)
    return place, place.association("bounded"), world.address if world.is_control else place.address


@row(2, "more handshakes at once from one address than are allowed",
     "the further ones are cut at once; the others have 5 s; another address is not held up", control=DEAF)
def many_handshakes(world):
    place, profile, address = bounded(world)
    try:
        sockets = [plain(address, "127.0.0.77") for _ in range(70)]
        cut = are_closed(sockets[::-1], 1.5)
        expect_equal(cut, 54, "of 70, cut at once")
        other = Peer(profile, place.endpoint, source=("127.0.0.78", 0))
        other.expect_serving()
        other.close()
        for each in sockets:
            each.close()
    finally:
        place.server.kill()
    return f"{cut} of 70 cut at once"


@row(19, "handshakes one after the other from one address, faster than are allowed",
     "eighty at once, then twenty a second; another address is not held up", control="the limit is off")
def fast_handshakes(world):
    place, profile, _ = bounded(world)
    begun, passed, turn = time.monotonic(), 0, 0
    try:
        while time.monotonic() < begun + 3:
            turn += 1
            source = f"127.0.3.{turn % 200 + 1}" if world.is_control else "127.0.0.79"
            try:
                Peer(profile, place.endpoint, source=(source, 0)).close()
                passed += 1
            except OSError:
                time.sleep(0.005)
        seconds = time.monotonic() - begun
        expect(passed <= 80 + 20 * seconds + 2, f"{passed} passed in {seconds:.1f} s")
        # A busy machine makes fewer than are allowed.
        expect(passed >= 80 or passed == turn, f"only {passed} passed of {turn}")
        Peer(profile, place.endpoint, source=("127.0.0.80", 0)).expect_serving()
        expect(b'"over_limit"' in place.logged() or passed == turn, "the log says nothing")
    finally:
        place.server.kill()
    return f"{passed} of {turn} in {seconds:.1f} s"


@row(19, "a flood of handshakes that are never finished, from many addresses",
     "those who are connected go on; new ones get in after it", control="the server takes a nap of 6 s", leaves=16,
     long=True)
def handshake_flood(world):
    hello, stop, counted = client_hello(world.attacker), time.monotonic() + (2 if world.is_quick else 5), []

    def flood(source):
        count = 0
        while time.monotonic() < stop:
            try:
                with plain(world.address, source) as each:
                    each.sendall(hello)
                    each.recv(1)
                    count += 1
            except OSError:
                time.sleep(0.01)
        counted.append(count)

    if world.is_control:
        world.main.pause(6)
    threads = [threading.Thread(target=flood, args=(f"127.0.1.{number}",)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    peer = world.peer()
    peer.expect_serving()
    peer.close()
    seen = world.witness.check()
    return f"{sum(counted)} handshakes; another partner's p99 {1000 * seen['p99']:.0f} ms meanwhile"


@row(20, "more connections than the process may have files",
     "no spinning, no crash; whoever comes after them is served", control="they do not go", long=True)
def out_of_files(world):
    place = world.another("files").start(before=["prlimit", "--nofile=120:120"])
    profile = place.association("later")
    host, port = place.endpoint.rsplit(":", 1)
    sockets = [plain((host, int(port)), f"127.0.2.{1 + number // 20}") for number in range(200)]
    # Those who got in are being served at first.
    time.sleep(1)
    begun = place.cpu_seconds()
    time.sleep(2)
    spent = place.cpu_seconds() - begun
    expect(spent < 0.1, f"it worked {spent:.1f} s of 2 without having anything to do")
    if not world.is_control:
        for each in sockets:
            each.close()
    try:
        until = time.monotonic() + (1 if world.is_control else 12)
        while True:
            try:
                peer = Peer(profile, place.endpoint)
                peer.expect_serving()
                peer.close()
                # A connection waits in the listener's queue for as long as it takes.
                expect(time.monotonic() < until, "it came in late")
                break
            except (OSError, EOFError, Failed):
                expect(time.monotonic() < until, "nobody gets in afterwards")
                time.sleep(0.2)
                if world.is_control:
                    # They come again as soon as they are cut.
                    sockets += [plain((host, int(port)), f"127.0.3.{1 + len(sockets) % 200}") for _ in range(20)]
    finally:
        for each in sockets:
            each.close()
        place.server.kill()
    return f"{1000 * spent:.0f} ms of the server in 2 s"


@row((7, 61), "a partner revoked in the middle of calls and watches",
     "REVOKED within 1 s on all its connections, then refused", control="another partner is revoked")
def revoked(world):
    profile = world.main.association(f"revoked-{int(world.is_control)}")
    peers = [Peer(profile, world.main.endpoint) for _ in range(4)]
    kept = submit(peers[0], draft(FIRMS[0]), new_key())
    for peer in peers:
        peer.ask("WatchService/WatchInbox", message("v1.WatchInboxRequest")())
        peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=20_000))
    session = peers[0].socket.session
    victim = world.main.association("another-one") if world.is_control else profile
    operator = world.main.operator()
    operator.take("PartnerService/RevokeCertificate", message("v1.RevokeCertificateRequest")(
        kind="PARTNER_KIND_ASSOCIATION", slug=victim.name, spki_sha256=fingerprint(victim)),
        "RevokeCertificateResponse", new_key())
    done = time.monotonic()
    for peer in peers:
        peer.expect_end("REVOKED", 3)
        peer.close()
    took = time.monotonic() - done
    expect(took < 1, f"it took {took:.1f} s")
    again = Peer(profile, world.main.endpoint, greets=False)
    again.expect_end("UNAUTHENTICATED", 3)
    again.close()
    context = identity(profile)[1]
    resumed = context.wrap_socket(socket.create_connection(world.address, timeout=5), server_hostname="localhost",
                                  session=None if session is None or not session.has_ticket else session)
    expect(not resumed.session_reused, "a session was resumed")
    resumed.close()
    expect(len(kept.case_id) == 16, "a case acknowledged before")
    operator.close()
    return f"{len(peers)} connections within {1000 * took:.0f} ms"
