// SPDX-License-Identifier: EUPL-1.2

// Every table but those of a database's own: its version, its transactions, what it is called.
extension StoreTable {
    /// All that must not be left behind when a store moves; what others refer to comes first.
    package static let all: [StoreTable] =
        registry + cases + names + inboxes + beside + claims + figures + mediation
        + [rowGaps, erasedCases]

    /// Cases that were erased: some databases keep the list in a file beside them.
    package static let erasedCases = StoreTable("erased_case", key: ["id": .identifier])
    package static let events = StoreTable(
        "event", key: ["number": .integer],
        [
            "at": .integer, "place": .integer, "tree": .integer, "checksum": .integer,
            "state_after": .integer, "method": .integer, "fingerprint": .bytes, "salt": .bytes,
            "link": .bytes, "leaf": .bytes, "bytes": .bytes,
        ])
    private static let rowGaps = StoreTable(
        "row_gap", key: ["first": .integer], ["last": .integer])

    private static let registry = [
        StoreTable(
            "partner", key: ["number": .integer],
            [
                "kind": .integer, "slug": .text, "name": .text, "siren": .text,
                "created_at": .integer, "checksum": .integer,
            ]),
        StoreTable(
            "partner_key", key: ["spki": .bytes],
            ["partner": .integer, "not_after": .integer, "instance": .text]),
        StoreTable(
            "partner_quota", key: ["partner": .integer, "name": .text], ["value": .integer]),
        StoreTable(
            "partner_use", key: ["partner": .integer],
            ["day": .integer, "cases": .integer, "bytes": .integer]),
        StoreTable(
            "mandate", key: ["association": .integer, "siren": .text, "first_day": .integer],
            ["last_day": .integer, "document": .bytes, "checksum": .integer]),
        StoreTable("mark", key: ["name": .text], ["value": .integer]),
    ]

    private static let cases = [
        StoreTable(
            "cases", key: ["case_row": .integer],
            [
                "id": .identifier, "number": .integer, "version": .integer,
                "submitter": .integer, "siren": .integer, "due_at": .integer,
                "alarm_at": .integer, "created_at": .integer, "updated_at": .integer,
                "checksum": .integer, "view_marks": .integer, "state": .integer,
                "transmitted": .flag, "platform": .text, "snapshot": .bytes,
            ]),
        events,
        StoreTable(
            "tree_node", key: ["tree": .integer, "level": .integer, "place": .integer],
            ["hash": .bytes]),
        StoreTable(
            "evidence", key: ["id": .identifier],
            [
                "owner": .integer, "case_row": .integer, "size": .integer,
                "captured_at": .integer, "created_at": .integer, "erased_at": .integer,
                "checksum": .integer, "owner_kind": .integer, "media": .integer,
                "scan": .integer, "visibility": .integer, "channel": .integer,
                "sha256": .bytes, "name": .text, "source_url": .text,
            ]),
    ]

    private static let names = [
        StoreTable(
            "idempotency_key",
            key: ["partner": .integer, "method": .integer, "key": .identifier],
            ["event": .integer, "checksum": .integer]),
        StoreTable(
            "external_reference", key: ["submitter": .integer, "reference": .text],
            ["event": .integer, "checksum": .integer]),
    ]

    private static let inboxes = [
        StoreTable("inbox", key: ["number": .integer], ["head": .integer]),
        StoreTable(
            "inbox_entry", key: ["inbox": .integer, "position": .integer],
            ["event": .integer, "checksum": .integer, "kind": .integer]),
    ]

    private static let beside = [
        StoreTable(
            "campaign", key: ["number": .integer],
            [
                "id": .identifier, "name": .text, "opens_on": .integer, "closes_on": .integer,
                "resolve_by": .integer, "target": .integer, "platforms": .text,
                "acknowledge_days": .integer, "answer_days": .integer,
                "final_answer_days": .integer, "collected": .integer,
                "target_reached_at": .integer, "created_at": .integer, "updated_at": .integer,
            ]),
        StoreTable(
            "campaign_count",
            key: ["campaign": .integer, "platform": .text, "counter": .integer],
            ["value": .integer]),
        StoreTable(
            "campaign_case", key: ["case_row": .integer],
            ["campaign": .integer, "due_at": .integer, "is_open": .flag]),
        StoreTable(
            "platform_profile", key: ["partner": .integer],
            [
                "contact_name": .text, "contact_role": .text, "contact_email": .text,
                "contact_phone": .text, "contact_hours": .text, "contact_language": .text,
                "valid_until": .integer, "languages": .words, "internal_complaint": .text,
                "mediators": .words, "out_of_court_body": .text, "updated_at": .integer,
            ]),
        StoreTable(
            "commitment", key: ["number": .integer],
            [
                "id": .bytes, "platform": .text, "text": .text, "case_row": .integer,
                "case_id": .identifier, "case_number": .integer, "campaign": .identifier,
                "category": .integer, "due_on": .integer, "state": .integer, "key": .bytes,
                "fingerprint": .bytes, "claim": .identifier, "listing": .identifier,
            ]),
        StoreTable(
            "commitment_change", key: ["commitment": .integer, "step": .integer],
            [
                "at": .integer, "actor_kind": .integer, "state": .integer, "actor": .text,
                "reason": .text,
            ]),
        StoreTable(
            "aggregate_group", key: ["platform": .text, "category": .integer],
            ["firms": .integer]),
        StoreTable(
            "aggregate_firm",
            key: ["platform": .text, "category": .integer, "siren": .integer],
            ["cases": .integer]),
        StoreTable(
            "aggregate_held",
            key: ["platform": .text, "category": .integer, "case_row": .integer]),
    ]

    private static let claims = [
        StoreTable(
            "work", key: ["number": .integer],
            [
                "id": .identifier, "registrant": .integer, "checksum": .integer, "body": .bytes,
            ]),
        StoreTable(
            "claim", key: ["number": .integer],
            [
                "id": .identifier, "registrant": .integer, "work": .integer,
                "checksum": .integer, "body": .bytes,
            ]),
        StoreTable(
            "claim_listing", key: ["number": .integer],
            [
                "id": .identifier, "claim": .integer, "registrant": .integer,
                "report": .integer, "checksum": .integer, "awaits": .flag, "platform": .text,
                "listing": .text, "body": .bytes,
            ]),
        StoreTable(
            "claim_call", key: ["partner": .integer, "key": .bytes],
            [
                "at": .integer, "checksum": .integer, "fingerprint": .bytes, "result": .bytes,
            ]),
    ]

    private static let figures = [
        StoreTable(
            "figure_count",
            key: [
                "platform": .text, "category": .integer, "campaign": .bytes,
                "counter": .integer, "month": .integer,
            ],
            ["n": .integer]),
        StoreTable(
            "figure_time",
            key: [
                "platform": .text, "category": .integer, "campaign": .bytes, "time": .integer,
                "month": .integer, "minutes": .integer,
            ],
            ["n": .integer]),
        StoreTable(
            "removal",
            key: [
                "submitter": .integer, "case_row": .integer, "platform": .text,
                "month": .integer, "minutes": .integer,
            ],
            ["n": .integer]),
    ]

    private static let mediation = [
        StoreTable(
            "mediation_queue", key: ["case_row": .integer],
            [
                "due_at": .integer, "reason": .integer, "category": .integer,
                "mediator": .text, "platform": .text, "clause": .text,
            ]),
        StoreTable(
            "case_class", key: ["number": .integer],
            [
                "open": .integer, "waiting": .integer, "category": .integer, "platform": .text,
                "clause": .text,
            ]),
        StoreTable(
            "identity_read", key: ["number": .integer],
            ["case_row": .integer, "at": .integer, "mediator": .text, "reason": .text]),
    ]
}
