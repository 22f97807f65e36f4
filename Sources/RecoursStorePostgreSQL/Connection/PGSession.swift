// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// A connection that is made anew when it is lost. For one thread at a time.
final class PGSession {
    let options: PostgreSQLStoreOptions
    private var connection: PGConnection?
    /// After a connection could not be made none is tried for a moment: whoever waits hears so.
    private var pause: (until: ContinuousClock.Instant, reason: StoreError)?
    /// What goes before the next statement, in its round trip.
    private var opening: [PGRequest] = []
    private static let pauseTime = Duration.milliseconds(500)

    init(_ options: PostgreSQLStoreOptions) {
        self.options = options
    }

    /// The connection as it is, or a new one.
    func open() throws(StoreError) -> PGConnection {
        if let connection, !connection.isLost { return connection }
        connection = nil
        if let pause, ContinuousClock.now < pause.until { throw pause.reason }
        do throws(PGError) {
            let new = try Self.connect(options)
            connection = new
            pause = nil
            return new
        } catch {
            let reason = StoreError(error)
            pause = (.now + Self.pauseTime, reason)
            throw reason
        }
    }

    /// The connection if there is one.
    var current: PGConnection? { connection.flatMap { $0.isLost ? nil : $0 } }

    func close() { connection = nil }

    /// A statement's rows, on the connection as it is.
    func rows(_ request: PGRequest) throws(StoreError) -> PGResult {
        guard let rows = try run([request]).last else { throw .internalError("No result") }
        return rows
    }

    /// Runs statements in one round trip; see `PGConnection.run`.
    func run(_ requests: [PGRequest]) throws(StoreError) -> [PGResult] {
        if !opening.isEmpty {
            let opening = self.opening
            self.opening = []
            return Array(try begin(opening + requests).dropFirst(opening.count))
        }
        guard let connection = current else {
            // What was begun on the lost one is gone; what would follow would be half of it.
            throw .unavailable("The connection was lost within a transaction")
        }
        return try Self.translating { () throws(PGError) in try connection.run(requests) }
    }

    /// Runs statements of which the first begins a transaction. A connection that has died since it
    /// was used last is found out so, and replaced: nothing was done yet.
    func begin(_ requests: [PGRequest]) throws(StoreError) -> [PGResult] {
        let connection = try open()
        do throws(PGError) {
            return try connection.run(requests)
        } catch {
            guard error.isLost else { throw StoreError(error) }
        }
        _ = try open()
        return try run(requests)
    }

    /// Begins a transaction with the next statement.
    func beginLater(_ requests: [PGRequest]) { opening = requests }

    /// Ends a transaction, if it has begun; nobody waits for the answer.
    func end(_ request: PGRequest) {
        guard opening.isEmpty else {
            opening = []
            return
        }
        // If it cannot be sent the connection is lost, and what it would have ended with it.
        try? current?.send([request])
    }

    /// Runs what a connection does, and says its errors in the store's words.
    static func translating<Value>(
        _ body: () throws(PGError) -> Value
    ) throws(StoreError) -> Value {
        do throws(PGError) {
            return try body()
        } catch {
            throw StoreError(error)
        }
    }

    /// A connection with the store's settings.
    static func connect(_ options: PostgreSQLStoreOptions) throws(PGError) -> PGConnection {
        let connection = try PGConnection(options.parameters)
        // The server gives a statement up first, and can say why.
        connection.patience = options.statementTime + options.lockTime + .seconds(5)
        _ = try connection.run([PGRequest(settings)])
        return connection
    }

    /// An answer is on disk, here and on the standbys that count. Every statement of the store's
    /// has an index, whose use must not depend on how small a table was when its plan was made.
    private static let settings = """
        SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
            set_config('client_connection_check_interval', '2s', false),
            set_config('client_min_messages', 'warning', false),
            set_config('plan_cache_mode', 'force_generic_plan', false),
            set_config('enable_seqscan', 'off', false),
            set_config('enable_hashjoin', 'off', false),
            set_config('enable_mergejoin', 'off', false), set_config('jit', 'off', false)
        """
}

extension PostgreSQLStoreOptions {
    /// Limits a transaction from its second statement on, and says whether commits wait for
    /// standbys.
    var limits: PGRequest {
        PGRequest(
            """
            SELECT set_config('statement_timeout', $1::text, true),
                set_config('lock_timeout', $2::text, true),
                set_config('idle_in_transaction_session_timeout', $3::text, true),
                current_setting('synchronous_standby_names') <> ''
            """,
            [.text(statementTime.setting), .text(lockTime.setting), .text(idleTime.setting)])
    }
}
