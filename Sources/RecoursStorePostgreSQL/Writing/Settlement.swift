// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases
internal import RecoursStore

/// Settles what became of a batch whose COMMIT was not answered, or not waited for.
///
/// Not by looking: what is not there may yet come, and what is there may yet go. Behind the lock
/// that the batch held, its name is written once more. If it is taken, the batch was committed, and
/// is on every disk that counts once this commit is. If not, it is taken now: the batch never was,
/// and whatever is left of it can never be.
struct Settlement {
    private let options: PostgreSQLStoreOptions
    private static let pause = 0.1

    init(_ options: PostgreSQLStoreOptions) {
        self.options = options
    }

    /// Returns if the batch is committed. Throws `unavailable` if it never will be,
    /// `outcomeUnknown` if there was no telling in the time given.
    func settle(_ batch: CaseIdentifier) throws(StoreError) {
        let end = ContinuousClock.now + options.settlingTime
        var reason = StoreError.unavailable("The connection was lost in a COMMIT")
        while ContinuousClock.now < end {
            let isVoid: Bool
            do throws(PGError) {
                isVoid = try claims(batch, until: end)
            } catch {
                reason = StoreError(error)
                Thread.sleep(forTimeInterval: Self.pause)
                continue
            }
            if isVoid { throw .unavailable("The connection was lost before the COMMIT") }
            return
        }
        throw .unknownOutcome(reason)
    }

    private static let claim = """
        INSERT INTO batch (id, server, is_void, is_settled)
        VALUES ($1::uuid, $1::uuid, true, true)
        ON CONFLICT (id) DO UPDATE SET is_settled = true RETURNING is_void
        """

    /// Whether the batch's name was free; true or false only if that is committed everywhere.
    private func claims(
        _ batch: CaseIdentifier, until end: ContinuousClock.Instant
    ) throws(PGError) -> Bool {
        let connection = try PGSession.connect(options)
        let left = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
        connection.patience = left
        var hurried = options
        hurried.statementTime = left
        hurried.lockTime = left
        let results = try connection.run([
            PGRequest("BEGIN"), hurried.limits, PGRequest(PostgreSQLWriter.lock),
            PGRequest(Self.claim, [.identifier(batch)]), PGRequest("COMMIT"),
        ])
        guard results[4].tag == "COMMIT", let row = results[3].first else {
            throw PGError(sqlState: "40000", message: "COMMIT rolled the transaction back")
        }
        if let warning = connection.takeWarning() { throw .lost(warning) }
        return row.integer(0) != 0
    }
}
