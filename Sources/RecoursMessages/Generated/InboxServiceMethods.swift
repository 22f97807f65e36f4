// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The methods of `recours.v1.InboxService`.
package enum InboxServiceMethods {
    /// Returns what came after the cursor; waits for something to come if nothing has.
    package static let pullCases = MethodDescriptor(
        fullName: "recours.v1.InboxService/PullCases",
        shape: .unary, repeatability: .noSideEffects)
    /// Takes note of cases, naming a contact; for platforms. Each gets its own result. While the
    /// server cannot keep them all, the whole call fails, and is to be made again: what was
    /// acknowledged before then says so.
    package static let acknowledgeCases = MethodDescriptor(
        fullName: "recours.v1.InboxService/AcknowledgeCases",
        shape: .unary, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            pullCases,
            acknowledgeCases,
        ]
    }
}
