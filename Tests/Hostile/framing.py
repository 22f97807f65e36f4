# SPDX-License-Identifier: EUPL-1.2
"""Frames that no client may send: PROTOCOL.md §4, §6, §8 and §12."""
import struct

from peer import ACK, CREDIT, DATA, END, HEAD, HELLO, MORE, NO_MESSAGE, OPEN, PING, STATUS, message
from rows import Failed, expect, expect_equal, row

CLOSED = "GOAWAY({}) and close"
PROTOCOL_ERROR = CLOSED.format("PROTOCOL_ERROR")
TOO_LARGE = CLOSED.format("FRAME_TOO_LARGE")
OPTIONAL = 0x80


def table(numbers, name, reason, misdeeds):
    """A row of several misdeeds, each on a connection of its own, which must all end alike."""
    def attack(world):
        peers = {what: world.peer() for what in misdeeds}
        for what, peer in peers.items():
            misdeeds[what](peer)
        wrong = [text for what, peer in peers.items() if (text := departure(peer, reason, what))]
        for peer in peers.values():
            peer.close()
        # A control must be noticed in every form.
        expect(not wrong or (world.is_control and len(wrong) < len(misdeeds)), "; ".join(wrong[:3]))
        return f"{len(misdeeds)} forms"
    row(numbers, name, CLOSED.format(reason))(attack)


def departure(peer, reason, what):
    """What was wrong with a connection's end, or None."""
    try:
        expect_equal(peer.ending(), reason, what)
    except Failed as error:
        return str(error)
    return None


table(22, "length below eight", "PROTOCOL_ERROR", {
    f"length {length}": lambda peer, length=length: peer.say(DATA, 0, 1, length=length) for length in range(8)})

table(23, "length above the limit", "FRAME_TOO_LARGE", {
    "4 GiB": lambda peer: peer.say(DATA, 0, peer.open(), length=2**32 - 1),
    "2 GiB": lambda peer: peer.say(DATA, 0, peer.open(), length=2**31 - 1),
    "one byte over": lambda peer: peer.say(DATA, 0, peer.open(), length=8 + 65_537),
    "a control frame of 16,385": lambda peer: peer.say(OPEN, 0, 1, length=8 + 16_385),
    "an optional frame one byte over": lambda peer: peer.say(77, OPTIONAL, 0, length=8 + 65_537)})


@row(23, "length of 4 GiB announced, and bytes for it", TOO_LARGE + ", before anything is allocated")
def announced(world):
    before = world.main.memory()
    peers = [world.peer() for _ in range(16)]
    for peer in peers:
        peer.say(DATA, 0, peer.open(), b"x" * 4096, length=2**32 - 1)
    grown = (world.main.memory() - before) / 2**20
    for peer in peers:
        peer.expect_end("FRAME_TOO_LARGE")
    expect(grown < 32, f"the server took {grown:.0f} MiB")
    return f"sixteen at once, {max(0, grown):.1f} MiB"


table(25, "unknown types, flags and reserved bytes", "PROTOCOL_ERROR", {
    "an unknown type": lambda peer: peer.say(77, 0, 0),
    "type 0": lambda peer: peer.say(0, 0, 0),
    "a reserved byte": lambda peer: peer.say(PING, 0, 0, bytes(8), reserved=1),
    "an unknown flag": lambda peer: peer.say(DATA, 0x08, peer.open()),
    "a flag of another type": lambda peer: peer.say(OPEN, MORE, 1),
    "MORE with END": lambda peer: peer.say(DATA, MORE | END, peer.open(), b"x"),
    "NO_MESSAGE without END": lambda peer: peer.say(DATA, NO_MESSAGE, peer.open()),
    "NO_MESSAGE with a payload": lambda peer: peer.say(DATA, END | NO_MESSAGE, peer.open(), b"x"),
    "a frame of servers": lambda peer: peer.say(STATUS, 0, peer.open()),
    "HEAD from a client": lambda peer: peer.say(HEAD, 0, peer.open()),
    "PING on a call": lambda peer: peer.say(PING, 0, peer.open(), bytes(8)),
    "PING of seven bytes": lambda peer: peer.say(PING, 0, 0, bytes(7)),
    "ACK of no PING": lambda peer: peer.say(PING, ACK, 0, bytes(8)),
    "HELLO twice": lambda peer: peer.say(HELLO, 0, 0, message("wire.v1.Hello")(
        max_frame_bytes=65_536, call_credit_bytes=1 << 22, max_message_bytes=1 << 22,
        connection_credit_bytes=1 << 20).SerializeToString()),
    "an undecodable OPEN": lambda peer: peer.say(OPEN, 0, 1, b"\x0a\xff\xff"),
    "OPEN without UTF-8": lambda peer: peer.say(OPEN, 0, 1, b"\x0a\x01\xff")})


@row(25, "an optional frame of an unknown type", "ignored, the connection is kept",
     control="its OPTIONAL bit is lost on the way")
def optional(world):
    peer = world.peer()
    for size in (0, 1, 65_536):
        peer.say(77, 0 if world.is_control else OPTIONAL, 9, b"x" * size)
    peer.expect_serving()
    peer.close()


table(47, "a compressed message", "PROTOCOL_ERROR", {
    f"flag {flag:#x}": lambda peer, flag=flag: peer.say(DATA, flag | END, peer.open(), b"\x1f\x8b")
    for flag in (0x10, 0x20, 0x40)})

table(28, "call numbers that cannot be new", "PROTOCOL_ERROR", {
    "an even number": lambda peer: peer.open(call=2),
    "zero": lambda peer: peer.open(call=0),
    "a number again": lambda peer: (peer.open(call=5), peer.open(call=5)),
    "a lower number": lambda peer: (peer.open(call=7), peer.open(call=5)),
    "2^31 + 1": lambda peer: peer.open(call=2**31 + 1),
    "DATA for a call never opened": lambda peer: peer.say(DATA, END, 9),
    "CREDIT for a call never opened": lambda peer: peer.say(CREDIT, 0, 9, b"\x08\x01")})


@row(28, "the last call number there is", "that call is answered, a further one PROTOCOL_ERROR and close")
def last_number(world):
    peer = world.peer()
    call = peer.open(call=2**31 - 1)
    peer.say(DATA, END, call)
    expect_equal(peer.answers([call])[call].code, "OK", "call 2^31 - 1")
    peer.open(call=1)
    peer.expect_end("PROTOCOL_ERROR")


table((31, 34), "DATA after END", "PROTOCOL_ERROR", {
    "twice END": lambda peer: (pull := slow_call(peer), peer.say(DATA, END, pull)),
    "a message behind END": lambda peer: (pull := slow_call(peer), peer.say(DATA, 0, pull, b"x"))})


def slow_call(peer):
    """A call that is still open when the next frame comes."""
    return peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=5_000, cursor=at_end(peer)))


def at_end(peer):
    """A cursor behind everything, so that a pull from it waits."""
    cursor, more = b"", True
    while more:
        page = peer.take("InboxService/PullCases", message("v1.PullCasesRequest")(cursor=cursor, max_cases=1000),
                         "PullCasesResponse")
        cursor, more = page.cursor, page.more
    return cursor


table(32, "CREDIT of nothing, or past the end of numbers", "PROTOCOL_ERROR", {
    "0 on the connection": lambda peer: peer.say(CREDIT, 0, 0),
    "0 on a call": lambda peer: peer.say(CREDIT, 0, slow_call(peer)),
    "past 2^31 - 1": lambda peer: peer.say(
        CREDIT, 0, 0, message("wire.v1.Credit")(bytes=2**31 - 1).SerializeToString()),
    "2^32 - 1": lambda peer: peer.say(
        CREDIT, 0, 0, message("wire.v1.Credit")(bytes=2**32 - 1).SerializeToString())})


@row(31, "DATA beyond the call's credit", CLOSED.format("FLOW_CONTROL"))
def beyond_credit(world):
    peer = world.peer()
    call = peer.open("CaseService/SubmitCases")
    # Messages of 60,000 bytes that never end, so that none is consumed and no credit comes back.
    for _ in range(80):
        peer.say(DATA, MORE, call, bytes(60_000))
    found = peer.ending()
    # A message above 4 MiB ends its call, and what follows is a stray.
    expect(found in ("FLOW_CONTROL",), f"the connection's end: {found}")


@row(32, "HELLO out of range", PROTOCOL_ERROR)
def hello_out_of_range(world):
    sizes = dict(max_frame_bytes=65_536, max_message_bytes=4 << 20, call_credit_bytes=4 << 20,
                 connection_credit_bytes=1 << 20)
    wrong = [dict(max_frame_bytes=16_383), dict(call_credit_bytes=65_535), dict(connection_credit_bytes=1),
             dict(max_message_bytes=1 << 30), dict(call_credit_bytes=2**31), dict(connection_credit_bytes=2**32 - 1)]
    for change in wrong:
        peer = world.peer(**{**sizes, **change})
        expect_equal(peer.ending(), "PROTOCOL_ERROR", str(change))
        peer.close()
    return f"{len(wrong)} values"


@row(26, "a session in single bytes, and cut in two at every place", "the same answers, at a bounded cost",
     control="one byte of each session is lost")
def split(world):
    health = struct.pack(">IBBHI", 8, DATA, END, 0, 1)
    opening = message("wire.v1.Open")(method="recours.v1.HealthService/Check").SerializeToString()
    session = struct.pack(">IBBHI", 8 + len(opening), OPEN, 0, 0, 1) + opening + health
    sent = session[:20] + session[21:] if world.is_control else session

    def answered(pieces):
        peer = world.peer()
        for piece in pieces:
            peer.send(piece)
        code = peer.answers([1])[1].code
        peer.close()
        expect_equal(code, "OK", "a split session")

    begun = world.main.cpu_seconds()
    answered([sent])
    answered([bytes([byte]) for byte in sent])
    places = range(1, len(sent), 4 if world.is_quick else 1)
    for place in places:
        answered([sent[:place], sent[place:]])
    spent = world.main.cpu_seconds() - begun
    return f"{len(places) + 2} sessions, {1000 * spent / (len(places) + 2):.1f} ms of the server each with handshake"
