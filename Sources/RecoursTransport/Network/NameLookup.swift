// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// Asks the system for a name's addresses.
enum NameLookup {
    /// In digits, each once, in the system's order; empty if there are none. Blocks, for as long as
    /// the system's own time limits allow.
    static func addresses(of host: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list = addrinfo().ai_next
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [String] = []
        var next = list
        while let entry = next?.pointee {
            if let digits = digits(of: entry), !found.contains(digits) { found.append(digits) }
            next = entry.ai_next
        }
        return found
    }

    /// With the zone of an address that needs one, as in `fe80::1%eth0`.
    private static func digits(of entry: addrinfo) -> String? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let status = getnameinfo(
            entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
        guard status == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
