// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import Synchronization

/// Ctrl-C: once asks for an orderly end, twice ends at once.
enum Interrupts {
    private static let count = Atomic<Int>(0)

    /// True after the first.
    static var wasAsked: Bool { count.load(ordering: .relaxed) > 0 }

    /// Counts from here on instead of ending the process.
    static func count(for body: () async throws(CommandError) -> Void) async throws(CommandError) {
        // Touched once before the handler may run: a global's first use takes a lock.
        _ = wasAsked
        signal(SIGINT) { _ in
            if Interrupts.count.add(1, ordering: .relaxed).newValue > 1 {
                _exit(ExitStatus.interrupted.rawValue)
            }
        }
        defer { signal(SIGINT, SIG_DFL) }
        try await body()
    }
}
