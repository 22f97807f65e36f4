// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension GetFiguresResponse {
    /// A report as it is sent. `names` are the platforms' own, by slug.
    package init(
        _ report: FigureReport, _ query: FigureQuery, readAt: Instant, names: [String: String]
    ) {
        self.init(
            readAtMs: readAt.millisecondsSince1970, threshold: UInt32(clamping: query.threshold),
            lines: report.messages(names), monthsLeftOut: query.leavesMonthsOut)
    }
}

extension GetOwnRemovalsResponse {
    /// A report on a caller's own cases as it is sent.
    package init(
        _ report: FigureReport, readAt: Instant, olderLeftOut: Bool, names: [String: String]
    ) {
        self.init(
            readAtMs: readAt.millisecondsSince1970, lines: report.messages(names),
            olderLeftOut: olderLeftOut)
    }
}

extension FigureReport {
    /// The lines with the platforms' own names.
    fileprivate func messages(_ names: [String: String]) -> [RecoursMessages.FigureLine] {
        lines.map { line in
            var message = RecoursMessages.FigureLine(line)
            message.platformName = names[message.platformID] ?? ""
            return message
        }
    }
}

extension RecoursMessages.FigureLine {
    fileprivate init(_ line: RecoursCases.FigureLine) {
        self.init(
            platformID: line.platform ?? "",
            category: line.category.map { .init(rawValue: $0.rawValue) } ?? .unspecified,
            month: line.month?.description ?? "",
            counts: line.counts.map {
                RecoursMessages.FigureCount(
                    counter: .init(rawValue: $0.counter.rawValue), count: $0.count.shown)
            },
            durations: line.times.map {
                FigureDuration(
                    kind: .init(rawValue: $0.time.rawValue), sample: $0.sample.shown,
                    medianMinutes: $0.medianMinutes.map(UInt32.init(clamping:)),
                    p95Minutes: $0.percentile95Minutes.map(UInt32.init(clamping:)))
            })
    }
}

extension RecoursCases.FigureCount {
    /// Nil if it is withheld.
    fileprivate var shown: UInt64? {
        switch self {
        case .exact(let count): UInt64(clamping: count)
        case .withheld: nil
        }
    }
}
