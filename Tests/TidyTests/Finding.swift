// SPDX-License-Identifier: EUPL-1.2

import Testing

/// One place where the tree breaks a rule of the house.
struct Finding: Hashable, CustomStringConvertible {
    /// Relative to the repository's top.
    let path: String
    /// From 1; nil when the finding is about the whole file or folder.
    let line: Int?
    let message: String

    init(_ path: String, _ line: Int? = nil, _ message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(message)"
    }
}

/// Fails the running test once for each finding, so that each can be clicked on.
func expectNone(_ findings: [Finding]) {
    for finding in findings {
        Issue.record(Comment(rawValue: finding.description))
    }
}
