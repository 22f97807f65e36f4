# SPDX-License-Identifier: EUPL-1.2
"""A client of `recours/1`, written from Protos/PROTOCOL.md with Python's own ssl and protobuf."""
import json
import pathlib
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import uuid

HELLO, OPEN, HEAD, DATA, STATUS, CANCEL, CREDIT, PING, GOAWAY = range(1, 10)
MORE, END, NO_MESSAGE, ACK = 0x01, 0x02, 0x04, 0x01
PROTOS = pathlib.Path(__file__).resolve().parents[2] / "Protos"


def load_messages():
    """Builds the message classes from the .proto files; nothing generated is kept."""
    out = tempfile.mkdtemp(prefix="recours-interop-")
    files = sorted(str(p.relative_to(PROTOS)) for p in PROTOS.rglob("*.proto"))
    descriptors = pathlib.Path(out) / "schema.ds"
    subprocess.run(
        ["protoc", f"-I{PROTOS}", "--include_imports", f"--descriptor_set_out={descriptors}", *files],
        check=True)
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(descriptors.read_bytes()).file:
        pool.Add(file)
    return lambda name: message_factory.GetMessageClass(pool.FindMessageTypeByName(name))


message = load_messages()


class CallError(Exception):
    def __init__(self, status):
        super().__init__(f"status {status.code}: {status.message}")
        self.status = status


class Connection:
    """One connection of one partner, whose profile directory `recours partner add` has written."""

    def __init__(self, profile_directory, endpoint=None):
        directory = pathlib.Path(profile_directory)
        profile = json.loads((directory / "profile.json").read_text())
        context = ssl.create_default_context(cafile=directory / profile["trust"])
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.set_alpn_protocols(["recours/1"])
        context.load_cert_chain(directory / profile["certificate"], directory / profile["key"])
        host, port = (endpoint or profile["endpoint"]).rsplit(":", 1)
        plain = socket.create_connection((host.strip("[]"), int(port)), timeout=20)
        self.socket = context.wrap_socket(plain, server_hostname=host.strip("[]"))
        assert self.socket.selected_alpn_protocol() == "recours/1"
        self.received = b""
        self.next_call = 1
        self.wants_credit = False
        hello = message("recours.wire.v1.Hello")(
            max_frame_bytes=65536, max_message_bytes=4 << 20, call_credit_bytes=4 << 20,
            connection_credit_bytes=16 << 20, software="interop-python/1")
        self.send(self.frame(HELLO, 0, 0, hello.SerializeToString()))
        kind, _, call, payload = self.read_frame()
        assert (kind, call) == (HELLO, 0), "the server's first frame must be HELLO"
        self.hello = message("recours.wire.v1.Hello").FromString(payload)

    @staticmethod
    def frame(kind, flags, call, payload):
        return struct.pack(">IBBHI", 8 + len(payload), kind, flags, 0, call) + payload

    def send(self, data):
        self.socket.sendall(data)

    def read_exactly(self, count):
        while len(self.received) < count:
            piece = self.socket.recv(65536)
            if not piece:
                raise EOFError("the server closed the connection")
            self.received += piece
        taken, self.received = self.received[:count], self.received[count:]
        return taken

    def read_frame(self):
        while True:
            length, kind, flags, reserved, call = struct.unpack(">IBBHI", self.read_exactly(12))
            assert reserved == 0
            payload = self.read_exactly(length - 8)
            if kind == PING and not flags & ACK:
                self.send(self.frame(PING, ACK, 0, payload))
            elif kind == GOAWAY:
                goaway = message("recours.wire.v1.GoAway").FromString(payload)
                raise EOFError(f"GOAWAY {goaway.reason}: {goaway.message}")
            elif kind not in (CREDIT, PING, HEAD) or kind == CREDIT and self.wants_credit:
                return kind, flags, call, payload

    def stream(self, method, requests, response_type, key=b"", timeout_ms=20_000):
        """Sends every request, then yields the responses: all four shapes of call."""
        call, self.next_call = self.next_call, self.next_call + 2
        opening = message("recours.wire.v1.Open")(
            method=method, timeout_ms=timeout_ms, idempotency_key=key)
        out = self.frame(OPEN, 0, call, opening.SerializeToString())
        bodies = [request.SerializeToString() for request in requests]
        for place, body in enumerate(bodies):
            assert len(body) <= 65536, "this small client does not fragment"
            out += self.frame(DATA, END if place == len(bodies) - 1 else 0, call, body)
        self.send(out)
        whole = b""
        while True:
            kind, flags, answered, payload = self.read_frame()
            assert answered == call, f"a frame for call {answered}"
            if kind == STATUS:
                raise CallError(message("recours.wire.v1.CallStatus").FromString(payload).status)
            if kind == CANCEL:
                raise EOFError("the server refused the call")
            assert kind == DATA
            whole += payload
            if not flags & (MORE | NO_MESSAGE):
                yield message(response_type).FromString(whole)
                whole = b""
            if flags & END:
                return

    def unary(self, method, request, response_type, key=b""):
        return next(iter(list(self.stream(method, [request], response_type, key))))

    def unary_many(self, method, requests):
        """Keeps all the calls in flight at once; the encoded responses, in the order of the requests."""
        opening = message("recours.wire.v1.Open")(method=method, timeout_ms=20_000).SerializeToString()
        calls, out = {}, b""
        for place, request in enumerate(requests):
            calls[self.next_call] = place
            out += self.frame(OPEN, 0, self.next_call, opening)
            out += self.frame(DATA, END, self.next_call, request.SerializeToString())
            self.next_call += 2
        self.send(out)
        answers = [None] * len(requests)
        while calls:
            kind, flags, call, payload = self.read_frame()
            if kind == STATUS:
                raise CallError(message("recours.wire.v1.CallStatus").FromString(payload).status)
            if kind == DATA:
                assert flags & END and not flags & MORE, "this small client does not reassemble"
                answers[calls.pop(call)] = payload
        return answers


def new_key():
    return uuid.uuid4().bytes
