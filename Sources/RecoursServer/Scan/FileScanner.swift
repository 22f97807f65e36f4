// SPDX-License-Identifier: EUPL-1.2

/// What looks at files for malware: the operator's command, or what a test puts in its place.
package protocol FileScanner: Sendable {
    /// Looks at one file. Ends soon once its task is cancelled.
    func scan(_ path: String) async -> ScanFinding
}

/// What a scanner says of a file.
package enum ScanFinding: Sendable, Hashable {
    case clean
    case infected
    /// Nothing, and why, in words for the log.
    case failed(String)
}
