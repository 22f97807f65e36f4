// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

// Records of files. Their contents are an `EvidenceDirectory`'s.
extension CaseStore {
    /// Does an order and returns once it is on disk, or certainly nowhere.
    package func execute(_ order: EvidenceOrder) async -> EvidenceOutcome {
        await withCheckedContinuation { continuation in
            enqueue(
                StoreCommand(
                    order: .evidence(order) { continuation.resume(returning: $0) }, sink: nil),
                bytes: order.queuedBytes)
        }
    }

    /// A file, or nil if there is none that the partner may see.
    package func evidence(
        _ viewer: PartnerReference, _ identifier: EvidenceIdentifier
    ) async throws(StoreError) -> StoredEvidence? {
        let codec = codec
        return try await point { reader throws(StoreError) in
            try reader.storedEvidence(viewer, identifier, codec)
        }
    }

    /// The files of a case which the partner may see, oldest first; nil if the partner may not know
    /// of the case.
    package func evidence(
        _ viewer: PartnerReference, of identifier: CaseIdentifier
    ) async throws(StoreError) -> [StoredEvidence]? {
        let codec = codec
        return try await list { reader throws(StoreError) in
            try reader.storedEvidence(viewer, of: identifier, codec)
        }
    }

    /// A partner's own files that are attached to no case, oldest first.
    package func unattachedEvidence(
        _ owner: PartnerReference
    ) async throws(StoreError) -> [StoredEvidence] {
        let limit = limits.pageItems
        return try await list { reader throws(StoreError) in
            try reader.unattachedEvidence(owner, limit: limit)
        }
    }

    /// Files that no scanner has looked at, oldest first, after a place.
    package func pendingEvidence(
        after position: EvidencePosition?, limit: Int
    ) async throws(StoreError) -> [EvidenceRecord] {
        try await list { reader throws(StoreError) in
            try reader.pendingEvidence(after: position, limit: limit)
        }
    }

    /// How much of a partner's is attached to no case.
    package func unattachedUse(_ owner: PartnerReference) async throws(StoreError) -> EvidenceUse {
        try await point { reader throws(StoreError) in
            guard let number = try reader.partnerNumber(owner) else {
                return EvidenceUse(files: 0, bytes: 0)
            }
            return try reader.unattachedEvidence(of: number)
        }
    }

    /// Those of the contents, by SHA-256, which no record names now; one of them may be named soon.
    package func unnamedContents(
        among contents: [[UInt8]]
    ) async throws(StoreError) -> [[UInt8]] {
        try await list { reader throws(StoreError) in
            var unnamed: [[UInt8]] = []
            for content in contents where try !reader.namesContent(content) {
                unnamed.append(content)
            }
            return unnamed
        }
    }
}
