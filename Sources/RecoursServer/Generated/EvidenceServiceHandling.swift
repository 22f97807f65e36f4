// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A file is uploaded first, by whoever will use it, and named afterwards in a case, a response or
/// another act: that attaches it. What is attached to no case within seven days is deleted. A file
/// that the caller may not see does not exist: NOT_FOUND.
package protocol EvidenceServiceHandling: Sendable {
    /// Announces a file, and says from where to send it: 0, or what an earlier attempt has brought.
    /// The call's idempotency key is required: the same key is the same upload, for ever.
    func beginUpload(
        _ request: BeginUploadRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> BeginUploadResponse

    /// Sends an announced file: `start`, then chunks. When this returns, the file and what is known
    /// of it are on disk. After a break: BeginUpload again, and on from the offset it says.
    func upload(
        _ requests: InboundMessages<UploadItem>,
        _ call: CallContext
    ) async throws(RPCStatus) -> UploadResponse

    /// What is known of a file.
    func getEvidence(
        _ request: GetEvidenceRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetEvidenceResponse

    /// A file's content, or a part of it: `head`, then chunks. FAILED_PRECONDITION for one that a
    /// scanner found infected (INFECTED) and for one whose content is kept no longer (ERASED). A
    /// PENDING file is served: no case waits for a scanner. Whoever wants to wait finds its state
    /// in `head`.
    func download(
        _ request: DownloadRequest,
        _ responses: OutboundMessages<DownloadItem>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// The files of a case which the caller may see, oldest first; without a case, the caller's own
    /// that are attached to none.
    func listEvidence(
        _ request: ListEvidenceRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListEvidenceResponse
}

extension EvidenceServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(EvidenceServiceMethods.beginUpload) {
            (
                request: BeginUploadRequest, call: CallContext
            ) async throws(RPCStatus) -> BeginUploadResponse in
            try await self.beginUpload(request, call)
        }
        router.clientStreaming(EvidenceServiceMethods.upload) {
            (
                requests: InboundMessages<UploadItem>, call: CallContext
            ) async throws(RPCStatus) -> UploadResponse in
            try await self.upload(requests, call)
        }
        router.unary(EvidenceServiceMethods.getEvidence) {
            (
                request: GetEvidenceRequest, call: CallContext
            ) async throws(RPCStatus) -> GetEvidenceResponse in
            try await self.getEvidence(request, call)
        }
        router.serverStreaming(EvidenceServiceMethods.download) {
            (
                request: DownloadRequest,
                responses: OutboundMessages<DownloadItem>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.download(request, responses, call)
        }
        router.unary(EvidenceServiceMethods.listEvidence) {
            (
                request: ListEvidenceRequest, call: CallContext
            ) async throws(RPCStatus) -> ListEvidenceResponse in
            try await self.listEvidence(request, call)
        }
    }
}
