// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// Records of files.
extension WriteSet {
    private static let evidenceInsert = PGInsert(
        "evidence",
        [
            "id": .uuid, "owner": .int8, "case_row": .int8, "size": .int8, "captured_at": .int8,
            "created_at": .int8, "erased_at": .int8, "checksum": .int8, "owner_kind": .int8,
            "media": .int8, "scan": .int8, "visibility": .int8, "channel": .int8,
            "sha256": .bytea, "name": .text, "source_url": .text,
        ],
        """
        ON CONFLICT (id) DO UPDATE SET case_row = excluded.case_row, name = excluded.name,
            scan = excluded.scan, visibility = excluded.visibility, channel = excluded.channel,
            captured_at = excluded.captured_at, source_url = excluded.source_url,
            checksum = excluded.checksum, erased_at = excluded.erased_at
        """)

    func appendEvidence(to requests: inout [PGRequest]) {
        if !evidence.isEmpty {
            let records = evidence.values.sorted { $0.identifier < $1.identifier }
            requests.append(
                Self.evidenceInsert([
                    .identifiers(records.map(\.identifier.column)),
                    .integers(records.map { Int64($0.owner.value) }),
                    .integers(records.map { $0.caseRow.map { Int64(bitPattern: $0) } }),
                    .integers(records.map { Int64(bitPattern: $0.size) }),
                    .integers(records.map { $0.capturedAt?.millisecondsSince1970 }),
                    .integers(records.map(\.createdAt.millisecondsSince1970)),
                    .integers(records.map { $0.erasedAt?.millisecondsSince1970 }),
                    .integers(records.map { Int64(bitPattern: $0.checksum) }),
                    .integers(records.map { Int64($0.ownerKind.rawValue) }),
                    .integers(records.map { Int64($0.media.rawValue) }),
                    .integers(records.map { Int64($0.scan.rawValue) }),
                    .integers(records.map { Int64($0.visibility.rawValue) }),
                    .integers(records.map { $0.channel.map { Int64($0.rawValue) } }),
                    .blobs(records.map(\.sha256)), .texts(records.map(\.name)),
                    .texts(records.map(\.sourceURL)),
                ]))
        }
        if !droppedEvidence.isEmpty {
            requests.append(
                PGRequest(
                    "DELETE FROM evidence WHERE id = ANY ($1::uuid[])",
                    [.identifiers(droppedEvidence.map(\.column))]))
        }
    }
}
