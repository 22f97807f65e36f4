# SPDX-License-Identifier: EUPL-1.2
"""Submits a case as an association, answers it as a platform, reads it back: over the wire, in Python.

Usage: life_of_a_case.py ASSOCIATION_PROFILE_DIR PLATFORM_PROFILE_DIR SIREN
"""
import sys
from recours_wire import CallError, Connection, message, new_key


def draft(siren, **changes):
    fields = dict(
        platform_id="wish", platform_account_ref="boutique-casse-tete", category="CASE_CATEGORY_DELISTING",
        title="Boutique fermée sans explication", incident_on="2018-11-02", country="FR", language="fr",
        facts="Toutes nos annonces ont disparu le 2 novembre, sans message ni motif, avant Noël.", desired_remedies=[1],
        disclosure="DISCLOSURE_IDENTIFIED", urgency="URGENCY_STANDARD", external_ref=new_key().hex(),
        complainant=dict(kind=1, legal_name="Casse-Tête du Vexin", siren=siren, size=1,
                         contact=dict(name="Service client", email="contact@casse-tete.example.org")))
    return message("v1.CaseDraft")(**{**fields, **changes})


def expect_failure(code, call, *arguments):
    try:
        call(*arguments)
    except CallError as error:
        assert error.status.code == code, f"expected status {code}, got {error}"
        return error.status
    raise AssertionError(f"expected status {code}, but the call succeeded")


def submit(connection, case_draft, key):
    request = message("v1.SubmitCaseRequest")(draft=case_draft)
    return connection.unary("CaseService/SubmitCase", request, "SubmitCaseResponse", key).receipt


def respond(connection, request):
    return connection.unary("ResponseService/Respond", request, "RespondResponse", request.response.response_id).result


def main(association_directory, platform_directory, siren):
    association, platform = Connection(association_directory), Connection(platform_directory)
    filed, key = draft(siren), new_key()
    receipt, again = submit(association, filed, key), submit(association, filed, key)
    assert again.case_id == receipt.case_id and again.already_filed and not receipt.already_filed
    status = expect_failure(6, submit, association, draft(siren, title="Un autre titre"), key)
    assert any(d.WhichOneof("kind") == "idempotency_conflict" for d in status.details)
    print(f"filed {receipt.public_number}; the same key again gives the same case, with other content a conflict")

    status = expect_failure(3, submit, association, draft("123456789", facts="court"), new_key())
    paths = sorted(v.field_path for d in status.details for v in d.bad_request.violations)
    assert paths == ["complainant.siren", "facts"], paths
    print(f"a bad case was refused with all its violations: {', '.join(paths)}")

    pull = message("v1.PullCasesRequest")(max_cases=1000)
    entries = platform.unary("InboxService/PullCases", pull, "PullCasesResponse").entries
    assert sum(entry.case_file.id == receipt.case_id for entry in entries) == 1, "the inbox holds the case once"
    take_note = message("v1.AcknowledgeCasesRequest")(
        case_ids=[receipt.case_id], contact=dict(name="Vendor desk", email="desk@wish.example"))
    [result] = platform.unary("InboxService/AcknowledgeCases", take_note, "AcknowledgeCasesResponse").results
    assert result.WhichOneof("outcome") == "acknowledged", result

    answer = message("v1.RespondRequest")(case_id=receipt.case_id, response=dict(
        response_id=new_key(), type=3, text="Votre boutique a été retirée par erreur d'un contrôle automatique."))
    expect_failure(3, respond, platform, answer)
    answer.response.statement_of_reasons.MergeFrom(message("v1.StatementOfReasons")(
        account=1, ground=2, source=4, automated_decision=1, legal_or_terms_ref="Conditions générales, article 7.2",
        facts="Un contrôle automatique a pris les annonces pour des copies.",
        explanation="Le contrôle a comparé les images seules ; une personne a revu le dossier.",
        decided_on="2018-11-02", effective_on="2018-11-02",
        redress=dict(internal_complaint="https://wish.example/plaintes", mediators=["Médiateur des entreprises"])))
    answered = respond(platform, answer)
    print(f"an explanation without reasons was refused; with them: state {answered.state}, version {answered.version}")

    by_number = message("v1.GetCaseRequest")(public_number=receipt.public_number.lower(), with_events=True)
    found = association.unary("CaseService/GetCase", by_number, "GetCaseResponse")
    assert found.case_file.state == answered.state and found.case_file.responses[0].text == answer.response.text
    assert [event.sequence for event in found.events] == list(range(1, answered.version + 1))
    print(f"the association reads the answer, and {len(found.events)} events")

    items = [message("v1.SubmitCasesItem")(client_sequence=n, idempotency_key=new_key(), draft=draft(
        siren, platform_account_ref="" if n == 7 else "boutique")) for n in range(1, 21)]
    results = association.stream("CaseService/SubmitCases", items, "SubmitCasesResult")
    refused = [r.client_sequence for r in results if r.WhichOneof("outcome") == "refusal"]
    assert len(results) == 20 and refused == [7], refused
    print("a stream of 20 cases: 19 filed, 1 refused, none failed its neighbours")

    missing = message("v1.GetCaseRequest")(id=bytes(16))
    expect_failure(5, platform.unary, "CaseService/GetCase", missing, "GetCaseResponse")
    expect_failure(12, platform.unary, "CaseService/NoSuchMethod", missing, "GetCaseResponse")
    expect_failure(7, submit, platform, draft(siren), new_key())
    print("what is missing is not found, what is unknown unimplemented, what is not a platform's to do denied")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 4 else sys.exit(__doc__)
