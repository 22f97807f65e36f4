// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// The operator's command that the next run takes: a reload may put another in its place.
final class CommandInForce: Sendable {
    private let command: Mutex<OperatorCommand>

    init(_ command: OperatorCommand) {
        self.command = Mutex(command)
    }

    var current: OperatorCommand { command.withLock { $0 } }

    func replace(_ next: OperatorCommand) {
        command.withLock { $0 = next }
    }
}
