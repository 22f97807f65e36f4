// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Counts a scope's listings for their figures, so many rows at a time: between two steps it is a
/// value that knows how far it has come, so that no number of listings holds up other readers.
///
/// A listing keeps its number, and so is looked at once.
struct ClaimFigureCount: Sendable {
    private let scope: CaseScope
    private let claim: StandingClaimIdentifier?
    private let platform: String?
    private let lineLimit: Int
    private(set) var lines: [ClaimFigureLine] = []
    /// There are claims of which no line is.
    private(set) var isTruncated = false
    private(set) var isDone: Bool
    /// What is counted next, the first of it last.
    private var waiting: [Part] = []
    private var current: Part?
    /// The number of the last claim that was read; nil before the first.
    private var lastClaim: UInt64?
    private var areClaimsRead = false

    /// Listings that lie beside each other.
    private struct Part: Sendable {
        let walk: ListingWalk
        /// Nil: of all claims together.
        let claim: StandingClaim?
        /// The last listing looked at.
        var position: UInt64 = 0
        var figures: [String: ClaimFigures] = [:]
    }

    private static let claimsAtOnce = 100
    /// Of the newest cases: a median of more would be no other.
    private static let removalsAClaim = 10_000

    init(
        _ scope: CaseScope, claim: StandingClaimIdentifier?, platform: String?, lines: Int
    ) {
        self.scope = scope
        self.claim = claim
        lineLimit = lines
        if case .platform(let own) = scope {
            // A platform has nothing to know of another's.
            self.platform = own
            isDone = platform.map { $0 != own } ?? false
        } else {
            self.platform = platform
            isDone = false
        }
    }

    /// Looks at so many rows more.
    mutating func goOn(
        _ reader: any StoreReader, rows: Int, _ codec: any SnapshotCodec
    ) throws(StoreError) {
        var left = rows
        while left > 0, !isDone {
            if var part = current {
                if try count(&part, reader, &left, codec) {
                    current = nil
                    try addRemovals(before: &part, reader, &left, codec)
                    tell(part)
                } else {
                    current = part
                }
            } else if let next = waiting.popLast() {
                current = next
            } else if areClaimsRead {
                isDone = true
            } else {
                left -= 1
                try findParts(reader, codec)
            }
        }
    }

    // MARK: What there is to count

    private mutating func findParts(
        _ reader: any StoreReader, _ codec: any SnapshotCodec
    ) throws(StoreError) {
        switch try reader.resolve(scope) {
        case .platform(let slug):
            areClaimsRead = true
            var walk = ListingWalk.platform(slug)
            if let claim {
                guard let record = try reader.claim(claim) else { return }
                walk = .claim(record.number)
            }
            // Whose claims they are is nothing that a platform's figures need to tell.
            waiting = [Part(walk: walk, claim: nil)]
        case .submitter(let number), .firm(let number, _): try readClaims(of: number, reader, codec)
        case .mediator: try readClaims(of: nil, reader, codec)
        case .retention, nil: areClaimsRead = true
        }
    }

    /// Reads the next claims of a registrant, or of all.
    private mutating func readClaims(
        of registrant: PartnerNumber?, _ reader: any StoreReader, _ codec: any SnapshotCodec
    ) throws(StoreError) {
        var found: [ClaimRecord] = []
        if let claim {
            let record = try reader.claim(claim)
            if let record, registrant.map({ $0 == record.registrant }) ?? true { found = [record] }
            areClaimsRead = true
        } else {
            let walk = registrant.map(ClaimWalk.registrant) ?? .all
            try reader.visitClaims(walk, below: lastClaim) { record in
                found.append(record)
                return found.count < Self.claimsAtOnce ? .goOn : .stop
            }
            lastClaim = found.last?.number
            areClaimsRead = found.count < Self.claimsAtOnce
        }
        for record in found.reversed() {
            let claim = try codec.claim(record)
            guard claim.tally.hasReports, platform.map(claim.plan.platforms.contains) ?? true else {
                continue
            }
            waiting.append(Part(walk: .claim(record.number), claim: claim))
        }
    }

    // MARK: Counting

    /// False if there are more listings than rows were left.
    private func count(
        _ part: inout Part, _ reader: any StoreReader, _ left: inout Int,
        _ codec: any SnapshotCodec
    ) throws(StoreError) -> Bool {
        var isThrough = true
        try reader.visitListings(part.walk, after: part.position) { record throws(StoreError) in
            guard left > 0 else {
                isThrough = false
                return .stop
            }
            left -= 1
            part.position = record.number
            let name = record.name.platform
            guard record.report != nil, platform.map({ $0 == name }) ?? true else { return .goOn }
            part.figures[name, default: ClaimFigures()].add(try codec.listing(record))
            return .goOn
        }
        return isThrough
    }

    /// Adds how fast the holder's cases went before the claim. A platform is not told: with what it
    /// knows of its own cases it would learn which pseudonym is whose.
    private func addRemovals(
        before part: inout Part, _ reader: any StoreReader, _ left: inout Int,
        _ codec: any SnapshotCodec
    ) throws(StoreError) {
        guard let claim = part.claim, !part.figures.isEmpty,
            let registrant = try reader.partnerNumber(claim.registrant),
            let work = try reader.work(claim.work),
            let siren = UInt32(try codec.work(work).draft.owner?.effectiveSiren ?? ""), siren > 0
        else { return }
        let walk = RemovalWalk.firm(siren, filedBefore: claim.openedAt)
        try reader.visitRemovals(of: registrant, walk, limit: Self.removalsAClaim) {
            removal, times in
            left -= 1
            part.figures[removal.platform]?.add(removal, times: times)
        }
    }

    private mutating func tell(_ part: Part) {
        let found = part.figures.sorted { $0.key < $1.key }.map {
            ClaimFigureLine(claim: part.claim?.identifier, platform: $0.key, figures: $0.value)
        }
        // All of a claim's lines, or none.
        guard lines.count + found.count <= lineLimit else {
            isTruncated = true
            isDone = true
            return
        }
        lines += found
    }
}
