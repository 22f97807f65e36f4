// SPDX-License-Identifier: EUPL-1.2

/// What the .proto files say, as far as the generator needs it.
struct Schema {
    var messages: [Message] = []
    var enumerations: [Enumeration] = []
    var services: [Service] = []
    /// Paths of the files, e.g. `recours/v1/case.proto`.
    var files: [String] = []

    /// Where a declaration stands, and how it is seen from Swift.
    struct Origin {
        /// Path of the .proto file.
        let file: String
        /// `recours.v1`.
        let package: String

        /// Wire messages are for our own modules only.
        var isWire: Bool { package == "recours.wire.v1" }
        /// The access level of what is generated.
        var access: String { isWire ? "package" : "public" }
        /// Keeps the wire's messages apart from the application's.
        var prefix: String { isWire ? "Wire" : "" }
    }

    struct Message {
        let origin: Origin
        let name: String
        let comment: String
        var fields: [Field] = []
        /// Names and comments of the oneofs that the file shows, in order.
        var oneofs: [Oneof] = []

        var fullName: String { "\(origin.package).\(name)" }
        var swiftName: String { origin.prefix + name }
        var cType: String { Naming.cType(package: origin.package, name: name) }
        var cSymbol: String { Naming.cSymbol(package: origin.package, name: name) }
        /// Fields outside oneofs.
        var plainFields: [Field] { fields.filter { $0.oneof == nil } }
    }

    struct Oneof {
        let name: String
        let comment: String
    }

    struct Field {
        let name: String
        let number: Int32
        let type: FieldType
        let isRepeated: Bool
        /// Written `optional`, which makes a one-member oneof called `_name`.
        let isSynthetic: Bool
        /// Index into the message's oneofs.
        let oneof: Int?
        let comment: String

        /// An absent value differs from a default one.
        var hasPresence: Bool { isSynthetic || (type.isMessage && !isRepeated) }
        var swiftName: String { Naming.property(name) }
        /// The stored property of a field whose value is kept behind a reference.
        var boxName: String { Naming.property(name + "_box") }
    }

    enum FieldType: Hashable {
        case int32, int64, uint32, uint64, bool, string, bytes
        /// Full names, e.g. `recours.v1.Case`.
        case enumeration(String)
        case message(String)

        var isMessage: Bool {
            if case .message = self { return true }
            return false
        }
    }

    struct Enumeration {
        let origin: Origin
        let name: String
        let comment: String
        var values: [Value] = []

        struct Value {
            let name: String
            let number: Int32
            let comment: String
        }

        var fullName: String { "\(origin.package).\(name)" }
        var swiftName: String { origin.prefix + name }
        /// `CASE_STATE_`, which every value's name begins with.
        var valuePrefix: String { Naming.upperSnake(name) + "_" }
        /// The name of a value without the prefix: `SUBMITTED`.
        func shortName(_ value: Value) -> String { String(value.name.dropFirst(valuePrefix.count)) }
        func caseName(_ value: Value) -> String { Naming.enumerationCase(shortName(value)) }
    }

    struct Service {
        let origin: Origin
        let name: String
        let comment: String
        var methods: [Method] = []
    }

    struct Method {
        let name: String
        let comment: String
        let request: String
        let response: String
        let shape: Shape
        let repeatability: String

        enum Shape: String {
            case unary, clientStreaming, serverStreaming, bidirectional
        }
    }

    func message(_ fullName: String) -> Message? { messages.first { $0.fullName == fullName } }

    func enumeration(_ fullName: String) -> Enumeration? {
        enumerations.first { $0.fullName == fullName }
    }

    /// Bytes that a message's value takes inline, by and large: decides what is kept in a box.
    func inlineSize(_ message: Message) -> Int {
        var size = message.oneofs.count * 24
        for field in message.plainFields {
            switch field.type {
            case _ where field.isRepeated: size += 8
            case .string: size += 16
            case .message: size += isBoxed(field) ? 8 : inlineSize(of: field) + 8
            default: size += field.hasPresence ? 16 : 8
            }
        }
        return size
    }

    /// Large parts of a message are kept behind a reference: copying the whole then copies one
    /// pointer for them, and an absent one costs 8 bytes.
    func isBoxed(_ field: Field) -> Bool {
        field.type.isMessage && !field.isRepeated && inlineSize(of: field) > 64
    }

    private func inlineSize(of field: Field) -> Int {
        guard case .message(let name) = field.type, let message = message(name) else { return 0 }
        return inlineSize(message)
    }
}
