// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The methods of `recours.v1.ActionService`.
package enum ActionServiceMethods {
    /// Does one thing to one case.
    package static let act = MethodDescriptor(
        fullName: "recours.v1.ActionService/Act",
        shape: .unary, repeatability: .idempotent)
    /// Does many: each item has its own key and result, so a mediator answers a class of like cases
    /// in one go.
    package static let actMany = MethodDescriptor(
        fullName: "recours.v1.ActionService/ActMany",
        shape: .bidirectional, repeatability: .idempotent)
    /// Keeps a draft that nobody else sees, complete or not. Filed with the action `file`; erased
    /// after 30 idle days.
    package static let saveDraft = MethodDescriptor(
        fullName: "recours.v1.ActionService/SaveDraft",
        shape: .unary, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            act,
            actMany,
            saveDraft,
        ]
    }
}
