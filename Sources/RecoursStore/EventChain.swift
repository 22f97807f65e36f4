// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The hash chain of one case's events (security.md §4.9).
///
/// A leaf is SHA-256(0x00 ‖ salt ‖ event), a link SHA-256(0x01 ‖ previous link ‖ leaf). Because of
/// its salt an event can be erased and its leaf kept: the leaf then says nothing of what it was,
/// and the chain stays whole.
package struct EventChain {
    /// The link before the first event: 32 zero bytes.
    package static let origin = [UInt8](repeating: 0, count: 32)
    /// Bytes of a salt.
    package static let saltBytes = 32

    private let codec: any SnapshotCodec

    package init(codec: any SnapshotCodec) {
        self.codec = codec
    }

    /// The hash of one event, 32 bytes.
    package func leaf(salt: [UInt8], event: [UInt8]) -> [UInt8] {
        var input: [UInt8] = []
        input.reserveCapacity(1 + salt.count + event.count)
        input.append(0x00)
        input.append(contentsOf: salt)
        input.append(contentsOf: event)
        return codec.sha256(input)
    }

    /// The hash of a stored event; of an erased one, what was kept.
    package func leaf(of record: EventRecord) -> [UInt8] {
        record.leaf ?? leaf(salt: record.salt, event: record.bytes)
    }

    /// The link which follows `previous`, 32 bytes.
    package func link(previous: [UInt8], leaf: [UInt8]) -> [UInt8] {
        var input: [UInt8] = []
        input.reserveCapacity(1 + previous.count + leaf.count)
        input.append(0x01)
        input.append(contentsOf: previous)
        input.append(contentsOf: leaf)
        return codec.sha256(input)
    }

    /// The leaf which an event has in its tree: SHA-256(0x00 ‖ entry), where the entry names the
    /// case and the event and holds the link after it. `RecoursProof` makes the same of a receipt.
    package func treeLeaf(
        number: PublicNumber, identifier: CaseIdentifier, sequence: UInt64, link: [UInt8]
    ) -> [UInt8] {
        var input: [UInt8] = []
        input.reserveCapacity(96)
        input.append(0x00)
        input.append(contentsOf: number.characters)
        input.append(0x00)
        input.append(contentsOf: identifier.bytes)
        for place in 0..<8 {
            input.append(UInt8(truncatingIfNeeded: sequence >> UInt64(56 - 8 * place)))
        }
        input.append(contentsOf: link)
        return codec.sha256(input)
    }

    /// The node over two others, 32 bytes: made as a link is.
    package func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        link(previous: left, leaf: right)
    }

    /// The root over a row of nodes, as many as a power of two.
    func root(over row: [[UInt8]]) -> [UInt8] {
        var row = row
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { node(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }

    /// True if the records are the whole chain of a case at `version`, each link right.
    package func isWhole(_ records: [EventRecord], version: UInt64) -> Bool {
        firstBreak(in: records, version: version) == nil
    }

    /// The sequence of the first event that is missing, too many, or does not fit the one before
    /// it; nil if the records are the whole chain of a case at `version`.
    package func firstBreak(in records: [EventRecord], version: UInt64) -> UInt64? {
        var previous = Self.origin
        for (index, record) in records.enumerated() {
            let due = UInt64(index) + 1
            guard due <= version, record.sequence == due,
                record.link == link(previous: previous, leaf: leaf(of: record))
            else { return due }
            previous = record.link
        }
        let next = UInt64(records.count) + 1
        return next <= version ? next : nil
    }
}
