// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

/// Figures as RFC 4180 has tables, with semicolons as spreadsheets in France expect: a line each,
/// the protocol's names for programs. What is withheld is `s`; what isn't counted there is empty.
struct StatsCSV {
    let data: StatsData

    var text: String {
        ([StatsCSV.header] + data.lines.map(cells)).map { cells in
            CSVText.line(cells) + "\r\n"
        }.joined()
    }

    private static let counters = FigureCounter.allCases.filter { $0 != .unspecified }
    private static let durations: [FigureDurationKind] = [
        .acknowledge, .answer, .resolve, .remove,
    ]

    private static var header: [String] {
        var names = ["platform", "platform_name", "category", "month"]
        names += counters.map { ($0.name ?? "\($0.rawValue)").lowercased() }
        for kind in durations {
            let name = (kind.name ?? "\(kind.rawValue)").lowercased()
            names += ["\(name)_sample", "\(name)_median_minutes", "\(name)_p95_minutes"]
        }
        return names + ["confirmed_rate", "confirmed_rate_lower", "confirmed_rate_upper"]
    }

    private func cells(_ line: FigureLine) -> [String] {
        let category = line.category == .unspecified ? "" : line.category.name ?? ""
        var cells = [line.platformID, line.platformName, category, line.month]
        cells += StatsCSV.counters.map { counter in
            guard data.counts(counter, in: line) else { return "" }
            return line[counter].map { "\($0)" } ?? "s"
        }
        for kind in StatsCSV.durations {
            guard let duration = line.duration(kind) else {
                cells += ["", "", ""]
                continue
            }
            cells.append(duration.sample.map { "\($0)" } ?? "s")
            cells.append(duration.medianMinutes.map { "\($0)" } ?? "s")
            cells.append(duration.p95Minutes.map { "\($0)" } ?? "s")
        }
        guard let rate = line.confirmedRate else { return cells + ["", "", ""] }
        return cells + [rate.rate, rate.lower, rate.upper].map(StatsCSV.decimal)
    }

    /// Four decimals.
    private static func decimal(_ share: Double) -> String {
        let digits = String(Int((share * 10_000).rounded()))
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return padded.dropLast(4) + "." + padded.suffix(4)
    }
}
