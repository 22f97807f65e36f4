# SPDX-License-Identifier: EUPL-1.2
"""DER by hand: what `openssl` refuses to write, and lists too long for it to write soon."""
import base64
import time


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


def time_of(seconds):
    """UTCTime, at so many seconds since 1970."""
    return tlv(23, time.strftime("%y%m%d%H%M%SZ", time.gmtime(seconds)).encode())


def extension(name, value, critical=False):
    return sequence(oid(name), tlv(1, b"\xff") if critical else b"", octets(value))


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
    """All that is in a file, in its order."""
    blocks = path.read_text().split("-----BEGIN ")[1:]
    return [base64.b64decode("".join(block.split("-----")[1].split())) for block in blocks]


def pem(certificates):
    return "".join(f"-----BEGIN CERTIFICATE-----\n{base64.encodebytes(each).decode()}-----END CERTIFICATE-----\n"
                   for each in certificates)
