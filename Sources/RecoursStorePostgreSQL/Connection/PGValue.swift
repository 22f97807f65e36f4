// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// A parameter of a statement. The statement says its type: `$1::int8`, `$2::text[]`.
enum PGValue {
    case integer(Int64?)
    case text(String?)
    case bytes([UInt8]?)
    /// Sixteen bytes, of type uuid.
    case identifier(CaseIdentifier?)
    // A column of many rows.
    case integers([Int64?])
    case texts([String?])
    case blobs([[UInt8]?])
    case identifiers([CaseIdentifier?])
    case flags([Bool])

    static func integer(_ value: UInt64) -> PGValue { .integer(Int64(bitPattern: value)) }
}

/// A statement with its parameters.
struct PGRequest {
    let sql: String
    let arguments: PGArguments

    init(_ sql: String, _ values: [PGValue] = []) {
        self.sql = sql
        arguments = PGArguments(values)
    }
}

/// Parameters in PostgreSQL's binary format, one behind the other; no pointer leaves this.
struct PGArguments {
    private(set) var bytes: [UInt8] = []
    /// Where each begins; nil: it is NULL.
    private(set) var starts: [Int?] = []
    private(set) var lengths: [Int32] = []

    init(_ values: [PGValue]) {
        for value in values {
            let start = bytes.count
            let isThere = append(value)
            starts.append(isThere ? start : nil)
            lengths.append(Int32(bytes.count - start))
        }
    }

    /// False for NULL.
    private mutating func append(_ value: PGValue) -> Bool {
        switch value {
        case .integer(let number):
            guard let number else { return false }
            append(number)
        case .text(let text):
            guard let text else { return false }
            append(text)
        case .bytes(let content):
            guard let content else { return false }
            bytes.append(contentsOf: content)
        case .identifier(let identifier):
            guard let identifier else { return false }
            append(identifier.high)
            append(identifier.low)
        case .integers(let column):
            appendArray(column, type: 20) { arguments, number in
                arguments.append(Int32(8))
                arguments.append(number)
            }
        case .texts(let column):
            appendArray(column, type: 25) { arguments, text in
                let place = arguments.bytes.count
                arguments.append(Int32(0))
                arguments.append(text)
                arguments.setLength(at: place)
            }
        case .blobs(let column):
            appendArray(column, type: 17) { arguments, content in
                arguments.append(Int32(content.count))
                arguments.bytes.append(contentsOf: content)
            }
        case .identifiers(let column):
            appendArray(column, type: 2950) { arguments, identifier in
                arguments.append(Int32(16))
                arguments.append(identifier.high)
                arguments.append(identifier.low)
            }
        case .flags(let column):
            appendArray(column, type: 16) { arguments, flag in
                arguments.append(Int32(1))
                arguments.bytes.append(flag ? 1 : 0)
            }
        }
        return true
    }

    /// An array of one dimension.
    ///
    /// - Parameter type: the elements' type by its number in `pg_type`, which never changes.
    private mutating func appendArray<Element>(
        _ column: [Element?], type: Int32, _ element: (inout PGArguments, Element) -> Void
    ) {
        append(Int32(column.isEmpty ? 0 : 1))
        append(Int32(column.contains { $0 == nil } ? 1 : 0))
        append(type)
        if column.isEmpty { return }
        append(Int32(column.count))
        append(Int32(1))
        for value in column {
            if let value { element(&self, value) } else { append(Int32(-1)) }
        }
    }

    /// PostgreSQL's texts have no NUL, and refuse a whole batch for one. The rules let none through
    /// to be stored; what is only looked for is not there.
    private mutating func append(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        for place in start..<bytes.count where bytes[place] == 0 { bytes[place] = 0x1A }
    }

    /// Writes how much stands behind a place that was left for it.
    private mutating func setLength(at place: Int) {
        let length = UInt32(bytes.count - place - 4)
        for index in 0..<4 {
            bytes[place + index] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * index))
        }
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
