# SPDX-License-Identifier: EUPL-1.2
"""Certificates put together by hand, right ones but for what is asked to be wrong."""
import os
import time

from openssl import openssl
from der import bits, children, common_name, element, extension, from_pem, integer, oid, pem, sequence, time_of, tlv
from p256 import Key

DAY = 86_400
SPIFFE = "spiffe://recours.internal/partner/association/attacker/main"
ECDSA = {"sha1": "1.2.840.10045.4.1", "sha256": "1.2.840.10045.4.3.2", "sha384": "1.2.840.10045.4.3.3",
         "sha512": "1.2.840.10045.4.3.4"}
EC, CURVE = "1.2.840.10045.2.1", "1.2.840.10045.3.1.7"
BASIC, USAGE, EXTENDED, NAMES = "2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17"
# Of key usage, from the first bit on.
SIGNATURE, AGREEMENT, SIGNS_CERTIFICATES, SIGNS_LISTS = 0x80, 0x08, 0x04, 0x02
CLIENT, SERVER, MAIL, ANY = "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.4", "2.5.29.37.0"


def key_of(path):
    """A P-256 key from its file."""
    return Key(int.from_bytes(children(openssl("ec", "-in", path, "-outform", "DER").stdout)[1][2:], "big"))


def public(algorithm, parameters, content):
    """A public key's SubjectPublicKeyInfo; parameters of None are left out."""
    return sequence(sequence(oid(algorithm), b"" if parameters is None else parameters), bits(content))


def part(certificate, place):
    """A part of what is signed: its number stands at 1, its subject's name at 5."""
    return children(children(certificate)[0])[place]


def on_p256(key):
    return public(EC, oid(CURVE), key.point)


def is_authority(flag, path=None):
    return extension(BASIC, sequence(tlv(1, b"\xff") if flag else b"", b"" if path is None else integer(path)), True)


def usage(flags):
    return extension(USAGE, tlv(3, b"\0", bytes([flags])), True)


def purposes(*names):
    return extension(EXTENDED, sequence(*map(oid, names)))


def names(*uris):
    return extension(NAMES, sequence(*(tlv(0x86, uri if isinstance(uri, bytes) else uri.encode()) for uri in uris)))


def hosts(name, address):
    return extension(NAMES, sequence(tlv(0x82, name.encode()), tlv(0x87, bytes(map(int, address.split("."))))))


def leaf_extensions(**changes):
    """A partner's; each may be replaced by another, or left out by None."""
    parts = {"basic": is_authority(False), "usage": usage(SIGNATURE), "purposes": purposes(CLIENT),
             "names": names(SPIFFE), "more": b""}
    return b"".join(part for part in {**parts, **changes}.values() if part is not None)


AUTHORITY = is_authority(True) + usage(SIGNS_CERTIFICATES | SIGNS_LISTS)


class Forger:
    """An authority's name and key."""

    def __init__(self, name, key, certificate=None):
        self.name, self.key, self.certificate = name, key, certificate

    @classmethod
    def of(cls, directory):
        """An authority from its files."""
        [certificate] = from_pem(directory / "certificate.pem")
        return cls(part(certificate, 5), key_of(directory / "key.pem"), certificate)

    @classmethod
    def under(cls, issuer, name, extensions=AUTHORITY, **changes):
        """An authority of its own key; a root if the issuer is None."""
        name = common_name(name) if isinstance(name, str) else name
        made = cls(name, changes.pop("own_key", None) or Key())
        issuer = issuer or made
        made.certificate = issuer.certificate_of(made.key, name=name, extensions=extensions, **changes)
        return made

    def certificate_of(self, key=None, **changes):
        """By this authority for a key, with anything else where it is asked for."""
        return sealed(self.body(key, **changes), changes.get("signer", self.key), changes.get("digest", "sha256"),
                      changes.get("outer"))

    def body(self, key=None, *, extensions=None, name=None, serial=None, version=2, begin=-DAY, end=30 * DAY, spki=None,
             validity=None, algorithm=None, issuer=None, digest="sha256", signer=None, outer=None, unique=b""):
        now = int(time.time())
        # Else the name alone decides who may be meant.
        name = common_name("canary-of-a-stranger") if name is None else name
        serial = int.from_bytes(b"\x40" + os.urandom(15), "big") if serial is None else serial
        extensions = leaf_extensions() if extensions is None else extensions
        return sequence(
            b"" if version is None else tlv(0xa0, integer(version)), integer(serial),
            algorithm or sequence(oid(ECDSA[digest])), issuer or self.name,
            validity or sequence(time_of(now + begin), time_of(now + end)), name, spki or on_p256(key), unique,
            tlv(0xa3, sequence(extensions)) if extensions else b"")


    def list_of(self, numbers, begin, end, extensions=b""):
        """This authority's list of revoked numbers, to be replaced at `end`, or nobody knows when."""
        made = time_of(begin)
        entries = b"".join(sequence(integer(number), made) for number in numbers)
        return sealed(sequence(
            integer(1), sequence(oid(ECDSA["sha256"])), self.name, made, time_of(end) if end else b"",
            sequence(entries) if entries else b"", tlv(0xa0, sequence(extensions)) if extensions else b""), self.key)

    def trust(self):
        return pem([self.certificate])


def sealed(body, key, digest="sha256", algorithm=None):
    """A body with its signature."""
    signature = sequence(*map(integer, key.signature(body, digest)))
    return sequence(body, algorithm or sequence(oid(ECDSA[digest])), bits(signature))


def long_form(der):
    """The outermost length said in more octets than it needs."""
    return der[:1] + b"\x84" + (len(der) - element(der)[1]).to_bytes(4, "big") + der[element(der)[1]:]
