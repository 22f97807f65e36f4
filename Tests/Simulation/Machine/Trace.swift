// SPDX-License-Identifier: EUPL-1.2

/// What happened, in order: its last lines for people, and all of it as one number.
///
/// Unchecked because the process has one thread.
final class Trace: @unchecked Sendable {
    private static let kept = 60

    private let machine: Machine
    private let begun: Int64
    private var lines: [String] = []
    private(set) var count = 0
    /// FNV-1a over every line.
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Prints each line as it comes.
    var isLoud = false

    init(machine: Machine) {
        self.machine = machine
        begun = machine.now
    }

    func note(_ text: String) {
        let microseconds = (machine.now - begun) / 1_000
        let line = "\(microseconds) \(text)"
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        count += 1
        if isLoud { print(Trace.readable(line)) }
        if lines.count >= 2 * Trace.kept { lines.removeFirst(Trace.kept) }
        lines.append(line)
    }

    var last: [String] { lines.suffix(Trace.kept).map(Trace.readable) }

    /// Microseconds as seconds.
    private static func readable(_ line: String) -> String {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let microseconds = Int(parts[0]) else { return line }
        let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
        let seconds = String(microseconds / 1_000_000)
        let gap = String(repeating: " ", count: max(0, 6 - seconds.count))
        return "\(gap)\(seconds).\(fraction)  \(parts[1])"
    }
}
