// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import NIOCore
internal import NIOPosix

/// Accepts connections on a thread of its own, and cuts there those who are not let in.
///
/// On a loop each of them would have a channel made and closed again, which costs a flood's victim
/// four times what it costs to accept and close; and would tear the loop from its calls. Whoever
/// comes first is accepted at once; after that the thread rests, so that many wake it once.
final class Acceptor: Sendable {
    /// Connections that a round takes at most.
    private static let aRound = 64
    private static let restMilliseconds: CInt = 5
    /// Without descriptors or memory left: the next try would fail as this one.
    private static let restAfterFailureMilliseconds: CInt = 1_000
    /// What is sent and not confirmed for so long ends a connection; milliseconds.
    private static let userTimeout: CInt = 30_000

    private let listening: CInt
    /// Closing the one end wakes the thread at the other.
    private let closing: (reader: CInt, writer: CInt)
    private let thread = NIOThreadPool(numberOfThreads: 1)

    /// Listens. Options of a listening socket are those of what it accepts.
    init(host: String, port: Int, backlog: Int) throws {
        let address = try SocketAddress.makeAddressResolvingHost(host, port: port)
        let family = address.protocol == .inet6 ? AF_INET6 : AF_INET
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        listening = try Self.checked("socket", socket(family, kind, 0))
        do {
            try Self.set(listening, SOL_SOCKET, SO_REUSEADDR, 1)
            try Self.set(listening, CInt(IPPROTO_TCP), TCP_NODELAY, 1)
            try Self.set(listening, CInt(IPPROTO_TCP), TCP_USER_TIMEOUT, Self.userTimeout)
            try Self.bind(listening, to: address)
            _ = try Self.checked("listen", listen(listening, CInt(clamping: backlog)))
            var ends: [CInt] = [-1, -1]
            _ = try Self.checked("pipe", pipe(&ends))
            for end in ends { Self.closeOnExec(end) }
            closing = (ends[0], ends[1])
        } catch {
            Glibc.close(listening)
            throw error
        }
    }

    /// The port it listens on.
    var port: Int {
        var storage = sockaddr_storage()
        return Self.filled(&storage) { getsockname(listening, $0, $1) } == 0
            ? Self.address(storage)?.port ?? 0 : 0
    }

    /// Accepts from now on.
    ///
    /// - Parameters:
    ///   - admit: on the acceptor's thread; false cuts.
    ///   - accepted: whose the descriptor is from then on; on the acceptor's thread.
    func start(
        admit: @escaping @Sendable (PeerAddress) -> Bool,
        accepted: @escaping @Sendable (CInt, PeerAddress) -> Void
    ) {
        thread.start()
        thread.submit { _ in
            while self.isReadable(within: -1) {
                let rest = self.takeRound(admit, accepted)
                // Whoever comes meanwhile waits in the listener's backlog.
                guard !self.isClosing(within: rest) else { return }
            }
        }
    }

    /// Accepts no more; who waits in the backlog is cut.
    func close() async {
        Glibc.close(closing.writer)
        try? await thread.shutdownGracefully()
        Glibc.close(closing.reader)
        Glibc.close(listening)
    }

    /// Takes who has come; how long to rest then, in milliseconds.
    private func takeRound(
        _ admit: (PeerAddress) -> Bool, _ accepted: (CInt, PeerAddress) -> Void
    ) -> CInt {
        var storage = sockaddr_storage()
        for _ in 0..<Self.aRound {
            let descriptor = Self.filled(&storage) { accept(listening, $0, $1) }
            guard descriptor >= 0 else {
                switch errno {
                // One who has gone again, or whose network failed; accept(2).
                case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET,
                    EHOSTUNREACH, EOPNOTSUPP, ENETUNREACH:
                    continue
                case EAGAIN: return Self.restMilliseconds
                default: return Self.restAfterFailureMilliseconds
                }
            }
            let peer = PeerAddress(Self.address(storage))
            if admit(peer) {
                Self.closeOnExec(descriptor)
                accepted(descriptor, peer)
            } else {
                Glibc.close(descriptor)
            }
        }
        return Self.restMilliseconds
    }

    // MARK: Waiting

    /// Waits until somebody has come; false if it is closing.
    private func isReadable(within milliseconds: CInt) -> Bool {
        var waited = [
            pollfd(fd: listening, events: Int16(POLLIN), revents: 0),
            pollfd(fd: closing.reader, events: 0, revents: 0),
        ]
        poll(&waited, 2, milliseconds)
        return waited[1].revents == 0
    }

    private func isClosing(within milliseconds: CInt) -> Bool {
        var waited = pollfd(fd: closing.reader, events: 0, revents: 0)
        poll(&waited, 1, milliseconds)
        return waited.revents != 0
    }

    // MARK: Addresses

    private static func checked(_ call: String, _ result: CInt) throws -> CInt {
        guard result >= 0 else { throw IOError(errnoCode: errno, reason: call) }
        return result
    }

    private static func set(_ socket: CInt, _ level: CInt, _ option: CInt, _ value: CInt) throws {
        var value = value
        let size = socklen_t(MemoryLayout<CInt>.size)
        _ = try checked("setsockopt", setsockopt(socket, level, option, &value, size))
    }

    /// Programs that the server starts do not inherit it.
    private static func closeOnExec(_ descriptor: CInt) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    private static func bind(_ socket: CInt, to address: SocketAddress) throws {
        func bind<Address>(_ address: Address) -> CInt {
            // Safe because bind reads the whole of a value that outlasts it.
            withUnsafeBytes(of: address) { bytes in
                Glibc.bind(
                    socket, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                    socklen_t(bytes.count))
            }
        }
        switch address {
        case .v4(let v4): _ = try checked("bind", bind(v4.address))
        case .v6(let v6): _ = try checked("bind", bind(v6.address))
        case .unixDomainSocket: throw IOError(errnoCode: EAFNOSUPPORT, reason: "bind")
        }
    }

    /// Has a call of the system fill in an address. Its pointers are safe because they do not leave
    /// the call, and because every address has room in a sockaddr_storage.
    private static func filled(
        _ storage: inout sockaddr_storage,
        // Safe because it is called before this returns.
        by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
    ) -> CInt {
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        // Safe because a sockaddr_storage is laid out to be seen as a sockaddr.
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
        }
    }

    private static func address(_ storage: sockaddr_storage) -> SocketAddress? {
        // Safe because the family says which address lies there, and none is larger.
        withUnsafeBytes(of: storage) { bytes in
            switch CInt(storage.ss_family) {
            case AF_INET: SocketAddress(bytes.load(as: sockaddr_in.self))
            case AF_INET6: SocketAddress(bytes.load(as: sockaddr_in6.self))
            default: nil
            }
        }
    }
}
