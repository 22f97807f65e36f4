# SPDX-License-Identifier: EUPL-1.2
"""Certificates of every wrong kind, and the answer that each must get."""
import dataclasses
import os

from der import bits, children, common_name, extension, integer, oid, octets, sequence, tlv
from forged import (
    AGREEMENT, ANY, AUTHORITY, BASIC, CLIENT, CURVE, DAY, EC, ECDSA, MAIL, NAMES, SERVER, SIGNATURE, SIGNS_CERTIFICATES,
    SIGNS_LISTS, SPIFFE, Forger, is_authority, leaf_extensions, long_form, names, public, purposes, usage)
from p256 import Key, P
from raw_tls import STANDS

# The alert is OpenSSL's to choose between these, where what is shown cannot even be read.
UNREADABLE = ("decode_error", "bad_certificate", "unsupported_certificate", "internal_error", "unknown_ca")
UNFIT, WEAK, UNKNOWN = ("unsupported_certificate",), ("bad_certificate",), ("unknown_ca",)


@dataclasses.dataclass
class Shown:
    """A chain, leaf first, and which answers are right; `more` goes to `RawClient.show`."""
    chain: list
    wanted: tuple
    more: dict = dataclasses.field(default_factory=dict)


def chains(own, key):
    """Without a way to our authority, or out of their time."""
    other, twin = Forger.under(None, "other"), Forger.under(None, own.name)
    middle = Forger.under(own, "middle")
    lower = Forger.under(middle, "lower")
    lowest = Forger.under(lower, "lowest")
    player = Forger.under(own, "player", leaf_extensions())
    first, second = Forger.under(other, "loop-a"), Forger("", None)
    second = Forger.under(first, "loop-b")
    back = second.certificate_of(first.key, name=first.name, extensions=AUTHORITY)
    itself = Forger("", key)
    itself.name = common_name("attacker")
    right = own.certificate_of(key)
    changed = right[:-1] + bytes([right[-1] ^ 1])
    return {
        "right": Shown([right], (STANDS,)),
        "right, with its authority": Shown([right, own.certificate], (STANDS,)),
        "right, with a stranger's behind it": Shown([right, other.certificate], (STANDS,)),
        "ended": Shown([own.certificate_of(key, end=-60)], ("certificate_expired",)),
        "not yet begun": Shown([own.certificate_of(key, begin=DAY)], WEAK),
        "ended before it began": Shown([own.certificate_of(key, begin=60, end=-60)], WEAK),
        "of the year 1950": Shown([own.certificate_of(key, validity=years(b"500101000000Z", b"500102000000Z"))],
                                  ("certificate_expired",)),
        "self-signed": Shown([itself.certificate_of(key, name=itself.name)], UNKNOWN),
        "of another authority": Shown([other.certificate_of(key)], UNKNOWN),
        "of another authority, with it": Shown([other.certificate_of(key), other.certificate], UNKNOWN),
        "of an authority with our authority's name": Shown([twin.certificate_of(key)], ("decrypt_error",)),
        "that, with it": Shown([twin.certificate_of(key), twin.certificate], ("decrypt_error",)),
        "with a changed signature": Shown([changed], ("decrypt_error",)),
        "signed by its own key in our authority's name": Shown(
            [own.certificate_of(key, signer=key)], ("decrypt_error",)),
        "the authority's own": Shown([own.certificate], UNFIT, {"key": own.key}),
        "an authority as a leaf": Shown([own.certificate_of(key, extensions=leaf_extensions(
            basic=is_authority(True), usage=usage(SIGNATURE | SIGNS_CERTIFICATES)))], UNFIT),
        "behind an authority of ours that may have none": Shown(
            [middle.certificate_of(key), middle.certificate], UNKNOWN),
        "behind three authorities": Shown(
            [lowest.certificate_of(key), lowest.certificate, lower.certificate, middle.certificate], UNKNOWN),
        "behind a leaf that plays authority": Shown([player.certificate_of(key), player.certificate], UNKNOWN),
        "in a circle": Shown([second.certificate_of(key), second.certificate, back], UNKNOWN),
        "with a hundred others": Shown([right] + [middle.certificate] * 60, (STANDS,)),
        "with more than 32 KiB of others": Shown([right] + [middle.certificate] * 120, ("illegal_parameter",)),
        "a thousand empty ones": Shown([b""] * 1_000, UNREADABLE)}


def years(begin, end):
    return sequence(tlv(23, begin), tlv(23, end))


def uses(own, key):
    """Of our own authority, for another use or of another form."""
    def leaf(wanted=UNFIT, **changes):
        return Shown([own.certificate_of(key, extensions=leaf_extensions(**changes))], wanted)

    return {
        "for servers": leaf(purposes=purposes(SERVER)), "for mail": leaf(purposes=purposes(MAIL)),
        "for any purpose": leaf(purposes=purposes(ANY)), "for no purpose": leaf(purposes=None),
        "for no use of its key": leaf(usage=None),
        "with an empty use of its key": leaf(UNFIT + UNKNOWN, usage=usage(0)),
        "for agreement of keys": leaf(usage=usage(AGREEMENT)),
        "that may sign certificates": leaf(usage=usage(SIGNATURE | SIGNS_CERTIFICATES)),
        "that may sign revocations": leaf(usage=usage(SIGNATURE | SIGNS_LISTS)),
        "an authority by name only": leaf(basic=is_authority(True)),
        "no authority, of a length of path": leaf((STANDS,), basic=is_authority(False, 0)),
        "for clients and servers": leaf((STANDS,), purposes=purposes(CLIENT, SERVER)),
        "with an unknown extension": leaf((STANDS,), more=extension("1.2.3.4.5", sequence())),
        "with an unknown critical extension": leaf(
            ("certificate_unknown",), more=extension("1.2.3.4.5", sequence(), critical=True)),
        "without extensions": Shown([own.certificate_of(key, extensions=b"")], UNFIT),
        "of version 1": Shown([own.certificate_of(key, version=None, extensions=b"")], UNFIT),
        "signed with SHA-1": Shown([own.certificate_of(key, digest="sha1")], WEAK),
        "signed by two algorithms": Shown([own.certificate_of(
            key, outer=sequence(oid(ECDSA["sha384"])))], ("decrypt_error", "bad_certificate"))}


def keys(own, key):
    """Kinds of keys that are not used here. None is there: what is shown must be refused before it is reckoned with."""
    def leaf(spki, wanted=WEAK):
        return Shown([own.certificate_of(key, spki=spki)], wanted)

    def rsa(size):
        modulus = int.from_bytes(os.urandom(size // 8), "big") | 1 << size - 1 | 1
        return public("1.2.840.113549.1.1.1", tlv(5), sequence(integer(modulus), integer(65_537)))

    def curve(name, size):
        return public(EC, oid(name), b"\x04" + os.urandom(2 * size))

    numbers = sequence(integer(1), sequence(oid("1.2.840.10045.1.1"), integer(P)), sequence(
        octets((P - 3).to_bytes(32, "big")), octets(bytes.fromhex(
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"))), octets(Key(1).point), integer(
        0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551), integer(1))
    short = bytes([2 + (key.point[-1] & 1)]) + key.point[1:33]
    return {
        **{f"RSA of {size:,} bits": leaf(rsa(size)) for size in (512, 1_024, 2_048, 4_096, 16_384)},
        "RSA for PSS": leaf(public("1.2.840.113549.1.1.10", None, sequence(integer(1 << 2_047 | 1), integer(3)))),
        "Ed448": leaf(public("1.3.101.113", None, os.urandom(57))),
        "X25519": leaf(public("1.3.101.110", None, os.urandom(32))),
        "X448": leaf(public("1.3.101.111", None, os.urandom(56))),
        "DSA": leaf(public("1.2.840.10040.4.1", sequence(integer(1 << 1_023 | 1), integer(1 << 159 | 1), integer(2)),
                           integer(3))),
        "of an unknown algorithm": leaf(public("1.2.3.4.5", tlv(5), os.urandom(32))),
        "a curve given by its numbers": leaf(public(EC, numbers, key.point)),
        "secp256k1": leaf(public(EC, oid("1.3.132.0.10"), Key(1).point)), "P-224": leaf(curve("1.3.132.0.33", 28)),
        "P-521": leaf(curve("1.3.132.0.35", 66)), "brainpool": leaf(curve("1.3.36.3.3.2.8.1.1.7", 32)),
        "SM2": leaf(curve("1.2.156.10197.1.301", 32)), "an unknown curve": leaf(curve("1.2.3.4.5", 32)),
        "no point of the curve": leaf(public(EC, oid(CURVE), b"\x04" + b"\x01" * 64)),
        "the point at infinity": leaf(public(EC, oid(CURVE), b"\0"), ("decrypt_error", "bad_certificate")),
        "an empty key": leaf(public(EC, oid(CURVE), b"")),
        "half a point": leaf(public(EC, oid(CURVE), key.point[:33])),
        "no curve": leaf(public(EC, None, key.point)),
        "a point in short form": leaf(public(EC, oid(CURVE), short), ("UNAUTHENTICATED", "bad_certificate"))}


def costly(own, key):
    """Made to cost much, or longer than anything has to be."""
    def leaf(wanted=(STANDS,), serial=None, **changes):
        return Shown([own.certificate_of(key, serial=serial, extensions=leaf_extensions(**changes))], wanted)

    policies = extension("2.5.29.32", sequence(*(sequence(oid(f"1.3.6.1.4.1.{number}")) for number in range(1, 1_500))))
    mappings = extension("2.5.29.33", sequence(*(
        sequence(oid(f"1.3.6.1.4.1.{number}"), oid(f"1.3.6.1.4.1.{number + 1}")) for number in range(1, 700))), True)
    permitted = sequence(*(sequence(tlv(0x82, b"a%d.example" % number)) for number in range(700)))
    narrow = Forger.under(own, "narrow", AUTHORITY + extension("2.5.29.30", sequence(tlv(0xa0, permitted[4:])), True))
    domains = extension(NAMES, sequence(*(tlv(0x82, b"b%d.example" % number) for number in range(700))))
    return {
        "a number of 20 octets": leaf(serial=b"\x7f" * 20), "a number of 21 octets": leaf(UNFIT, b"\x7f" * 21),
        "a number of 20,000 octets": leaf(UNFIT, b"\x7f" * 20_000), "a negative number": leaf(UNFIT, b"\xff\x01"),
        "the number nought": leaf(serial=b"\0"),
        "1,500 policies": leaf(more=policies),
        "policies that stand for one another": leaf(("certificate_unknown", STANDS), more=mappings),
        "an authority of 700 permitted domains, a leaf of as many": Shown(
            [narrow.certificate_of(key, extensions=leaf_extensions(names=domains)), narrow.certificate], UNKNOWN),
        "700 domains": leaf(("UNAUTHENTICATED",), names=domains),
        "400 partners' names": leaf(("UNAUTHENTICATED",), names=names(*(f"{SPIFFE}{number}" for number in range(400)))),
        "a comment of 20,000 bytes": leaf(more=extension("2.16.840.1.113730.1.13", tlv(22, b"x" * 20_000))),
        "2,000 extensions": leaf(more=b"".join(extension(f"1.2.3.4.{number}", b"\5\0") for number in range(1_000))),
        "a name of 10,000 bytes": Shown([own.certificate_of(key, name=common_name("n" * 10_000))], (STANDS,)),
        "two lists of names": leaf(UNKNOWN, more=names(SPIFFE)),
        "two uses of its key": leaf(UNKNOWN, more=usage(SIGNATURE))}


def malformed(own, key):
    """No certificate, or nearly one."""
    right = own.certificate_of(key)
    body, algorithm, signature = children(right)
    nested = b""
    for _ in range(8_000):
        nested = sequence(nested) if len(nested) < 30_000 else nested
    kinds = {
        "noise": os.urandom(500), "one byte": b"\x30", "a length and nothing": b"\x30\x82\xff\xff",
        "a length of four gigabytes": b"\x30\x84\xff\xff\xff\xff" + right[4:],
        "a length without an end": b"\x30\x80" + right[4:],
        "a byte too many": right + b"\0", "two in one": right + right,
        "sequences within sequences": nested, "without a signature": sequence(body, algorithm),
        "with an empty signature": sequence(body, algorithm, bits(b"")),
        "with a signature of one number": sequence(body, algorithm, bits(sequence(integer(1)))),
        "with a signature of 10,000 octets": sequence(
            body, algorithm, bits(sequence(integer(b"\x01" * 5_000), integer(5)))),
        "with a signature of noughts": sequence(body, algorithm, bits(sequence(integer(0), integer(0)))),
        "of another tag": b"\x31" + right[1:], "in PEM": b"-----BEGIN CERTIFICATE-----\nMII",
        "of version 4": own.certificate_of(key, version=3), "of version 2^64": own.certificate_of(key, version=1 << 64),
        "without a number": own.certificate_of(key, serial=b""),
        "with a time that is none": own.certificate_of(key, validity=years(b"999999999999Z", b"999999999999Z")),
        "with a time of one letter": own.certificate_of(key, validity=years(b"x", b"y")),
        "with one time": own.certificate_of(key, validity=sequence(tlv(23, b"260101000000Z"))),
        "without a name": own.certificate_of(key, name=b""),
        "with a name of noise": own.certificate_of(key, name=sequence(os.urandom(40))),
        "with a number for a key": own.certificate_of(key, spki=integer(7)),
        "with spare bits where none are": own.certificate_of(key, extensions=leaf_extensions(
            usage=extension("2.5.29.15", tlv(3, b"\x09\x80"), True))),
        "with an extension of noise": own.certificate_of(key, extensions=leaf_extensions(
            basic=extension(BASIC, os.urandom(20), True))),
        "with names of noise": own.certificate_of(key, extensions=leaf_extensions(
            names=extension(NAMES, b"\x30\x82\xff\xff\x86"))),
        "with an object's name without an end": own.certificate_of(key, extensions=leaf_extensions(
            purposes=sequence(tlv(6, b"\xff" * 40), octets(b"")))),
        **{f"cut after {size} bytes": right[:size] for size in range(4, len(right), len(right) // 12)}}
    wanted = UNREADABLE + ("decrypt_error", "certificate_unknown", "certificate_expired")
    # The outermost length is no part of what is signed, and nothing depends on it.
    readable = {"the length in long form": Shown([long_form(right)], (STANDS,))}
    return {what: Shown([shown], wanted) for what, shown in kinds.items()} | readable


def changed(own, key):
    """A right one with one byte changed, all over it."""
    right = own.certificate_of(key)
    places = range(0, len(right), 7)
    return {f"with byte {place} changed": Shown(
        [right[:place] + bytes([right[place] ^ 0x11]) + right[place + 1:]], ()) for place in places}


def messages(own, key):
    """A right certificate in a wrong message."""
    right = own.certificate_of(key)

    def listed(content, context=b"\0", size=None):
        return context + (len(content) if size is None else size).to_bytes(3, "big") + content

    entry = len(right).to_bytes(3, "big") + right
    bodies = {"no certificate": (listed(b""), ("certificate_required",)), "nothing": (b"", ("decode_error",)),
              "a list longer than it is": (listed(entry + b"\0\0", size=1 << 20), ("decode_error",)),
              "a certificate longer than it is": (listed(b"\xff\xff\xff" + right + b"\0\0"), ("decode_error",)),
              "a context that nobody gave": (listed(entry + b"\0\0", b"\4abcd"), ("decode_error",)),
              "an extension that nobody asked for": (listed(entry + b"\0\4\0\5\0\0"), (
                  "unsupported_extension", "illegal_parameter", "decode_error")),
              "extensions without an end": (listed(entry + b"\xff\xff"), ("decode_error",)),
              "200 KB": (listed(bytes(200_000)), ("illegal_parameter", "cut"))}
    return {
        **{f"{what} in its message": Shown([], wanted, {"body": body}) for what, (body, wanted) in bodies.items()},
        "shown without a signature": Shown([right], ("unexpected_message",), {"signs": False}),
        "shown with another's signature": Shown([right], ("decrypt_error",), {"key": Key()}),
        "shown with an RSA signature": Shown([right], ("illegal_parameter",), {"scheme": 0x0804}),
        "shown with a SHA-1 signature": Shown([right], ("illegal_parameter",), {"scheme": 0x0203})}
