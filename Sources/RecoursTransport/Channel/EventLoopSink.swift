// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// Runs closures of other threads on an event loop: many with one wake-up.
package final class EventLoopSink: Sendable {
    package let eventLoop: any EventLoop

    package init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// Runs the closures in order; returns at once.
    package func deliver(_ completions: [@Sendable () -> Void]) {
        eventLoop.execute {
            for completion in completions { completion() }
        }
    }
}
