# SPDX-License-Identifier: EUPL-1.2
"""Certificates that are not a partner's, each in its own way: refused by the handshake, or right after it."""
import hashlib
import time

import forged
import matrix
from der import common_name, extension, sequence, tlv
from forged import NAMES, SPIFFE, Forger
from matrix import STANDS, Shown
from p256 import Key
from raw_tls import RawClient
from rows import TOLERANT, expect, row

# A tenth of a second of the server, whatever is shown.
DEAREST_SECONDS = 0.1


def forger(world):
    """The server's own authority, as somebody may misuse it, and a registered partner's key."""
    own = Forger.of(world.main.directory / "server" / "authority")
    return own, forged.key_of(world.attacker / "key.pem")


def judged(world, kinds, key):
    """Shows each certificate: the answer must be the one wanted, and cheap. The full form says it of each."""
    wrong, dearest = [], 0.0
    for what, shown in kinds.items():
        begun = world.main.cpu_seconds()
        found = RawClient(world.address).show(shown.chain, **{"key": key, **shown.more}).answer()
        spent = world.main.cpu_seconds() - begun
        dearest = max(dearest, spent)
        is_right = found in shown.wanted if shown.wanted else found not in (STANDS, "no answer")
        if not is_right:
            wrong.append(f"{what}: {found}{f', not {shown.wanted[0]}' if shown.wanted else ''}")
        if not world.is_quick:
            print(f"    {'' if is_right else 'WRONG '}{what}: {found}, {1000 * spent:.1f} ms", flush=True)
    refusals = sum(STANDS not in shown.wanted for shown in kinds.values())
    expect(not wrong or (world.is_control and len(wrong) < refusals), "; ".join(wrong))
    limit = 0 if world.is_control and world.row.control != TOLERANT else DEAREST_SECONDS
    expect(dearest <= limit, f"one cost {1000 * dearest:.0f} ms")
    return f"{len(kinds)} certificates, {1000 * dearest:.0f} ms of the server at most"


def audited(world, kinds, since):
    """The log names each that is refused by its fingerprint, and by nothing that it says of itself."""
    until = time.monotonic() + 2
    for what, shown in kinds.items():
        digest = hashlib.sha256(shown.chain[0]).hexdigest().encode()
        is_read = not {STANDS, "illegal_parameter", "decode_error"} & set(shown.wanted)
        while is_read and digest not in world.main.logged()[since:]:
            expect(time.monotonic() < until, f"the log says nothing of the certificate {what}")
            time.sleep(0.02)
    expect(b"canary-of-a-stranger" not in world.main.logged(), "the log repeats what a stranger says")


@row(9, "certificates without a way to our authority, or out of their time",
     "each its alert, and cut; a line in the log with its fingerprint")
def wrong_chains(world):
    own, key = forger(world)
    kinds, since = matrix.chains(own, key), len(world.main.logged())
    told = judged(world, kinds, key)
    audited(world, kinds, since)
    return told


@row(11, "certificates for another use, or of another form", "each its alert, and cut")
def wrong_uses(world):
    own, key = forger(world)
    return judged(world, matrix.uses(own, key), key)


@row((11, 15), "weak keys, unusual ones, and what is none", "each its alert, and cut, before it is reckoned with")
def wrong_keys(world):
    own, key = forger(world)
    return judged(world, matrix.keys(own, key), key)


@row(15, "certificates made to cost much", "refused, or read, within 100 ms of the server's time", leaves=8,
     control="the limit is one of 0 ms")
def costly(world):
    own, key = forger(world)
    return judged(world, matrix.costly(own, key), key)


@row(15, "what is no certificate, or no message of one", "an alert, and cut")
def malformed(world):
    own, key = forger(world)
    return judged(world, matrix.malformed(own, key) | matrix.messages(own, key), key)


@row(15, "a right certificate with one byte changed, all over it", "an alert, and cut")
def changed(world):
    own, key = forger(world)
    return judged(world, matrix.changed(own, key), key)


def names():
    """Names that no partner has; all are signed by our own authority for a key that is a partner's."""
    prefix = "spiffe://recours.internal/partner/association/"
    texts = {
        "a NUL in it": prefix + "attacker/main\0.evil", "UTF-8": (prefix + "attackér/main").encode(),
        "a line feed": prefix + "attacker/main\n", "of 5,000 bytes": prefix + "a" * 5_000 + "/main",
        "empty": "", "of one NUL": "\0",
        "another trust domain": "spiffe://other.internal/partner/association/attacker/main",
        "upper case": prefix + "Attacker/main",
        "upper-case domain": "spiffe://RECOURS.internal/partner/association/attacker/main",
        "another scheme": "https://recours.internal/partner/association/attacker/main",
        "a percent sign": prefix + "attacker%2fmain", "dots": prefix + "../association/attacker/main",
        "a slash at the end": prefix + "attacker/main/", "two slashes": prefix + "/attacker/main",
        "a query": prefix + "attacker/main?x=1", "a fragment": prefix + "attacker/main#x",
        "a port": "spiffe://recours.internal:443/partner/association/attacker/main",
        "a user": "spiffe://a@recours.internal/partner/association/attacker/main",
        "no instance": prefix + "attacker", "one part more": prefix + "attacker/main/x",
        "no path": "spiffe://recours.internal",
        "another's slug": prefix + "temoin/main",
        "another kind": "spiffe://recours.internal/partner/mediator/attacker/main",
        "an unknown kind": "spiffe://recours.internal/partner/administrator/attacker/main",
        "the operator": "spiffe://recours.internal/partner/operator/operator/main",
        "a space": prefix + "attacker/ma in", "an underscore": prefix + "attack_er/main"}
    return {what: forged.names(uri) for what, uri in texts.items()} | {
        "two names": forged.names(SPIFFE, prefix + "temoin/main"), "the same name twice": forged.names(SPIFFE, SPIFFE),
        "no URI, a domain": extension(NAMES, sequence(tlv(0x82, b"attacker.recours.internal"))),
        "no name but in the subject": None, "an empty list": extension(NAMES, sequence())}


@row(12, "names in a certificate that are no partner's", "GOAWAY(UNAUTHENTICATED) and close; no subject is asked",
     control="each certificate has the right name")
def wrong_names(world):
    own, key = forger(world)
    right, subject = forged.names(SPIFFE), common_name("association attacker")
    return judged(world, {what: Shown([own.certificate_of(
        key, name=subject, extensions=forged.leaf_extensions(names=right if world.is_control else extension))],
        ("UNAUTHENTICATED",)) for what, extension in names().items()}, key)


@row(13, "the right name and authority, but a key that was never registered", "GOAWAY(UNAUTHENTICATED) and close",
     control="the key is a registered one")
def unbound_key(world):
    own, key = forger(world)
    mine = key if world.is_control else Key()
    return judged(world, {"misissued": Shown([own.certificate_of(mine)], ("UNAUTHENTICATED",))}, mine)
