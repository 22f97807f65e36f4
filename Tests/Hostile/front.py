# SPDX-License-Identifier: EUPL-1.2
"""Two servers that stand before the real one in control runs, and hold nobody to anything."""
import os
import socket
import ssl
import struct
import threading
import time

from life_of_a_case import submit
from peer import ACK, DATA, END, GENEROUS, HELLO, PING, Connection, message


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


def greeting():
    return Connection.frame(HELLO, 0, 0, message("wire.v1.Hello")(**GENEROUS, max_calls=1 << 30).SerializeToString())


def careless(directory):
    """TLS with the server's own certificate, which asks nobody for theirs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(directory / "certificate.pem", directory / "key.pem")
    context.set_alpn_protocols(["recours/1"])
    return context


def swallow(secured):
    """Answers each finished request with an empty message, and takes no offence at anything."""
    secured.sendall(greeting())
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


def tolerant(directory):
    """Any TLS, any certificate or none, any protocol, any frame; plain text is answered politely."""
    context = careless(directory)

    def serve(plain):
        first = plain.recv(1, socket.MSG_PEEK)
        if first == b"\x16":
            swallow(context.wrap_socket(plain, server_side=True, suppress_ragged_eofs=True))
        else:
            plain.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while plain.recv(65_536):
                pass
    return Front(serve)


def hasty(place, profile):
    """Acknowledges each filing at once, with an identifier of its own making, and files it in its own time."""
    context = careless(place.directory / "server" / "server")
    behind = Connection(profile, place.endpoint)

    def later(body):
        time.sleep(0.5)
        try:
            submit(behind, message("v1.SubmitCaseRequest").FromString(body).draft, os.urandom(16))
        except (OSError, EOFError):
            pass

    def serve(plain):
        secured = context.wrap_socket(plain, server_side=True)
        connection = Connection.__new__(Connection)
        connection.socket, connection.received = secured, b""
        secured.sendall(greeting())
        while True:
            kind, flags, call, payload = connection.read_frame()
            if kind == DATA and flags & END:
                threading.Thread(target=later, args=(payload,), daemon=True).start()
                receipt = message("v1.SubmitCaseResponse")(receipt=dict(case_id=os.urandom(16), public_number="RC"))
                secured.sendall(Connection.frame(DATA, END, call, receipt.SerializeToString()))
    return Front(serve)
