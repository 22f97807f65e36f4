// SPDX-License-Identifier: EUPL-1.2

/// The 16 bytes that name a record of one kind: a UUID of version 7, made by the server as a case's
/// is. Those of two kinds cannot be taken for each other.
package struct RecordIdentifier<Record>: Hashable, Sendable {
    package let value: CaseIdentifier

    package init(_ value: CaseIdentifier) {
        self.value = value
    }

    /// Nil unless there are 16 bytes.
    package init?(bytes: [UInt8]) {
        guard let value = CaseIdentifier(bytes: bytes) else { return nil }
        self.value = value
    }

    package var bytes: [UInt8] { value.bytes }
}

package typealias WorkIdentifier = RecordIdentifier<Work>
package typealias StandingClaimIdentifier = RecordIdentifier<StandingClaim>
package typealias ClaimListingIdentifier = RecordIdentifier<ClaimListing>
