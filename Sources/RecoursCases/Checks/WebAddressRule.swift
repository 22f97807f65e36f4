// SPDX-License-Identifier: EUPL-1.2

/// Absolute http and https addresses, as RFC 3986 writes them and people paste them.
package enum WebAddressRule {
    /// Absolute, with a host, at most 2,048 bytes, without user information (which hides where an
    /// address leads, and may be a password).
    package static func breach(_ text: String) -> Breach? {
        let count = text.utf8.count
        guard count <= CaseLimits.urlBytes else {
            return Breach(.tooLong, limit: CaseLimits.urlBytes, actual: count)
        }
        // Absent, or one that no browser would take over from text.
        guard text.utf8.allSatisfy(isPlain), let parts = WebAddressParts(text.utf8) else {
            return Breach(.urlForm)
        }
        if parts.authority.contains(UInt8(ascii: "@")) { return Breach(.urlUserInformation) }
        return parts.hasHost ? nil : Breach(.urlForm)
    }

    /// A copy by which two addresses of one page are found equal: scheme and host in lower case, no
    /// default port, no fragment, no `utm_…` parameters, "/" for an empty path. Nil if the address
    /// breaks the rule above.
    package static func normalised(_ text: String) -> String? {
        guard breach(text) == nil, let parts = WebAddressParts(text.utf8) else { return nil }
        var bytes = Array((parts.isSecure ? "https://" : "http://").utf8)
        bytes.append(contentsOf: parts.host.map(\.lowercased))
        if !parts.port.isEmpty, !parts.port.elementsEqual(parts.isSecure ? "443".utf8 : "80".utf8) {
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: parts.port)
        }
        if parts.path.isEmpty { bytes.append(UInt8(ascii: "/")) }
        bytes.append(contentsOf: parts.path)
        let kept = parts.query.split(separator: UInt8(ascii: "&"))
            .filter { !$0.prefix(4).map(\.lowercased).elementsEqual("utm_".utf8) }
        if !kept.isEmpty {
            bytes.append(UInt8(ascii: "?"))
            bytes.append(contentsOf: kept.joined(separator: CollectionOfOne(UInt8(ascii: "&"))))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// No space, control character or delimiter that ends an address in running text. Bytes of
    /// other alphabets pass: addresses are pasted from a browser's bar, not encoded by hand.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, 0x7F: false
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"):
            false
        default: true
        }
    }
}

/// Where the parts of an http(s) address lie. Nothing is copied.
private struct WebAddressParts {
    typealias Bytes = Substring.UTF8View

    let isSecure: Bool
    let authority: Bytes
    let host: Bytes
    /// Digits without colon, or empty.
    let port: Bytes
    let path: Bytes
    /// Without question mark.
    let query: Bytes
    private let portIsRight: Bool

    /// Nil unless the text begins with one of the two schemes.
    init?(_ whole: String.UTF8View) {
        let secure = "https://".utf8
        let plain = "http://".utf8
        let isSecure = whole.lazy.prefix(secure.count).map(\.lowercased).elementsEqual(secure)
        guard isSecure || whole.lazy.prefix(plain.count).map(\.lowercased).elementsEqual(plain)
        else { return nil }
        self.isSecure = isSecure
        let rest = Substring(whole.dropFirst(isSecure ? secure.count : plain.count)).utf8
        let end = rest.firstIndex(where: WebAddressParts.endsAuthority) ?? rest.endIndex
        self.authority = rest[..<end]
        let beforeFragment = rest[end...].prefix { $0 != UInt8(ascii: "#") }
        self.path = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
        self.query = beforeFragment[path.endIndex...].dropFirst()

        // The colon of a port comes after the bracket of an IPv6 address.
        let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        let colon = authority[bracket...].lastIndex(of: UInt8(ascii: ":"))
        self.host = authority[..<(colon ?? authority.endIndex)]
        let port = authority[(colon ?? authority.endIndex)...].dropFirst()
        self.port = port
        let number = port.count <= 5 ? port.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 99_999) } : 0
        self.portIsRight = colon == nil || (1...65_535).contains(number)
    }

    /// A name of letters, digits, dashes and dots (or of another alphabet), each label 1 to 63
    /// bytes; or an IPv6 address in brackets.
    var hasHost: Bool {
        guard portIsRight, !host.isEmpty, host.count <= 255 else { return false }
        if host.first == UInt8(ascii: "[") {
            return host.last == UInt8(ascii: "]") && host.count >= 4
                && host.dropFirst().dropLast().allSatisfy {
                    $0.hexadecimalDigit != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
                }
        }
        var label = 0
        for byte in host {
            if byte == UInt8(ascii: ".") {
                guard label > 0 else { return false }
                label = 0
                continue
            }
            guard
                byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    || byte >= 0x80
            else { return false }
            label += 1
            guard label <= 63 else { return false }
        }
        // A last, empty label is the root's and is allowed; the host alone cannot be one.
        return host.first != UInt8(ascii: ".")
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
}
