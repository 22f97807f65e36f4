// SPDX-License-Identifier: EUPL-1.2

/// How values of a kind stand in JSON, where it is not Swift's own way.
protocol JSONForm: Codable {
    associatedtype Value: Hashable

    init(_ value: Value)
    var value: Value { get }
}

/// Swift's own way.
struct JSONPlain<Value: Codable & Hashable>: JSONForm {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Value.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// A 32-bit integer: a number; read from a text as well.
struct JSONNumber<Value: FixedWidthInteger & Codable & Sendable>: JSONForm {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            guard let number = Value(text) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "not a whole number in range")
            }
            value = number
        } else {
            value = try container.decode(Value.self)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// A 64-bit integer: a text, since JSON's numbers are doubles to many readers; read from a number
/// as well.
struct JSONDecimal<Value: FixedWidthInteger & Codable & Sendable>: JSONForm {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        value = try JSONNumber<Value>(from: decoder).value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(value))
    }
}
