// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import RecoursServer

/// Tells notifications through the operator's command, one run each, on threads of its own.
struct CommandSender: NotificationSender {
    let command: NotifyCommand
    private let threads = DispatchQueue(label: "recours-notify", attributes: .concurrent)

    init(_ command: NotifyCommand) {
        self.command = command
    }

    func send(_ notification: Notification) async -> String? {
        let input = Array((notification.json + "\n").utf8)
        let outcome = await withCheckedContinuation { continuation in
            threads.async { continuation.resume(returning: command.run(input)) }
        }
        switch outcome {
        case .done: return nil
        case .failed(let status, let words):
            return words.isEmpty ? "it ended with \(status)" : "it ended with \(status): \(words)"
        case .killed(let signal): return "it was killed by signal \(signal)"
        case .timedOut: return "it was killed after \(command.limit)"
        case .notStarted(let reason): return "it could not be started: \(reason)"
        }
    }
}
