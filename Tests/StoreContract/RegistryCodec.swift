// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursStore
internal import Synchronization

/// A codec that keeps the values themselves and writes only their names, with the bulk of a real
/// one.
///
/// So the store's tests need no protobuf; a store opened again in the same process finds its
/// values.
package final class RegistryCodec: SnapshotCodec {
    private struct Unknown: Error {}

    private let cases = Mutex<[[UInt8]: CaseFile]>([:])
    private let events = Mutex<[[UInt8]: CaseEvent]>([:])
    /// Works, claims and listings.
    private let values = Mutex<[[UInt8]: any Sendable]>([:])

    package init() {}

    package func encode(_ caseFile: CaseFile) -> [UInt8] {
        var bytes = caseFile.identifier.bytes
        bytes.append(UInt8(truncatingIfNeeded: caseFile.version))
        bytes.append(contentsOf: caseFile.draft.facts.utf8)
        bytes.append(contentsOf: caseFile.draft.title.utf8)
        cases.withLock { $0[bytes] = caseFile }
        return bytes
    }

    package func decode(_ bytes: [UInt8]) throws -> CaseFile {
        guard let found = cases.withLock({ $0[bytes] }) else { throw Unknown() }
        return found
    }

    package func encode(_ event: CaseEvent, of caseFile: CaseFile) -> [UInt8] {
        var bytes = caseFile.identifier.bytes
        bytes.append(UInt8(truncatingIfNeeded: event.sequence))
        if case .submitted = event.kind { bytes.append(contentsOf: caseFile.draft.facts.utf8) }
        events.withLock { $0[bytes] = event }
        return bytes
    }

    package func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent {
        guard let found = events.withLock({ $0[bytes] }) else { throw Unknown() }
        return found
    }

    package func encode(_ work: Work) -> [UInt8] {
        keep(work, naming: work.identifier.bytes + Array(work.draft.title.utf8))
    }

    package func decodeWork(_ bytes: [UInt8]) throws -> Work { try value(bytes) }

    package func encode(_ claim: StandingClaim) -> [UInt8] {
        keep(claim, naming: claim.identifier.bytes)
    }

    package func decodeClaim(_ bytes: [UInt8]) throws -> StandingClaim { try value(bytes) }

    package func encode(_ listing: ClaimListing) -> [UInt8] {
        keep(listing, naming: listing.identifier.bytes + Array(listing.listing.url.utf8))
    }

    package func decodeListing(_ bytes: [UInt8]) throws -> ClaimListing { try value(bytes) }

    /// Under a name that no other value has, nor this one had before.
    private func keep(_ value: any Sendable, naming name: [UInt8]) -> [UInt8] {
        values.withLock { values in
            let number = UInt64(values.count)
            let bytes = name + (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            values[bytes] = value
            return bytes
        }
    }

    private func value<Value>(_ bytes: [UInt8]) throws -> Value {
        guard let found = values.withLock({ $0[bytes] }) as? Value else { throw Unknown() }
        return found
    }

    package func sealed(_ bytes: [UInt8]) -> [UInt8] { sha256([0x53] + bytes) }

    /// Thirty-two bytes that depend on every byte; not SHA-256, which the store's tests need not
    /// have.
    package func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash: [UInt8] = []
        for seed in UInt64(1)...4 {
            let word = RecordChecksum.of(bytes, seed: seed)
            for shift in stride(from: 0, to: 64, by: 8) {
                hash.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return hash
    }
}
