# SPDX-License-Identifier: EUPL-1.2
"""A client of `recours/1`, written from Protos/PROTOCOL.md with Python's own ssl and protobuf."""
import json, pathlib, socket, ssl, struct, subprocess, tempfile, uuid
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

HELLO, OPEN, HEAD, DATA, STATUS, CANCEL, CREDIT, PING, GOAWAY = range(1, 10)
MORE, END, NO_MESSAGE, ACK = 0x01, 0x02, 0x04, 0x01
PROTOS = pathlib.Path(__file__).resolve().parents[2] / "Protos"


def load_messages():
    """Builds the message classes from the .proto files; nothing generated is kept."""
    pool = descriptor_pool.DescriptorPool()
    files = sorted(str(p.relative_to(PROTOS)) for p in PROTOS.rglob("*.proto"))
    with tempfile.NamedTemporaryFile(prefix="recours-") as schema:
        subprocess.run(["protoc", f"-I{PROTOS}", "--include_imports", f"--descriptor_set_out={schema.name}", *files],
                       check=True)
        for file in descriptor_pb2.FileDescriptorSet.FromString(pathlib.Path(schema.name).read_bytes()).file:
            pool.Add(file)
    return lambda name: message_factory.GetMessageClass(pool.FindMessageTypeByName("recours." + name))


message = load_messages()


class CallError(Exception):
    def __init__(self, payload):
        self.status = message("wire.v1.CallStatus").FromString(payload).status
        super().__init__(f"status {self.status.code}: {self.status.message}")


class GoneAway(EOFError):
    """The server said GOAWAY; `payload` says why."""

    def __init__(self, payload):
        self.payload = message("wire.v1.GoAway").FromString(payload)
        super().__init__(f"GOAWAY {self.payload}")

    def lets_end(self, call):
        """Whether a call that has begun still gets its answer (PROTOCOL.md, 7.2)."""
        reasons = self.payload.DESCRIPTOR.fields_by_name["reason"].enum_type.values_by_name
        is_error = self.payload.reason >= reasons["GO_AWAY_REASON_PROTOCOL_ERROR"].number
        return not is_error and call <= self.payload.last_call


# Credit for all that one run may receive, so that none need be returned.
GENEROUS = dict(max_frame_bytes=65536, max_message_bytes=4 << 20, call_credit_bytes=1 << 30,
                connection_credit_bytes=1 << 30, software="interop-python/1")


def identity(profile_directory):
    """A profile as `recours partner add` writes it, and the TLS context of its certificate."""
    directory = pathlib.Path(profile_directory)
    profile = json.loads((directory / "profile.json").read_text())
    context = ssl.create_default_context(cafile=directory / profile["trust"])
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["recours/1"])
    context.load_cert_chain(directory / profile["certificate"], directory / profile["key"])
    return profile, context


def client_hello(profile_directory):
    """A real ClientHello, as a record."""
    _, context = identity(profile_directory)
    outgoing = ssl.MemoryBIO()
    secured = context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname="localhost")
    try:
        secured.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


class Connection:
    """One connection of one partner, by its profile's directory."""

    def __init__(self, profile_directory, endpoint=None, source=None, greets=True, **hello):
        profile, context = identity(profile_directory)
        host, port = (endpoint or profile["endpoint"]).rsplit(":", 1)
        plain = socket.create_connection((host.strip("[]"), int(port)), timeout=20, source_address=source)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = context.wrap_socket(plain, server_hostname=host.strip("[]"))
        self.received, self.next_call, self.hello = b"", 1, None
        if greets:
            self.greet(**{**GENEROUS, **hello})

    def greet(self, **fields):
        self.socket.sendall(self.frame(HELLO, 0, 0, message("wire.v1.Hello")(**fields).SerializeToString()))
        kind, _, call, payload = self.read_frame()
        assert (kind, call) == (HELLO, 0), "the server's first frame must be HELLO"
        self.hello = message("wire.v1.Hello").FromString(payload)

    @staticmethod
    def frame(kind, flags, call, payload):
        return struct.pack(">IBBHI", 8 + len(payload), kind, flags, 0, call) + payload

    def read_exactly(self, count):
        while len(self.received) < count:
            piece = self.socket.recv(65536)
            if not piece:
                raise EOFError("the server closed the connection")
            self.received += piece
        taken, self.received = self.received[:count], self.received[count:]
        return taken

    def read_frame(self, ignored=(PING, HEAD, CREDIT)):
        while True:
            length, kind, flags, reserved, call = struct.unpack(">IBBHI", self.read_exactly(12))
            payload = self.read_exactly(length - 8)
            assert reserved == 0
            if kind == GOAWAY:
                raise GoneAway(payload)
            if kind == PING and not flags & ACK:
                self.socket.sendall(self.frame(PING, ACK, 0, payload))
            elif kind not in ignored:
                return kind, flags, call, payload

    def stream(self, method, requests, response, key=b"", timeout_ms=20_000):
        """Sends every request, then returns the responses: all four shapes of call."""
        call, self.next_call, responses, whole, flags = self.next_call, self.next_call + 2, [], b"", 0
        opening = message("wire.v1.Open")(method="recours.v1." + method, timeout_ms=timeout_ms, idempotency_key=key)
        out = self.frame(OPEN, 0, call, opening.SerializeToString())
        for place, request in enumerate(requests):
            out += self.frame(DATA, END if place == len(requests) - 1 else 0, call, request.SerializeToString())
        self.socket.sendall(out)
        while not flags & END:
            try:
                kind, flags, answered, payload = self.read_frame()
            except GoneAway as gone:
                if gone.lets_end(call):
                    continue
                raise
            if kind == STATUS:
                raise CallError(payload)
            assert (kind, answered) == (DATA, call), f"a frame of kind {kind} for call {answered}"
            whole += payload
            if not flags & (MORE | NO_MESSAGE):
                responses.append(message("v1." + response).FromString(whole))
                whole = b""
        return responses

    def unary(self, method, request, response, key=b""):
        [only] = self.stream(method, [request], response, key)
        return only


def new_key():
    return uuid.uuid4().bytes
