// SPDX-License-Identifier: EUPL-1.2

import Foundation
import StoreContract
import Synchronization

/// Carries connections to a port on loopback, and loses the answers of one when told to.
final class Relay: Sendable {
    let port: Int
    private let listener: Int32
    private let target: Int
    private let losesAnswers = Atomic(false)

    init(to target: Int) throws {
        self.target = target
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Relay.loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else { throw ContractBreach("no port") }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in accept() }
    }

    /// From now on the server gets what is sent, its answers go nowhere, and a moment later the
    /// connection is cut; the next is carried as before.
    func loseAnswers() { losesAnswers.store(true, ordering: .sequentiallyConsistent) }

    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }

    private func accept() {
        while true {
            let client = Foundation.accept(listener, nil, nil)
            if client < 0 { return }
            let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = Relay.loopback(target)
            _ = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            Thread.detachNewThread { [self] in carry(from: client, to: server) { false } }
            Thread.detachNewThread { [self] in
                carry(from: server, to: client) {
                    self.losesAnswers.load(ordering: .sequentiallyConsistent)
                }
            }
        }
    }

    private func carry(from source: Int32, to target: Int32, losing: () -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count <= 0 { break }
            if losing() {
                // Time enough for the rest to be done before the cut.
                Thread.sleep(forTimeInterval: 0.5)
                losesAnswers.store(false, ordering: .sequentiallyConsistent)
                break
            }
            var done = 0
            while done < count {
                let written = buffer[done..<count].withUnsafeBytes {
                    send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if written <= 0 { break }
                done += written
            }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(target, Int32(SHUT_RDWR))
    }
}
