// SPDX-License-Identifier: EUPL-1.2

internal import CPostgreSQL
internal import RecoursCases

/// The rows that a statement gave, in PostgreSQL's binary format. No pointer leaves this file but
/// to `PGConnection`.
final class PGResult: RandomAccessCollection {
    private let handle: OpaquePointer
    let endIndex: Int

    /// Takes the result over.
    init(_ handle: OpaquePointer) {
        self.handle = handle
        endIndex = Int(PQntuples(handle))
    }

    deinit { PQclear(handle) }

    var startIndex: Int { 0 }

    subscript(row: Int) -> PGRow { PGRow(result: self, row: Int32(row)) }

    /// Whether the statement did what it says; also for what ends a pipeline.
    var isSuccess: Bool {
        switch PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC: true
        default: false
        }
    }

    /// Skipped, since a statement before it in its pipeline failed.
    var isSkipped: Bool { PQresultStatus(handle) == PGRES_PIPELINE_ABORTED }

    var isFatal: Bool {
        guard let severity = recours_pg_severity(handle) else { return false }
        return ["FATAL", "PANIC"].contains(String(cString: severity))
    }

    var isPipelineEnd: Bool { PQresultStatus(handle) == PGRES_PIPELINE_SYNC }

    /// What was done: "COMMIT", "ROLLBACK".
    var tag: String { String(cString: PQcmdStatus(handle)) }

    var sqlState: String { recours_pg_sqlstate(handle).map { String(cString: $0) } ?? "" }

    var message: String {
        recours_pg_message(handle).map { String(cString: $0) }
            ?? String(cString: PQresultErrorMessage(handle))
    }

    fileprivate func isNull(_ row: Int32, _ column: Int) -> Bool {
        PQgetisnull(handle, row, Int32(column)) == 1
    }

    /// The bytes of a value; they live as long as this object.
    fileprivate func value(_ row: Int32, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, Int32(column)),
            count: Int(PQgetlength(handle, row, Int32(column))))
    }
}

/// One row of a result; columns are counted from 0.
struct PGRow {
    fileprivate let result: PGResult
    fileprivate let row: Int32

    func isNull(_ column: Int) -> Bool { result.isNull(row, column) }

    /// A number of whatever width, or a truth value; 0 for NULL.
    func integer(_ column: Int) -> Int64 { Self.integer(result.value(row, column)) }

    func unsigned(_ column: Int) -> UInt64 { UInt64(bitPattern: integer(column)) }

    func optional(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    func small(_ column: Int) -> Int32 { Int32(truncatingIfNeeded: integer(column)) }

    func text(_ column: Int) -> String {
        String(decoding: result.value(row, column), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] { [UInt8](result.value(row, column)) }

    /// Sixteen bytes as two numbers; nil if there are not sixteen.
    func identifier(_ column: Int) -> CaseIdentifier? { CaseIdentifier(bytes: bytes(column)) }

    // MARK: Arrays of one dimension

    func integers(_ column: Int) -> [Int64] { elements(column).map(Self.integer) }

    func texts(_ column: Int) -> [String] {
        elements(column).map { String(decoding: $0, as: UTF8.self) }
    }

    func blobs(_ column: Int) -> [[UInt8]] { elements(column).map { [UInt8]($0) } }

    private func elements(_ column: Int) -> [UnsafeRawBufferPointer] {
        // Dimensions, whether there are NULLs, type; then the length and first index of the one
        // dimension; then each element behind its length.
        let value = result.value(row, column)
        guard value.count >= 20 else { return [] }
        var found: [UnsafeRawBufferPointer] = []
        var place = 20
        while place + 4 <= value.count {
            let prefix = UnsafeRawBufferPointer(rebasing: value[place..<place + 4])
            let length = Int(Self.integer(prefix))
            place += 4
            guard length >= 0, place + length <= value.count else { break }
            found.append(UnsafeRawBufferPointer(rebasing: value[place..<place + length]))
            place += length
        }
        return found
    }

    /// Big-endian; the sign is that of the width sent.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        switch bytes.count {
        case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case 1: Int64(bytes[0])
        default: 0
        }
    }
}
