// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// What `body` makes, within one snapshot, of an event and the tree it stands in; nil if the
    /// scope has no such event in the partner's tree.
    ///
    /// - Parameter sequence: 0 for the last that the partner did itself.
    package func recordedEvent<Value: Sendable>(
        _ scope: CaseScope, _ reference: CaseReference, sequence: UInt64,
        by partner: PartnerReference,
        _ body: @escaping @Sendable (RecordedEvent, StoredTree) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value? {
        let codec = codec
        return try await list { reader throws(StoreError) in
            let found = try reader.recordedEvent(
                scope, reference, sequence: sequence, by: partner, codec)
            guard let found else { return nil }
            return try body(found.event, found.tree)
        }
    }

    /// What `body` makes, within one snapshot, of a partner's tree; nil if there is no such
    /// partner.
    package func tree<Value: Sendable>(
        of partner: PartnerReference,
        _ body: @escaping @Sendable (StoredTree) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value? {
        try await list { reader throws(StoreError) in
            guard let number = try reader.partnerNumber(partner) else { return nil }
            return try body(StoredTree(number, in: reader))
        }
    }
}
