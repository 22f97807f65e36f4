# SPDX-License-Identifier: EUPL-1.2
"""DER by hand: what `openssl` refuses to write, and lists too long for it to write soon."""
import base64
import time

from certificates import openssl

ECDSA_SHA256 = "1.2.840.10045.4.3.2"


def tlv(tag, *parts):
    content = b"".join(parts)
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content


def sequence(*parts):
    return tlv(0x30, *parts)


def integer(value):
    """A number, or the octets of one."""
    if isinstance(value, int):
        value = value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
    return tlv(2, value)


def oid(text):
    first, second, *rest = map(int, text.split("."))
    octets = b""
    for number in (40 * first + second, *rest):
        part = bytes([number & 127])
        while number := number >> 7:
            part = bytes([128 | number & 127]) + part
        octets += part
    return tlv(6, octets)


def bits(content):
    return tlv(3, b"\0", content)


def octets(content):
    return tlv(4, content)


def true():
    return b"\x01\x01\xff"


def time_of(seconds):
    """UTCTime, at so many seconds since 1970."""
    return tlv(23, time.strftime("%y%m%d%H%M%SZ", time.gmtime(seconds)).encode())


def extension(name, value, critical=False):
    return sequence(oid(name), true() if critical else b"", octets(value))


def common_name(text):
    return sequence(tlv(0x31, sequence(oid("2.5.4.3"), tlv(12, text.encode()))))


def element(der, place=0):
    """The tag, the content's bounds and the end of what begins there."""
    tag, size, begin = der[place], der[place + 1], place + 2
    if size & 0x80:
        begin += size & 0x7f
        size = int.from_bytes(der[place + 2:begin], "big")
    return tag, begin, begin + size


def children(der):
    """What a sequence holds, each whole."""
    _, place, end = element(der)
    found = []
    while place < end:
        _, _, after = element(der, place)
        found.append(der[place:after])
        place = after
    return found


def from_pem(path):
    return base64.b64decode("".join(line for line in path.read_text().splitlines() if not line.startswith("-")))


def subject(certificate):
    """The subject's name in a certificate, as DER: version, serial, algorithm, issuer and validity stand before it."""
    return children(children(from_pem(certificate))[0])[5]


def signed(body, key, algorithm=None, digest="sha256"):
    """A body and its signature by a P-256 key, as certificates and lists have them."""
    algorithm = algorithm or sequence(oid(ECDSA_SHA256))
    return sequence(body, algorithm, bits(openssl("dgst", f"-{digest}", "-sign", key, text=body).stdout))


def revocation_list(authority, numbers, begin, end, extensions=b""):
    """An authority's list of serial numbers, made at `begin` and to be replaced by `end`; without one if None."""
    made = time_of(begin)
    entries = b"".join(sequence(integer(number), made) for number in numbers)
    return signed(sequence(
        integer(1), sequence(oid(ECDSA_SHA256)), subject(authority.certificate), made, time_of(end) if end else b"",
        sequence(entries) if entries else b"", tlv(0xa0, sequence(extensions)) if extensions else b""), authority.key)
