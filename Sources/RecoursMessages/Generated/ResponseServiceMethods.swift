// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

/// The methods of `recours.v1.ResponseService`.
package enum ResponseServiceMethods {
    /// Answers one case. The response's response_id is its idempotency key.
    package static let respond = MethodDescriptor(
        fullName: "recours.v1.ResponseService/Respond",
        shape: .unary, repeatability: .idempotent)
    /// Answers many: each item has its own result; results may come in another order.
    package static let respondMany = MethodDescriptor(
        fullName: "recours.v1.ResponseService/RespondMany",
        shape: .bidirectional, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            respond,
            respondMany,
        ]
    }
}
