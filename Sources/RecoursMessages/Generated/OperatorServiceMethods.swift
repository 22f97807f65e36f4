// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The methods of `recours.v1.OperatorService`.
package enum OperatorServiceMethods {
    /// What time is recorded, and whether every clock that has run out has been acted on.
    package static let getClock = MethodDescriptor(
        fullName: "recours.v1.OperatorService/GetClock",
        shape: .unary, repeatability: .noSideEffects)
    /// Moves a sandbox's clock ahead as if that time had passed, and acts on whatever it makes due;
    /// FAILED_PRECONDITION on a server that is no sandbox.
    package static let advanceClock = MethodDescriptor(
        fullName: "recours.v1.OperatorService/AdvanceClock",
        shape: .unary, repeatability: .unknown)
    /// Makes a backup while the server serves, in the directory that its configuration names, and
    /// tells how far it is. The backup goes on if the caller goes away. ABORTED while another is
    /// made, FAILED_PRECONDITION without such a directory, DATA_LOSS if what was to be kept is
    /// damaged.
    package static let backUp = MethodDescriptor(
        fullName: "recours.v1.OperatorService/BackUp",
        shape: .serverStreaming, repeatability: .unknown)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            getClock,
            advanceClock,
            backUp,
        ]
    }
}
