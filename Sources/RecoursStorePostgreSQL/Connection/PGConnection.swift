// SPDX-License-Identifier: EUPL-1.2

internal import CPostgreSQL
internal import Foundation

/// A connection to PostgreSQL, always in pipeline mode: what is asked together costs one round
/// trip.
///
/// For one thread at a time. Statements are prepared when they are first used, and everything
/// travels in the binary format. Only this file and `PGResult` know libpq.
final class PGConnection {
    /// What answers are still to come.
    private enum Awaited {
        case preparation(sql: String, name: String)
        case rows
    }

    private let handle: OpaquePointer
    private let notices = PGNotices()
    private var prepared: [String: String] = [:]
    private var preparations = 0
    private var awaited: [Awaited] = []
    /// How often answers were waited for: what the distance to the database is paid for.
    private(set) var roundTrips = 0
    /// Of no use any more.
    private(set) var isLost = false
    /// How long an answer is waited for before the connection is given up; nil: for ever.
    var patience: Duration?

    /// - Parameter parameters: libpq's, in an order in which the last of several values counts.
    init(_ parameters: [(name: String, value: String)]) throws(PGError) {
        let names = parameters.map { strdup($0.name) }
        let values = parameters.map { strdup($0.value) }
        defer { for word in names + values { free(word) } }
        func list(_ words: [UnsafeMutablePointer<CChar>?]) -> [UnsafePointer<CChar>?] {
            words.map { UnsafePointer($0) } + [nil]
        }
        guard let handle = PQconnectdbParams(list(names), list(values), 1) else {
            throw .lost("No memory for a connection")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(handle))
            PQfinish(handle)
            throw .lost(message.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        self.handle = handle
        // Not retained because the object lives as long as the connection that tells it.
        let receiver = Unmanaged.passUnretained(notices).toOpaque()
        _ = PQsetNoticeReceiver(handle, PGNotices.take, receiver)
        guard PQenterPipelineMode(handle) == 1 else { throw .lost("No pipeline mode") }
    }

    deinit { PQfinish(handle) }

    /// Its number on the server, as `pg_stat_activity` shows it.
    var processNumber: Int32 { PQbackendPID(handle) }

    var serverVersion: Int32 { PQserverVersion(handle) }

    /// Whether there was a warning since this was asked last.
    func takeWarning() -> String? { notices.takeWarning() }

    // MARK: Statements

    /// Runs statements in one round trip; the first that fails keeps those after it from running.
    func run(_ requests: [PGRequest]) throws(PGError) -> [PGResult] {
        try send(requests)
        return try receive()
    }

    /// Sends statements, whose answers are fetched by `receive` or thrown away by the next `send`.
    func send(_ requests: [PGRequest]) throws(PGError) {
        // What the answers said is of no interest any more; that the connection is lost is.
        if !awaited.isEmpty { _ = try results() }
        var named: [String: String] = [:]
        for request in requests {
            var name = prepared[request.sql] ?? named[request.sql]
            if name == nil {
                preparations += 1
                let new = "s\(preparations)"
                try check(PQsendPrepare(handle, new, request.sql, 0, nil))
                awaited.append(.preparation(sql: request.sql, name: new))
                named[request.sql] = new
                name = new
            }
            try send(name ?? "", request.arguments)
            awaited.append(.rows)
        }
        try check(PQpipelineSync(handle))
    }

    private func send(_ name: String, _ arguments: PGArguments) throws(PGError) {
        let sent = arguments.bytes.withUnsafeBytes { bytes in
            let base = bytes.bindMemory(to: CChar.self).baseAddress
            // What is there but empty needs an address too, or it would be NULL.
            let values = arguments.starts.map { start in
                start.flatMap { start in base.map { $0 + start } ?? PGConnection.empty }
            }
            let formats = [Int32](repeating: 1, count: values.count)
            return PQsendQueryPrepared(
                handle, name, Int32(values.count), values, arguments.lengths, formats, 1)
        }
        try check(sent)
    }

    /// Any address but none: nothing is read there.
    private static var empty: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }

    /// The rows of each statement sent. Throws the error of the first that failed.
    func receive() throws(PGError) -> [PGResult] {
        let (results, failure) = try results()
        if let failure { throw failure }
        return results
    }

    /// Runs several statements of one text, without parameters and rows: migrations.
    func script(_ sql: String) throws(PGError) {
        if !awaited.isEmpty { _ = try results() }
        guard PQexitPipelineMode(handle) == 1 else { throw lose() }
        guard let pointer = PQexec(handle, sql) else { throw lose() }
        let result = PGResult(pointer)
        guard PQenterPipelineMode(handle) == 1 else { throw lose() }
        guard result.isSuccess else {
            throw PGError(sqlState: result.sqlState, message: result.message)
        }
    }

    // MARK: Answers

    private func results() throws(PGError) -> ([PGResult], PGError?) {
        let expected = awaited
        awaited = []
        roundTrips += 1
        var results: [PGResult] = []
        var failure: PGError?
        for step in expected {
            guard let result = try nextResult() else { throw lose() }
            // The server ends the connection with these.
            if result.isFatal { throw lose(result.message) }
            guard try nextResult() == nil else { throw lose("An answer too many came") }
            if !result.isSuccess, !result.isSkipped, failure == nil {
                failure = PGError(sqlState: result.sqlState, message: result.message)
            }
            switch step {
            case .rows: results.append(result)
            case .preparation(let sql, let name): if result.isSuccess { prepared[sql] = name }
            }
        }
        guard let end = try nextResult(), end.isPipelineEnd else { throw lose() }
        return (results, failure)
    }

    /// Nil at the end of a statement.
    private func nextResult() throws(PGError) -> PGResult? {
        let end = patience.map { ContinuousClock.now + $0 }
        while PQisBusy(handle) == 1 {
            guard waitForInput(until: end) else { throw lose("No answer came in time") }
            if PQconsumeInput(handle) == 0 { throw lose() }
        }
        let result = PQgetResult(handle).map(PGResult.init)
        guard PQstatus(handle) == CONNECTION_OK else { throw lose(result?.message) }
        return result
    }

    /// Waits until something comes; false if that was not until the instant.
    private func waitForInput(until end: ContinuousClock.Instant?) -> Bool {
        while true {
            var wait: Int32 = -1
            if let end {
                let left = ContinuousClock.now.duration(to: end)
                guard left > .zero else { return false }
                wait = left.pollMilliseconds
            }
            var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            if poll(&socket, 1, wait) > 0 { return true }
        }
    }

    private func check(_ success: Int32) throws(PGError) {
        if success != 1 { throw lose() }
    }

    /// Gives the connection up.
    private func lose(_ reason: String? = nil) -> PGError {
        isLost = true
        let message = reason ?? String(cString: PQerrorMessage(handle))
        return .lost(message.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    // MARK: Notifications

    /// Waits for a notification, for input at another descriptor, or for the time.
    ///
    /// - Returns: what notifications said.
    func notifications(
        orInputAt other: Int32, within wait: Duration
    ) throws(PGError) -> [String] {
        // Some may have come with the answers of a statement.
        let early = takeNotifications()
        if !early.isEmpty { return early }
        var sockets = [
            pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0),
            pollfd(fd: other, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&sockets, 2, wait.pollMilliseconds)
        guard PQconsumeInput(handle) == 1, PQstatus(handle) == CONNECTION_OK else { throw lose() }
        return takeNotifications()
    }

    private func takeNotifications() -> [String] {
        var payloads: [String] = []
        while let notification = PQnotifies(handle) {
            if let text = notification.pointee.extra { payloads.append(String(cString: text)) }
            PQfreemem(notification)
        }
        return payloads
    }
}

extension Duration {
    /// As `poll` wants it: rounded up, lest it asks again and again in the last millisecond.
    fileprivate var pollMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        return Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
}

/// Hears what a server says beside its answers.
private final class PGNotices {
    private var warning: String?

    func takeWarning() -> String? {
        defer { warning = nil }
        return warning
    }

    /// libpq's callback, on the connection's own thread.
    static let take: PQnoticeReceiver = { argument, result in
        guard let argument, let result, let severity = recours_pg_severity(result),
            String(cString: severity) == "WARNING"
        else { return }
        // Not retained because the connection that tells of it holds it.
        let notices = Unmanaged<PGNotices>.fromOpaque(argument).takeUnretainedValue()
        notices.warning = recours_pg_message(result).map { String(cString: $0) } ?? ""
    }
}
