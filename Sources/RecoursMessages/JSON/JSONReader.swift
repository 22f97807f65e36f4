// SPDX-License-Identifier: EUPL-1.2

/// Reads the fields of one message's JSON object. A name may be written as JSON or as the schema
/// has it; one that no field asked for is refused at the end.
struct JSONReader {
    private let container: KeyedDecodingContainer<JSONName>
    private var unread: Set<String>

    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: JSONName.self)
        unread = Set(container.allKeys.map(\.stringValue))
    }

    /// Refuses what was not read.
    func finish() throws {
        guard let name = unread.min() else { return }
        throw corrupted(name, "no such field")
    }

    // MARK: Values that are Codable as they should be

    mutating func read<Value: Codable>(
        _ value: inout Value, _ name: String, _ original: String? = nil
    ) throws {
        if let found = try take(Value.self, name, original) { value = found }
    }

    mutating func read<Value: Codable>(
        _ value: inout Value?, _ name: String, _ original: String? = nil
    ) throws {
        value = try take(Value.self, name, original)
    }

    // MARK: Values with a form of their own

    mutating func read<Form: JSONForm>(
        _ value: inout Form.Value, as form: Form.Type, _ name: String, _ original: String? = nil
    ) throws {
        if let found = try take(form, name, original) { value = found.value }
    }

    mutating func read<Form: JSONForm>(
        _ value: inout Form.Value?, as form: Form.Type, _ name: String, _ original: String? = nil
    ) throws {
        value = try take(form, name, original)?.value
    }

    mutating func read<Form: JSONForm>(
        _ values: inout [Form.Value], as form: Form.Type, _ name: String, _ original: String? = nil
    ) throws {
        if let found = try take([Form].self, name, original) { values = found.map(\.value) }
    }

    // MARK: Members of a oneof

    mutating func read<Form: JSONForm, Oneof>(
        _ oneof: inout Oneof?, _ member: (Form.Value) -> Oneof, as form: Form.Type, _ name: String,
        _ original: String? = nil
    ) throws {
        guard let found = try take(form, name, original) else { return }
        guard oneof == nil else { throw corrupted(name, "excludes another field of the object") }
        oneof = member(found.value)
    }

    // MARK: One field

    /// The field's value; nil if it is absent or null, which mean the same.
    private mutating func take<Value: Decodable>(
        _ type: Value.Type, _ name: String, _ original: String?
    ) throws -> Value? {
        let first = unread.remove(name)
        let second = original.flatMap { unread.remove($0) }
        guard first == nil || second == nil else {
            throw corrupted(name, "is there by both its names")
        }
        guard let key = first ?? second else { return nil }
        return try container.decodeIfPresent(type, forKey: JSONName(key))
    }

    private func corrupted(_ name: String, _ text: String) -> DecodingError {
        DecodingError.dataCorruptedError(
            forKey: JSONName(name), in: container, debugDescription: "\(name): \(text)")
    }
}
