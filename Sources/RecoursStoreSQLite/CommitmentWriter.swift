// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes what a batch changes of commitments.
final class CommitmentWriter {
    private let put: SQLiteStatement
    private let putStep: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        put = try SQLiteStatement(
            connection.handle,
            """
            INSERT INTO commitment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET state = excluded.state
            """)
        putStep = try SQLiteStatement(
            connection.handle, "INSERT INTO commitment_change VALUES (?, ?, ?, ?, ?, ?, ?)")
    }

    func write(_ record: CommitmentRecord) throws(StoreError) {
        let commitment = record.commitment
        put.bind(1, record.number)
        put.bind(2, commitment.identifier)
        put.bind(3, commitment.platformSlug)
        put.bind(4, commitment.text)
        put.bind(5, record.caseRow.map(Int64.init(clamping:)))
        bind(commitment.scope)
        put.bind(10, Int64(commitment.dueOn.dayNumber))
        put.bind(11, Int64(commitment.state.rawValue))
        put.bind(12, record.origin?.key)
        put.bind(13, record.origin?.fingerprint)
        try put.run()
        for (place, step) in commitment.history.enumerated().dropFirst(record.storedSteps) {
            putStep.bind(1, record.number)
            putStep.bind(2, Int64(place))
            putStep.bind(3, step.at.millisecondsSince1970)
            switch step.actor {
            case .system:
                putStep.bind(4, 0 as Int64)
                putStep.bind(5, "")
            case .partner(let partner):
                putStep.bind(4, Int64(partner.kind.rawValue))
                putStep.bind(5, partner.slug)
            }
            putStep.bind(6, Int64(step.state.rawValue))
            putStep.bind(7, step.reason)
            try putStep.run()
        }
    }

    private func bind(_ scope: CommitmentScope) {
        put.bind(6, nil as [UInt8]?)
        put.bind(7, nil as Int64?)
        put.bind(8, nil as [UInt8]?)
        put.bind(9, nil as Int64?)
        put.bind(14, nil as [UInt8]?)
        put.bind(15, nil as [UInt8]?)
        switch scope {
        case .caseFile(let identifier, let number):
            put.bind(6, high: identifier.high, low: identifier.low)
            put.bind(7, number.value)
        case .campaign(let identifier):
            put.bind(8, high: identifier.high, low: identifier.low)
        case .category(let category): put.bind(9, Int64(category.rawValue))
        case .claim(let claim, let listing):
            put.bind(14, claim.bytes)
            put.bind(15, listing.bytes)
        }
    }
}
