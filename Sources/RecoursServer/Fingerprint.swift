// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursStore
internal import RecoursWire

/// The hash of a command's content that is kept with its idempotency key: the same key with another
/// fingerprint is a conflict.
///
/// Over what was understood, not over the bytes received, so that another program's encoding of the
/// same content is the same content (security.md §4.8).
enum Fingerprint {
    static func of(_ draft: ValidDraft) throws(RPCStatus) -> [UInt8] {
        try hash(draft.draft.canonicalBytes)
    }

    static func of(saved draft: CaseDraft) throws(RPCStatus) -> [UInt8] {
        try hash(draft.canonicalBytes)
    }

    static func of(
        _ command: CaseCommand, on identifier: CaseIdentifier
    ) throws(RPCStatus) -> [UInt8] {
        try hash(command.canonicalBytes(on: identifier))
    }

    /// Of a commitment to be made.
    static func of(
        _ text: String, _ scope: CommitmentScope, dueOn: CalendarDate
    ) throws(RPCStatus) -> [UInt8] {
        var out = CanonicalBytes(naming: "MakeCommitment")
        out.write(1, text)
        out.write(2, dueOn)
        switch scope {
        case .caseFile(let identifier, _): out.write(3, identifier.bytes)
        case .campaign(let identifier): out.write(4, identifier.bytes)
        case .category(let category): out.write(5, category)
        // Nobody makes one: it comes of a listing that is there again.
        case .claim(_, let listing): out.write(6, listing.bytes)
        }
        return try hash(out.bytes)
    }

    static func of(_ work: WorkDraft) throws(RPCStatus) -> [UInt8] {
        try hash(work.canonicalBytes)
    }

    static func of(_ plan: ClaimPlan) throws(RPCStatus) -> [UInt8] {
        try hash(plan.canonicalBytes)
    }

    static func of(
        adding listings: [(platform: String, listing: Listing)],
        to claim: StandingClaimIdentifier
    ) throws(RPCStatus) -> [UInt8] {
        try hash(ClaimRules.canonicalBytes(adding: listings, to: claim))
    }

    static func of(replying replies: [ListingReply]) throws(RPCStatus) -> [UInt8] {
        try hash(ClaimRules.canonicalBytes(replying: replies))
    }

    private static func hash(_ bytes: [UInt8]) throws(RPCStatus) -> [UInt8] {
        do throws(CryptoError) {
            return try SHA256.hash(of: bytes)
        } catch {
            throw RPCStatus(.store(.internalError("OpenSSL did not hash")))
        }
    }
}
