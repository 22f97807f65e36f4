// SPDX-License-Identifier: EUPL-1.2

/// A part of a store that a scrub walks through from one end to the other.
package enum ScrubArea: String, Sendable, Hashable, CaseIterable {
    case partners
    case mandates
    /// With their events, trees, and places in the indexes.
    case cases
    case keys
    case references
    case inboxes
    /// The records; what they name is looked at by `EvidenceDirectory`.
    case evidence
    case works
    /// Standing claims.
    case claims
    case claimListings
    case claimCalls
    /// The pages of the tables whose rows are not walked, by the database's own check.
    case pages
}

/// The primary key of a row: where a slice of a scrub ended.
package struct ScrubPlace: Sendable, Hashable, Comparable {
    package enum Value: Sendable, Hashable, Comparable {
        case integer(Int64)
        case text(String)
        case bytes([UInt8])

        package static func < (left: Value, right: Value) -> Bool {
            switch (left, right) {
            case (.integer(let left), .integer(let right)): left < right
            case (.text(let left), .text(let right)):
                left.utf8.lexicographicallyPrecedes(right.utf8)
            case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
            // As SQLite sorts them; only damage puts different ones into one column.
            case (.integer, _), (.text, .bytes): true
            case (.text, .integer), (.bytes, _): false
            }
        }
    }

    package var values: [Value]

    package init(_ values: [Value]) { self.values = values }

    package static func < (left: ScrubPlace, right: ScrubPlace) -> Bool {
        left.values.lexicographicallyPrecedes(right.values)
    }
}

/// What a look at a few rows of an area has found.
package struct ScrubSlice: Sendable {
    /// Rows looked at, each event among them.
    package var records = 0
    package var damage: [StoreError] = []
    /// The contents which those rows name.
    package var contents: [EvidenceContent] = []
    /// Where to go on; nil at the area's end.
    package var next: ScrubPlace?

    package init() {}

    /// Takes note of an error if it is the trouble of one row; throws any other.
    package mutating func take(_ error: StoreError, of what: String) throws(StoreError) {
        switch error.code {
        case .corrupted where error.cause == nil: damage.append(error)
        case .corrupted, .storageFailed:
            // A page, or a sector of the disk, that more rows may be on.
            var found = StoreError.corrupted(what)
            found.cause = error.cause ?? error.message
            damage.append(found)
        default: throw error
        }
    }
}

/// The content of a file of evidence.
package struct EvidenceContent: Sendable, Hashable {
    /// 32 bytes.
    package let sha256: [UInt8]
    package let size: UInt64

    package init(sha256: [UInt8], size: UInt64) {
        self.sha256 = sha256
        self.size = size
    }
}

extension CaseStore {
    /// Looks at some rows of an area, in a snapshot as short as a read's: many such looks go
    /// through a store of any size and hold up nobody, nor SQLite's log. Damage is noted.
    package func scrub(
        _ area: ScrubArea, after place: ScrubPlace?
    ) async throws(StoreError) -> ScrubSlice {
        let chain = EventChain(codec: codec)
        let slice = try await check { reader throws(StoreError) in
            try reader.scrub(area, after: place, chain)
        }
        damage.note(slice.damage)
        return slice
    }

    /// Whether a content is still wanted: its file may go while a scrub looks for it.
    package func names(_ content: EvidenceContent) async throws(StoreError) -> Bool {
        try await check { reader throws(StoreError) in
            try reader.namesContent(content.sha256)
        }
    }
}
