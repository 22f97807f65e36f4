// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// The rows of cases and of what is theirs: events, keys, references, trees.
extension WriteSet {
    func appendCases(to requests: inout [PGRequest]) {
        if !newCases.isEmpty { requests.append(Self.insertCases(newCases)) }
        if !changedCases.isEmpty { requests.append(Self.updateCases(changedCases)) }
        appendErasures(to: &requests)
        if !events.isEmpty { requests.append(Self.insertEvents(events)) }
        if !treeNodes.isEmpty { requests.append(Self.insertNodes(treeNodes)) }
        if !keys.isEmpty { requests.append(insertKeys()) }
        if !externalReferences.isEmpty { requests.append(insertReferences()) }
    }

    // MARK: Cases

    private static let caseInsert = PGInsert(
        "cases",
        [
            "case_row": .int8, "id": .uuid, "number": .int8, "version": .int8, "submitter": .int8,
            "siren": .int8, "due_at": .int8, "alarm_at": .int8, "created_at": .int8,
            "updated_at": .int8, "checksum": .int8, "view_marks": .int8, "state": .int8,
            "transmitted": .bool, "platform": .text, "snapshot": .bytea,
        ])

    private static func insertCases(_ cases: [CaseRecord]) -> PGRequest {
        caseInsert([
            .integers(cases.map { Int64(bitPattern: $0.row) }),
            .identifiers(cases.map(\.identifier)),
            .integers(cases.map { Int64(bitPattern: $0.number.value) }),
            .integers(cases.map { Int64(bitPattern: $0.version) }),
            .integers(cases.map { Int64($0.submitter.value) }),
            .integers(cases.map { Int64($0.siren) }),
            .integers(cases.map(\.dueAtMilliseconds)),
            .integers(cases.map(\.alarmAtMilliseconds)),
            .integers(cases.map(\.createdAtMilliseconds)),
            .integers(cases.map(\.updatedAtMilliseconds)),
            .integers(cases.map { Int64(bitPattern: $0.checksum) }),
            .integers(cases.map { Int64(bitPattern: $0.viewMarks) }),
            .integers(cases.map { Int64($0.state.rawValue) }),
            .flags(cases.map(\.isTransmitted)), .texts(cases.map(\.platform)),
            .blobs(cases.map(\.snapshot)),
        ])
    }

    private static let caseUpdate = """
        UPDATE cases SET version = v, siren = f, due_at = d, alarm_at = a, updated_at = u,
            checksum = c, view_marks = m, state = s, transmitted = t, platform = p, snapshot = b
        FROM unnest($1::int8[], $2::int8[], $3::int8[], $4::int8[], $5::int8[], $6::int8[],
            $7::int8[], $8::int8[], $9::int8[], $10::bool[], $11::text[], $12::bytea[])
            AS changed (r, v, f, d, a, u, c, m, s, t, p, b)
        WHERE case_row = r
        """

    private static func updateCases(_ changed: [UInt64: CaseRecord]) -> PGRequest {
        let cases = changed.values.sorted { $0.row < $1.row }
        return PGRequest(
            caseUpdate,
            [
                .integers(cases.map { Int64(bitPattern: $0.row) }),
                .integers(cases.map { Int64(bitPattern: $0.version) }),
                .integers(cases.map { Int64($0.siren) }),
                .integers(cases.map(\.dueAtMilliseconds)),
                .integers(cases.map(\.alarmAtMilliseconds)),
                .integers(cases.map(\.updatedAtMilliseconds)),
                .integers(cases.map { Int64(bitPattern: $0.checksum) }),
                .integers(cases.map { Int64(bitPattern: $0.viewMarks) }),
                .integers(cases.map { Int64($0.state.rawValue) }),
                .flags(cases.map(\.isTransmitted)), .texts(cases.map(\.platform)),
                .blobs(cases.map(\.snapshot)),
            ])
    }

    // MARK: Events

    private static let eventInsert = PGInsert(
        "event",
        [
            "number": .int8, "at": .int8, "place": .int8, "tree": .int8, "checksum": .int8,
            "state_after": .int8, "method": .int8, "fingerprint": .bytea, "salt": .bytea,
            "link": .bytea, "leaf": .bytea, "bytes": .bytea,
        ])

    private static func insertEvents(_ events: [EventRecord]) -> PGRequest {
        eventInsert([
            .integers(events.map(\.number)), .integers(events.map(\.atMilliseconds)),
            .integers(events.map { event in event.place.map { Int64(clamping: $0.index) } }),
            .integers(events.map { event in event.place.map { Int64($0.tree.value) } }),
            .integers(events.map { RowChecksum.of($0) }),
            .integers(events.map { Int64($0.stateAfter.rawValue) }),
            .integers(events.map { event in event.origin.map { Int64($0.method.rawValue) } }),
            .blobs(events.map { $0.origin?.fingerprint }), .blobs(events.map(\.salt)),
            .blobs(events.map(\.link)), .blobs(events.map(\.leaf)), .blobs(events.map(\.bytes)),
        ])
    }

    private static let nodeInsert = PGInsert(
        "tree_node", ["tree": .int8, "place": .int8, "level": .int8, "hash": .bytea])

    private static func insertNodes(_ nodes: [TreeNode]) -> PGRequest {
        nodeInsert([
            .integers(nodes.map { Int64($0.tree.value) }),
            .integers(nodes.map { Int64(clamping: $0.index) }),
            .integers(nodes.map { Int64($0.level) }), .blobs(nodes.map(\.hash)),
        ])
    }

    // MARK: Names

    private static let keyInsert = PGInsert(
        "idempotency_key",
        ["partner": .int8, "key": .uuid, "event": .int8, "checksum": .int8, "method": .int8])

    private func insertKeys() -> PGRequest {
        Self.keyInsert([
            .integers(keys.map { Int64($0.name.partner.value) }),
            .identifiers(keys.map { CaseIdentifier(high: $0.name.high, low: $0.name.low) }),
            .integers(keys.map { Int64(bitPattern: $0.event.eventNumber) }),
            .integers(keys.map { RowChecksum.of($0.name, $0.event) }),
            .integers(keys.map { Int64($0.name.method.rawValue) }),
        ])
    }

    private static let referenceInsert = PGInsert(
        "external_reference",
        ["submitter": .int8, "event": .int8, "checksum": .int8, "reference": .text])

    private func insertReferences() -> PGRequest {
        Self.referenceInsert([
            .integers(externalReferences.map { Int64($0.submitter.value) }),
            .integers(externalReferences.map { Int64(bitPattern: $0.event.eventNumber) }),
            .integers(externalReferences.map { RowChecksum.of($0) }),
            .texts(externalReferences.map(\.text)),
        ])
    }

    // MARK: Erasure

    private func appendErasures(to requests: inout [PGRequest]) {
        if erasures.isEmpty { return }
        let events = erasures.flatMap(\.events)
        let rows = PGValue.integers(erasures.map { Int64(bitPattern: $0.caseRow) })
        requests.append(
            PGRequest(
                """
                UPDATE event SET fingerprint = f, salt = '', bytes = '', leaf = l, checksum = c
                FROM unnest($1::int8[], $2::bytea[], $3::bytea[], $4::int8[])
                    AS erased (n, f, l, c)
                WHERE number = n
                """,
                [
                    .integers(events.map(\.number)), .blobs(events.map { $0.origin?.fingerprint }),
                    .blobs(events.map(\.leaf)), .integers(events.map { RowChecksum.of($0) }),
                ]))
        requests.append(
            PGRequest(
                """
                DELETE FROM external_reference USING unnest($1::int8[], $2::text[])
                    AS erased (s, r)
                WHERE submitter = s AND reference = r
                """,
                [
                    .integers(erasures.map { Int64($0.submitter.value) }),
                    .texts(erasures.map(\.externalReference)),
                ]))
        requests.append(
            PGRequest(
                """
                UPDATE identity_read SET reason = ''
                WHERE case_row = ANY ($1::int8[]) AND reason <> ''
                """, [rows]))
        requests.append(
            PGRequest(
                """
                UPDATE commitment SET text = ''
                WHERE case_row = ANY ($1::int8[]) AND case_row IS NOT NULL
                """, [rows]))
        requests.append(
            PGRequest(
                """
                INSERT INTO erased_case SELECT * FROM unnest($1::uuid[]) ON CONFLICT DO NOTHING
                """, [.identifiers(erasures.map(\.identifier))]))
    }
}

extension EventRecord {
    /// Its row's number.
    fileprivate var number: Int64 {
        Int64(bitPattern: EventAddress(caseRow: caseRow, sequence: sequence).eventNumber)
    }
}
