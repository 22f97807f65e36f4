// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What mediators look at: their queue, classes of like cases, readings of identities.
extension WriteSet {
    func appendMediation(to requests: inout [PGRequest]) {
        appendQueue(to: &requests)
        if !classes.isEmpty { appendClasses(to: &requests) }
        if !identityReads.isEmpty {
            requests.append(
                Self.readInsert([
                    .integers(identityReads.map { Int64(bitPattern: $0.caseRow) }),
                    .integers(identityReads.map(\.atMilliseconds)),
                    .texts(identityReads.map(\.mediator)), .texts(identityReads.map(\.reason)),
                ]))
        }
    }

    private static let queueInsert = PGInsert(
        "mediation_queue",
        [
            "case_row": .int8, "reason": .int8, "due_at": .int8, "mediator": .text,
            "platform": .text, "category": .int8, "clause": .text,
        ],
        """
        ON CONFLICT (case_row) DO UPDATE SET reason = excluded.reason, due_at = excluded.due_at,
            mediator = excluded.mediator, platform = excluded.platform,
            category = excluded.category, clause = excluded.clause
        """)
    private static let classInsert = PGInsert(
        "case_class",
        ["platform": .text, "category": .int8, "clause": .text, "open": .int8, "waiting": .int8],
        """
        ON CONFLICT (platform, category, clause) DO UPDATE
        SET open = case_class.open + excluded.open,
            waiting = case_class.waiting + excluded.waiting
        """)
    private static let readInsert = PGInsert(
        "identity_read", ["case_row": .int8, "at": .int8, "mediator": .text, "reason": .text])

    private func appendQueue(to requests: inout [PGRequest]) {
        let waiting = queue.values.compactMap { $0 }.sorted { $0.caseRow < $1.caseRow }
        if !waiting.isEmpty {
            requests.append(
                Self.queueInsert(
                    [
                        .integers(waiting.map { Int64(bitPattern: $0.caseRow) }),
                        .integers(waiting.map { Int64($0.reason.rawValue) }),
                        .integers(waiting.map(\.dueAtMilliseconds)),
                        .texts(waiting.map(\.mediator)),
                    ] + Self.columns(waiting.map(\.caseClass))))
        }
        let gone = queue.filter { $0.value == nil }
        if !gone.isEmpty {
            requests.append(
                PGRequest(
                    "DELETE FROM mediation_queue WHERE case_row = ANY ($1::int8[])",
                    [.integers(gone.keys.map { Int64(bitPattern: $0) })]))
        }
    }

    private func appendClasses(to requests: inout [PGRequest]) {
        let changes = Array(classes)
        requests.append(
            Self.classInsert(
                Self.columns(changes.map(\.key)) + [
                    .integers(changes.map(\.value.open)), .integers(changes.map(\.value.waiting)),
                ]))
        // A clause's words stay no longer than the cases that it is about.
        let fewer = changes.filter { $0.value.open < 0 }.map(\.key)
        if fewer.isEmpty { return }
        requests.append(
            PGRequest(
                """
                DELETE FROM case_class
                USING unnest($1::text[], $2::int8[], $3::text[]) AS fewer (p, c, w)
                WHERE platform = p AND category = c AND clause = w
                    AND open <= 0 AND waiting <= 0
                """, Self.columns(fewer)))
    }

    private static func columns(_ classes: [CaseClass]) -> [PGValue] {
        [
            .texts(classes.map(\.platform)),
            .integers(classes.map { Int64($0.category?.rawValue ?? 0) }),
            .texts(classes.map(\.clause)),
        ]
    }
}
