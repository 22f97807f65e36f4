# SPDX-License-Identifier: EUPL-1.2
"""The curve P-256 in plain numbers (FIPS 186-4): keys that exchange and sign. For tests: it hides nothing."""
import hashlib
import secrets

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
     0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)


def doubled(x, y, z):
    if y == 0:
        return 0, 1, 0
    square, slope = y * y % P, 3 * (x - z * z) * (x + z * z) % P
    middle = 4 * x * square % P
    across = (slope * slope - 2 * middle) % P
    return across, (slope * (middle - across) - 8 * square * square) % P, 2 * y * z % P


def added(first, second):
    """Of a Jacobian point and an affine one."""
    x, y, z = first
    if z == 0:
        return *second, 1
    square = z * z % P
    run, rise = (second[0] * square - x) % P, (second[1] * square * z - y) % P
    if run == 0:
        return doubled(x, y, z) if rise == 0 else (0, 1, 0)
    cube, middle = run**3 % P, x * run * run % P
    across = (rise * rise - cube - 2 * middle) % P
    return across, (rise * (middle - across) - y * cube) % P, z * run % P


def times(factor, point=G):
    total = 0, 1, 0
    for bit in bin(factor)[2:]:
        total = doubled(*total)
        if bit == "1":
            total = added(total, point)
    inverse = pow(total[2], -1, P)
    return total[0] * inverse**2 % P, total[1] * inverse**3 % P


def encoded(point):
    return b"\x04" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def decoded(octets):
    return int.from_bytes(octets[1:33], "big"), int.from_bytes(octets[33:65], "big")


class Key:
    def __init__(self, secret=None):
        self.secret = secret or secrets.randbelow(N - 1) + 1
        self.point = encoded(times(self.secret))

    def shared(self, theirs):
        return times(self.secret, decoded(theirs))[0].to_bytes(32, "big")

    def signature(self, content, digest="sha256"):
        """The two numbers of ECDSA."""
        number = int.from_bytes(hashlib.new(digest, content).digest()[:32], "big")
        once = secrets.randbelow(N - 1) + 1
        first = times(once)[0] % N
        return first, pow(once, -1, N) * (number + first * self.secret) % N
