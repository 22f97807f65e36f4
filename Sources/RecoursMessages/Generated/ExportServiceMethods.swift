// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

/// The methods of `recours.v1.ExportService`.
package enum ExportServiceMethods {
    /// Everything of one firm that its own side may see. An operator gets all of it, but for
    /// drafts, which are not filed; an association with a mandate of the firm, and the firm itself,
    /// what they filed. To anybody else there is no such firm: NOT_FOUND.
    package static let exportFirm = MethodDescriptor(
        fullName: "recours.v1.ExportService/ExportFirm",
        shape: .serverStreaming, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            exportFirm,
        ]
    }
}
