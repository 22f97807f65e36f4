// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursServer

/// Tells somebody who sits in front of a terminal how far it is; nobody else.
struct ProgressLine {
    private static let width = 24

    let isShown = isatty(STDERR_FILENO) == 1

    func show(_ progress: BackupProgress) {
        show(Self.text(progress))
    }

    func show(done: UInt64, total: UInt64, _ what: String) {
        show(Self.text(done: done, total: total, what))
    }

    private func show(_ text: String) {
        guard isShown else { return }
        ProcessSetup.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    /// Leaves no half line behind.
    func end() {
        if isShown { ProcessSetup.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    static func text(_ progress: BackupProgress) -> String {
        let what =
            switch progress.stage {
            case .database: "of the database copied"
            case .evidence: "of the files of evidence"
            case .examination: "of the cases looked at"
            case .hashing: "of the backup's files hashed"
            }
        return text(done: progress.done, total: progress.total, what)
    }

    /// `[######..................]  25 %  cases looked at`.
    private static func text(done: UInt64, total: UInt64, _ what: String) -> String {
        let total = max(1, total)
        let share = Double(min(done, total)) / Double(total)
        let filled = Int(share * Double(width))
        let percent = "\(Int(share * 100))"
        let padded = String(repeating: " ", count: max(0, 3 - percent.count)) + percent
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: width - filled)
        return "[\(bar)] \(padded) %  \(what)"
    }
}
