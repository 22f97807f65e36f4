# SPDX-License-Identifier: EUPL-1.2
"""A client of TLS 1.3 that shows any bytes as its certificate: just enough of RFC 8446, with P-256 and AES-128-GCM."""
import ctypes
import ctypes.util
import hashlib
import hmac
import os
import socket
import struct

import der
from p256 import Key
from peer import DATA as FRAME
from peer import END, GENEROUS, GOAWAY, HELLO, OPEN, REASONS, Peer, message

HANDSHAKE, ALERT, DATA = 22, 21, 23
CLIENT_HELLO, SERVER_HELLO, REQUEST, CERTIFICATE, VERIFY, FINISHED = 1, 2, 13, 11, 15, 20
ECDSA_P256 = 0x0403
STANDS = "the connection stands"
ALERTS = {10: "unexpected_message", 22: "record_overflow", 40: "handshake_failure", 42: "bad_certificate",
          43: "unsupported_certificate", 44: "certificate_revoked", 45: "certificate_expired",
          46: "certificate_unknown", 47: "illegal_parameter", 48: "unknown_ca", 50: "decode_error",
          51: "decrypt_error", 80: "internal_error", 109: "missing_extension", 110: "unsupported_extension",
          116: "certificate_required"}

crypto = ctypes.CDLL(ctypes.util.find_library("crypto"))
crypto.EVP_CIPHER_CTX_new.restype = crypto.EVP_aes_128_gcm.restype = ctypes.c_void_p


def aes_gcm(key, nonce, added, content, tag=None):
    """Seals, or opens what comes with its tag."""
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    out, size, seals = ctypes.create_string_buffer(len(content) + 16), ctypes.c_int(), int(tag is None)
    crypto.EVP_CipherInit_ex(context, ctypes.c_void_p(crypto.EVP_aes_128_gcm()), None, key, nonce, seals)
    crypto.EVP_CipherUpdate(context, None, ctypes.byref(size), added, len(added))
    crypto.EVP_CipherUpdate(context, out, ctypes.byref(size), content, len(content))
    if not seals:
        crypto.EVP_CIPHER_CTX_ctrl(context, 0x11, 16, tag)
    is_right = crypto.EVP_CipherFinal_ex(context, None, ctypes.byref(size))
    found = out.raw[:len(content)]
    if seals:
        sealed = ctypes.create_string_buffer(16)
        crypto.EVP_CIPHER_CTX_ctrl(context, 0x10, 16, sealed)
        found += sealed.raw
    crypto.EVP_CIPHER_CTX_free(context)
    assert is_right == 1, "a record that cannot be opened"
    return found


def digest(content):
    return hashlib.sha256(content).digest()


def mac(key, content):
    return hmac.new(key, content, "sha256").digest()


def expanded(secret, label, context=b"", size=32):
    label = b"tls13 " + label
    return mac(secret, struct.pack(">HB", size, len(label)) + label + bytes([len(context)]) + context + b"\1")[:size]


def counted(content, octets=2):
    return len(content).to_bytes(octets, "big") + content


class Direction:
    """One side's records under one secret."""

    def __init__(self, secret):
        self.key, self.start = expanded(secret, b"key", size=16), expanded(secret, b"iv", size=12)
        self.secret, self.count = secret, 0

    def nonce(self):
        self.count += 1
        return (int.from_bytes(self.start, "big") ^ self.count - 1).to_bytes(12, "big")

    def seal(self, kind, content):
        head = struct.pack(">BHH", DATA, 0x0303, len(content) + 17)
        return head + aes_gcm(self.key, self.nonce(), head, content + bytes([kind]))

    def open(self, head, body):
        inner = aes_gcm(self.key, self.nonce(), head, body[:-16], body[-16:]).rstrip(b"\0")
        return inner[-1], inner[:-1]


def hello(own):
    def extension(number, content):
        return struct.pack(">HH", number, len(content)) + content

    extensions = b"".join((
        extension(43, b"\x02\x03\x04"), extension(10, counted(b"\0\x17")),
        extension(13, counted(struct.pack(">HHH", ECDSA_P256, 0x0503, 0x0807))),
        extension(51, counted(b"\0\x17" + counted(own.point))), extension(16, counted(counted(b"recours/1", 1)))))
    return b"\x03\x03" + os.urandom(32) + b"\0" + counted(b"\x13\x01") + b"\1\0" + counted(extensions)


class RawClient:
    """One handshake as far as the server's Finished; `show` goes on with it."""

    def __init__(self, address, patience=5):
        self.socket = socket.create_connection(address, timeout=patience)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.said, self.reading, self.held = b"", None, b""
        own = Key()
        first = self.noted(CLIENT_HELLO, hello(own))
        self.socket.sendall(struct.pack(">BHH", HANDSHAKE, 0x0301, len(first)) + first)
        _, answer = self.message()
        early = mac(bytes(32), bytes(32))
        secret = mac(expanded(early, b"derived", digest(b"")), own.shared(self.their_share(answer)))
        self.reading = Direction(expanded(secret, b"s hs traffic", digest(self.said)))
        self.writing = Direction(expanded(secret, b"c hs traffic", digest(self.said)))
        self.is_asked, kind = False, None
        while kind != FINISHED:
            kind, _ = self.message()
            self.is_asked |= kind == REQUEST
        main = mac(expanded(secret, b"derived", digest(b"")), bytes(32))
        self.next = [
            Direction(expanded(main, label, digest(self.said))) for label in (b"s ap traffic", b"c ap traffic")]

    @staticmethod
    def their_share(answer):
        place = 35 + answer[34] + 5
        while place < len(answer):
            number, size = struct.unpack(">HH", answer[place:place + 4])
            if number == 51:
                return answer[place + 8:place + 4 + size]
            place += 4 + size
        raise AssertionError("no key share")

    def noted(self, kind, content):
        """A message of the handshake, which what is signed later covers."""
        whole = bytes([kind]) + counted(content, 3)
        self.said += whole
        return whole

    def record(self):
        """The next record's kind and content."""
        while True:
            head = self.exactly(5)
            kind, body = head[0], self.exactly(int.from_bytes(head[3:], "big"))
            if kind == DATA and self.reading:
                return self.reading.open(head, body)
            # A ChangeCipherSpec means nothing in this version.
            if kind != 20:
                return kind, body

    def exactly(self, count):
        found = b""
        while len(found) < count:
            piece = self.socket.recv(count - len(found))
            if not piece:
                raise EOFError
            found += piece
        return found

    def message(self):
        while len(self.held) < 4 or len(self.held) < 4 + int.from_bytes(self.held[1:4], "big"):
            kind, content = self.record()
            assert kind == HANDSHAKE, f"a record of kind {kind}: {content!r}"
            self.held += content
        size = 4 + int.from_bytes(self.held[1:4], "big")
        whole, self.held = self.held[:size], self.held[size:]
        self.said += whole
        return whole[0], whole[4:]

    def show(self, chain, key, body=None, scheme=ECDSA_P256, signs=True):
        """Certificates as they are, or a whole message's `body`; then a signature by `key`, and what follows."""
        out = b""
        if self.is_asked:
            listed = b"".join(counted(each, 3) + b"\0\0" for each in chain)
            out += self.noted(CERTIFICATE, b"\0" + counted(listed, 3) if body is None else body)
            if signs:
                covered = b" " * 64 + b"TLS 1.3, client CertificateVerify\0" + digest(self.said)
                signature = der.sequence(*map(der.integer, key.signature(covered)))
                out += self.noted(VERIFY, struct.pack(">H", scheme) + counted(signature))
        out += self.noted(FINISHED, mac(expanded(self.writing.secret, b"finished"), digest(self.said)))
        pieces = (out[place:place + 16_384] for place in range(0, len(out), 16_384))
        self.send(b"".join(self.writing.seal(HANDSHAKE, piece) for piece in pieces))
        self.reading, self.writing = self.next
        greeting = message("wire.v1.Hello")(**GENEROUS).SerializeToString()
        opening = message("wire.v1.Open")(method="recours.v1.HealthService/Check", timeout_ms=5_000).SerializeToString()
        frames = ((HELLO, 0, 0, greeting), (OPEN, 0, 1, opening), (FRAME, END, 1, b""))
        self.send(self.writing.seal(DATA, b"".join(Peer.frame(*frame) for frame in frames)))
        return self

    def send(self, raw):
        """What the server no longer reads is no error: its reason is read by `answer`."""
        try:
            self.socket.sendall(raw)
        except ConnectionError:
            pass

    def answer(self):
        """An alert by its name, GOAWAY's reason, or that a call was answered."""
        received = b""
        try:
            while True:
                kind, content = self.record()
                if kind == ALERT:
                    return ALERTS.get(content[1], f"alert {content[1]}")
                received += content if kind == DATA else b""
                while len(received) >= 4 and len(received) >= (size := 4 + int.from_bytes(received[:4], "big")):
                    frame, received = received[:size], received[size:]
                    if frame[4] == GOAWAY:
                        return REASONS[message("wire.v1.GoAway").FromString(frame[12:]).reason]
                    if frame[4] == FRAME:
                        return STANDS
        except (EOFError, ConnectionError):
            return "cut"
        except TimeoutError:
            return "no answer"
        finally:
            self.socket.close()
