# SPDX-License-Identifier: EUPL-1.2
"""Limits of time, PROTOCOL.md §11: none can be set, so they are waited for, side by side.

For limits of minutes and hours the server's clocks leap instead (`faults.c`).
"""
import hashlib
import socket
import threading
import time

import front
from connections import are_closed, plain
from faults import Faults
from peer import CANCEL, CREDIT, DATA, MORE, Peer, expect_refusal, message, new_key
from rows import DEAF, TOLERANT, expect, expect_equal, row
from tls import client_hello


# Rows run beside each other; a partner is added once.
ALONE = threading.Lock()


class Clockwork:
    """A server whose time passes as it does, or in leaps."""

    def __init__(self, world, leaps, control):
        self.world, self.leaps, self.faults, self.place = world, leaps, None, world.main
        if leaps:
            self.faults = Faults(world)
            # One thread, so that any connection wakes the one whose timers are due.
            self.place = world.another("leaping").start(preload=self.faults.preload, THREADS=1)
        with ALONE:
            self.profile = self.place.association("patient")
        before = world.fronts.get(control)
        if before and leaps and control == TOLERANT:
            before = front.tolerant(self.place.directory / "server" / "server")
        self.endpoint = (before or self.place).endpoint

    @property
    def address(self):
        host, port = self.endpoint.rsplit(":", 1)
        return host, int(port)

    def peer(self, **hello):
        peer = Peer(self.profile, self.endpoint, **hello)
        if self.leaps:
            # Time must not leap before the server has read the hello.
            peer.expect_serving()
        return peer

    def passes(self, seconds):
        if not self.leaps:
            time.sleep(2 if self.world.is_control else seconds)
            return
        self.faults.set(uptime_ahead_ms=self.faults.state["uptime_ahead_ms"] + 1_000 * (seconds + 1))
        self.wake()

    def wake(self):
        host, port = self.place.endpoint.rsplit(":", 1)
        for _ in range(3):
            plain((host, int(port)), "127.0.0.1").close()
            time.sleep(0.1)

    def end(self):
        if self.leaps:
            self.place.server.kill()


def timed(numbers, name, expected, leaps=False, **more):
    """A row over a clockwork: its limit is waited for, in the full form only, or leapt over."""
    def register(function):
        def attack(world):
            clockwork = Clockwork(world, leaps, more.get("control", TOLERANT))
            try:
                return function(world, clockwork)
            finally:
                clockwork.end()
        row(numbers, name, expected, waits=True, long=not leaps, **more)(attack)
        return function
    return register


@timed(2, "nothing at all, and a ClientHello by drips", "cut at 5 s, however it drips", control=DEAF)
def slow_handshake(world, clockwork):
    hello, begun = client_hello(clockwork.profile), time.monotonic()
    sockets = [plain(clockwork.address, "127.0.0.66") for _ in range(20)]
    for each in sockets[10:]:
        each.sendall(hello[:9])
    clockwork.passes(3)
    expect_equal(are_closed(sockets, 0.2), 0, "cut after 3 s")
    for each in sockets[10:]:
        each.sendall(hello[9:10])
    clockwork.passes(3)
    expect_equal(are_closed(sockets, 2), 20, "cut after 6 s")
    for each in sockets:
        each.close()
    return f"20 sockets, {time.monotonic() - begun:.0f} s"


@timed(24, "a handshake, and no HELLO behind it", "PROTOCOL_ERROR and close at 5 s")
def no_hello(world, clockwork):
    peer = clockwork.peer(greets=False)
    clockwork.passes(3)
    expect(peer.socket.fileno() >= 0, "closed before its time")
    clockwork.passes(3)
    peer.expect_end("PROTOCOL_ERROR", 3)


@timed(24, "a frame of 64 KiB announced, ten bytes of it, then one a second",
       "PROTOCOL_ERROR and close at 15 s, however it drips")
def slow_frame(world, clockwork):
    peers = [clockwork.peer() for _ in range(8)]
    for peer in peers:
        peer.say(DATA, MORE, peer.open("CaseService/SubmitCase"), b"x" * 10, length=8 + 65_536)
    for _ in range(3):
        clockwork.passes(4)
        for peer in peers:
            peer.send(b"x")
    clockwork.passes(4)
    for peer in peers:
        peer.expect_end("PROTOCOL_ERROR", 3)


def large_file(peer, megabytes=4):
    content = b"une ligne de texte\n" * (megabytes * 55_000)
    upload = peer.take("EvidenceService/BeginUpload", message("v1.BeginUploadRequest")(
        name="long.txt", size=len(content), sha256=hashlib.sha256(content).digest(), media=5, visibility=1),
        "BeginUploadResponse", new_key()).upload_id
    call, item = peer.open("EvidenceService/Upload"), message("v1.UploadItem")
    peer.message(call, item(start=dict(upload_id=upload)).SerializeToString(), 0)
    for place in range(0, len(content), 200_000):
        peer.message(call, item(chunk=content[place:place + 200_000]).SerializeToString(), 0)
    peer.say(DATA, 6, call)
    [found] = peer.answers([call], 20)[call].messages
    return message("v1.UploadResponse").FromString(found).evidence.id


def stalled(clockwork, calls, **credit):
    """So many downloads under this credit, of which none is ever given more: each must be ended, and the rest go on.

    What they leave unsent must be under a mebibyte: the calls behind that wait for their turn to be stalled.
    """
    owner = Peer(clockwork.profile, clockwork.place.endpoint)
    file = large_file(owner)
    owner.close()
    memory, peer = clockwork.place.memory(), clockwork.peer(max_message_bytes=131_072, **credit)
    waiting = [peer.ask("EvidenceService/Download", message("v1.DownloadRequest")(id=file), timeout_ms=600_000)
               for _ in range(calls)]
    # All that its credit allows is read, for it is credit that is missing here and not the reader.
    peer.socket.settimeout(1)
    try:
        while piece := peer.socket.recv(65_536):
            peer.received += piece
    except TimeoutError:
        pass
    clockwork.passes(31)
    grown = (clockwork.place.memory() - memory) / 2**20
    expect(grown < 64, f"the server holds {grown:.0f} MiB")
    for answer in peer.answers(waiting, 20).values():
        expect_refusal(answer, "RESOURCE_EXHAUSTED", "SLOW_CONSUMER")
    # An answer needs the connection's credit, which may be used up.
    peer.say(CREDIT, 0, 0, message("wire.v1.Credit")(bytes=65_536).SerializeToString())
    peer.expect_serving()
    peer.close()
    return f"{calls} downloads of 4 MiB, {grown:.0f} MiB"


@timed(33, "large answers to calls that are given no credit",
       "SLOW_CONSUMER at 30 s, the connection is kept, memory is bounded", leaves=24)
def no_credit(world, clockwork):
    return stalled(clockwork, 12, call_credit_bytes=131_072, connection_credit_bytes=1 << 30)


@timed(33, "large answers on a connection that is given no credit", "SLOW_CONSUMER at 30 s, the connection is kept",
       leaves=24)
def no_connection_credit(world, clockwork):
    return stalled(clockwork, 8, call_credit_bytes=1 << 30, connection_credit_bytes=262_144)


@timed(33, "answers that nobody takes from the socket", "closed at 30 s", leaves=24)
def never_read(world, clockwork):
    owner = Peer(clockwork.profile, clockwork.place.endpoint)
    file = large_file(owner)
    peers = [clockwork.peer() for _ in range(2)]
    for peer in peers:
        peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        for _ in range(4):
            peer.ask("EvidenceService/Download", message("v1.DownloadRequest")(id=file), timeout_ms=600_000)
    time.sleep(0.5)
    owner.close()
    clockwork.passes(32)
    time.sleep(1)
    for peer in peers:
        peer.expect_end("CUT", 5)
    return f"{len(peers)} connections"


@timed(18, "a quarter of an hour without a call", "GOAWAY(IDLE) and close, not before", leaps=True)
def idle(world, clockwork):
    peer = clockwork.peer()
    clockwork.passes(880)
    if not world.is_control:
        peer.expect_serving()
        # Once more, so that the answer to a ping that came meanwhile has been read before time leaps.
        peer.expect_serving()
    clockwork.passes(902)
    peer.expect_end("IDLE")


@timed(18, "a connection that is older than an hour, with calls in flight",
       "GOAWAY(MAX_AGE), its calls are finished, then close", leaps=True)
def old(world, clockwork):
    peer = clockwork.peer()
    call = peer.ask("WatchService/WatchInbox", message("v1.WatchInboxRequest")(from_now=True), timeout_ms=3_600_000)
    time.sleep(0.2)
    clockwork.passes(3_200)
    if not world.is_control:
        peer.expect_serving()
    clockwork.passes(800)
    threading.Timer(0.5, peer.say, (CANCEL, 0, call)).start()
    peer.expect_end("MAX_AGE", 8)
