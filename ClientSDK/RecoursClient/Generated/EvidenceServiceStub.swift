// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A file is uploaded first, by whoever will use it, and named afterwards in a case, a response or
/// another act: that attaches it. What is attached to no case within seven days is deleted. A file
/// that the caller may not see does not exist: NOT_FOUND.
package struct EvidenceServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Announces a file, and says from where to send it: 0, or what an earlier attempt has brought.
    /// The call's idempotency key is required: the same key is the same upload, for ever.
    package func beginUpload(
        _ request: BeginUploadRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> BeginUploadResponse {
        try await caller.unary(EvidenceServiceMethods.beginUpload, request, options)
    }

    /// Sends an announced file: `start`, then chunks. When this returns, the file and what is known
    /// of it are on disk. After a break: BeginUpload again, and on from the offset it says.
    package func upload(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<UploadItem, UploadResponse> {
        try await caller.streaming(EvidenceServiceMethods.upload, options)
    }

    /// What is known of a file.
    package func getEvidence(
        _ request: GetEvidenceRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetEvidenceResponse {
        try await caller.unary(EvidenceServiceMethods.getEvidence, request, options)
    }

    /// A file's content, or a part of it: `head`, then chunks. FAILED_PRECONDITION for one that a
    /// scanner found infected (INFECTED) and for one whose content is kept no longer (ERASED). A
    /// PENDING file is served: no case waits for a scanner. Whoever wants to wait finds its state
    /// in `head`.
    package func download(
        _ request: DownloadRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<DownloadRequest, DownloadItem> {
        let call: StreamingCall<DownloadRequest, DownloadItem> =
            try await caller.streaming(EvidenceServiceMethods.download, options)
        try await call.send(request)
        call.finishSending()
        return call
    }

    /// The files of a case which the caller may see, oldest first; without a case, the caller's own
    /// that are attached to none.
    package func listEvidence(
        _ request: ListEvidenceRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListEvidenceResponse {
        try await caller.unary(EvidenceServiceMethods.listEvidence, request, options)
    }
}
