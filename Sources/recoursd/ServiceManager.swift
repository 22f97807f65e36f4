// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// Tells the service manager how things stand: the `sd_notify` protocol, which is one datagram
/// to the socket named in NOTIFY_SOCKET (sd_notify(3)). Without that variable it says nothing.
struct ServiceManager: Sendable {
    enum Notice: Sendable, Equatable {
        case ready
        case stopping
        /// Asked to reload; the manager wants the monotonic time of it, and `ready` afterwards.
        case reloading(monotonicMicroseconds: UInt64)
        case status(String)

        var text: String {
            switch self {
            case .ready: "READY=1"
            case .stopping: "STOPPING=1"
            case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
            case .status(let words): "STATUS=\(words)"
            }
        }
    }

    /// A path, or a name in the abstract space written with a leading "@".
    private let socketName: String?

    init(environment: [String: String]) {
        socketName = environment["NOTIFY_SOCKET"]
    }

    /// Sends a notice. It is advice: a manager that can't be reached must not stop the service,
    /// so a failure is told to the caller and goes no further.
    @discardableResult
    func tell(_ notice: Notice) -> Bool {
        guard let socketName, !socketName.isEmpty else { return false }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketName.utf8)
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard name.count < capacity else { return false }
        // Bytes of a tuple, because that is how C's array of the path comes to Swift.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard file >= 0 else { return false }
        defer { close(file) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let text = Array(notice.text.utf8)
        // A pointer, because sendto takes every kind of address as one to their common beginning.
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(file, text, text.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
        return sent == text.count
    }

    static func monotonicMicroseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
    }
}
