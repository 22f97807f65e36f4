// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Reads from the replica, if that is near enough when a snapshot begins.
///
/// The place is asked for before the snapshot, which so is no older, and on the same connection: a
/// new one may lead to another machine.
final class ReplicaReader: PostgreSQLReader {
    private let replica: PostgreSQLReplica
    private var here: UInt64 = 0

    init(_ replica: PostgreSQLReplica, _ session: PGSession, _ cipher: PublicNumberCipher) {
        self.replica = replica
        super.init(session, cipher)
    }

    override func beginSnapshot() throws(StoreError) {
        let connection = try session.open()
        here = try replica.place(at: connection)
        _ = try PGSession.translating { () throws(PGError) in
            try connection.run([Self.begin, session.options.limits])
        }
    }

    override func place() -> UInt64? { here }
}
