// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// The rows of works and claims: a statement a table, whatever their number.
extension ClaimWrites {
    private static let workInsert = PGInsert(
        "work",
        ["number": .int8, "id": .uuid, "registrant": .int8, "checksum": .int8, "body": .bytea])

    private static let claimInsert = PGInsert(
        "claim",
        [
            "number": .int8, "id": .uuid, "registrant": .int8, "work": .int8, "checksum": .int8,
            "body": .bytea,
        ],
        """
        ON CONFLICT (number) DO UPDATE SET checksum = excluded.checksum, body = excluded.body
        """)

    private static let listingInsert = PGInsert(
        "claim_listing",
        [
            "number": .int8, "id": .uuid, "claim": .int8, "registrant": .int8,
            "platform": .text, "listing": .text, "awaits": .bool, "report": .int8,
            "checksum": .int8, "body": .bytea,
        ],
        """
        ON CONFLICT (number) DO UPDATE SET awaits = excluded.awaits, report = excluded.report,
            checksum = excluded.checksum, body = excluded.body
        """)

    private static let callInsert = PGInsert(
        "claim_call",
        [
            "partner": .int8, "key": .bytea, "fingerprint": .bytea, "at": .int8,
            "result": .bytea, "checksum": .int8,
        ])

    func append(to requests: inout [PGRequest]) {
        if !works.isEmpty {
            requests.append(
                Self.workInsert([
                    .integers(works.map { Int64(bitPattern: $0.number) }),
                    .identifiers(works.map(\.identifier.value)),
                    .integers(works.map { Int64($0.registrant.value) }),
                    .integers(works.map { RowChecksum.of($0) }), .blobs(works.map(\.body)),
                ]))
        }
        if !claims.isEmpty {
            let records = claims.values.sorted { $0.number < $1.number }
            requests.append(
                Self.claimInsert([
                    .integers(records.map { Int64(bitPattern: $0.number) }),
                    .identifiers(records.map(\.identifier.value)),
                    .integers(records.map { Int64($0.registrant.value) }),
                    .integers(records.map { Int64(bitPattern: $0.work) }),
                    .integers(records.map { RowChecksum.of($0) }), .blobs(records.map(\.body)),
                ]))
        }
        appendListings(to: &requests)
        if !calls.isEmpty {
            requests.append(
                Self.callInsert([
                    .integers(calls.map { Int64($0.partner.value) }),
                    .blobs(calls.map(\.origin.key)), .blobs(calls.map(\.origin.fingerprint)),
                    .integers(calls.map(\.at.millisecondsSince1970)),
                    .blobs(calls.map(\.result)), .integers(calls.map { RowChecksum.of($0) }),
                ]))
        }
    }

    private func appendListings(to requests: inout [PGRequest]) {
        if listings.isEmpty { return }
        let records = listings.values.sorted { $0.number < $1.number }
        requests.append(
            Self.listingInsert([
                .integers(records.map { Int64(bitPattern: $0.number) }),
                .identifiers(records.map(\.identifier.value)),
                .integers(records.map { Int64(bitPattern: $0.name.claim) }),
                .integers(records.map { Int64($0.registrant.value) }),
                .texts(records.map(\.name.platform)),
                .texts(records.map(\.name.platformListingIdentifier)),
                .flags(records.map(\.awaitsReview)),
                .integers(records.map { $0.report.map { Int64(bitPattern: $0) } }),
                .integers(records.map { RowChecksum.of($0) }), .blobs(records.map(\.body)),
            ]))
    }
}
