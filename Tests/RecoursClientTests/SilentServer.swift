// SPDX-License-Identifier: EUPL-1.2

import Glibc

/// A port of the loopback interface whose connections are accepted, and never answered.
final class SilentServer: Sendable {
    private let descriptor: CInt
    let endpoint: String

    struct NotStarted: Error {}

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                // The kernel completes connections up to the backlog; nobody takes them.
                bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isListening else { throw NotStarted() }
        endpoint = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }

    /// How many have come since this was last asked.
    func countConnections() -> Int {
        var count = 0
        while true {
            let connection = accept(descriptor, nil, nil)
            guard connection >= 0 else { return count }
            close(connection)
            count += 1
        }
    }

    deinit { close(descriptor) }
}
