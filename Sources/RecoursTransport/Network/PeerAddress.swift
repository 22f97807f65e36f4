// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// Where a connection comes from.
package struct PeerAddress: Sendable {
    let network: PeerNetwork
    private let address: SocketAddress?

    package init(_ address: SocketAddress?) {
        self.address = address
        network = PeerNetwork(address?.ipAddress)
    }

    /// Address and port, as logs have them. Made only when asked for: one who is cut is not worth
    /// it.
    var text: String { "\(address?.ipAddress ?? ""):\(address?.port ?? 0)" }
}

/// What one party may be behind: an IPv4 address, or the 64 bits of IPv6 that a line is given
/// whole.
struct PeerNetwork: Hashable, Sendable {
    private let name: String

    /// - Parameter address: as the system writes it; what has none is of one network.
    init(_ address: String?) {
        guard let address, address.utf8.contains(UInt8(ascii: ":")) else {
            name = address ?? ""
            return
        }
        // An IPv4 peer of a listener on [::] has its address behind ::ffff:0:0/96.
        if let last = address.split(separator: ":").last, last.utf8.contains(UInt8(ascii: ".")) {
            name = String(last)
            return
        }
        // Two colons in a row stand for the groups that are missing, all of them nought.
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        let head = groups.prefix { !$0.isEmpty }
        let tail = groups.dropFirst(head.count).filter { !$0.isEmpty }
        let noughts = Array(repeating: Substring("0"), count: max(0, 8 - head.count - tail.count))
        name = (head + noughts + tail).prefix(4).joined(separator: ":")
    }
}
