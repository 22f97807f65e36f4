// SPDX-License-Identifier: EUPL-1.2

/// An enumeration of the schema. It is open: a number without a name is kept as it came.
public protocol RecoursEnumeration: RawRepresentable, Sendable, Hashable, Codable, CaseIterable
where RawValue == Int32, AllCases == [Self] {
    /// The value of a number of the schema.
    init(rawValue: Int32)

    /// The names of `allCases` in the schema, without the prefix they share: `DELISTING`.
    static var names: [String] { get }

    /// What every name begins with in the schema: `CASE_CATEGORY_`.
    static var namePrefix: String { get }
}

extension RecoursEnumeration {
    /// The value's name without the prefix, `DELISTING`; nil for a number without a name.
    public var name: String? {
        Self.allCases.firstIndex(of: self).map { Self.names[$0] }
    }

    /// The value of a name, with or without the prefix; nil if there is no such name.
    public init?(name: String) {
        let hasPrefix = name.hasPrefix(Self.namePrefix)
        let short = name.dropFirst(hasPrefix ? Self.namePrefix.count : 0)
        guard let index = Self.names.firstIndex(where: { $0 == short }) else { return nil }
        self = Self.allCases[index]
    }

    /// The same bits as C has them.
    var bitPattern: UInt32 { UInt32(bitPattern: rawValue) }
}

extension RecoursEnumeration {
    /// Reads a name, with or without the prefix, or a number; throws `DecodingError`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int32.self) {
            self.init(rawValue: number)
            return
        }
        let name = try container.decode(String.self)
        guard let value = Self(name: name) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "no such value; known are "
                    + Self.names.dropFirst().joined(separator: ", "))
        }
        self = value
    }

    /// Writes the short name; the number if it has none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let name {
            try container.encode(name)
        } else {
            try container.encode(rawValue)
        }
    }
}
