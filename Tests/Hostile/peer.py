# SPDX-License-Identifier: EUPL-1.2
"""A partner who keeps no rule: frames of any form, and what the server makes of them."""
import dataclasses
import socket
import ssl
import struct
import time

from recours_wire import (
    ACK, CANCEL, CREDIT, DATA, END, GENEROUS, GOAWAY, HEAD, HELLO, MORE, NO_MESSAGE, OPEN, PING, STATUS, CallError,
    Connection, GoneAway, identity, message, new_key)
from rows import Failed, expect, expect_equal

# How long an answer that must come at once may take on a busy machine; shorter where it must not come.
PATIENCE = [10.0]
CODES = {value.number: value.name.removeprefix("STATUS_CODE_")
         for value in message("v1.Status").DESCRIPTOR.fields_by_name["code"].enum_type.values}
REASONS = {value.number: value.name.removeprefix("GO_AWAY_REASON_")
           for value in message("wire.v1.GoAway").DESCRIPTOR.fields_by_name["reason"].enum_type.values}


@dataclasses.dataclass
class Answer:
    """What came of one call: OK with its messages, or a status."""
    code: str
    messages: list
    status: object = None
    # A server's CANCEL(REFUSED).
    refused: bool = False

    def details(self, kind):
        return [getattr(d, kind) for d in self.status.details if d.WhichOneof("kind") == kind] if self.status else []

    @property
    def reason(self):
        return next((info.reason for info in self.details("error_info")), "")

    @property
    def violations(self):
        return {v.field_path: v.code for bad in self.details("bad_request") for v in bad.violations}


class Peer(Connection):
    def say(self, kind, flags, call, payload=b"", reserved=0, length=None):
        self.send(struct.pack(">IBBHI", 8 + len(payload) if length is None else length, kind, flags, reserved, call)
                  + payload)

    def send(self, raw):
        """What the server no longer reads is no error: its reason is read by `ending`."""
        try:
            self.socket.sendall(raw)
        except (ConnectionError, ssl.SSLError):
            pass

    def open(self, method="HealthService/Check", call=None, package="recours.v1.", **fields):
        if call is None:
            call, self.next_call = self.next_call, self.next_call + 2
        opening = message("wire.v1.Open")(**{"method": package + method, "timeout_ms": 20_000, **fields})
        self.say(OPEN, 0, call, opening.SerializeToString())
        return call

    def ask(self, method, request=b"", key=b"", flags=END, **fields):
        """Opens a call with one request; the call's number."""
        call = self.open(method, **{"idempotency_key": key, **fields})
        body = request if isinstance(request, bytes) else request.SerializeToString()
        self.message(call, body, flags)
        return call

    def message(self, call, body, flags):
        """One message, in fragments if it needs them."""
        while len(body) > 65_536:
            self.say(DATA, MORE, call, body[:65_536])
            body = body[65_536:]
        self.say(DATA, flags, call, body)

    def answers(self, calls, patience=None):
        """The ends of all these calls, by number; frames of other calls are dropped."""
        found, parts, messages = {}, {call: b"" for call in calls}, {call: [] for call in calls}
        self.socket.settimeout(patience or PATIENCE[0])
        try:
            while len(found) < len(parts):
                kind, flags, call, payload = self.read_frame()
                if call not in parts or call in found:
                    continue
                if kind == STATUS:
                    status = message("wire.v1.CallStatus").FromString(payload).status
                    found[call] = Answer(CODES.get(status.code, str(status.code)), messages[call], status)
                elif kind == CANCEL:
                    found[call] = Answer("CANCELLED", messages[call], refused=True)
                elif kind == DATA:
                    parts[call] += payload
                    if not flags & (MORE | NO_MESSAGE):
                        messages[call].append(parts[call])
                        parts[call] = b""
                    if flags & END:
                        found[call] = Answer("OK", messages[call])
        except TimeoutError:
            raise Failed(f"{len(parts) - len(found)} of {len(parts)} calls were not answered") from None
        except (EOFError, ConnectionError, ssl.SSLError) as error:
            raise Failed(f"the connection ended, and it must not: {' '.join(str(error).split())}") from None
        return found

    def call(self, method, request=b"", key=b"", patience=None, **fields):
        """One call and its end."""
        call = self.ask(method, request, key, **fields)
        return self.answers([call], patience)[call]

    def take(self, method, request, response, key=b""):
        """One call that must be answered with OK; its only message."""
        answer = self.call(method, request, key)
        expect(answer.code == "OK", f"{method}: {answer.code} {answer.status.message if answer.status else ''}")
        return message("v1." + response).FromString(answer.messages[0])

    def ending(self, patience=None):
        """Reads until the server has closed; GOAWAY's reason, or CUT if it said none."""
        reason, until = "CUT", time.monotonic() + (patience or PATIENCE[0])
        while True:
            try:
                self.socket.settimeout(max(0.01, until - time.monotonic()))
                self.read_frame(ignored=(PING, HEAD, CREDIT, DATA, STATUS, CANCEL, HELLO))
            except GoneAway as gone:
                reason = REASONS[gone.payload.reason]
            except TimeoutError:
                raise Failed(f"the connection was kept{'' if reason == 'CUT' else ' after GOAWAY'}") from None
            except (EOFError, ConnectionError, ssl.SSLError):
                return reason

    def expect_end(self, reason, patience=None):
        expect_equal(self.ending(patience), reason, "the connection's end")

    def expect_serving(self):
        """The connection goes on."""
        expect_equal(self.call("HealthService/Check").code, "OK", "a call afterwards")

    def close(self):
        """Without a word, as a process that dies."""
        try:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            pass
        self.socket.close()


def expect_refusal(answer, code, reason=None, **violations):
    """The exact code; the reason in ErrorInfo; violations as field = code, `__` for a dot."""
    expect_equal(answer.code, code, f"the status, with {answer.violations or answer.reason or 'nothing'}")
    if reason is not None:
        expect_equal(answer.reason, reason, "the reason")
    for field, violation in violations.items():
        expect_equal(answer.violations.get(field.replace("__", ".")), violation, f"the violation of {field}")
