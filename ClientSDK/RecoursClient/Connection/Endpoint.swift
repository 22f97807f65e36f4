// SPDX-License-Identifier: EUPL-1.2

/// Where a server listens.
struct Endpoint: Sendable, Hashable {
    let host: String
    let port: Int

    /// Reads `host`, `host:port` or `[IPv6 address]:port`.
    init(_ text: String) throws(RecoursError) {
        var host = Substring(text)
        var port = RecoursClient.defaultPort
        if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]"),
            text.hasPrefix("[") || text.firstIndex(of: ":") == colon
        {
            guard let number = UInt16(text[text.index(after: colon)...]), number > 0 else {
                throw Endpoint.malformed(text)
            }
            host = text[..<colon]
            port = Int(number)
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, !host.contains(where: \.isWhitespace) else {
            throw Endpoint.malformed(text)
        }
        self.host = String(host)
        self.port = port
    }

    private static func malformed(_ text: String) -> RecoursError {
        RecoursError(
            code: .invalidArgument, message: "`\(text)` is not an endpoint",
            remedy: "Write it as host:port, for example recours.example.org:7443.")
    }
}
