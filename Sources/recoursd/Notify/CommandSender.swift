// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import RecoursServer

/// Tells notifications through the operator's command, one run each, on threads of its own.
struct CommandSender: NotificationSender {
    let command: OperatorCommand
    private let threads = DispatchQueue(label: "recours-notify", attributes: .concurrent)

    init(_ command: OperatorCommand) {
        self.command = command
    }

    func send(_ notification: Notification) async -> String? {
        let input = Array((notification.json + "\n").utf8)
        let outcome = await withCheckedContinuation { continuation in
            threads.async { continuation.resume(returning: command.run(input)) }
        }
        return outcome == .done ? nil : command.words(on: outcome)
    }
}
