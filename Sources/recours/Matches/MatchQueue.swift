// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Matches that wait for a person, with the works that they are like.
struct MatchQueue: Codable, Sendable {
    var works: [Work]
    var matches: [ClaimListing]

    /// All of a claim, or of all the caller's.
    static func load(
        _ client: RecoursClient, claim: [UInt8]
    ) async throws(CommandError) -> MatchQueue {
        let matches = try await collected(client.claims.matches(claim: claim))
        var works: [Work] = []
        for identifier in Set(matches.map(\.workID)).sorted(by: { $0.lexicographicallyPrecedes($1) }
        ) {
            works.append(
                try await calling { () async throws(RecoursError) in
                    try await client.claims.work(id: identifier)
                })
        }
        return MatchQueue(works: works, matches: matches)
    }

    /// Those of one work together, the works in the order in which they came; what is most like its
    /// work comes first.
    var sorted: [ClaimListing] {
        var order: [[UInt8]: Int] = [:]
        for match in matches where order[match.workID] == nil { order[match.workID] = order.count }
        return matches.enumerated().sorted { one, other in
            let works = (order[one.element.workID] ?? 0, order[other.element.workID] ?? 0)
            if works.0 != works.1 { return works.0 < works.1 }
            let scores = (one.element.score ?? 0, other.element.score ?? 0)
            return scores.0 == scores.1 ? one.offset < other.offset : scores.0 > scores.1
        }.map(\.element)
    }

    func work(of match: ClaimListing) -> Work? {
        works.first { $0.id == match.workID }
    }
}
