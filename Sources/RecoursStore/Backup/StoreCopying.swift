// SPDX-License-Identifier: EUPL-1.2

/// What a back end that lies on a disk does for a backup, whether its store serves or not.
///
/// Only the process that holds the store's lock may do it: no other may open the files.
package protocol StoreCopying: Sendable {
    /// How large the database is now, in bytes.
    func databaseBytes() throws(StoreError) -> UInt64
    /// Copies the database as it stands at one moment into a new file, durable when this returns.
    /// Blocks the caller's thread, and nobody else.
    ///
    /// - Parameter goesOn: told how many bytes are done, and of how many; to give up, it throws.
    func copyDatabase(
        to path: String,
        _ goesOn: (_ done: UInt64, _ total: UInt64) throws(StoreError) -> Void
    ) throws(StoreError)
    /// Opens a copy that was made, to be looked at.
    func openCopy(_ path: String) throws(StoreError) -> any StoreCopy
    /// The list of erased cases as it is kept beside the database: bytes to be kept as they are.
    func erasureList() throws(StoreError) -> [UInt8]
}

/// A database that nobody writes: a copy, or that of a store that is not served.
///
/// Belongs to one thread.
package protocol StoreCopy: AnyObject {
    var identity: StoreIdentity { get }
    /// The name of its schema.
    var schema: String { get }
    var reader: any StoreReader { get }
    /// The database's own check of every page and index: what is wrong, or nothing.
    func brokenStructure() throws(StoreError) -> [String]
    /// Rows that name others which are not there, in words.
    func danglingRows() throws(StoreError) -> [String]
    /// All records of files, until `visit` says to stop.
    func visitEvidence(_ visit: (EvidenceRecord) -> VisitOrder) throws(StoreError)
}

extension CaseStore {
    /// Nil for a store that lies on no disk.
    package var copying: (any StoreCopying)? { backend as? any StoreCopying }
}
