// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Calls `ExportService`.
package struct ExportServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Everything of one firm that its own side may see. An operator gets all of it, but for
    /// drafts, which are not filed; an association with a mandate of the firm, and the firm itself,
    /// what they filed. To anybody else there is no such firm: NOT_FOUND.
    package func exportFirm(
        _ request: ExportFirmRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<ExportFirmRequest, ExportItem> {
        let call: StreamingCall<ExportFirmRequest, ExportItem> =
            try await caller.streaming(ExportServiceMethods.exportFirm, options)
        try await call.send(request)
        call.finishSending()
        return call
    }
}
