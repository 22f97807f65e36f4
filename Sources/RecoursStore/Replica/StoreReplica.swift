// SPDX-License-Identifier: EUPL-1.2

/// A copy of the database that follows it at a distance, for reads of what may be a little old.
package protocol StoreReplica: AnyObject, Sendable {
    /// Whether it is there, and near enough. Quick.
    var isNear: Bool { get }
    /// How long ago it had all that was committed, and why it is not asked, if it isn't.
    var state: ReplicaState { get }
    /// A reader of its own for one thread. Its snapshots are near enough, or do not begin:
    /// `unavailable`.
    func makeReader() throws(StoreError) -> sending any StoreReader
}

/// What is known of a replica.
package struct ReplicaState: Sendable, Hashable {
    /// How long ago it certainly had all that was committed; nil: nobody knows.
    package var behind: Duration?
    /// Why it is not asked; nil: it is.
    package var trouble: String?

    package init(behind: Duration?, trouble: String?) {
        self.behind = behind
        self.trouble = trouble
    }
}

/// How often reads that may be a little old were served by a replica, and how often not.
package struct ReplicaUse: Sendable, Hashable {
    package var replica: UInt64
    package var primary: UInt64

    package init(replica: UInt64, primary: UInt64) {
        self.replica = replica
        self.primary = primary
    }
}

extension StoreBackend {
    /// None.
    package var replica: (any StoreReplica)? { nil }
}

extension StoreReader {
    /// There is one copy only.
    package func place() throws(StoreError) -> UInt64? { nil }
}

extension StoreReader {
    /// The rows are near.
    package func prepare(_ references: [CaseReference]) {}
}
