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
        if counts[.refused] > 0 { parts.append("\(Progress.grouped(counts[.refused])) refused") }
        if counts[.invalid] > 0 { parts.append("\(Progress.grouped(counts[.invalid])) invalid") }
        let known = counts[.filedBefore] + counts[.alreadyFiled]
        if known > 0 { parts.append("\(Progress.grouped(known)) already filed") }
        let left = max(0, counts.total - counts.settled)
        if rate > 0, left > 0 { parts.append("ETA " + Progress.span(Double(left) / rate)) }
        return parts.joined(separator: "  ")
    }

    /// A bar of so many columns before the text.
    func line(barWidth: Int) -> String {
        let total = max(1, counts.total)
        let done = min(barWidth, counts.settled * barWidth / total)
        return "[" + String(repeating: "#", count: done)
            + String(repeating: ".", count: barWidth - done) + "] " + text
    }

    /// Lines skipped cost nothing, so they say nothing of the rate.
    private var sent: Int {
        counts[.filed] + counts[.alreadyFiled] + counts[.refused]
    }

    /// `1 240`: thousands apart, as the French write them.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(" ") }
            text.append(digit)
        }
        return text
    }

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
