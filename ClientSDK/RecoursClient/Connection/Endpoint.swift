// SPDX-License-Identifier: EUPL-1.2

/// Where a server listens.
package struct Endpoint: Sendable, Hashable {
    package let host: String
    package let port: Int

    /// Reads `host`, `host:port` or `[IPv6 address]:port`.
    package init(_ text: String) throws(RecoursError) {
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

    /// Reads one or more with commas between; what stands twice counts once.
    package static func list(_ text: String) throws(RecoursError) -> [Endpoint] {
        var endpoints: [Endpoint] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let endpoint = try Endpoint(trimmed(part))
            if !endpoints.contains(endpoint) { endpoints.append(endpoint) }
        }
        return endpoints
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    private static func malformed(_ text: String) -> RecoursError {
        RecoursError(
            code: .invalidArgument, message: "`\(text)` is not an endpoint",
            remedy: "Write it as host:port, for example recours.example.org:7443; "
                + "several servers with commas between.")
    }
}

extension Endpoint: CustomStringConvertible {
    /// `host:port`, with brackets around an IPv6 address.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
