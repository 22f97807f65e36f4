# SPDX-License-Identifier: EUPL-1.2
"""What scanners find in the server's TLS, and whether other libraries of TLS can be its clients.

Usage: scan.py DIRECTORY_OF_THE_PROGRAMS SSLYZE
CONTROL=1: a careless server is looked at, and each check must fail.
"""
import atexit
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

from partners import add_partner
from recours_wire import DATA, END, GENEROUS, HELLO, OPEN, Connection, message
from serving import Server

SUITES = {"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"}
GROUPS = {"x25519", "secp256r1 (NIST P-256)", "secp384r1 (NIST P-384)"}
# What testssl marks, and why it is no finding here.
EXCUSED = {
    "engine_problem": "of the scanner's own OpenSSL",
    "cert_revocation": "the authority is private, its lists are no web page's",
    "DNS_CAArecord": "of the name localhost"}
KEYS = {"P-256": ("ec", "-pkeyopt", "ec_paramgen_curve:P-256"), "P-384": ("ec", "-pkeyopt", "ec_paramgen_curve:P-384"),
        "Ed25519": ("ed25519",)}
PATIENCE = 10


def run(*command, patience=600):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=patience,
                          stdin=subprocess.DEVNULL)


class World:
    """A server, the probe with its certificate, and a partner for each kind of key."""

    def __init__(self, binaries, sslyze, work, is_control):
        self.sslyze, self.work = sslyze, work
        directory = work / "server"
        subprocess.run([binaries / "recoursd", "init", directory], check=True, stdout=subprocess.DEVNULL)
        self.trust = directory / "authority" / "certificate.pem"
        self.server = Server(binaries / "recoursd", directory)
        self.endpoint = self.server.endpoint
        operator = Connection(directory / "operator", self.endpoint)
        self.partners = {}
        for kind, key in KEYS.items():
            self.partners[kind] = work / kind
            add_partner(operator, self.endpoint, work / kind, "association", kind.lower(), key=key)
        operator.socket.close()
        pair = directory / "server" / "certificate.pem", directory / "server" / "key.pem"
        if is_control:
            self.probed = self.endpoint = self.careless(*pair)
        else:
            probe = self.start(binaries / "tls-probe", *pair, self.trust)
            self.probed = probe.stdout.readline().split()[-1]

    @staticmethod
    def start(*command):
        process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        atexit.register(process.kill)
        return process

    def careless(self, certificate, key):
        """OpenSSL's own server as it comes, with every version, and tickets."""
        port = 20_000 + os.getpid() % 10_000
        self.start("openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-cert", certificate, "-key", key, "-www",
                   "-cipher", "ALL:@SECLEVEL=0", "-groups", "X25519:P-521")
        time.sleep(1)
        return f"127.0.0.1:{port}"

    @property
    def port(self):
        return self.probed.rsplit(":", 1)[1]


def sslyze(world):
    found = run(world.sslyze, "--mozilla_config=modern", "--certinfo_ca_file", world.trust, f"localhost:{world.port}")
    verdict = re.search(r"(OK - Compliant|FAILED - Not compliant)", found.stdout)
    if not verdict:
        raise ChildProcessError(found.stdout[-1_500:])
    return found.returncode == 0 and verdict[1] == "OK - Compliant", found.stdout[-1_500:]


def ticket(world):
    """A client keeps a session as soon as it is given a ticket for it."""
    kept = world.work / "session"
    _, told = openssl(world, "P-256", "-sess_out", kept)
    return not kept.exists(), told


def sslscan(world):
    run("sslscan", "--no-colour", f"--xml={world.work / 'sslscan.xml'}", f"localhost:{world.port}")
    test = tree.parse(world.work / "sslscan.xml").getroot().find("ssltest")
    versions = {each.get("version") for each in test.findall("protocol") if each.get("enabled") == "1"}
    suites = {(each.get("sslversion"), each.get("cipher")) for each in test.findall("cipher")}
    groups = {each.get("name") for each in test.findall("group")}
    return (versions == {"1.3"} and suites == {("TLSv1.3", suite) for suite in SUITES} and groups == GROUPS
            ), f"{versions} {suites} {groups}"


def testssl(world):
    report = world.work / "testssl.json"
    run("testssl", "--quiet", "--color", "0", "--warnings", "off", "--add-ca", world.trust, "--jsonfile", report, "-p",
        "-s", "-f", "-P", "-S", "-U", f"localhost:{world.port}")
    found = json.loads(report.read_text())
    marked = {each["id"]: each["finding"] for each in found
              if each["severity"] not in ("OK", "INFO") and each["id"] not in EXCUSED}
    return len(found) > 60 and not marked, f"{len(found)} results, of which {marked}"


def frames():
    opening = message("wire.v1.Open")(method="recours.v1.HealthService/Check", timeout_ms=5_000).SerializeToString()
    parts = ((HELLO, 0, 0, message("wire.v1.Hello")(**GENEROUS).SerializeToString()), (OPEN, 0, 1, opening),
             (DATA, END, 1, b""))
    return b"".join(Connection.frame(*part) for part in parts)


def spoken(*command, first=b""):
    """What a foreign client is answered when it says HELLO and makes a call."""
    client = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
    os.set_blocking(client.stdout.fileno(), False)
    said, until = b"", time.monotonic() + PATIENCE
    try:
        client.stdin.write(first + frames())
        client.stdin.flush()
        while time.monotonic() < until and client.poll() is None and len(calls(said)) == 0:
            said += client.stdout.read() or b""
            time.sleep(0.01)
    except BrokenPipeError:
        pass
    client.kill()
    rest, complaint = client.communicate()
    said += rest or b""
    return calls(said) == [1], f"{said[:200]!r} {complaint.decode(errors='replace')[-500:]}"


def calls(said):
    """The calls that frames of answers are of, when HELLO came first."""
    found, is_greeted = [], False
    while len(said) >= 12 and len(said) >= 4 + int.from_bytes(said[:4], "big"):
        size, kind, call = 4 + int.from_bytes(said[:4], "big"), said[4], int.from_bytes(said[8:12], "big")
        is_greeted |= kind == HELLO
        found += [call] if kind == DATA and is_greeted else []
        said = said[size:]
    return found


def gnutls(world, partner="P-256", alpn="recours/1", priority="NORMAL", shows=True):
    profile = world.partners[partner]
    pair = ("--x509certfile", profile / "certificate.pem", "--x509keyfile", profile / "key.pem") if shows else ()
    offer = ("--alpn", alpn) if alpn else ()
    return spoken("gnutls-cli", "--logfile=/dev/null", "--x509cafile", world.trust, *pair, *offer, "--priority",
                  priority, "-p", world.endpoint.rsplit(":", 1)[1], "localhost")


def openssl(world, partner="P-256", *more):
    profile = world.partners[partner]
    return spoken("openssl", "s_client", "-quiet", "-no_ign_eof", "-connect", world.endpoint, "-servername",
                  "localhost", "-CAfile", world.trust, "-verify_return_error", "-alpn", "recours/1", "-cert",
                  profile / "certificate.pem", "-key", profile / "key.pem", *more)


def refused(outcome):
    is_answered, told = outcome
    return not is_answered and "HELLO" not in told, told


def only(kind, *names):
    return f"NORMAL:-VERS-ALL:+VERS-TLS1.3:-{kind}-ALL:" + ":".join(f"+{name}" for name in names)


def checks():
    """Each says whether it holds, and what it saw."""
    yield "sslyze: compliant with Mozilla's modern configuration", sslyze
    yield "OpenSSL is given no ticket, so resumes nothing and sends no early data", ticket
    yield "sslscan: TLS 1.3 alone, three suites, three groups", sslscan
    yield "testssl: nothing above INFO", testssl
    for kind in KEYS:
        yield f"GnuTLS with a key on {kind}: HELLO and a call", lambda world, kind=kind: gnutls(world, kind)
        yield f"OpenSSL with a key on {kind}: HELLO and a call", lambda world, kind=kind: openssl(world, kind)
    for group in ("X25519", "SECP256R1", "SECP384R1"):
        yield f"GnuTLS by the group {group}", lambda world, group=group: gnutls(
            world, priority=only("GROUP", f"GROUP-{group}"))
    for suite in ("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305"):
        yield f"GnuTLS by the cipher {suite}", lambda world, suite=suite: gnutls(world, priority=only("CIPHER", suite))


def refusals():
    yield "GnuTLS of TLS 1.2 is refused", lambda world: gnutls(world, priority="NORMAL:-VERS-ALL:+VERS-TLS1.2")
    yield "GnuTLS without a certificate is refused", lambda world: gnutls(world, shows=False)
    yield "GnuTLS without ALPN is refused", lambda world: gnutls(world, alpn=None)
    yield "GnuTLS by the group SECP521R1 is refused", lambda world: gnutls(
        world, priority=only("GROUP", "GROUP-SECP521R1"))


def main(binaries, sslyze_path):
    is_control, passed, failed = os.environ.get("CONTROL") == "1", 0, 0
    with tempfile.TemporaryDirectory(prefix="recours-scan.") as work:
        world = World(pathlib.Path(binaries), sslyze_path, pathlib.Path(work), is_control)
        every = [*checks(), *(() if is_control else (
            (name, lambda world, check=check: refused(check(world))) for name, check in refusals()))]
        for name, check in every:
            begun = time.monotonic()
            try:
                holds, saw = check(world)
            except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
                # A fault of the test is no finding, in either kind of run.
                holds, saw = is_control, f"{type(error).__name__}: {error}"
            is_right = holds is not is_control
            passed, failed = passed + is_right, failed + (not is_right)
            word = ("caught" if is_control else "passed") if is_right else "FAILED"
            print(f"  {word}  {name} ({time.monotonic() - begun:.1f} s)" + ("" if is_right else f": {saw}"), flush=True)
        world.server.kill()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main(sys.argv[1], sys.argv[2])
