// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The methods of `recours.v1.RetentionService`.
package enum RetentionServiceMethods {
    /// Erases what is kept no longer; for operators. First counts, then erases; tells how far it
    /// is.
    package static let runRetention = MethodDescriptor(
        fullName: "recours.v1.RetentionService/RunRetention",
        shape: .serverStreaming, repeatability: .idempotent)
    /// Erases one closed case on request; for operators and mediators. Operators may erase a draft
    /// too.
    package static let eraseCase = MethodDescriptor(
        fullName: "recours.v1.RetentionService/EraseCase",
        shape: .unary, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            runRetention,
            eraseCase,
        ]
    }
}
