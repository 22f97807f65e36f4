// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// How fast copies went, a line for each claim and platform.
enum ClaimFiguresTable {
    static var columns: [TextTable.Column] {
        [
            .init(title: ClaimWord.platform.column),
            .init(title: ClaimWord.reported.column, isRight: true),
            .init(title: ClaimWord.automatic.column, isRight: true, isOptional: true),
            .init(title: ClaimWord.removed.column, isRight: true),
            .init(title: ClaimWord.refused.column, isRight: true),
            .init(title: ClaimWord.waiting.column, isRight: true),
            .init(title: ClaimWord.reappeared.column, isRight: true),
            .init(title: ClaimWord.broken.column, isRight: true, isOptional: true),
            .init(title: ClaimWord.seenToReported.column, isRight: true, isOptional: true),
            .init(title: ClaimWord.reportedToRemoved.column, isRight: true),
            .init(title: ClaimWord.slowest.column, isRight: true, isOptional: true),
            .init(title: ClaimWord.beforeClaim.column, isRight: true),
            .init(title: ClaimWord.sinceToBefore.column, isRight: true),
            .init(title: ClaimWord.claim.column, isOptional: true),
        ]
    }

    static func row(_ line: ClaimFigureLine) -> [String] {
        let counts = [
            line.reported, line.reportedAutomatically, line.removed, line.refused, line.waiting,
            line.reappearances, line.brokenStayDowns,
        ]
        let removal = line.reportedToRemoved
        return [line.platformID]
            + counts.map { Language.current.number(Int(clamping: $0)) } + [
                span(line.seenToReported?.medianMinutes), span(removal?.medianMinutes),
                span(removal?.p95Minutes), before(line, line.before.map { span($0.medianMinutes) }),
                before(line, line.percentOfBefore.map { percent($0) }),
                line.claimID.isEmpty ? "" : CaseReference.text(of: line.claimID),
            ]
    }

    /// Of a platform, which is never told, nothing; of a holder's claim that it is not known.
    private static func before(_ line: ClaimFigureLine, _ text: String?) -> String {
        text ?? (line.claimID.isEmpty ? span(nil) : ClaimWord.unknown.text)
    }

    private static func percent(_ number: UInt32) -> String {
        StatsLanguage(.current).percent(Double(number) / 100)
    }

    private static func span(_ minutes: UInt64?) -> String {
        StatsLanguage(.current).span(minutes: minutes.map { UInt32(clamping: $0) })
    }
}
