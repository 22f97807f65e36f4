// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The methods of `recours.v1.FiguresService`.
package enum FiguresServiceMethods {
    /// `recours.v1.FiguresService/GetFigures`.
    package static let getFigures = MethodDescriptor(
        fullName: "recours.v1.FiguresService/GetFigures",
        shape: .unary, repeatability: .noSideEffects)
    /// For complainants: how fast platforms remove what their own cases are about, by month. Of
    /// their own nothing is withheld.
    package static let getOwnRemovals = MethodDescriptor(
        fullName: "recours.v1.FiguresService/GetOwnRemovals",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            getFigures,
            getOwnRemovals,
        ]
    }
}
