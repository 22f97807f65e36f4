// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursServer

/// Tells somebody who sits in front of a terminal how far it is; nobody else.
struct ProgressLine {
    private static let width = 24

    private let isShown = isatty(STDERR_FILENO) == 1

    func show(_ progress: BackupProgress) {
        guard isShown else { return }
        ProcessSetup.write("\r\u{1B}[K" + Self.text(progress), to: STDERR_FILENO)
    }

    /// Leaves no half line behind.
    func end() {
        if isShown { ProcessSetup.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    /// `[######..................]  25 %  cases looked at`.
    static func text(_ progress: BackupProgress) -> String {
        let total = max(1, progress.total)
        let share = Double(min(progress.done, total)) / Double(total)
        let filled = Int(share * Double(width))
        let percent = "\(Int(share * 100))"
        let padded = String(repeating: " ", count: max(0, 3 - percent.count)) + percent
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: width - filled)
        let what =
            switch progress.stage {
            case .database: "of the database copied"
            case .evidence: "of the files of evidence"
            case .examination: "of the cases looked at"
            case .hashing: "of the backup's files hashed"
            }
        return "[\(bar)] \(padded) %  \(what)"
    }
}
