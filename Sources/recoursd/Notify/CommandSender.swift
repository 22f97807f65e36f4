// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import RecoursServer

/// Tells notifications through the operator's command, one run each, on threads of its own.
struct CommandSender: NotificationSender {
    private let inForce: CommandInForce
    private let threads = DispatchQueue(label: "recours-notify", attributes: .concurrent)

    init(_ inForce: CommandInForce) {
        self.inForce = inForce
    }

    func send(_ notification: Notification) async -> String? {
        let command = inForce.current
        let input = Array((notification.json + "\n").utf8)
        let outcome = await withCheckedContinuation { continuation in
            threads.async { continuation.resume(returning: command.run(input)) }
        }
        return outcome == .done ? nil : command.words(on: outcome)
    }
}
