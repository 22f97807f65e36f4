// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages

/// Words in what partners write, by which it is known whose it is: `{c:7}` in what is said of case
/// 7, `{i:7}` in its complainant's name, `{n:9}` in the confidential note of command 9.
enum Canaries {
    struct Canary: Hashable {
        let kind: UInt8
        let number: Int
    }

    static let caseWord = UInt8(ascii: "c")
    static let identity = UInt8(ascii: "i")
    static let note = UInt8(ascii: "n")
    static let command = UInt8(ascii: "a")

    /// All that stand in some bytes, in order.
    static func found(in bytes: some Collection<UInt8>) -> [Canary] {
        var found: [Canary] = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
            rest = rest[rest.index(after: start)...]
            guard let kind = rest.popFirst(), rest.first == UInt8(ascii: ":") else { continue }
            rest = rest.dropFirst()
            var number = 0
            var digits = 0
            while let byte = rest.first, byte >= 48, byte < 58, digits < 9 {
                number = number * 10 + Int(byte - 48)
                digits += 1
                rest = rest.dropFirst()
            }
            guard digits > 0, rest.first == UInt8(ascii: "}") else { continue }
            found.append(Canary(kind: kind, number: number))
        }
        return found
    }
}
