// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases

/// Where a store in PostgreSQL is, and how long it may take.
package struct PostgreSQLStoreOptions: Sendable {
    /// A connection string or URI of libpq's; its service and password files and environment count
    /// as well. It may name several hosts: the one that takes writes is used.
    package var connection: String
    /// The same of a streaming standby that may be read where it matters little that it is behind;
    /// nil: the primary answers all.
    package var replica: String?
    /// How far behind that may be.
    package var replicaStaleness: Duration = .seconds(5)
    /// Whether the connection is to a standby: who takes no writes will do.
    var isReplica = false
    /// How long a statement may take, and how long it may wait for a lock. Not a COMMIT: what it
    /// waits for may not be given up.
    package var statementTime: Duration = .seconds(30)
    package var lockTime: Duration = .seconds(10)
    /// How long a server that has gone silent between two statements may keep the others waiting.
    package var idleTime: Duration = .seconds(3)
    /// How long it is tried to learn what became of a COMMIT that was not answered.
    package var settlingTime: Duration = .seconds(20)
    /// What `pg_stat_activity` shows of its connections.
    var name = PostgreSQLStoreOptions.serverName
    /// That of a server's.
    static let serverName = "recoursd"
    /// Rows that a list fetches at a time.
    package var pageRows = 64

    /// The clock by which batches are named.
    var now: @Sendable () -> Instant = { .ofMachine }

    package init(connection: String) {
        self.connection = connection
    }

    /// What libpq is given. Of several values the last counts, so the connection string stands
    /// between what it may change and what it may not.
    var parameters: [(name: String, value: String)] {
        [
            // A primary that is gone without a word is noticed within five seconds.
            ("connect_timeout", isReplica ? "2" : "5"), ("keepalives_idle", "2"),
            ("keepalives_interval", "1"), ("keepalives_count", "3"), ("tcp_user_timeout", "5000"),
            ("target_session_attrs", isReplica ? "any" : "read-write"),
            ("dbname", connection), ("client_encoding", "UTF8"), ("application_name", name),
        ]
    }
}

extension Duration {
    /// Whole milliseconds, as PostgreSQL's settings want them; at least one, for 0 is no limit.
    var setting: String {
        let (seconds, attoseconds) = components
        return "\(max(1, seconds * 1_000 + attoseconds / 1_000_000_000_000_000))"
    }
}

extension Instant {
    /// The machine's clock.
    fileprivate static var ofMachine: Instant {
        Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}
