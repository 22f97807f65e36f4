// SPDX-License-Identifier: EUPL-1.2

/// A form of bytes that is a text.
protocol JSONBytes: JSONForm where Value == [UInt8] {
    init?(text: String)
    var text: String { get }
    /// What the text should have been.
    static var expected: String { get }
}

extension JSONBytes {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let form = Self(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not \(Self.expected)")
        }
        self = form
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// protobuf's own form of bytes.
struct JSONBase64: JSONBytes {
    let value: [UInt8]
    static var expected: String { "Base64" }

    init(_ value: [UInt8]) {
        self.value = value
    }

    init?(text: String) {
        guard let bytes = Base64.decode(text) else { return nil }
        value = bytes
    }

    var text: String { Base64.encode(value) }
}

/// A hash: hexadecimal, as every other tool shows it.
struct JSONHexadecimal: JSONBytes {
    let value: [UInt8]
    static var expected: String { "hexadecimal" }

    init(_ value: [UInt8]) {
        self.value = value
    }

    init?(text: String) {
        guard let bytes = Hexadecimal.decode(text.utf8) else { return nil }
        value = bytes
    }

    var text: String { Hexadecimal.encode(value) }
}

/// An identifier: a UUID's text if it has 16 bytes, Base64 if it has not.
struct JSONIdentifier: JSONBytes {
    let value: [UInt8]
    static var expected: String { "a UUID" }
    /// Where a UUID's text has its dashes (RFC 9562, section 4).
    private static let dashes = [8, 13, 18, 23]

    init(_ value: [UInt8]) {
        self.value = value
    }

    init?(text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36,
            Self.dashes.allSatisfy({ characters[$0] == UInt8(ascii: "-") })
        else {
            guard let bytes = Base64.decode(text) else { return nil }
            value = bytes
            return
        }
        let digits = characters.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32, let bytes = Hexadecimal.decode(digits) else { return nil }
        value = bytes
    }

    var text: String {
        guard value.count == 16 else { return Base64.encode(value) }
        var text = ""
        for (index, digit) in Hexadecimal.encode(value).enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }
}
