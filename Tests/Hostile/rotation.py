# SPDX-License-Identifier: EUPL-1.2
"""Certificates that change under load: the server's own, and a partner's."""
import hashlib
import shutil
import socket
import ssl
import threading
import time

from der import from_pem, pem
from forged import SERVER, Forger, hosts, key_of, leaf_extensions, part, purposes
from openssl import EC, openssl
from peer import Peer, identity, message, new_key
from rows import Failed, expect, expect_equal, row

SWAPS = 1_000


class Load:
    """Does something again and again in threads of its own; what went wrong is kept."""

    def __init__(self, count, once):
        self.once, self.done, self.failures, self.is_over = once, 0, [], False
        self.begun, self.threads = time.monotonic(), [threading.Thread(target=self.live) for _ in range(count)]
        for thread in self.threads:
            thread.start()

    def live(self):
        while not self.is_over:
            try:
                self.once()
                self.done += 1
            except (OSError, EOFError, AssertionError, Failed) as error:
                self.failures.append(f"{type(error).__name__}: {' '.join(str(error).split())}")

    def end(self):
        self.is_over = True
        for thread in self.threads:
            thread.join()
        return self.done / (time.monotonic() - self.begun)


class Reloading:
    """A server whose certificate changes, and who connects to it meanwhile."""

    def __init__(self, world):
        self.place = world.another("reload").start()
        self.files = self.place.directory / "server" / "server"
        self.profile, self.operator = self.place.association("load"), self.place.operator()
        _, self.context = identity(self.profile)
        self.own = Forger.of(self.place.directory / "server" / "authority")
        self.seen = set()

    def pair(self, name):
        """A right certificate and its key, as files have them."""
        key = self.files / f"{name}.key"
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key)
        certificate = self.own.certificate_of(key_of(key), extensions=leaf_extensions(
            purposes=purposes(SERVER), names=hosts("localhost", "127.0.0.1")))
        return pem([certificate]).encode(), key.read_bytes(), part(certificate, 1)[2:].hex().upper()

    def put(self, certificate, key=None):
        (self.files / "certificate.pem").write_bytes(certificate)
        if key:
            (self.files / "key.pem").write_bytes(key)

    def told(self, words, is_asked=True):
        """Asks for a reload, and waits until the log has told once more how it went."""
        before = self.place.logged().count(words)
        until = time.monotonic() + 5
        if is_asked:
            self.place.server.process.send_signal(1)
        while self.place.logged().count(words) == before:
            expect(time.monotonic() < until, f"the log does not say “{words.decode()}”")
            time.sleep(0.002)

    def connect(self):
        """A whole handshake; which certificate the server showed."""
        with self.context.wrap_socket(socket.create_connection(self.place.address, timeout=10),
                                      server_hostname="localhost") as secured:
            shown = secured.getpeercert()["serialNumber"]
        self.seen.add(shown)
        return shown

    def is_stale(self):
        return self.operator.take("HealthService/Check", b"", "HealthCheckResponse").reload_failed


@row(21, "the server's certificate and key changed a thousand times under load",
     "each handshake has one of the two, and none fails", control="a key is put there that isn't the certificate's",
     long=True)
def reloaded(world):
    reloading = Reloading(world)
    pairs = [reloading.pair(name) for name in "ab"]
    load, memory = Load(3, reloading.connect), reloading.place.memory()
    try:
        count = SWAPS // 10 if world.is_control else SWAPS
        for turn in range(count):
            certificate, key, number = pairs[turn % 2]
            reloading.put(certificate, pairs[0][1] if world.is_control else key)
            reloading.told(b"certificates reloaded")
            if turn % 50 == 0:
                expect_equal(reloading.connect(), number, "the certificate after the change")
        pace = load.end()
        expect(not load.failures, f"{len(load.failures)} of {load.done} handshakes failed: {load.failures[:1]}")
        grown = (reloading.place.memory() - memory) >> 20
        expect(grown < 24, f"{grown} MiB of memory went")
        expect({pair[2] for pair in pairs} <= reloading.seen, "one of the two was never seen")
    finally:
        load.end()
        reloading.place.server.kill()
    return f"{count} changes, {load.done} handshakes, {pace:.0f} a second, {grown} MiB"


@row(21, "the server's certificate: half a file, noise, none, another's key, an ended one, at each under load",
     "the old pair stays, an alarm in log and health; no handshake fails", control="the files are right")
def wrong_files(world):
    reloading = Reloading(world)
    (first, first_key, number), (second, second_key, _) = reloading.pair("a"), reloading.pair("b")
    ended = pem([reloading.own.certificate_of(key_of(reloading.files / "a.key"), end=-60, extensions=leaf_extensions(
        purposes=purposes(SERVER), names=hosts("localhost", "127.0.0.1")))]).encode()
    wrong = {"half a certificate": (first[:len(first) // 2], first_key), "noise": (b"noise\n", first_key),
             "nothing": (b"", first_key), "a certificate for another key": (second, first_key),
             "a key for another certificate": (first, second_key), "half a key": (first, first_key[:100]),
             "an ended certificate": (ended, first_key)}
    load = Load(2, reloading.connect)
    try:
        reloading.put(first, first_key)
        reloading.told(b"certificates reloaded")
        for what, (certificate, key) in wrong.items():
            reloading.put(*((first, first_key) if world.is_control else (certificate, key)))
            reloading.told(b"certificates not reloaded")
            expect_equal(reloading.connect(), number, f"the certificate after {what}")
            expect(reloading.is_stale(), f"health says nothing of {what}")
        reloading.put(second, second_key)
        reloading.told(b"certificates reloaded")
        expect(not reloading.is_stale(), "the alarm stays")
        load.end()
        expect(not load.failures, f"{len(load.failures)} handshakes failed: {load.failures[:1]}")
    finally:
        load.end()
        reloading.place.server.kill()
    return f"{len(wrong)} kinds, {load.done} handshakes"


def fingerprint(profile):
    """SHA-256 of a partner's key, as the registry has it."""
    return hashlib.sha256(part(from_pem(profile / "certificate.pem")[0], 6)).digest()


class Rotating:
    """A partner whose certificate is followed by another, again and again."""

    def __init__(self, world, slug):
        self.world, self.slug, self.operator = world, slug, world.main.operator()
        self.profiles = [world.main.association(slug)]
        self.connection = threading.local()

    def issue(self):
        """A second certificate, valid beside the first."""
        place = len(self.profiles)
        new = self.profiles[0].parent / f"{self.slug}-{place}"
        shutil.copytree(self.profiles[0], new)
        request = openssl("req", "-new", "-newkey", *EC, "-nodes", "-subj", "/CN=x", "-keyout",
                          new / "key.pem").stdout.decode()
        issued = self.operator.take("PartnerService/IssueCertificate", message("v1.IssueCertificateRequest")(
            kind="PARTNER_KIND_ASSOCIATION", slug=self.slug, certificate_request_pem=request, instance=f"i{place}"),
            "IssueCertificateResponse", new_key())
        (new / "certificate.pem").write_text(issued.certificate_pem)
        self.profiles.append(new)

    def revoke(self, profile):
        self.operator.take("PartnerService/RevokeCertificate", message("v1.RevokeCertificateRequest")(
            kind="PARTNER_KIND_ASSOCIATION", slug=self.slug, spki_sha256=fingerprint(profile)),
            "RevokeCertificateResponse", new_key())

    def call(self):
        """One call of this thread, on the newest certificate: it changes over between two of them."""
        newest = self.profiles[-1]
        if getattr(self.connection, "profile", None) is not newest:
            peer = Peer(newest, self.world.main.endpoint)
            if hasattr(self.connection, "peer"):
                self.connection.peer.close()
            self.connection.peer, self.connection.profile = peer, newest
        self.connection.peer.expect_serving()


@row(62, "a partner's certificate followed by another ten times, under load, and the first removed each time",
     "no call fails; whoever stays on the removed one is REVOKED", control="the newer one is removed")
def rotated(world):
    rotating = Rotating(world, f"rotating-{int(world.is_control)}")
    load = Load(4, rotating.call)
    try:
        for turn in range(2 if world.is_control else 10):
            straggler = Peer(rotating.profiles[-1], world.main.endpoint)
            calls = [straggler.ask("InboxService/PullCases", message("v1.PullCasesRequest")(wait_ms=50))
                     for _ in range(10)]
            rotating.issue()
            until = time.monotonic() + 5
            done = load.done
            while load.done < done + 40:
                expect(time.monotonic() < until, "the load stands")
                time.sleep(0.005)
            expect(all(answer.code == "OK" for answer in straggler.answers(calls).values()), "a call failed before")
            rotating.revoke(rotating.profiles[-1 if world.is_control else -2])
            straggler.expect_end("REVOKED", 3)
            straggler.close()
        pace = load.end()
        expect(not load.failures, f"{len(load.failures)} of {load.done} calls failed: {load.failures[:1]}")
    finally:
        load.end()
        rotating.operator.close()
    return f"{turn + 1} certificates, {load.done} calls, {pace:.0f} a second"
