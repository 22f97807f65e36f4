// SPDX-License-Identifier: EUPL-1.2

/// One server: an endpoint, and one of the addresses that its name has.
struct ServerAddress: Sendable, Hashable {
    let endpoint: Endpoint
    /// Nil while none was found; then the name is looked up when connecting.
    var address: String?
}

extension ServerAddress: CustomStringConvertible {
    /// `host:port`, and the address if the host is a name.
    var description: String {
        guard let address, address != endpoint.host else { return endpoint.description }
        return "\(endpoint) (\(address))"
    }
}
