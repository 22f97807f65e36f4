// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Foundation
internal import RecoursServer
internal import Synchronization

/// Looks at files through the operator's command, one run each, on threads of its own.
///
/// Its status is that of clamscan and clamdscan: 0 for nothing found, 1 for something found, all
/// else for what could not be looked at.
struct CommandScanner: FileScanner {
    private static let found: Int32 = 1

    private let inForce: CommandInForce
    private let threads = DispatchQueue(label: "recours-scan", attributes: .concurrent)

    init(_ inForce: CommandInForce) {
        self.inForce = inForce
    }

    func scan(_ path: String) async -> ScanFinding {
        let path =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        let command = inForce.current
        let stop = Stop()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                threads.async {
                    continuation.resume(
                        returning: command.run([], adding: [path], until: { stop.isOrdered }))
                }
            }
        } onCancel: {
            stop.order()
        }
        return switch outcome {
        case .done: .clean
        case .failed(Self.found, _): .infected
        default: .failed(command.words(on: outcome))
        }
    }
}

/// The order to stop, given from one thread and seen by another.
private final class Stop: Sendable {
    private let flag = Atomic(false)

    var isOrdered: Bool { flag.load(ordering: .relaxed) }

    func order() { flag.store(true, ordering: .relaxed) }
}
