// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What a look at some cases has found for retention.
package struct RetentionSlice: Sendable {
    package var seen = 0
    package var due: [(identifier: CaseIdentifier, reason: RetentionReason)] = []
    package var held: [RetentionReason: Int] = [:]
    /// Where the next slice begins; nil after the last.
    package var next: UInt64?
}

extension CaseStore {
    /// Looks at a slice of cases, in the order of their filing, for what is kept no longer.
    ///
    /// - Parameter first: 1 for the first slice.
    package func retentionSlice(
        from first: UInt64, asOf now: Instant
    ) async throws(StoreError) -> RetentionSlice {
        let codec = codec
        return try await check { reader throws(StoreError) in
            try reader.retentionSlice(from: first, asOf: now, codec)
        }
    }

    /// Erases once more what a restored backup has brought back; before the store is served.
    ///
    /// - Returns: how many cases had come back.
    package func replayErasures(at now: Instant) async throws(StoreError) -> Int {
        let listed = try erasedCases()
        let back = try await check { reader throws(StoreError) in try reader.unerased(listed) }
        var again = 0
        for identifier in back {
            switch await execute(.eraseAgain(identifier, at: now)) {
            case .settled(let count): again += count
            case .failed(let error): throw error
            default: throw .internalError("An erasure was answered otherwise")
            }
        }
        return again
    }
}

extension StoreReader {
    /// Cases of one slice.
    private static var sliceCases: UInt64 { 1_024 }

    func retentionSlice(
        from first: UInt64, asOf now: Instant, _ codec: any SnapshotCodec
    ) throws(StoreError) -> RetentionSlice {
        var slice = RetentionSlice()
        let end = try nextNumbers().caseRow
        let last = min(first + Self.sliceCases, end)
        let latest = RetentionRules.latestFiling(asOf: now).millisecondsSince1970
        for row in first..<max(first, last) {
            guard let record = try caseRecord(row: row) else { continue }
            slice.seen += 1
            // Younger ones follow, and none of them can be due.
            if record.createdAtMilliseconds > latest { return slice }
            guard record.state == .draft || record.state.isClosed, record.state != .erased else {
                continue
            }
            let caseFile: CaseFile
            do {
                caseFile = try codec.decode(record.snapshot)
            } catch {
                throw .corrupted("A case's snapshot")
            }
            switch RetentionRules.finding(on: caseFile, asOf: now) {
            case .keep: break
            case .erase(.evidence), .held(.evidence):
                guard try evidence(caseRow: row).contains(where: { $0.erasedAt == nil }) else {
                    continue
                }
                if caseFile.legalHold.isEmpty {
                    slice.due.append((record.identifier, .evidence))
                } else {
                    slice.held[.evidence, default: 0] += 1
                }
            case .erase(let reason): slice.due.append((record.identifier, reason))
            case .held(let reason): slice.held[reason, default: 0] += 1
            }
        }
        slice.next = last < end ? last : nil
        return slice
    }

    /// Those of the cases that are there and not erased.
    func unerased(_ cases: [CaseIdentifier]) throws(StoreError) -> [CaseIdentifier] {
        var found: [CaseIdentifier] = []
        for identifier in cases {
            if let record = try caseRecord(identifier), record.state != .erased {
                found.append(identifier)
            }
        }
        return found
    }
}
