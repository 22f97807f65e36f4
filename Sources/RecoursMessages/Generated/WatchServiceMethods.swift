// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The methods of `recours.v1.WatchService`.
package enum WatchServiceMethods {
    /// The caller's inbox: what PullCases gives, without asking again.
    package static let watchInbox = MethodDescriptor(
        fullName: "recours.v1.WatchService/WatchInbox",
        shape: .serverStreaming, repeatability: .noSideEffects)
    /// One case. NOT_FOUND also later, once the caller may no longer see it.
    package static let watchCase = MethodDescriptor(
        fullName: "recours.v1.WatchService/WatchCase",
        shape: .serverStreaming, repeatability: .noSideEffects)
    /// The mediators' common queue: each change of a case that concerns mediators, and whether the
    /// case waits for one now. For mediators.
    package static let watchQueue = MethodDescriptor(
        fullName: "recours.v1.WatchService/WatchQueue",
        shape: .serverStreaming, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            watchInbox,
            watchCase,
            watchQueue,
        ]
    }
}
