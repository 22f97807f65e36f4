// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import Logging

/// Writes log lines to standard error: words for a person at a terminal, a JSON object a line for
/// machines. One `write` a line, so that lines of several threads never mix.
struct LogOutput: LogHandler {
    enum Format: Sendable, Equatable {
        case text
        case json

        /// What "auto" means: a terminal gets text.
        static func automatic() -> Format {
            isatty(STDERR_FILENO) == 1 ? .text : .json
        }
    }

    private let label: String
    private let format: Format
    private let threshold: LogThreshold
    /// Of one logger alone, whatever the others write.
    private var ownLevel: Logger.Level?
    var metadata: Logger.Metadata = [:]

    init(label: String, format: Format, threshold: LogThreshold) {
        self.label = label
        self.format = format
        self.threshold = threshold
    }

    var logLevel: Logger.Level {
        get { ownLevel ?? threshold.level }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let more = event.metadata { all.merge(more) { $1 } }
        let line = LogOutput.line(
            format, at: LogOutput.now(), level: event.level, label: label,
            message: "\(event.message)", metadata: all)
        let bytes = Array(line.utf8)
        // Nothing can be done about a standard error that is closed or full.
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// One line with its newline.
    static func line(
        _ format: Format, at time: String, level: Logger.Level, label: String, message: String,
        metadata: Logger.Metadata
    ) -> String {
        let pairs = metadata.sorted { $0.key < $1.key }
        switch format {
        case .text:
            let rest = pairs.map { " \($0.key)=\(oneLine("\($0.value)"))" }.joined()
            return "\(time) \(level.rawValue) \(oneLine(message))\(rest)\n"
        case .json:
            var result = "{\"time\":\"\(time)\",\"level\":\"\(level.rawValue)\""
            result += ",\"logger\":" + JSONValue.quoted(label)
            result += ",\"message\":" + JSONValue.quoted(message)
            for (key, value) in pairs {
                result += "," + JSONValue.quoted(key) + ":" + JSONValue.quoted("\(value)")
            }
            return result + "}\n"
        }
    }

    /// Control characters could forge a line or drive a terminal.
    static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let control = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result.append(control ? " " : scalar)
        }
        return String(result)
    }

    /// RFC 3339 in UTC with milliseconds.
    private static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        gmtime_r(&time.tv_sec, &parts)
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        let thousandths = String(1_000 + time.tv_nsec / 1_000_000).dropFirst()
        return "\(date)T\(clock).\(thousandths)Z"
    }

    private static func two(_ number: Int32) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
