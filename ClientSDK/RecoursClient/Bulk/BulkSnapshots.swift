// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// `FeedService/ObserveListings`.
struct BulkSnapshots: BulkKind {
    var method: MethodDescriptor { FeedServiceMethods.observeListings }

    /// A listing that was seen twice is known by its number: it needs no key.
    func prepared(_ snapshot: ListingSnapshot) -> ListingSnapshot { snapshot }

    func item(_ snapshot: ListingSnapshot, sequence: UInt64) -> ListingSnapshot {
        var snapshot = snapshot
        snapshot.clientSequence = sequence
        return snapshot
    }

    func sequence(of reply: SnapshotResult) -> UInt64 { reply.clientSequence }

    func outcome(of reply: SnapshotResult) -> BulkOutcome<SnapshotMatches>? {
        switch reply.outcome {
        case .matches(let matches): .receipt(matches)
        case .refusal(let status): .refusal(status)
        case nil: nil
        }
    }

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<ListingSnapshot, SnapshotResult> {
        try await FeedServiceStub(caller: maker).observeListings(options)
    }
}
