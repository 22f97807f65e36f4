// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

/// The methods of `recours.v1.HealthService`.
package enum HealthServiceMethods {
    /// `recours.v1.HealthService/Check`.
    package static let check = MethodDescriptor(
        fullName: "recours.v1.HealthService/Check",
        shape: .unary, repeatability: .noSideEffects)
    /// Sends the state at once, and again at each change.
    package static let watch = MethodDescriptor(
        fullName: "recours.v1.HealthService/Watch",
        shape: .serverStreaming, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            check,
            watch,
        ]
    }
}
