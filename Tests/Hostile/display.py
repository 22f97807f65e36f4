# SPDX-License-Identifier: EUPL-1.2
"""Every command on a terminal, before a server whose every word is meant to command that terminal."""
import concurrent.futures
import json
import os
import pty
import re
import select
import signal
import ssl
import struct
import subprocess
import termios
import time
import fcntl

from google.protobuf import message_factory

import front
from content import services
from peer import DATA, END, HELLO, OPEN, PING, STATUS, ACK, GENEROUS, Connection, message
from rows import expect, row
from world import FIRMS

MARK = "EVIL"
# To the clipboard, to the title, to the screen, in one byte and in two; to the order and width of what stands there.
WORD = MARK.join((
    "", "\x1b]52;c;aGFjaw==\x07", "\x1b]0;x\x1b\\", "\x1b[8m", "\x1b[2J", "\u009b2J", "\u0085", "\r", "\b", "\x7f",
    "\x00", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "")) + "."
# What the program itself may write to a terminal: colours, an erased line, and the moves of a picture.
OWN = re.compile(r"\x1b\[[0-9;]*m|\r?\x1b\[[0-9;]*[KHJ]|\x1b\[\?25[lh]|\r\n|\r(?=\x1b)")
WILD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
CASE = "RC-1184-0950-84-6"
IDENTIFIER = "0192f3a4" * 4
RECORD = "0192f3a4-0192-f3a4-0192-f3a40192f3a4"
TEXT = ("--text", "Une phrase.")
WHY = ("--reason", "Une raison.")
WATCHING_SECONDS = 1.5
# Fields that would make a reader ask for ever, or take an answer for none.
PLAIN = {"next_page_token": "", "more": False}
FORMS = 4
# In a minute for all rows, one in so many commands is looked at.
QUICK_SHARE = 9

# What each command is given: as little as lets it ask the server. A command that is not here fails the run.
COMMANDS = {
    "show": [CASE], "watch": [CASE], "status": [CASE, "--events"], "list": [], "inbox pull": [], "inbox watch": [],
    "message": [CASE, *TEXT], "note": [CASE, *TEXT], "agree": [CASE], "decline": [CASE, *WHY],
    "evidence get": [IDENTIFIER, "--out", "{out}"], "evidence list": [CASE], "evidence add": ["{file}"],
    "receipt get": [CASE], "receipt key": [], "receipt head": [], "receipt verify": ["{receipt}"],
    "stats": [], "campaign create": ["Une campagne", "--opens", "2027-01-01", "--closes", "2027-02-01", "--resolve-by",
                                     "2027-03-01"],
    "campaign change": [IDENTIFIER, "--closes", "2027-02-01"], "campaign list": [], "campaign show": [IDENTIFIER],
    "campaign at-risk": [IDENTIFIER], "campaign report": [IDENTIFIER], "platform show": ["wish"], "platform list": [],
    "platform set": ["--contact-name", "A", "--role", "B", "--email", "a@b.fr", "--hours", "9-17", "--language", "fr",
                     "--valid-until", "2027-06-01"],
    "commitment make": ["Une promesse.", "--due", "2027-06-01", "--category", "DELISTING"], "commitment list": [],
    "commitment settle": [IDENTIFIER, "--as", "KEPT", *WHY], "submit": ["{case}"], "bulk": ["{cases}"],
    "draft save": ["{case}"], "draft change": [CASE, "--file", "{case}"], "draft file": [CASE], "draft list": [],
    "accept": [CASE], "refuse": [CASE, *WHY], "inform": [CASE, *TEXT], "withdraw": [CASE], "restore": [CASE],
    "reopen": [CASE, *TEXT], "contest": [CASE, *TEXT], "readdress": [CASE, "--to", "wish"],
    "disclose": [CASE, "--as", "IDENTIFIED"], "ack": [CASE, "--contact-name", "A", "--contact-email", "a@b.fr"],
    "respond": [CASE, "--type", "EXPLANATION", *TEXT], "prove": [CASE, *TEXT], "mediate queue": [],
    "mediate classes": [], "mediate take": [CASE, *WHY], "mediate say": [CASE, *TEXT], "mediate ask": [CASE, *TEXT],
    "mediate note": [CASE, "--to", "PLATFORM", *TEXT], "mediate propose": [CASE, *TEXT],
    "mediate close": [CASE, "--no-agreement", "--reasons", "Rien.", "--next-step", "Tribunal"],
    "mediate extend": [CASE, *WHY], "mediate recuse": [CASE, *WHY],
    "mediate answer-many": ["say", CASE, *TEXT, "--yes"], "mediate transmit": [CASE],
    "mediate reject": [CASE, "--because", "ABUSIVE", *TEXT], "mediate readmit": [CASE, *WHY],
    "mediate merge": [CASE, "--into", CASE, *WHY], "mediate split": [CASE, *WHY], "mediate hold": [CASE, *WHY],
    "mediate unhold": [CASE, *WHY],
    "partner add": ["--kind", "PLATFORM", "--slug", "x", "--name", "X", "--out", "{out}"],
    "partner list": [], "limits": [],
    "partner quota": ["--kind", "PLATFORM", "--slug", "x", "--set", "cases_per_day=9"],
    "certificate issue": ["--kind", "PLATFORM", "--slug", "x", "--csr", "{csr}", "--out", "{out}"],
    "certificate revoke": ["--kind", "PLATFORM", "--slug", "x", "--spki", "ab" * 32],
    "mandate add": ["--association", "x", "--siren", FIRMS[0], "--from", "2026-01-01"], "mandate list": [],
    "mandate import": ["{mandates}"], "clock show": [], "clock advance": ["1d"], "retention run": [],
    "erase": [CASE, *WHY], "export": ["--siren", FIRMS[0], "--out", "{out}"], "backup": [], "doctor": [], "ping": [],
    "health": [], "certificate show": [], "profile show": [], "version": [],
    "work register": ["--title", "Lampe", "--good-faith"], "work list": [], "work show": [RECORD],
    "claim open": [RECORD, "--platform", "wish"], "claim list": [], "claim show": [RECORD],
    "claim add": [RECORD, "{copies}", "--results", "{out}"], "claim listings": [], "claim figures": [],
    "claim withdraw": [RECORD], "claim suspend": [RECORD, *WHY], "claim resume": [RECORD, *WHY],
    "listings pull": [], "listings answer": ["{replies}", "--results", "{out}"],
    "feed observe": ["{copies}", "--results", "{out}"], "matches list": [], "matches review": ["--html", "{out}"],
    "matches decide": ["{verdicts}"]}
# The same commands with what else they can show.
FORMS_OF_COMMANDS = {"stats --csv": [], "stats --own": [], "stats --own --csv": [], "stats --by-month": [],
                     "list --ndjson": [], "watch --inbox": [], "watch --queue": [], "retention run --dry-run": [],
                     "submit --check": ["{case}"], "bulk --dry-run": ["{cases}"], "claim listings --ndjson": [],
                     "listings pull --csv": []}
# They ask no server and show nobody else's words.
ALONE = {"profile list", "profile use", "completion", "exit-codes", "certificate request", "picture hash"}


def filled(message_type, form, depth=0):
    """A message whose every text is the word, with another member of each choice in each form."""
    made = message_factory.GetMessageClass(message_type)()
    chosen = {choice.name: choice.fields[form % len(choice.fields)].name for choice in message_type.oneofs}
    for field in message_type.fields:
        if field.name in PLAIN or (field.containing_oneof and chosen[field.containing_oneof.name] != field.name):
            continue
        if field.message_type and depth < 7:
            inner = filled(field.message_type, form, depth + 1)
            if field.is_repeated:
                getattr(made, field.name).append(inner)
            else:
                getattr(made, field.name).CopyFrom(inner)
        elif not field.message_type:
            value = value_of(field, form)
            if field.is_repeated:
                getattr(made, field.name).append(value)
            else:
                setattr(made, field.name, value)
    return made


def value_of(field, form):
    if field.type == field.TYPE_STRING:
        return WORD
    if field.type == field.TYPE_BYTES:
        return bytes.fromhex(IDENTIFIER)
    if field.type == field.TYPE_BOOL:
        return field.name == "finished" or form % 2 == 0
    if field.enum_type:
        return field.enum_type.values[(1 + form) % len(field.enum_type.values)].number
    return 1


def refusal():
    """A status whose words, and those of all its details, are the word."""
    status = filled(message("wire.v1.CallStatus").DESCRIPTOR, 0)
    status.status.code = 9
    kinds = message("v1.ErrorDetail").DESCRIPTOR.oneofs_by_name["kind"].fields
    del status.status.details[:]
    for form in range(len(kinds)):
        status.status.details.append(filled(message("v1.ErrorDetail").DESCRIPTOR, form))
    return status.SerializeToString()


class Liar:
    """Answers every call with what its method answers, filled with the word; or refuses every call so."""

    def __init__(self, directory):
        self.methods = {f"recours.v1.{service.name}/{method.name}": method.output_type
                        for service in services() for method in service.methods}
        self.context, self.form = front.careless(directory), None
        self.refused = refusal()
        hello = dict(GENEROUS, max_calls=1 << 20, software=WORD)
        self.hello = Connection.frame(HELLO, 0, 0, message("wire.v1.Hello")(**hello).SerializeToString())

    def front(self, form):
        """A server for one form of answers; None refuses."""
        return front.Front(lambda plain: self.serve(plain, form))

    def serve(self, plain, form):
        connection, opened = Connection.__new__(Connection), {}
        connection.socket = self.context.wrap_socket(plain, server_side=True)
        connection.received = b""
        connection.socket.sendall(self.hello)
        while True:
            kind, flags, call, payload = connection.read_frame(ignored=())
            if kind == OPEN:
                opened[call] = message("wire.v1.Open").FromString(payload).method
            elif kind == PING and not flags & ACK:
                connection.socket.sendall(Connection.frame(PING, ACK, 0, payload))
            elif kind == DATA and flags & END and call in opened:
                connection.socket.sendall(self.answer(call, opened.pop(call), form))

    def answer(self, call, method, form):
        if form is None:
            return Connection.frame(STATUS, 0, call, self.refused)
        body = filled(self.methods[method], form).SerializeToString()
        parts = [body[start:start + 60_000] for start in range(0, len(body), 60_000)] or [b""]
        return b"".join(Connection.frame(DATA, END if place == len(parts) - 1 else 1, call, part)
                        for place, part in enumerate(parts))


def leaves(program):
    """All commands of the program, by its own account."""
    told = json.loads(subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True).stdout)

    def walk(command, path):
        inner = [each for each in command.get("subcommands", []) if each["commandName"] != "help"]
        if not inner:
            yield " ".join(path)
        for each in inner:
            yield from walk(each, [*path, each["commandName"]])
    return set(walk(told["command"], []))


def shown(command, seconds):
    """What a command writes to a terminal of its own, until it ends or its time is over."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(list(map(str, command)), stdin=inner, stdout=inner, stderr=inner, env=environment,
                               start_new_session=True)
    os.close(inner)
    written, until = b"", time.monotonic() + seconds
    while True:
        if time.monotonic() > until:
            process.send_signal(signal.SIGINT)
            until += 5
        if not select.select([outer], [], [], 0.1)[0]:
            continue
        try:
            piece = os.read(outer, 65_536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    process.wait()
    os.close(outer)
    return written.decode(errors="replace")


def wild(text):
    """What of a text would be obeyed instead of read."""
    found = WILD.findall(OWN.sub("", text))
    # The program's own sequences follow no word of anybody's.
    return sorted({f"U+{ord(each):04X}" for each in found} | {
        "a sequence" for _ in re.findall(MARK + "\x1b", text)})


def files(world):
    """What the commands read, and whither they write."""
    folder = world.work / "display"
    folder.mkdir(exist_ok=True)
    (folder / "file.txt").write_text("Une pièce.\n")
    case = dict(complainant=dict(kind="PARTY_KIND_BUSINESS", legal_name="A", siren=FIRMS[0], contact=dict(
        name="B", email="a@b.fr")), platform_id="wish", platform_account_ref="c", category="CASE_CATEGORY_DELISTING",
        title="Boutique fermée sans explication", facts="Toutes nos annonces ont disparu, sans message ni motif.",
        desired_remedies=["REMEDY_KIND_RELISTED"], incident_on="2018-11-02", country="FR", language="fr",
        disclosure="DISCLOSURE_IDENTIFIED", urgency="URGENCY_STANDARD", external_ref="d")
    (folder / "case.json").write_text(json.dumps(case))
    (folder / "cases.ndjson").write_text(json.dumps(case) + "\n")
    (folder / "mandates.csv").write_text(f"association;siren;from\nx;{FIRMS[0]};2018-01-01\n")
    (folder / "copies.csv").write_text("platform;listing\nwish;W1\n")
    (folder / "replies.csv").write_text(f"listing;answer\n{RECORD};REMOVED\n")
    (folder / "verdicts.jsonl").write_text(json.dumps(dict(listingId=RECORD, verdict="COPY")) + "\n")
    (folder / "receipt").write_text(WORD)
    subprocess.run(["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                    "/CN=x", "-keyout", folder / "key.pem", "-out", folder / "csr.pem"], check=True,
                   capture_output=True)
    return folder


@row(44, "every command on a terminal, before a server of escape sequences", "shown as \\u{…}, never obeyed",
     control="what the server says is printed as it is")
def every_command(world):
    if world.is_control:
        expect(not wild(WORD), f"a terminal would obey {wild(WORD)}")
    asked = COMMANDS | FORMS_OF_COMMANDS
    unknown = leaves(world.recours) - COMMANDS.keys() - ALONE
    expect(not unknown, f"commands that nobody looks at: {sorted(unknown)}")
    if world.is_quick:
        asked = {name: words for place, (name, words) in enumerate(sorted(asked.items())) if place % QUICK_SHARE == 0}
    liar, folder, runs = Liar(world.main.directory / "server" / "server"), files(world), 0
    fronts = {form: liar.front(form) for form in (None, *range(1 if world.is_quick else FORMS))}
    places = dict(file=folder / "file.txt", case=folder / "case.json", mandates=folder / "mandates.csv",
                  receipt=folder / "receipt", csr=folder / "csr.pem", copies=folder / "copies.csv",
                  replies=folder / "replies.csv", verdicts=folder / "verdicts.jsonl")

    def one(name, form, lies, extra):
        # Kept apart, for two runs of a command may go on at once.
        own = folder / f"{name.replace(' ', '-')}-{form}{''.join(extra)}"
        own.mkdir()
        (own / "cases.ndjson").write_bytes((folder / "cases.ndjson").read_bytes())
        words = [each.format(**places, out=own / "out", cases=own / "cases.ndjson") for each in asked[name]]
        command = [world.recours, *name.split(), *words, *extra]
        if name != "receipt verify":
            command += ["--profile", world.attacker, "--endpoint", lies.endpoint]
        return shown(command, WATCHING_SECONDS if "watch" in name else 20)

    jobs = [(name, form, lies, extra) for name in asked for form, lies in fronts.items() for extra in ([], ["--json"])
            if name != "receipt verify" or form is None]
    bad, said = {}, 0
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for job, text in zip(jobs, pool.map(lambda job: one(*job), jobs)):
            runs, said = runs + 1, said + (MARK in text)
            if wild(text):
                bad.setdefault(f"{job[0]} {' '.join(job[3])}".strip(), set()).update(wild(text))
    expect(not bad, "; ".join(f"{name}: {sorted(what)}" for name, what in bad.items()))
    # Or nothing would have been shown, and nothing tested.
    expect(said > runs * 2 / 5, f"only {said} of {runs} runs showed the server's words")
    return f"{runs} runs of {len(asked)} commands, {said} showed the words"
