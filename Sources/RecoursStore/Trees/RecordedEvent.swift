// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// An event with all that a receipt says of it.
package struct RecordedEvent: Sendable, Hashable {
    package let number: PublicNumber
    package let identifier: CaseIdentifier
    package let sequence: UInt64
    /// The chain's link before it, 32 bytes.
    package let previousLink: [UInt8]
    /// Its salted hash, 32 bytes.
    package let leaf: [UInt8]
    /// Empty, as is `bytes`, if it was erased.
    package let salt: [UInt8]
    /// The event by the codec.
    package let bytes: [UInt8]
    /// Its place in the tree.
    package let index: UInt64
}

/// A partner's tree as it stands in one snapshot; good only while that lasts.
package struct StoredTree {
    /// Leaves.
    package let size: UInt64
    private let number: PartnerNumber
    private let lookup: any StoreLookup

    package init(_ number: PartnerNumber, in lookup: any StoreLookup) throws(StoreError) {
        self.number = number
        self.lookup = lookup
        size = try lookup.treeSize(number)
    }

    /// Nodes of a kept level from an index on, at most `count`: as many as are there.
    package func nodes(
        level: Int, from index: UInt64, count: Int
    ) throws(StoreError) -> [[UInt8]] {
        try lookup.treeNodes(number, level: level, from: index, count: count)
    }
}

extension StoreReader {
    /// An event of a case in the scope that stands in the partner's tree.
    ///
    /// - Parameter sequence: 0 for the last that the partner did itself.
    func recordedEvent(
        _ scope: CaseScope, _ reference: CaseReference, sequence: UInt64,
        by partner: PartnerReference, _ codec: any SnapshotCodec
    ) throws(StoreError) -> (event: RecordedEvent, tree: StoredTree)? {
        guard let tree = try partnerNumber(partner),
            let record = try record(scope, reference)
        else { return nil }
        let events = try events(caseRow: record.row)
        let sought =
            sequence > 0
            ? events.first { $0.sequence == sequence }
            : try lastAct(of: partner, among: events.filter { $0.place?.tree == tree }, codec)
        // Another partner's act is in another's tree: its place there is nobody else's business.
        guard let event = sought, let place = event.place, place.tree == tree else { return nil }
        let chain = EventChain(codec: codec)
        let before = event.sequence > 1 ? events[Int(event.sequence) - 2].link : EventChain.origin
        let leaf = chain.leaf(of: event)
        guard chain.link(previous: before, leaf: leaf) == event.link else {
            throw .brokenChain(of: record)
        }
        let recorded = RecordedEvent(
            number: record.number, identifier: record.identifier, sequence: event.sequence,
            previousLink: before, leaf: leaf, salt: event.salt, bytes: event.bytes,
            index: place.index)
        return (recorded, try StoredTree(tree, in: self))
    }

    /// Whether each event's leaf stands in a tree where the event says it does.
    func isPlanted(
        _ events: [EventRecord], of record: CaseRecord, _ chain: EventChain
    ) throws(StoreError) -> Bool {
        for event in events {
            guard let place = event.place else { return false }
            let leaf = chain.treeLeaf(
                number: record.number, identifier: record.identifier, sequence: event.sequence,
                link: event.link)
            guard try treeNodes(place.tree, level: 0, from: place.index, count: 1) == [leaf] else {
                return false
            }
        }
        return true
    }

    /// The last event that the partner itself brought about; if all of its own are erased, the last
    /// of its tree.
    private func lastAct(
        of partner: PartnerReference, among events: [EventRecord], _ codec: any SnapshotCodec
    ) throws(StoreError) -> EventRecord? {
        for event in events.reversed() where event.leaf == nil {
            do {
                if try codec.decodeEvent(event.bytes).actor == .partner(partner) { return event }
            } catch {
                throw .corrupted("An event")
            }
        }
        return events.last { $0.leaf != nil }
    }
}
