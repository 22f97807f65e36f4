// SPDX-License-Identifier: EUPL-1.2

/// The tables of a store that is not served, as they are at one moment.
///
/// Belongs to one thread.
package protocol TableSource: AnyObject {
    var identity: StoreIdentity { get }
    /// Of the same moment.
    var reader: any StoreReader { get }
    func count(of table: StoreTable) throws(StoreError) -> UInt64
    /// Some rows after a place, in the order of the key; none at the table's end. Nil is its
    /// beginning.
    func rows(of table: StoreTable, after place: ScrubPlace?) throws(StoreError) -> StoreRows
}

/// A store that is filled from another. Whatever moment the process ends at, it can be gone on with
/// by another; until `finish` no server opens it.
///
/// Belongs to one thread.
package protocol TableTarget: AnyObject {
    /// What is there, looked at and not touched.
    func state(for store: StoreIdentity) throws(StoreError) -> TargetState
    /// Marks the store, which is as it was made, as one that is being filled.
    func begin(_ store: StoreIdentity) throws(StoreError)
    func count(of table: StoreTable) throws(StoreError) -> UInt64
    /// The last row's place in the order of the key.
    func lastPlace(in table: StoreTable) throws(StoreError) -> ScrubPlace?
    /// Adds rows, all or none; they are durable once this was called again, or `flush`.
    func write(_ rows: StoreRows) throws(StoreError)
    func flush() throws(StoreError)
    /// What was written, as a source.
    func written() throws(StoreError) -> any TableSource
    /// Makes the store the one that it was filled from.
    func finish(_ store: StoreIdentity) throws(StoreError)
}

/// What a store that is to be filled from another is.
package enum TargetState: Sendable, Hashable {
    /// As it was made.
    case empty
    /// Filled from the same store in part.
    case begun
    /// The same store.
    case finished
    /// Something else, in words.
    case occupied(String)

    /// - Parameters:
    ///   - filling: the epoch of the store from which it is being filled.
    ///   - own: its own epoch.
    ///   - contents: its tables that have rows.
    package init(
        of store: StoreIdentity, filling: [UInt8]?, own: [UInt8]?,
        contents: [(table: String, rows: UInt64)]
    ) {
        let words = contents.map { "\($0.table) (\($0.rows))" }.joined(separator: ", ")
        if let filling {
            self =
                filling == store.epoch
                ? .begun : .occupied("an unfinished copy of another store: \(words)")
        } else if own == store.epoch {
            self = .finished
        } else {
            self = contents.isEmpty ? .empty : .occupied("another store: \(words)")
        }
    }
}

extension StoreError {
    /// A store that another is being copied to: no server may open it.
    package static let halfCopied = StoreError(
        code: .incomplete, message: "A copy into this store was begun and not finished",
        remedy: "Run the same recoursd store copy again: it goes on where it was; or begin with a "
            + "new, empty database.")

    package static func served(_ what: String) -> StoreError {
        StoreError(
            code: .locked, message: "\(what) is in use by a server",
            remedy: "Stop all servers on it first (systemctl stop recoursd).")
    }
}
