# SPDX-License-Identifier: EUPL-1.2
"""Before anybody is known: bytes that are no TLS, other versions, protocols and names, and what TLS itself offers."""
import os
import socket
import struct
import subprocess
import time

from openssl import alert
from peer import DATA, END, OPEN, PATIENCE, Peer, identity, message
from recours_wire import client_hello
from rows import DEAF, Failed, expect, expect_equal, row

OFFER = ("-tls1_3", "-alpn", "recours/1")
CUT = "an alert or nothing, and cut within 2 s"


def said_to(world, *pieces, patience=None):
    """What the server says to these bytes before it closes."""
    plain = socket.create_connection(world.address, timeout=patience or min(2.5, PATIENCE[0]))
    said = b""
    try:
        for piece in pieces:
            plain.sendall(piece)
        while received := plain.recv(65_536):
            said += received
    except TimeoutError:
        raise Failed("the connection was kept") from None
    except ConnectionError:
        pass
    finally:
        plain.close()
    return said


def is_alert(said):
    return said == b"" or (len(said) == 7 and said[0] == 21)


def record(payload, kind=22):
    return struct.pack(">BHH", kind, 0x0301, len(payload)) + payload


@row(1, "HTTP, SSH, mail, noise and a bare frame on the port", CUT + ", no flood of the log", control=DEAF)
def no_tls(world):
    corpus = [b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"EHLO x\r\n", bytes(64),
              os.urandom(512),
              b"\x00\x00\x00\x08\x01\x00\x00\x00\x00\x00\x00\x00", b"\x80\x2e\x01\x00\x02" + bytes(41),
              b"\x16\x03\x01\xff\xff",
              record(b"\x01"), record(b"x" * 100, kind=23), record(b"\x02\x28", kind=21),
              b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]
    before = len(world.main.logged())
    for round_ in range(1 if world.is_control else 5):
        for said in corpus:
            # What is too short to be refused waits for the handshake's limit: that is the row on time limits.
            said = said + bytes(600)
            expect(is_alert(answer := said_to(world, said)), f"the server answered {answer[:60]!r}")
    expect(len(world.main.logged()) - before < 20_000, "the log was flooded")
    return f"{len(corpus)} kinds"


@row(3, "a ClientHello of 100 KB, of thousands of extensions, without an end", CUT, control=DEAF)
def large_hello(world):
    body = struct.pack(">B", 1) + (100_000).to_bytes(3, "big") + bytes(99_999)
    whole = [record(body[place:place + 16_384]) for place in range(0, len(body), 16_384)]
    endless = [record(b"\x01\xff\xff\xff")] + [record(bytes(1))] * 70_000
    extensions = b"".join(struct.pack(">HH", number, 0) for number in range(60_000, 64_000))
    hello = b"\x03\x03" + bytes(32) + b"\0" + b"\0\x02\x13\x01" + b"\x01\0" + struct.pack(">H",
                                                                                          len(extensions)) + extensions
    many = [record(b"\x01" + len(hello).to_bytes(3, "big") + hello)]
    empty = [record(b"")] * 5_000
    for pieces in (whole, endless, many, empty):
        expect(is_alert(answer := said_to(world, b"".join(pieces))), f"the server answered {answer[:60]!r}")
    return "4 forms"


@row(4, "older versions, weak groups, suites and signatures", "protocol_version or handshake_failure", control=DEAF)
def weak(world):
    low = ("-cipher", "ALL:@SECLEVEL=0")
    old = {version: (f"-{version}", "-alpn", "recours/1", *low) for version in ("tls1", "tls1_1", "tls1_2")}
    weak = {"P-521": (*OFFER, "-groups", "P-521"), "finite field": (*OFFER, "-groups", "ffdhe2048"),
            "CCM": (*OFFER, "-ciphersuites", "TLS_AES_128_CCM_SHA256"),
            "CCM8": (*OFFER, "-ciphersuites", "TLS_AES_128_CCM_8_SHA256"),
            "RSA signatures": (*OFFER, "-sigalgs", "RSA-PSS+SHA256:RSA+SHA256")}
    for what, flags in {**old, **weak}.items():
        wanted = "protocol version" if what in old else "handshake failure"
        expect_equal(alert(world.endpoint, *flags, profile=world.attacker, patience=min(5, PATIENCE[0])), wanted, what)
    ssl3 = b"\x01\x00\x00\x29\x03\x00" + bytes(32) + b"\0\0\x02\0\x2f\x01\0"
    expect(is_alert(answer := said_to(world, record(ssl3))), f"SSLv3 was answered {answer[:60]!r}")
    return f"{len(old) + len(weak) + 1} offers"


def key_updates(world, count):
    """Sends so many KeyUpdates, one after the other; whether the connection still stands then."""
    command = ["openssl", "s_client", "-connect", world.endpoint, *OFFER, "-cert", world.attacker / "certificate.pem",
               "-key", world.attacker / "key.pem"]
    client = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    time.sleep(0.5)
    try:
        for _ in range(count):
            client.stdin.write(b"k\n")
            client.stdin.flush()
            # Else one read takes two of them.
            time.sleep(0.02)
        time.sleep(0.3)
        return client.poll() is None
    except BrokenPipeError:
        return False
    finally:
        client.kill()
        client.communicate()


@row(5, "KeyUpdates: thirty-two within a minute, and more", "thirty-two are fine, then cut", long=True)
def key_update_flood(world):
    expect(key_updates(world, 30), "30 KeyUpdates ended the connection")
    expect(not key_updates(world, 40), "40 KeyUpdates did not end the connection")


@row(6, "data before the handshake is done, and a ClientHello said again", "no early data, and never the same answer",
     control=DEAF)
def early(world):
    hello = client_hello(world.attacker)
    opening = message("wire.v1.Open")(method="recours.v1.HealthService/Check").SerializeToString()
    frames = Peer.frame(1, 0, 0, b"") + Peer.frame(OPEN, 0, 1, opening) + Peer.frame(DATA, END, 1, b"")
    answers = [said_to(world, hello, record(frames, kind=23)) for _ in range(3)]
    for answer in answers:
        expect(answer[:1] in (b"\x16", b"\x15"), f"the server answered {answer[:20]!r}")
    # Bytes 11 to 43 of a ServerHello are its random.
    expect(len({answer[11:43] for answer in answers}) == 3, "a replay was answered as before")
    expect(all(len(answer) < 4_096 for answer in answers), "the server answered data")


@row(7, "a session to be resumed, before and after revocation", "no ticket is given; the whole handshake, then refused")
def resumption(world):
    profile = world.main.association("resumed")
    first = world.peer(profile)
    first.expect_serving()
    kept = first.socket.session
    expect(not kept.has_ticket, "a ticket was given")
    again = identity(profile)[1].wrap_socket(
        socket.create_connection(world.address, timeout=5), server_hostname="localhost")
    expect(not again.session_reused, "a session was resumed")
    again.close()
    first.close()


@row(8, "no client certificate", "certificate_required, nothing is parsed above TLS")
def no_certificate(world):
    expect_equal(alert(world.endpoint, *OFFER, patience=min(5, PATIENCE[0])), "certificate required", "the answer")


@row(16, "no application protocol, another one, another server's name", "no_application_protocol, unrecognized_name",
     control=DEAF)
def other_protocol(world):
    wanted = {"no ALPN": (("-tls1_3",), "no application protocol"),
              "h2": (("-tls1_3", "-alpn", "h2,http/1.1"), "no application protocol"),
              "recours/2": (("-tls1_3", "-alpn", "recours/2"), "no application protocol"),
              "a foreign name": ((*OFFER, "-servername", "bank.example.org"), "unrecognized name")}
    for what, (flags, expected) in wanted.items():
        found = alert(world.endpoint, *flags, profile=world.attacker, patience=min(5, PATIENCE[0]))
        expect_equal(found, expected, what)
    return f"{len(wanted)} offers"
