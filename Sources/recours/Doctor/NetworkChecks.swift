// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient

/// Looks up a name and knocks at a port, each apart, so that the failure names its layer.
struct NetworkChecks: Sendable {
    static let connectSeconds = 5

    private let host: String
    private let port: String

    init(_ endpoint: Endpoint) {
        host = endpoint.host
        port = String(endpoint.port)
    }

    /// Blocks for some seconds at most; nothing else happens in this process meanwhile.
    func run() -> [Finding] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found = addrinfo().ai_next
        let status = getaddrinfo(host, port, &hints, &found)
        guard status == 0 else {
            return [
                .fail(
                    .name,
                    .nameUnknown(
                        host, why: ForeignWords(text: String(cString: gai_strerror(status))).text),
                    .checkSpelling)
            ]
        }
        defer { freeaddrinfo(found) }
        var count = 0
        var lastError: CInt = 0
        var next = found
        while let address = next?.pointee {
            count += 1
            lastError = NetworkChecks.connectError(address)
            if lastError == 0 { break }
            next = address.ai_next
        }
        let named = Finding.ok(.name, .nameFound(host))
        guard lastError == 0, count > 0 else {
            return [
                named,
                .fail(
                    .tcp, .portSilent(port, why: SystemError.text(lastError)), .checkServer),
            ]
        }
        return [named, .ok(.tcp, .portAnswers(port))]
    }

    /// 0, or why no connection could be made.
    private static func connectError(_ address: addrinfo) -> CInt {
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        // Linux bounds a blocking connect by the sending time limit.
        var limit = timeval(tv_sec: connectSeconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        guard connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 else { return 0 }
        return errno == EINPROGRESS ? ETIMEDOUT : errno
    }
}
