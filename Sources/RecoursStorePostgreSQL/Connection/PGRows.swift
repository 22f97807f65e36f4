// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// Rows that are found by a key: a few keys' at once for a batch, or one key's.
///
/// The writer keeps what it has found until its transaction ends, for while it lasts nobody else
/// changes anything.
final class PGRows<Key: Hashable, Value> {
    private let sql: String
    private let arguments: ([Key]) -> [PGValue]
    private let key: (PGRow) -> Key
    private let value: (PGRow) throws(StoreError) -> Value
    private var known: [Key: Result<[Value], StoreError>] = [:]
    /// Set by the writer.
    var isKeeping = false

    /// - Parameters:
    ///   - arguments: the keys as the statement wants them, mostly as columns.
    ///   - key: of a row, whatever its state.
    ///   - value: throws `corrupted` for a damaged row.
    init(
        _ sql: String, _ arguments: @escaping ([Key]) -> [PGValue],
        key: @escaping (PGRow) -> Key, value: @escaping (PGRow) throws(StoreError) -> Value
    ) {
        self.sql = sql
        self.arguments = arguments
        self.key = key
        self.value = value
    }

    /// Asks for several keys' rows; nil if there is nothing to ask.
    func request(_ keys: Set<Key>) -> PGRequest? {
        keys.isEmpty ? nil : PGRequest(sql, arguments(Array(keys)))
    }

    /// Keeps what was found for the keys asked for.
    func take(_ keys: Set<Key>, _ result: PGResult) {
        for key in keys { known[key] = .success([]) }
        for row in result {
            let key = key(row)
            guard case .success(var values)? = known[key] else { continue }
            do throws(StoreError) {
                values.append(try value(row))
                known[key] = .success(values)
            } catch {
                known[key] = .failure(error)
            }
        }
    }

    func forget() { known.removeAll(keepingCapacity: true) }

    /// The first of each key's rows that are kept and undamaged.
    var found: [Key: Value] { known.compactMapValues { try? $0.get().first } }

    func isKnown(_ key: Key) -> Bool { known[key] != nil }

    /// A key's rows, kept or asked for.
    func all(_ key: Key, _ session: PGSession) throws(StoreError) -> [Value] {
        if let kept = known[key] { return try kept.get() }
        let result = try session.rows(PGRequest(sql, arguments([key])))
        if isKeeping {
            take([key], result)
            return try known[key]?.get() ?? []
        }
        var values: [Value] = []
        for row in result { values.append(try value(row)) }
        return values
    }

    /// A key's only row.
    func one(_ key: Key, _ session: PGSession) throws(StoreError) -> Value? {
        try all(key, session).first
    }
}
