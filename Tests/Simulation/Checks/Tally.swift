// SPDX-License-Identifier: EUPL-1.2

/// What a run has seen, in numbers.
///
/// Unchecked because the process has one thread.
final class Tally: @unchecked Sendable {
    var commands = 0
    var acknowledged = 0
    var replays = 0
    var conflicts = 0
    var reads = 0
    var entries = 0
    var commits = 0
    var events = 0
    var faults = 0
    var crashes = 0
    var drains = 0
    var connections = 0
    var cuts = 0
    var silences = 0
    var partings = 0
    var restarts = 0
    var leaps = 0
    var suspensions = 0
    var intrusions = 0
    var canaries = 0
    var steps = 0
    var virtualSeconds = 0

    private typealias Path = ReferenceWritableKeyPath<Tally, Int> & Sendable
    private typealias Field = (name: String, path: any Path)

    private static let fields: [Field] = [
        ("commands", \.commands), ("acknowledged", \.acknowledged),
        ("sent again", \.replays), ("conflicts", \.conflicts), ("reads", \.reads),
        ("inbox entries read", \.entries), ("commits", \.commits), ("events", \.events),
        ("faults of the store", \.faults), ("crashes of the server", \.crashes),
        ("orderly stops", \.drains), ("connections", \.connections),
        ("connections cut", \.cuts), ("connections gone silent", \.silences),
        ("partings of the network", \.partings), ("partners restarted", \.restarts),
        ("leaps of the clock", \.leaps), ("suspensions", \.suspensions),
        ("intrusions tried", \.intrusions), ("canaries looked at", \.canaries),
        ("steps", \.steps), ("virtual seconds", \.virtualSeconds),
    ]

    /// One line, for `add`.
    var line: String {
        Tally.fields.map { String(self[keyPath: $0.path]) }.joined(separator: " ")
    }

    func add(_ line: some StringProtocol) {
        for (field, text) in zip(Tally.fields, line.split(separator: " ")) {
            self[keyPath: field.path] += Int(text) ?? 0
        }
    }

    var table: String {
        Tally.fields.map { name, path in
            let number = String(self[keyPath: path])
            let gap = max(1, 40 - name.count - number.count)
            return "  \(name)\(String(repeating: " ", count: gap))\(number)"
        }.joined(separator: "\n")
    }
}
