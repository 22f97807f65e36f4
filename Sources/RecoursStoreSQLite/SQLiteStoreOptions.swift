// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// What may be set of the SQLite back end, with values that suit two cores and a small disk.
package struct SQLiteStoreOptions: Sendable, Hashable {
    /// Pages of 4 KiB in the log before a checkpoint: 32 MiB. A longer log writes each page of the
    /// indexes less often, a shorter one pauses the writer for less long.
    package var checkpointPages: Int32 = 8_192
    /// Page cache of the writer: the upper levels and the newest leaves of the indexes.
    package var writerCacheKibibytes = 65_536
    /// Page cache of each reader of lists; beyond it the kernel's cache serves.
    package var listCacheKibibytes = 32_768
    /// Page cache of each reader of single rows: with a million cases the index by identifier stays
    /// in it, though each row read passes through as well.
    package var rowCacheKibibytes = 98_304
    /// How long a checkpoint may wait for readers once the log has grown to four times its length.
    package var checkpointWaitMilliseconds: Int32 = 250
    /// Most pages of the file; nil for SQLite's own limit. For tests of a full disk.
    package var maximumPages: Int64?

    package init() {}

    func cacheKibibytes(_ use: ReaderUse) -> Int {
        switch use {
        case .rows: rowCacheKibibytes
        case .lists: listCacheKibibytes
        }
    }
}
