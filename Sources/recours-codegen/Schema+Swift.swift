// SPDX-License-Identifier: EUPL-1.2

extension Schema {
    /// The Swift type of one value of a field.
    func elementType(_ field: Field) -> String {
        switch field.type {
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        case .bool: "Bool"
        case .string: "String"
        case .bytes: "[UInt8]"
        case .enumeration(let name): enumeration(name)?.swiftName ?? name
        case .message(let name): message(name)?.swiftName ?? name
        }
    }

    /// The Swift type of the property.
    func propertyType(_ field: Field) -> String {
        if field.isRepeated { return "[\(elementType(field))]" }
        return elementType(field) + (field.hasPresence ? "?" : "")
    }

    /// What the property is when the message does not say.
    func defaultValue(_ field: Field) -> String {
        if field.isRepeated { return "[]" }
        if field.hasPresence { return "nil" }
        switch field.type {
        case .bool: return "false"
        case .string: return "\"\""
        case .bytes: return "[]"
        case .enumeration(let name):
            guard let enumeration = enumeration(name),
                let zero = enumeration.values.first(where: { $0.number == 0 })
            else { return ".unrecognized(0)" }
            return "." + enumeration.caseName(zero)
        default: return "0"
        }
    }
}
