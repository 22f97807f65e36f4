// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// A connection, and whom it leads to.
struct LiveServer: Sendable {
    let connection: ClientConnection
    let address: ServerAddress
}

/// One round through a client's servers: each that is not left alone is tried once, until one
/// serves.
struct ServerSearch: Sendable {
    /// For the end of a connection that is not wanted after all.
    private static var farewell: Duration { .seconds(1) }

    let connector: Connector

    /// Nil if nobody can be had; the book knows why. `limit` is when whoever waits for it gives up;
    /// nil: not before the round is over.
    func find(
        in book: inout AddressBook, until limit: ContinuousClock.Instant?
    ) async -> LiveServer? {
        var chance = SystemRandomNumberGenerator()
        book.update(await connector.lookUp(book.servers), using: &chance)
        var time = connector.connectTimeout
        if let limit { time = min(time, limit - .now) }
        var tried: Set<ServerAddress> = []
        /// Somebody who only reads, if nobody else is there.
        var reader: LiveServer?
        while let address = book.next(at: .now, besides: tried) {
            tried.insert(address)
            let patience = book.patience(
                with: address, within: book.servers.count > 1 ? time : connector.connectTimeout)
            do throws(CallFailure) {
                let found = try await attempt(
                    address, within: patience, asking: book.mustBeAsked(address))
                guard found.onlyReads else {
                    leave(reader)
                    book.connected(to: address, at: .now)
                    return found.server
                }
                book.left(address)
                if reader == nil { reader = found.server } else { leave(found.server) }
            } catch {
                book.failed(address, error, at: .now, using: &chance)
            }
        }
        if let reader { book.connected(to: reader.address, at: .now) }
        return reader
    }

    private func attempt(
        _ address: ServerAddress, within patience: Duration, asking isAsked: Bool
    ) async throws(CallFailure) -> (server: LiveServer, onlyReads: Bool) {
        let end = ContinuousClock.now + patience
        let server = LiveServer(
            connection: try await connector.connect(to: address, within: patience),
            address: address)
        guard isAsked else { return (server, false) }
        do throws(CallFailure) {
            return (server, try await onlyReads(server.connection, until: end))
        } catch {
            leave(server)
            throw error
        }
    }

    /// Asks for a server's state. Throws if it does not serve, or does not say so in time.
    private func onlyReads(
        _ connection: ClientConnection, until end: ContinuousClock.Instant
    ) async throws(CallFailure) -> Bool {
        do throws(CallFailure) {
            let answer = try await HealthServiceStub(caller: connection).check(
                HealthCheckRequest(), CallOptions(timeout: max(end - .now, .milliseconds(100))))
            if answer.state == .draining { throw .stopping }
            return answer.state == .readOnly
        } catch {
            switch error.status.code {
            case .unavailable: throw error
            case .deadlineExceeded: throw .silent
            // It cannot say, or will not tell us.
            default: return false
            }
        }
    }

    private func leave(_ server: LiveServer?) {
        guard let connection = server?.connection else { return }
        Task { await connection.drain(within: Self.farewell) }
    }
}

extension CallFailure {
    fileprivate static let stopping = CallFailure(
        RPCStatus(.unavailable, "The server is about to stop."), origin: .connection,
        safeToRetry: true)
    fileprivate static let silent = CallFailure(
        RPCStatus(.unavailable, "The server did not say in time whether it serves."),
        origin: .connection, safeToRetry: true)
}
