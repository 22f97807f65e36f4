// SPDX-License-Identifier: EUPL-1.2

internal import GRDBSQLite
internal import RecoursCases
internal import RecoursStore

/// A prepared statement, bound and read directly: GRDB's argument arrays cost several times as
/// much.
///
/// Belongs to one connection and, like it, to one thread at a time. No pointer leaves this file.
final class SQLiteStatement {
    private let handle: OpaquePointer
    /// Memory of each parameter's own for short values, which SQLite reads there: to copy them it
    /// would ask for memory, and give it back, for each.
    private let slots: UnsafeMutableRawPointer
    private let slotCount: Int
    private static let slotBytes = 64

    /// Compiles SQL for a connection, to be kept.
    init(_ connection: OpaquePointer, _ sql: String) throws(StoreError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw StoreError(code, connection, during: "preparing a statement")
        }
        self.handle = handle
        slotCount = Int(sqlite3_bind_parameter_count(handle))
        slots = .allocate(byteCount: slotCount * Self.slotBytes, alignment: 1)
    }

    deinit {
        sqlite3_finalize(handle)
        slots.deallocate()
    }

    // MARK: Binding; places are counted from 1

    @inline(__always)
    func bind(_ place: Int32, _ value: Int64) {
        sqlite3_bind_int64(handle, place, value)
    }

    @inline(__always)
    func bind(_ place: Int32, _ value: UInt64) {
        sqlite3_bind_int64(handle, place, Int64(bitPattern: value))
    }

    func bind(_ place: Int32, _ value: Int64?) {
        if let value {
            sqlite3_bind_int64(handle, place, value)
        } else {
            sqlite3_bind_null(handle, place)
        }
    }

    func bind(_ place: Int32, _ text: String) {
        // Given with its length, since a text may hold a NUL.
        let count = text.utf8.count
        _ = text.withCString { characters in
            let (start, destructor) = kept(characters, count, at: place)
            return sqlite3_bind_text(
                handle, place, start.assumingMemoryBound(to: CChar.self), Int32(count), destructor)
        }
    }

    func bind(_ place: Int32, _ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { bytes in
            // An empty array may have no address, which would bind NULL.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_zeroblob(handle, place, 0)
            }
            return bindBlob(place, start, bytes.count)
        }
    }

    func bind(_ place: Int32, _ bytes: [UInt8]?) {
        if let bytes { bind(place, bytes) } else { sqlite3_bind_null(handle, place) }
    }

    /// Binds sixteen bytes, big-endian, so that they sort as they are written.
    func bind(_ place: Int32, high: UInt64, low: UInt64) {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
            if let start = bytes.baseAddress { _ = bindBlob(place, start, bytes.count) }
        }
    }

    private func bindBlob(_ place: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int32 {
        let (start, destructor) = kept(bytes, count, at: place)
        return sqlite3_bind_blob(handle, place, start, Int32(count), destructor)
    }

    /// Where the bytes live until the place is bound again, and what SQLite is to do with them.
    private func kept(
        _ bytes: UnsafeRawPointer, _ count: Int, at place: Int32
    ) -> (UnsafeRawPointer, sqlite3_destructor_type?) {
        guard count <= Self.slotBytes, Int(place) <= slotCount else {
            return (bytes, Self.transient)
        }
        let slot = slots + Int(place - 1) * Self.slotBytes
        slot.copyMemory(from: bytes, byteCount: count)
        return (UnsafeRawPointer(slot), nil)
    }

    /// SQLite copies a long value, so no pointer need live until the statement runs.
    ///
    /// A cast because the value -1 is SQLite's way to say so, in a macro that Swift can't import.
    private static var transient: sqlite3_destructor_type {
        // Sound because SQLite compares the value and never calls it.
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    // MARK: Running

    /// Moves to the next row; false after the last.
    @inline(__always)
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let error = StoreError(code, sqlite3_db_handle(handle), during: "running a statement")
        sqlite3_reset(handle)
        throw error
    }

    /// Runs a statement that returns no rows.
    func run() throws(StoreError) {
        _ = try step()
        reset()
    }

    /// Makes the statement ready to be bound and run again. Its cursor would hold the snapshot.
    @inline(__always)
    func reset() {
        sqlite3_reset(handle)
    }

    // MARK: Columns of the present row; counted from 0

    @inline(__always)
    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    @inline(__always)
    func unsigned(_ column: Int32) -> UInt64 {
        UInt64(bitPattern: sqlite3_column_int64(handle, column))
    }

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, column))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The first columns, as the place of their row.
    func place(_ columns: Int) -> ScrubPlace {
        ScrubPlace(
            (0..<Int32(columns)).map { column in
                switch sqlite3_column_type(handle, column) {
                case SQLITE_TEXT: .text(text(column))
                case SQLITE_BLOB: .bytes(bytes(column))
                default: .integer(integer(column))
                }
            })
    }

    /// Sixteen bytes as two numbers; nil if there are not sixteen.
    func identifier(_ column: Int32) -> CaseIdentifier? {
        guard let start = sqlite3_column_blob(handle, column),
            sqlite3_column_bytes(handle, column) == 16
        else { return nil }
        let high = start.loadUnaligned(as: UInt64.self)
        let low = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        return CaseIdentifier(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }
}
