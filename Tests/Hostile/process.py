# SPDX-License-Identifier: EUPL-1.2
"""The process, its clock and its files; and our own client before a server that lies."""
import os
import pathlib
import signal
import ssl
import subprocess
import time

import front
from der import pem
from forged import SERVER, Forger, hosts, key_of, leaf_extensions, purposes
from life_of_a_case import draft, submit
from peer import DATA, GOAWAY, HELLO, Connection, Peer, message, new_key
from rows import expect, left_out, row
from storage import faulty, founded, refused_start
from world import FIRMS

ROOT = pathlib.Path(__file__).resolve().parents[2]


@row(50, "dictionaries that are filled from input", "seeded for each process",
     control="the environment asks for no seed")
def hashing(world):
    place = world.main
    if world.is_control:
        place = world.another("seedless").start(preload={"SWIFT_DETERMINISTIC_HASHING": "1"})
    found = pathlib.Path(f"/proc/{place.pid}/environ").read_bytes()
    if world.is_control:
        place.server.kill()
    unit = (ROOT / "Sources/recoursd/Packaging/recoursd.service").read_text()
    expect(b"SWIFT_DETERMINISTIC_HASHING" not in found and "HASHING" not in unit, "hashing is deterministic")


@row(73, "the machine's clock two hours or ten years ahead or back",
     "not followed, told in health and log; recorded time goes on",
     control="the clock is set by ten minutes, which is followed", long=True)
def leaping_clock(world):
    place, profile, faults = faulty(world, "leaps")
    peer = Peer(profile, place.endpoint)

    def is_held():
        return peer.take("HealthService/Check", b"", "HealthCheckResponse").clock_held

    def filed_at():
        return submit(peer, draft(FIRMS[0]), new_key()).filed_at_ms

    before = filed_at()
    year = 365 * 86_400_000
    for leap in (7_200_000, -7_200_000, 10 * year, -5 * year):
        faults.set(clock_ahead_ms=leap // 12 if world.is_control else leap)
        until = time.monotonic() + (4 if world.is_control else 12)
        while not is_held():
            expect(time.monotonic() < until, f"a leap of {leap / 3_600_000:.0f} h was not noticed")
            time.sleep(0.1)
        now = filed_at()
        expect(0 <= now - before < 60_000, f"the recorded time went by {now - before} ms")
        before = now
        faults.set(clock_ahead_ms=0)
        while is_held():
            time.sleep(0.1)
    expect(b"clock" in place.logged(), "the log says nothing")
    peer.close()
    place.server.kill()


@row(74, "a storm of SIGHUP, SIGPIPE, no input, SIGTERM twice",
     "it serves; the first SIGTERM drains, the second ends it with 143", control="the second is not sent")
def signals(world):
    place, profile = founded(world, "signals")
    place.start(before=["sh", "-c", "exec \"$@\" <&-", "sh"])
    peer = Peer(profile, place.endpoint)
    for _ in range(100):
        place.server.process.send_signal(signal.SIGHUP)
        place.server.process.send_signal(signal.SIGPIPE)
    for _ in range(20):
        peer.expect_serving()
    call = peer.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=20_000, cursor=peer.take(
        "InboxService/PullCases", message("v1.PullCasesRequest")(), "PullCasesResponse").cursor))
    expect(call > 0, "a call is in flight")
    watch = Peer(profile, place.endpoint)
    place.server.process.send_signal(signal.SIGSTOP)
    place.server.process.send_signal(signal.SIGTERM)
    place.server.process.send_signal(signal.SIGCONT)
    if not world.is_control:
        time.sleep(0.05)
        place.server.process.send_signal(signal.SIGTERM)
    expect(place.ended(40) in (143, -15), f"it ended with {place.server.process.returncode}")
    watch.close()
    unit = (ROOT / "Sources/recoursd/Packaging/recoursd.service").read_text()
    expect("\nLimitCORE=0\n" in unit, "the unit lets it dump its core")


@row(82, "keys that others can read, that are missing, torn or locked", "exit 78", control="the key is as it was")
def wrong_keys(world):
    place, _ = founded(world, "keys")
    key = place.directory / "server" / "server" / "key.pem"
    whole = key.read_bytes()
    locked = subprocess.run(["openssl", "pkcs8", "-topk8", "-passout", "pass:x"], input=whole, capture_output=True,
                            check=True).stdout

    def torn():
        key.write_bytes(whole[:90])

    forms = {"readable": lambda: key.chmod(0o644), "of the group": lambda: key.chmod(0o640), "torn": torn,
             "locked": lambda: key.write_bytes(locked), "missing": key.unlink}
    for change in forms.values():
        key.write_bytes(whole)
        key.chmod(0o600)
        if not world.is_control:
            change()
        refused_start(world, place, 78)
    return f"{len(forms)} forms"


def liar(certificate, key, *said, endless=b""):
    """A server that says this after its HELLO, whatever it is asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.set_alpn_protocols(["recours/1"])

    def serve(plain):
        with context.wrap_socket(plain, server_side=True) as secured:
            for part in said:
                secured.sendall(part)
            while endless:
                secured.sendall(endless)
            while secured.recv(65_536):
                pass
    return front.Front(serve)


def asked(world, endpoint):
    """What `recours ping` comes to: its exit status, its seconds, its megabytes."""
    begun = time.monotonic()
    command = [world.recours, "ping", "--profile", world.attacker, "--endpoint", endpoint, "--timeout", "3s", "--json"]
    client = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(client.pid, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - begun, usage.ru_maxrss / 1024


@row(81, "a server that lies to our client: lengths, frames, floods, silence, another's certificate",
     "a typed error in time, in bounded memory", control="the server is ours", long=True)
def lying_server(world):
    pair = [world.main.directory / "server" / "server" / name for name in ("certificate.pem", "key.pem")]
    foreign = world.work / "liar.pem"
    foreign.write_text(pem([Forger.under(None, "liar").certificate_of(key_of(pair[1]), extensions=leaf_extensions(
        purposes=purposes(SERVER), names=hosts("localhost", "127.0.0.1")))]))
    frame = Connection.frame
    hello = front.greeting()
    lies = {"4 GiB": liar(*pair, hello, b"\xff\xff\xff\xff" + bytes(8)),
            "no HELLO": liar(*pair, frame(DATA, 0, 1, b"x")),
            "noise": liar(*pair, bytes(range(256)) * 40),
            "an endless answer": liar(*pair, hello, endless=frame(DATA, 1, 1, bytes(60_000))),
            "a flood of PING": liar(*pair, hello, endless=frame(8, 0, 0, bytes(8)) * 1_000),
            "an answer to nothing": liar(*pair, hello, frame(DATA, 2, 99, b"x")),
            "HELLO twice": liar(*pair, hello, hello),
            "an unreadable GOAWAY": liar(*pair, hello, frame(GOAWAY, 0, 0, b"\xff\xff")), "silence": liar(*pair),
            "HELLO of nothing": liar(*pair, frame(HELLO, 0, 0, b"")),
            "another's certificate": liar(foreign, pair[1], hello)}
    wrong, most = [], 0
    for what, server in lies.items():
        status, seconds, megabytes = asked(world, world.main.endpoint if world.is_control else server.endpoint)
        most = max(most, megabytes)
        if status not in (69, 75, 76, 77) or seconds > 15 or megabytes > 300:
            wrong.append(f"{what}: {status} after {seconds:.1f} s, {megabytes:.0f} MiB")
    expect(not wrong, "; ".join(wrong))
    return f"{len(lies)} lies, {most:.0f} MiB at most"


left_out(60, "there is no daily quota of cases or bytes; what bounds a partner is its calls in progress (row 59)")
left_out(72, "no allocation is made to fail here: Swift ends the process, which is row 65; budgets are row 37")
left_out(75, "the server has no watchdog for a blocked event loop; the honest partner beside every row would notice")
left_out(77, "there is no PostgreSQL back end yet")
left_out(78, "there is no PostgreSQL back end yet")
left_out(80, "of the build, not of a server: `make lint` holds dependencies to the commits in .ci/dependencies.lock")
