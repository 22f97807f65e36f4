# SPDX-License-Identifier: EUPL-1.2
"""What a message may hold: encodings that mislead, texts that misbehave, files that are not what they say."""
import hashlib
import pathlib

from life_of_a_case import draft, submit
from peer import END, expect_refusal, message, new_key
from rows import Failed, expect, expect_equal, row
from world import FIRMS, run_cli

# The largest depth of messages within messages that the schema has room for.
DEEPEST = 8
KEPT = "INVALID_ARGUMENT, the connection is kept"


def filing(text=b"", **changes):
    """A filing in bytes, with `text` behind the draft's own fields."""
    inner = draft(FIRMS[0], **changes).SerializeToString() + text
    return field(1, inner)


def field(number, payload):
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def varint(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def file(peer, body):
    return peer.call("CaseService/SubmitCase", body, new_key())


def refused_each(world, bodies, code="INVALID_ARGUMENT", method="CaseService/SubmitCase"):
    """Each body must be refused, and the connection goes on."""
    peer, wrong = world.peer(), []
    for what, body in bodies.items():
        answer = peer.call(method, body, new_key())
        codes = (code,) if isinstance(code, str) else code
        if answer.code not in codes or not (answer.violations or answer.code != "INVALID_ARGUMENT"):
            wrong.append(f"{what}: {answer.code} {answer.status.message if answer.status else ''}")
    expect(not wrong or (world.is_control and len(wrong) < len(bodies)), "; ".join(wrong[:6]))
    peer.expect_serving()
    peer.close()
    return f"{len(bodies)} forms"


@row(37, "messages that would unpack to many times their size", "refused, the connection is kept, memory is bounded",
     leaves=40)
def amplifiers(world):
    before = world.main.memory()
    empty = field(1, (varint(14 << 3 | 2) + b"\0") * 1_500_000)
    # Fewer than would fit, for a debug server takes a microsecond for each.
    packed = {value: filing(field(8, bytes([value]) * 400_000)) for value in (1, 99)}
    unknown = b"".join(varint(number << 3) + b"\0" for number in range(1_000, 2_000)) * 900
    saw = refused_each(world, {"empty sub-messages": empty, "packed numbers": packed[1],
                               "packed unknown numbers": packed[99],
                                 "unknown fields": field(1, unknown)},
                       ("INVALID_ARGUMENT", "RESOURCE_EXHAUSTED"))
    grown = (world.main.memory() - before) / 2**20
    expect(grown < 96, f"the server took {grown:.0f} MiB")
    return f"{saw}, {grown:.0f} MiB"


@row(38, "varints without end, wrong wire types, lengths past the end", KEPT)
def malformed(world):
    good = filing()
    return refused_each(world, {
        "a varint of eleven bytes": field(1, b"\x20" + b"\xff" * 10 + b"\x01"), "tag 0": field(1, b"\x00\x01"),
        "an endless varint": field(1, b"\x20" + b"\xff" * 9), "wire type 3": field(1, varint(4 << 3 | 3) + b"\x24"),
        "wire type 4": field(1, varint(4 << 3 | 4)), "wire type 6": field(1, varint(4 << 3 | 6) + b"x"),
        "wire type 7": field(1, varint(4 << 3 | 7) + b"x"), "a length past the end": good[:-1],
        "a length of 4 GiB": field(1, varint(6 << 3 | 2) + varint(2**32 - 1)),
        "a length of 2^63": field(1, varint(6 << 3 | 2) + varint(2**63)),
        "a number where text is due": field(1, b"\x30\x01"),
        "text where a number is due": field(1, field(4, b"x")), "field 2^29 - 1 in a write": filing() + varint(
            (2**29 - 1) << 3) + b"\1", "a cut number of eight bytes": field(1, varint(77 << 3 | 1) + b"1234"),
        "noise": bytes(range(256)) * 8})


@row(39, "the depth of messages within messages", f"at most {DEEPEST}, and no message within itself",
     control="a limit of one")
def depth(world):
    def deepest(message_type, above=()):
        if message_type.full_name in above:
            raise Failed(f"{message_type.full_name} may hold itself")
        inner = [each.message_type for each in message_type.fields if each.message_type]
        return 1 + max((deepest(each, (*above, message_type.full_name)) for each in inner), default=0)

    found = max(deepest(getattr(method, side)) for service in services() for method in service.methods
                for side in ("input_type", "output_type"))
    expect(found <= (1 if world.is_control else DEEPEST), f"a depth of {found}")
    return f"{found} levels"


def services():
    """All services of the descriptor set."""
    pool = message("v1.Case").DESCRIPTOR.file.pool
    names = sorted(pathlib.Path(__file__).resolve().parents[2].glob("Protos/recours/v1/*.proto"))
    return [service for path in names
            for service in pool.FindFileByName(f"recours/v1/{path.name}").services_by_name.values()]


@row(40, "a field twice, and two members of a choice", "the last one counts, as in every protobuf; one case is filed",
     control="the other way round")
def twice(world):
    peer = world.peer()
    title = field(6, b"Le premier titre, que rien ne garde") + field(6, b"Le dernier titre, que l'on garde")
    receipt = message("v1.SubmitCaseResponse").FromString(ok(file(peer, filing(title)))).receipt
    get = field(3, b"no-such-reference") + field(1, receipt.case_id)
    found = message("v1.GetCaseResponse").FromString(ok(peer.call("CaseService/GetCase", get))).case_file
    expect_equal(found.draft.title.startswith("Le dernier"), not world.is_control, "the last title is the one kept")
    peer.close()


def ok(answer):
    expect_equal(answer.code, "OK", f"the status ({answer.violations})")
    return answer.messages[0]


@row(41, "an unknown value of an enumeration, unknown fields in a write", KEPT)
def unknown(world):
    return refused_each(world, {
        "an unknown category": filing(b"\x20\xe7\x07"), "a negative one": filing(b"\x20" + b"\xff" * 9 + b"\x01"),
        "an unknown field": filing() + field(999, b"x"), "one in the draft": filing(field(999, b"x")),
        "an unknown number": filing() + varint(998 << 3) + b"\1"})


@row(41, "unknown fields in a read", "ignored", control="the method is one that writes")
def unknown_in_read(world):
    peer = world.peer()
    method = "CaseService/SubmitCase" if world.is_control else "HealthService/Check"
    expect_equal(peer.call(method, field(999, b"x") + varint(998 << 3) + b"\1").code, "OK", "the status")
    peer.close()


def wrong_texts():
    """Bytes that are no UTF-8, and texts that the rules keep out."""
    wrong = {f"byte {byte:#x}": bytes([byte]) for byte in (*range(0x80, 0x100, 9), 0xc0, 0xc1, 0xf5, 0xff)}
    wrong |= {f"{first:x} {second:x}": bytes([first, second]) for first in (0xc2, 0xdf, 0xe0, 0xf0) for second in (
        0x20, 0x7f, 0xc0, 0xff)}
    return wrong | {
        "an overlong slash": b"\xc0\xaf", "an overlong NUL": b"\xc0\x80", "overlong in three": b"\xe0\x80\xaf",
        "a surrogate": b"\xed\xa0\x80", "a pair of them": b"\xed\xa0\x80\xed\xb0\x80",
        "past U+10FFFF": b"\xf4\x90\x80\x80",
        "cut in the middle": b"\xe2\x82", "NUL": b"\0", "escape": b"\x1b[31m", "DEL": b"\x7f",
        "a carriage return": b"\r",
        "backspace": b"\b", "C1": "\u009b".encode(), "bell": b"\a", "decomposed": "e\u0301".encode()}


@row(42, "what is no UTF-8, and control characters", KEPT + ", the field is named", leaves=8)
def wrong_text(world):
    suffix = " et la boutique est fermée depuis.".encode()
    return refused_each(world, {what: filing(field(6, b"Un titre " + bytes_ + suffix))
                                for what, bytes_ in wrong_texts().items()})


@row(43, "texts of megabytes, of one line, of a hundred thousand marks", KEPT + ", with limit and size", leaves=24)
def long_texts(world):
    bodies = {"a title of 100 KB": filing(title="a" * 100_000), "facts of 3 MB": filing(facts="a" * 3_000_000),
              "a million lines": filing(facts="\n" * 1_000_000 + "fin"),
              "100,000 marks": filing(facts="Une tour e" + "\u0316" * 100_000 + " de signes, que rien n'arrête."),
              "33 marks": filing(facts="Une tour e" + "\u0316" * 33 + " de signes, sans que rien ne l'arrête jamais."),
              "100,000 listings": filing(listings=[dict(platform_listing_id="x")] * 100_000),
              "only space": filing(title=" " * 20)}
    return refused_each(world, bodies, ("INVALID_ARGUMENT", "RESOURCE_EXHAUSTED"))


@row(44, "bidi overrides, zero widths and homoglyphs, read on a terminal", "kept as sent, shown escaped",
     control="the text is shown as it is kept")
def on_display(world):
    peer = world.peer()
    facts = "Annonce \u202egpj.exe\u202c, \u200bZéro, раураl, \ufeffet la suite de nos faits du mois dernier."
    receipt = submit(peer, draft(FIRMS[0], facts=facts), new_key())
    kept = peer.take("CaseService/GetCase", message("v1.GetCaseRequest")(id=receipt.case_id), "GetCaseResponse")
    expect_equal(kept.case_file.draft.facts, facts, "the facts as they are kept")
    shown = facts if world.is_control else run_cli(world, world.attacker, "show", receipt.public_number)
    wild = [c for c in shown if (ord(c) < 0x20 and c not in "\n") or 0x7f <= ord(c) <= 0x9f
            or c in "\u202e\u202c\u200b\ufeff"]
    expect(not wild, f"shown raw: {sorted(set(map(hex, map(ord, wild))))}")
    expect("\\u{202e}" in shown.lower(), "the override is not shown as its number")
    peer.close()


@row(45, "a name that begins like a formula, in a table for spreadsheets", "behind an apostrophe, quoted",
     control="the table is that of a platform with a plain name")
def formula(world):
    slug = "evil-sheet"
    operator = world.main.operator()
    names = {"=HYPERLINK(\"http://x\")": slug}
    for name, each in names.items():
        operator.call("PartnerService/AddPartner", message("v1.AddPartnerRequest")(
            kind="PARTNER_KIND_PLATFORM", slug=each, name=name), new_key())
    peer = world.peer()
    submit(peer, draft(FIRMS[0], platform_id=slug), new_key())
    mediator = world.main.profile("mediator", "m-sheet")
    table = run_cli(world, mediator, "stats", "--csv", "--platform", "wish" if world.is_control else slug)
    expect("HYPERLINK" in table, "the platform's name is not in the table")
    cells = [cell for line in table.splitlines() for cell in line.replace(";", ",").split(",")]
    expect(not [cell for cell in cells if cell.strip('"')[:1] in ("=", "+", "@")], "a cell begins like a formula")
    operator.close()
    peer.close()


@row(46, "line feeds and escapes in every field that may reach the log", "no word of a partner is in the log",
     control="the log is that of another program, which writes what it gets")
def log_injection(world):
    canary = "kanarienvogel" + new_key().hex()
    peer = world.peer()
    submit(peer, draft(FIRMS[0], external_ref=canary, title=f"Le titre {canary}"), new_key())
    for method in (f"{canary}\n2026 error forged/x", f"recours.v1.CaseService/{canary}"):
        peer.call(method, package="")
    for request in (filing(title=canary + "\n\x1b[2J"), filing(platform_id=canary)):
        file(peer, request)
    peer.call("CaseService/GetCase", message("v1.GetCaseRequest")(external_ref=canary + "\nx"))
    peer.call("HealthService/Check", traceparent=canary, metadata=[dict(key=canary, value=canary.encode())])
    logged = world.main.logged() + (canary.encode() if world.is_control else b"")
    expect(canary.encode() not in logged, "a partner's words are in the log")
    peer.close()


def announced(peer, content=b"un texte", **changes):
    fields = dict(name="preuve.txt", size=len(content), sha256=hashlib.sha256(content).digest(),
                  media="EVIDENCE_MEDIA_TEXT", visibility="EVIDENCE_VISIBILITY_PARTIES")
    return peer.call("EvidenceService/BeginUpload", message("v1.BeginUploadRequest")(**{**fields, **changes}),
                     new_key())


def uploaded(peer, upload, *chunks, offset=0):
    call = peer.open("EvidenceService/Upload")
    item = message("v1.UploadItem")
    items = [item(start=dict(upload_id=upload, offset=offset)), *(item(chunk=chunk) for chunk in chunks)]
    for place, each in enumerate(items):
        peer.message(call, each.SerializeToString(), END if place == len(items) - 1 else 0)
    return peer.answers([call])[call]


@row(48, "names like paths, with NUL or controls; sizes and kinds that may not be", KEPT)
def evidence_names(world):
    peer, wrong = world.peer(), []
    forms = [dict(name=name) for name in ("../../etc/passwd", "/etc/passwd", "a/b.txt", "a\\b.txt", "..", "", "a\0.txt",
                                          "a\n.txt", "a\x1b.txt", "\u202etxt.exe", "x" * 5_000)]
    forms += [dict(size=2**63), dict(size=2**64 - 1), dict(size=0), dict(size=50 << 30), dict(sha256=b"short"),
              dict(media=99), dict(visibility=99), dict(source_url="javascript:alert(1)"), dict(captured_at_ms=2**62)]
    for form in forms:
        answer = announced(peer, **form)
        if answer.code != "INVALID_ARGUMENT":
            wrong.append(f"{form}: {answer.code}")
    expect(not wrong or (world.is_control and len(wrong) < len(forms)), "; ".join(wrong))
    peer.expect_serving()
    peer.close()
    return f"{len(forms)} announcements"


@row(48, "a file that is not what was announced, in pieces that overlap or leave a gap",
     "refused, and nothing of it is kept", control="the file is the one announced")
def wrong_files(world):
    peer, content = world.peer(), b"Le courrier du mois de novembre."

    def begin(**changes):
        return message("v1.BeginUploadResponse").FromString(ok(announced(peer, content, **changes))).upload_id

    sent = content if world.is_control else content[:-1] + b"?"
    found = uploaded(peer, begin(), sent)
    expect_refusal(found, "INVALID_ARGUMENT", sha256="HASH_MISMATCH")
    expect_refusal(uploaded(peer, begin(), content, b"more"), "INVALID_ARGUMENT", chunk="TOO_LARGE")
    short = begin()
    expect_refusal(uploaded(peer, short, content[:5]), "FAILED_PRECONDITION", "INCOMPLETE")
    expect_refusal(uploaded(peer, short, content[9:], offset=9), "OUT_OF_RANGE", "OFFSET_BEYOND_END")
    expect_refusal(uploaded(peer, short, bytes(300 << 10), offset=5), "INVALID_ARGUMENT", chunk="TOO_LARGE")
    expect_refusal(uploaded(peer, new_key(), content), "NOT_FOUND")
    disguised = b"\x7fELF\x02\x01\x01" + bytes(40)
    as_picture = announced(peer, disguised, name="photo.png", media="EVIDENCE_MEDIA_PNG")
    upload = message("v1.BeginUploadResponse").FromString(ok(as_picture)).upload_id
    expect_refusal(uploaded(peer, upload, disguised), "INVALID_ARGUMENT", media="MEDIA_MISMATCH")
    kept = peer.take("EvidenceService/ListEvidence", message("v1.ListEvidenceRequest")(),
                     "ListEvidenceResponse").evidence
    expect(not kept, f"{len(kept)} files are kept")
    peer.close()


@row(49, "SQL, patterns and thousands of terms in filters, sizes of pages, forged tokens",
     "taken as words, capped, or refused", control="the token is the right one")
def filters(world):
    peer, list_request = world.peer(), message("v1.ListCasesRequest")
    submit(peer, draft(FIRMS[0]), new_key())
    submit(peer, draft(FIRMS[0]), new_key())
    for word in ("' OR 1=1 --", "%", "_", "*", "wish' --", "wish%", "\"", "wish\0", "W" * 10_000):
        page = ok(peer.call("CaseService/ListCases", list_request(platform_id=word)))
        expect(not message("v1.ListCasesResponse").FromString(page).cases, f"{word[:20]!r} found cases")
    for wrong in (dict(siren="' OR 1=1"), dict(siren="%"), dict(naf_code="%"), dict(states=[1] * 10_000),
                  dict(states=[99]), dict(complainant_sizes=[1] * 10_000)):
        expect_refusal(peer.call("CaseService/ListCases", list_request(**wrong)), "INVALID_ARGUMENT")
    for size in (2**31 - 1, 2**31, 2**32 - 1):
        page = message("v1.ListCasesResponse").FromString(ok(peer.call("CaseService/ListCases",
                                                                       list_request(page_size=size))))
        expect(len(page.cases) <= 1_000, f"a page of {len(page.cases)}")
    token = peer.take("CaseService/ListCases", list_request(page_size=1), "ListCasesResponse").next_page_token
    turned = token if world.is_control else token[:-1] + ("0" if token[-1] != "0" else "1")
    forged = [turned, token.upper() + "x", token[:-2], token + "00", "zz", "0" * 34, token[2:] + token[:2],
              "x" * 100_000]
    for wrong in forged:
        expect_refusal(peer.call("CaseService/ListCases", list_request(page_size=1, page_token=wrong)),
                       "INVALID_ARGUMENT", page_token="IDENTIFIER_FORM")
    expect_refusal(peer.call("CaseService/ListCases", list_request(page_token=token, platform_id="wish")),
                   "INVALID_ARGUMENT")
    peer.close()
    return f"{len(forged)} forged tokens"
