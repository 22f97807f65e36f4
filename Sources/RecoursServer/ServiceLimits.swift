// SPDX-License-Identifier: EUPL-1.2

/// How much one partner, one stream and one answer may take.
package struct ServiceLimits: Sendable, Equatable {
    /// Connections of one partner: a pool a process and some processes (security.md §4.3).
    package var connectionsPerPartner = 64
    /// Calls of one partner in progress, all its connections together (security.md §4.3).
    package var callsPerPartner = 256
    /// Items of one bulk stream between their arrival and their result's departure. Enough to fill
    /// a group commit; a result waits no longer than two commits behind it.
    package var bulkWindow = 256
    /// The same over all streams: bounds the memory that bulk holds, with drafts of up to 2 MiB
    /// rare and of 2 KiB usual, and the queue in front of an interactive submission.
    package var bulkWindowTotal = 4_096
    /// The same over all streams of one partner: a quarter of all, but never less than a stream's.
    var bulkWindowOfOne: Int { max(bulkWindow, bulkWindowTotal / 4) }
    /// A case as stored; larger ones could not be sent back within a message (design.md §9).
    package var encodedCaseBytes = 2 * 1_048_576
    /// A draft as it comes: leaves a case an eighth of its size for answers and verdicts.
    package var encodedDraftBytes: Int { encodedCaseBytes - encodedCaseBytes / 8 }
    /// A page of a list or pull ends here, so that an answer stays far under a message's 4 MiB
    /// even if its last case is of the largest.
    package var pageBytes = 1_048_576
    /// Cases on a page at most, and if the caller doesn't say.
    package var pageItems = 1_000
    package var pageItemsStandard = 100
    /// A pull's longest wait: well under the idle limits of middleboxes (domain.md §4).
    package var pullWaitMilliseconds: UInt32 = 30_000
    /// What a pull leaves of its deadline for the answer's way back.
    package var pullMarginMilliseconds: Int64 = 1_000
    /// A call without a deadline gets this one (design.md §9).
    package var deadlineMilliseconds: Int64 = 30_000
    /// A call that takes longer is logged as a warning.
    package var slowCallMilliseconds: Int64 = 1_000
    /// Violations that one answer lists (errors.proto).
    package var violations = 50
    /// Watches of one partner: a process for each of its services, and some for people who look.
    package var watchesPerPartner = 32
    /// A watch that has nothing to say says its place before this has passed: 30 s with room for
    /// the way.
    package var watchSilence: Duration = .seconds(28)
    /// What a watch reads at once, and holds while its caller does not take it.
    package var watchPageItems = 32
    package var watchPageBytes = 16_384
    /// Cases in one acknowledgement (inbox_service.proto).
    package var acknowledgements = 1_000
    /// Mandates sent to the store together: one group commit's worth.
    package var mandateBatch = 256
    /// Refusals that ImportMandates lists (partner_service.proto).
    package var mandateRefusals = 1_000
    /// Lines of one answer with figures: a few hundred bytes each, well under a message's 4 MiB.
    package var figureLines = 8_000
    /// Keys bound to a partner at one time: two, so that rotation can overlap.
    package var keysPerPartner = 2
    /// A chunk of an upload at most (evidence_service.proto).
    package var uploadChunkBytes = 256 * 1_024
    /// A chunk of a download at most: one frame, so that it delays no other call.
    package var downloadChunkBytes = 64 * 1_024
    /// Read from disk at a time for a download.
    package var downloadReadBytes = 256 * 1_024
    /// How long an exhausted quota asks the caller to wait.
    package var retryAfterMilliseconds: UInt64 = 100

    package init() {}
}
