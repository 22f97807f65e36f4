// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// A length of time as written on the command line: `500ms`, `10s`, `2m`, `3h`, `3d`.
struct TimeSpan: ExpressibleByArgument, Equatable, Sendable {
    static let units: [(suffix: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    let milliseconds: Int64

    var duration: Duration { .milliseconds(milliseconds) }

    /// Nil unless it is a whole number with a unit; a number alone counts seconds.
    init?(argument: String) {
        let digits = argument.prefix { ("0"..."9").contains($0) }
        let suffix = argument.dropFirst(digits.count)
        let unit =
            suffix.isEmpty ? 1000 : TimeSpan.units.first { $0.suffix == suffix }?.milliseconds
        guard let number = Int64(digits), let unit else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        guard !overflow else { return nil }
        milliseconds = product
    }
}
