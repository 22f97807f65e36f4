// SPDX-License-Identifier: EUPL-1.2

public import Logging
package import RecoursTransport

/// How a client behaves. The defaults suit a back end on a network of ordinary quality.
public struct RecoursConfiguration: Sendable {
    /// For calls that name no deadline of their own.
    public var defaultDeadline: Duration = .seconds(30)
    /// How failed attempts are repeated.
    public var retry: RetryPolicy = .standard
    /// How long a call waits, within its deadline, while no server can be reached.
    public var readiness: Readiness = .untilDeadline
    /// One attempt to connect: name look-up, TCP and TLS together. With several servers each has a
    /// share of it.
    public var connectTimeout: Duration = .seconds(10)
    /// Items of a bulk submission that may be under way at once: 1 to 10,000. Memory is bounded by
    /// it.
    public var bulkWindow = 512
    /// How long a bulk call keeps trying while nothing is answered at all.
    public var bulkPatience: Duration = .seconds(300)
    /// How long a watch keeps trying while nothing is heard at all.
    public var watchPatience: Duration = .seconds(300)
    /// Where the client says what it does about its connection; never what partners write.
    public var logger = Logger(label: "recours.client") { _ in SwiftLogNoOpLogHandler() }
    /// Name and version told to the server's log, at most 100 bytes.
    public var software = "recours-swift/1"
    /// What carries its connections.
    package var network: any Network = Sockets()

    /// The defaults.
    public init() {}

    /// What a call does while no server can be reached.
    public enum Readiness: Sendable, Hashable {
        /// Fail at once.
        case failFast
        /// Try to connect again and again, so long at most, and never past the call's deadline.
        case wait(atMost: Duration)
        /// Try to connect again and again until the call's deadline.
        case untilDeadline
    }
}

/// How failed attempts are repeated. Only what is safe is repeated: calls that never reached a
/// handler, calls without effect, and writes, whose key makes them so.
public struct RetryPolicy: Sendable, Hashable {
    /// 1 or more; 1 is no retry.
    public var maxAttempts: Int
    /// The wait before the second attempt; doubled each time, drawn between half and whole.
    public var initialBackoff: Duration
    /// No wait is longer.
    public var maxBackoff: Duration
    /// Retries are paid from a bucket of so many tokens, 1 each, and stop below half of it. An
    /// answered call puts a tenth back. So a server in trouble is not buried under retries
    /// (gRPC's proposal A6). All calls of a client share it. Waiting for a server is no retry: a
    /// call that was lost with its connection, or whose server cannot serve, pays nothing.
    public var budget: Int

    /// A policy; what is left out has the standard's value.
    public init(
        maxAttempts: Int, initialBackoff: Duration = .milliseconds(200),
        maxBackoff: Duration = .seconds(5), budget: Int = 10
    ) {
        self.maxAttempts = maxAttempts
        self.initialBackoff = initialBackoff
        self.maxBackoff = maxBackoff
        self.budget = budget
    }

    /// Four attempts, 0.2 s to 5 s apart.
    public static let standard = RetryPolicy(maxAttempts: 4)
    /// One attempt.
    public static let off = RetryPolicy(maxAttempts: 1)
}
