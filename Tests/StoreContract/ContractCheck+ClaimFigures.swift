// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    private static let holder = CaseScope.submitter(Fixtures.association)

    static let claimFigures = [
        ContractCheck("Figures of claims count every listing once, in steps of any length") {
            store in
            // A claim of which nothing is reported has no line.
            _ = try await store.openClaim(1)
            let claims = [try await store.openClaim(2), try await store.openClaim(3)]
            for (place, claim) in claims.enumerated() {
                let first = UInt64(place) * 100
                let copies = (first..<first + 20).map {
                    Fixtures.copy($0, on: $0.isMultiple(of: 4) ? "wish" : "amazon")
                }
                _ = try await store.add(copies, to: claim, key: 200 + UInt8(place))
            }
            let waiting = try await store.observe(
                Fixtures.copy(50), score: 700, against: claims[0], at: Fixtures.now)
            try require(waiting == .queued, "one waits, and counts nowhere")
            for rows in [1, 2, 7, 20, 41, 5_000] {
                let (lines, isTruncated) = try await store.claimFigures(
                    holder, claim: nil, platform: nil, rowsAStep: rows)
                try require(
                    lines.compactMap(\.claim)
                        == [claims[1], claims[1], claims[0], claims[0]].map(\.identifier),
                    "the newest claims first")
                try require(
                    lines.map(\.platform) == ["amazon", "wish", "amazon", "wish"], "by platform")
                try require(
                    lines.map(\.figures.reported) == [15, 5, 15, 5] && !isTruncated,
                    "each once, in steps of \(rows)")
                let own = try await store.claimFigures(
                    .platform("wish"), claim: nil, platform: nil, rowsAStep: rows
                ).lines
                try require(
                    own.map(\.figures.reported) == [10] && own.first?.claim == nil,
                    "a platform's, of all claims together")
            }
        },
        ContractCheck("Figures of claims are of what was asked for, and of nobody else's claims") {
            store in
            let claims = [try await store.openClaim(1), try await store.openClaim(2)]
            for (place, claim) in claims.enumerated() {
                let copies = [
                    Fixtures.copy(UInt64(place) * 10 + 1),
                    Fixtures.copy(UInt64(place) * 10 + 2, on: "wish"),
                ]
                _ = try await store.add(copies, to: claim, key: 200 + UInt8(place))
            }
            func lines(
                _ scope: CaseScope, _ claim: StandingClaim? = nil, _ platform: String? = nil
            ) async throws -> [String] {
                try await store.claimFigures(
                    scope, claim: claim?.identifier, platform: platform
                ).lines.map { line in
                    "\(line.claim == claims[0].identifier ? 1 : line.claim == nil ? 0 : 2) "
                        + "\(line.platform) \(line.figures.reported)"
                }
            }
            try require(
                try await lines(holder, claims[0]) == ["1 amazon 1", "1 wish 1"], "a claim's")
            try require(
                try await lines(.mediator, nil, "wish") == ["2 wish 1", "1 wish 1"], "a platform's")
            try require(
                try await lines(.platform("amazon"), claims[1]) == ["0 amazon 1"],
                "what of one claim a platform was told")
            try require(
                try await lines(.platform("amazon"), nil, "wish").isEmpty, "not another's")
            for scope in [CaseScope.submitter(Fixtures.otherAssociation), .retention] {
                try require(try await lines(scope).isEmpty, "\(scope)")
                try require(try await lines(scope, claims[0]).isEmpty, "\(scope), by its name")
            }
            let (few, isTruncated) = try await store.claimFigures(
                holder, claim: nil, platform: nil, lines: 3)
            try require(
                few.map(\.claim) == [claims[1].identifier, claims[1].identifier] && isTruncated,
                "all lines of a claim or none, and that there are more")
            let (all, isWhole) = try await store.claimFigures(
                holder, claim: nil, platform: nil, lines: 4)
            try require(all.count == 4 && !isWhole, "as many as there are")
        },
        ContractCheck("Beside a claim's removals stand those of its holder's cases before it") {
            store in
            for number in UInt64(1)...6 { _ = try await store.remove(number, minutesLater: 600) }
            let opened = Fixtures.later(60)
            let claim = try await store.openClaim(1, at: opened)
            // Filed since, and so no longer before.
            for number in UInt64(11)...16 {
                _ = try await store.remove(number, minutesLater: 90, filedLater: 61)
            }
            let copies = (1...5).map { Fixtures.copy(UInt64($0)) }
            let wish = Fixtures.copy(6, on: "wish")
            _ = try await store.add(copies + [wish], to: claim, at: opened)
            _ = try await store.reply(
                copies.map { ListingReply(listing: $0.identifier, kind: .removed) },
                at: Fixtures.later(120))
            for scope in [holder, .mediator] {
                let lines = try await store.claimFigures(scope, claim: nil, platform: nil).lines
                let figures = lines.first?.figures
                try require(
                    figures?.before?.sample == 6 && figures?.before?.percentile(50) == 600,
                    "before: \(String(describing: figures?.before))")
                try require(figures?.percentOfBefore == 10, "an hour instead of ten")
                try require(lines.last?.figures.before == nil, "nothing is known of wish")
            }
            let told = try await store.claimFigures(.platform("amazon"), claim: nil, platform: nil)
            try require(
                told.lines.first?.figures.reported == 5
                    && told.lines.first?.figures.before == nil, "a platform is not told")
        },
    ]
}
