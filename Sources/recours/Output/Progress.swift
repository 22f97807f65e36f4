// SPDX-License-Identifier: EUPL-1.2

/// The line that tells how far a bulk filing is.
struct Progress: Sendable {
    let counts: BulkTally.Counts
    /// Seconds since the beginning.
    let seconds: Double

    /// `1 240/5 000  312/s  3 refused  ETA 12 s`.
    var text: String {
        let rate = seconds > 0 ? Double(sent) / seconds : 0
        var parts = ["\(Progress.grouped(counts.settled))/\(Progress.grouped(counts.total))"]
        parts.append("\(Progress.grouped(Int(rate)))/s")
        if counts[.refused] > 0 {
            let count = Progress.grouped(counts[.refused])
            parts.append(CommandSentence.progressRefused(count).text)
        }
        if counts[.invalid] > 0 {
            let count = Progress.grouped(counts[.invalid])
            parts.append(CommandSentence.progressInvalid(count).text)
        }
        let known = counts[.filedBefore] + counts[.alreadyFiled]
        if known > 0 {
            parts.append(CommandSentence.progressKnown(Progress.grouped(known)).text)
        }
        let left = max(0, counts.total - counts.settled)
        if rate > 0, left > 0 {
            parts.append(CommandSentence.progressLeft(Progress.span(Double(left) / rate)).text)
        }
        return parts.joined(separator: "  ")
    }

    /// A bar of so many columns before the text.
    func line(barWidth: Int) -> String {
        Progress.bar(Double(counts.settled) / Double(max(1, counts.total)), width: barWidth)
            + " " + text
    }

    /// `[######..................]` for a quarter.
    static func bar(_ share: Double, width: Int) -> String {
        let done = Int(min(max(share, 0), 1) * Double(width))
        return "[" + String(repeating: "#", count: done)
            + String(repeating: ".", count: width - done) + "]"
    }

    /// Lines skipped cost nothing, so they say nothing of the rate.
    private var sent: Int {
        counts[.filed] + counts[.alreadyFiled] + counts[.refused]
    }

    /// Thousands apart, as the language writes them.
    static func grouped(_ number: Int) -> String { Language.current.number(number) }

    /// `12 s`, `3 min 20 s`, `2 h 5 min`.
    static func span(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds.rounded(.up), 1e9)))
        switch whole {
        case ..<60: return "\(whole) s"
        case ..<3600: return "\(whole / 60) min \(whole % 60) s"
        default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
        }
    }
}
