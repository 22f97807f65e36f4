# SPDX-License-Identifier: EUPL-1.2
"""Two servers that stand before the real one in control runs, and hold nobody to anything."""
import socket
import ssl
import struct
import threading

from peer import ACK, DATA, END, HELLO, PING, Connection, message


class Front:
    """Listens on a free port; `serve` gets each connection in a thread of its own."""

    def __init__(self, serve):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.endpoint = f"127.0.0.1:{self.listener.getsockname()[1]}"
        self.serve = serve
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.guarded, args=(connection,), daemon=True).start()

    def guarded(self, connection):
        try:
            self.serve(connection)
        except (OSError, EOFError):
            pass


def deaf():
    """Reads and never answers."""
    def serve(plain):
        while plain.recv(65_536):
            pass
    return Front(serve)


def swallow(secured):
    """Answers each finished request with an empty message, and takes no offence at anything."""
    hello = message("wire.v1.Hello")(max_frame_bytes=65_536, max_message_bytes=4 << 20, call_credit_bytes=1 << 30,
                                     connection_credit_bytes=1 << 30, max_calls=1 << 30)
    secured.sendall(Connection.frame(HELLO, 0, 0, hello.SerializeToString()))
    received = b""
    while piece := secured.recv(65_536):
        received += piece
        while len(received) >= 12:
            length, kind, flags, _, call = struct.unpack(">IBBHI", received[:12])
            if not 8 <= length <= 5 << 20:
                length = len(received) - 4
            if len(received) < 4 + length:
                break
            payload, received = received[12:4 + length], received[4 + length:]
            if kind == DATA and flags & END:
                secured.sendall(Connection.frame(DATA, END, call, b""))
            elif kind == PING:
                secured.sendall(Connection.frame(PING, ACK, 0, payload))


def tolerant(certificate, key):
    """Any TLS, any certificate or none, any protocol, any frame; plain text is answered politely."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.set_alpn_protocols(["recours/1"])

    def serve(plain):
        first = plain.recv(1, socket.MSG_PEEK)
        if first == b"\x16":
            swallow(context.wrap_socket(plain, server_side=True, suppress_ragged_eofs=True))
        else:
            plain.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while plain.recv(65_536):
                pass
    return Front(serve)
