// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// How many cases, how fast, with what end. Get it from `RecoursClient.figures`.
public struct FigureCalls: Sendable {
    let client: RecoursClient

    /// Figures of all cases, or of those that the arguments narrow them to.
    ///
    /// The first line is the sum; those that follow are of one platform, one category, and, where
    /// asked for, both together or one month. A count without a value is withheld: from 1 to 4, or
    /// one that would give such a count away. Mediators see all.
    ///
    /// - Parameters:
    ///   - platform: only this platform's.
    ///   - category: only cases of this main category.
    ///   - campaign: only cases of this campaign, 16 bytes.
    ///   - byMonth: also by calendar month in Paris, where that is counted. Of a category within a
    ///     campaign no months are told, and `monthsLeftOut` says so.
    ///   - byPlatformAndCategory: also for each platform and category together.
    ///   - removalsByPlatform: also each platform's removals by month.
    /// - Throws: `RecoursError`; `invalidArgument` if so many lines would not fit into an answer.
    public func get(
        platform: String? = nil, category: CaseCategory? = nil, campaign: [UInt8]? = nil,
        byMonth: Bool = false, byPlatformAndCategory: Bool = false,
        removalsByPlatform: Bool = false, deadline: Duration? = nil
    ) async throws(RecoursError) -> GetFiguresResponse {
        let request = GetFiguresRequest(
            platformID: platform ?? "", category: category ?? .unspecified,
            campaignID: campaign ?? [], byMonth: byMonth,
            byPlatformAndCategory: byPlatformAndCategory, removalsByPlatform: removalsByPlatform)
        return try await client.caller.call(
            FiguresServiceMethods.getFigures, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await FiguresServiceStub(caller: maker).getFigures(request, options)
        }
    }

    /// How fast platforms remove what the caller's own cases are about: for associations and
    /// businesses. Nothing is withheld of one's own.
    ///
    /// The first line is the sum; those that follow are of one platform, one month, and both. They
    /// hold `removals` and the duration `remove` alone.
    ///
    /// - Parameters:
    ///   - siren: only cases of this firm.
    ///   - platform: only this platform's.
    public func ownRemovals(
        siren: String? = nil, platform: String? = nil, deadline: Duration? = nil
    ) async throws(RecoursError) -> GetOwnRemovalsResponse {
        let request = GetOwnRemovalsRequest(siren: siren ?? "", platformID: platform ?? "")
        return try await client.caller.call(
            FiguresServiceMethods.getOwnRemovals, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await FiguresServiceStub(caller: maker).getOwnRemovals(request, options)
        }
    }
}

extension FigureLine {
    /// A counter's value: nil if it is withheld, 0 if nothing was counted.
    public subscript(counter: FigureCounter) -> UInt64? {
        guard let found = counts.first(where: { $0.counter == counter }) else { return 0 }
        return found.count
    }

    /// How long something took; nil if it never occurred.
    public func duration(_ kind: FigureDurationKind) -> FigureDuration? {
        durations.first { $0.kind == kind }
    }
}
