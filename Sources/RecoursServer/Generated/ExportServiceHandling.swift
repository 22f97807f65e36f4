// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

package import RecoursMessages
package import RecoursTransport

/// What `ExportService` asks of a server.
package protocol ExportServiceHandling: Sendable {
    /// Everything of one firm that its own side may see. An operator gets all of it, but for
    /// drafts, which are not filed; an association with a mandate of the firm, and the firm itself,
    /// what they filed. To anybody else there is no such firm: NOT_FOUND.
    func exportFirm(
        _ request: ExportFirmRequest,
        _ responses: OutboundMessages<ExportItem>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension ExportServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.serverStreaming(ExportServiceMethods.exportFirm) {
            (
                request: ExportFirmRequest,
                responses: OutboundMessages<ExportItem>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.exportFirm(request, responses, call)
        }
    }
}
