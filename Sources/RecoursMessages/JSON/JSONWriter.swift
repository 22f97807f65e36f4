// SPDX-License-Identifier: EUPL-1.2

/// Writes the fields of one message's JSON object: what is absent, empty or default is left out.
struct JSONWriter {
    private var container: KeyedEncodingContainer<JSONName>

    init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: JSONName.self)
    }

    // MARK: Values that are Codable as they should be

    mutating func write<Value: Codable & Equatable>(
        _ value: Value, unless omitted: Value, _ name: String
    ) throws {
        if value != omitted { try container.encode(value, forKey: JSONName(name)) }
    }

    mutating func write<Value: Codable>(_ value: Value?, _ name: String) throws {
        if let value { try container.encode(value, forKey: JSONName(name)) }
    }

    mutating func write<Value: Codable>(_ values: [Value], _ name: String) throws {
        if !values.isEmpty { try container.encode(values, forKey: JSONName(name)) }
    }

    // MARK: Values with a form of their own

    mutating func write<Form: JSONForm>(
        _ value: Form.Value, unless omitted: Form.Value, as form: Form.Type, _ name: String
    ) throws {
        if value != omitted { try container.encode(Form(value), forKey: JSONName(name)) }
    }

    mutating func write<Form: JSONForm>(
        _ value: Form.Value?, as form: Form.Type, _ name: String
    ) throws {
        if let value { try container.encode(Form(value), forKey: JSONName(name)) }
    }

    mutating func write<Form: JSONForm>(
        _ values: [Form.Value], as form: Form.Type, _ name: String
    ) throws {
        if !values.isEmpty {
            try container.encode(values.map { Form($0) }, forKey: JSONName(name))
        }
    }
}
