// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Foundation
internal import RecoursStore
internal import Synchronization

/// Something that one server at a time does for all of a database: whoever has its lock, as long as
/// the connection lasts. When a server ends, another has the turn within some seconds.
///
/// A server that is cut off may think for some seconds that it still has a turn which another got:
/// what is done in it must bear being done twice.
package final class PostgreSQLTurn: Sendable {
    private static let pause = DispatchTimeInterval.seconds(1)
    /// How long an answer is waited for before the turn is given up.
    private static let patience = Duration.seconds(5)
    /// By its number among the store's locks.
    private static let request = PGRequest(
        "SELECT pg_try_advisory_lock(\(PostgreSQLMigrations.lockClass), 3)")

    private let has = Atomic(false)
    private let isClosed = Atomic(false)
    private let stop = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// Asks for the turn of telling people, on a thread of its own, until it is closed.
    package init(_ backend: PostgreSQLBackend) {
        let options = backend.options
        let thread = Thread { [self] in
            let session = PGSession(options)
            var holder: PGConnection?
            while !isClosed.load(ordering: .relaxed) {
                has.store(Self.ask(session, &holder), ordering: .relaxed)
                _ = stop.wait(timeout: .now() + Self.pause)
            }
            has.store(false, ordering: .relaxed)
            session.close()
            end.signal()
        }
        thread.name = "recours-turn"
        thread.start()
    }

    package var isOurs: Bool { has.load(ordering: .relaxed) }

    /// Gives the turn up; another may have it once this returns.
    package func close() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        stop.signal()
        end.wait()
    }

    /// - Parameter holder: the connection that has the lock.
    private static func ask(_ session: PGSession, _ holder: inout PGConnection?) -> Bool {
        do throws(StoreError) {
            let connection = try session.open()
            connection.patience = patience
            if connection === holder {
                _ = try session.rows(PGRequest("SELECT 1"))
                return true
            }
            holder = nil
            guard try session.rows(request).first?.integer(0) == 1 else { return false }
            holder = connection
            return true
        } catch {
            holder = nil
            session.close()
            return false
        }
    }
}
