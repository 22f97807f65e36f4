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
            .init(title: ClaimWord.seenToReported.column, isRight: true),
            .init(title: ClaimWord.reportedToRemoved.column, isRight: true),
            .init(title: ClaimWord.slowest.column, isRight: true),
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
                span(removal?.p95Minutes),
                line.claimID.isEmpty ? "" : CaseReference.text(of: line.claimID),
            ]
    }

    private static func span(_ minutes: UInt64?) -> String {
        StatsLanguage(.current).span(minutes: minutes.map { UInt32(clamping: $0) })
    }
}
