# SPDX-License-Identifier: EUPL-1.2
"""What others pay for one partner that asks for too much, and what connections cost that only stay."""
import contextlib
import selectors
import socket
import ssl
import statistics
import time

from figures import Goal
from machine import LEAST_PRIORITY, resident_bytes
from recours_wire import Connection, identity, message

QUOTA, NOISY, QUIET = 200, "atelier-0", [f"atelier-{number}" for number in range(1, 10)]
WATCHERS, PLATFORMS, HANDSHAKES = 1_000, 32, 5_000
# An inbox a watcher cannot take at once, whatever the sockets hold.
CASES, FACTS = 100, "Vingt lignes de faits, que personne ne lira ici. " * 190


def neighbour(scene):
    scene.figures.heading(f"One partner at a hundred times its quota of {QUOTA} commands a second, beside nine others")
    # The noise takes what the others leave of the machine, so that its own work is not what is measured.
    alone, beside, noise = [], [], []
    with scene.server(QUOTAS_WRITES_PER_SECOND=QUOTA) as target:
        for _ in range(5):
            for is_noisy in (False, True):
                others = scene.load(target, QUIET, [(QUOTA, 2), (QUOTA, 8)], 1, 64)
                if is_noisy:
                    noisy = scene.load(target, [NOISY], [(100 * QUOTA, 9)], 4, 64, before=LEAST_PRIORITY)
                    noise.append(scene.told(noisy)["phases"][0])
                run = scene.told(others)["phases"][1]
                (beside if is_noisy else alone).append(run)
    figures = scene.figures
    figures.add("the one, answered", "a second", [run["good"] / run["seconds"] for run in noise])
    refused, offered = (sum(run[name] for run in noise) for name in ("refused", "offered"))
    figures.note(f"of what it offered {100 * refused / offered:.1f} % was refused, the rest did not leave it in time")
    figures.add("the others, p99", "ms", [run["latency_us"]["p99"] / 1e3 for run in beside],
                [run["latency_us"]["p99"] / 1e3 for run in alone], "alone", Goal("≤", 1.2, "ratio"))
    figures.add("the others, not answered in time", "calls",
                [sum(run["offered"] - run["good"] for run in beside)], goal=Goal("≤", 0))


def idle(scene):
    scene.figures.heading("Ten thousand idle connections, each asked for a sign of life once in half a minute")
    with scene.server(LIMITS_CONNECTIONS=12_000, LIMITS_CONNECTIONS_PER_PARTNER=12_000, LIMITS_HANDSHAKES=1_000,
                      LIMITS_HANDSHAKES_PER_ADDRESS=1_000) as target:
        run = scene.lab.generate("idle", target, pinned=False, connections=10_000, seconds=40)
    scene.figures.add("resident", "MiB", [run["resident_after"] / 2**20], goal=Goal("≤", 400))
    scene.figures.add("each", "KiB", [run["bytes_each"] / 1024])
    scene.figures.add("of a core, idle", "%", [run["idle_cpu_us_a_second"] / 1e4])
    scene.figures.add("lost", "connections", [run["lost"]], goal=Goal("≤", 0))


class Handshakes:
    """Sockets that begin a handshake and never end it; those that are cut begin anew."""

    def __init__(self, endpoint):
        host, port = endpoint.rsplit(":", 1)
        self.address, self.selector, self.begun = (host, int(port)), selectors.DefaultSelector(), 0
        out = ssl.MemoryBIO()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.set_alpn_protocols(["recours/1"])
        with contextlib.suppress(ssl.SSLWantReadError):
            context.wrap_bio(ssl.MemoryBIO(), out, server_hostname="localhost").do_handshake()
        self.hello = out.read()

    def begin(self):
        plain = socket.socket()
        # Of many hosts, for those in progress are limited a host.
        plain.bind((f"127.0.{1 + self.begun % 200}.{1 + self.begun // 200 % 200}", 0))
        plain.setblocking(False)
        plain.connect_ex(self.address)
        self.selector.register(plain, selectors.EVENT_READ)
        with contextlib.suppress(OSError):
            plain.send(self.hello[:100])
        self.begun += 1

    def keep_on(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            while len(self.selector.get_map()) < HANDSHAKES:
                self.begin()
            for key, _ in self.selector.select(0.05):
                self.selector.unregister(key.fileobj)
                key.fileobj.close()

    def end(self):
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()


def stalled_watcher(profile, endpoint):
    """A watch of a whole inbox by a client that gives credit without end, and reads nothing."""
    host, port = endpoint.rsplit(":", 1)
    _, context = identity(profile)
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    plain.connect((host, int(port)))
    tls = context.wrap_socket(plain, server_hostname=host)
    hello = message("wire.v1.Hello")(
        max_frame_bytes=65_536, max_message_bytes=4 << 20, call_credit_bytes=1 << 30, connection_credit_bytes=1 << 30)
    opening = message("wire.v1.Open")(method="recours.v1.WatchService/WatchInbox")
    tls.sendall(Connection.frame(1, 0, 0, hello.SerializeToString())
                + Connection.frame(2, 0, 1, opening.SerializeToString())
                + Connection.frame(4, 2, 1, message("v1.WatchInboxRequest")().SerializeToString()))
    return tls


def stalled(scene):
    scene.figures.heading(f"{WATCHERS:,} watchers that read nothing of inboxes of {CASES * len(FACTS) >> 10:,} KiB, "
                          f"and {HANDSHAKES:,} handshakes that do not go on")
    lab, slugs = scene.lab, [f"place-{number}" for number in range(PLATFORMS)]
    lab.add_partners(*(f"platform:{slug}" for slug in slugs))
    with scene.server() as target:
        for slug in slugs:
            call = lab.submission(name=f"to-{slug}", platform_id=slug, facts=FACTS)
            lab.generate("calls", target, pinned=False, connections=1, in_flight=8, calls=CASES, **call)
        time.sleep(2)
        before = resident_bytes(target.pid)
        # Connected before, for a server whose places for handshakes are taken lets nobody in meanwhile.
        quiet = scene.load(target, QUIET, [(QUOTA, 10), (QUOTA, 15)], 1, 64)
        time.sleep(1)
        watchers = [stalled_watcher(lab.partners / slugs[number % PLATFORMS], target.endpoint)
                    for number in range(WATCHERS)]
        handshakes = Handshakes(target.endpoint)
        samples = []
        for _ in range(20):
            handshakes.keep_on(1)
            samples.append(resident_bytes(target.pid))
        quiet = scene.told(quiet)["phases"][1]
        handshakes.end()
        for watcher in watchers:
            watcher.close()
    peak = max(samples)
    scene.figures.add("more than before", "MiB", [(peak - before) / 2**20], goal=Goal("≤", 64))
    usual = statistics.median(samples)
    scene.figures.note(f"before {before / 2**20:.0f} MiB, median {usual / 2**20:.0f} MiB meanwhile; "
                       f"{handshakes.begun:,} handshakes were begun")
    scene.figures.add("commands of others meanwhile, p99", "ms", [quiet["latency_us"]["p99"] / 1e3])
