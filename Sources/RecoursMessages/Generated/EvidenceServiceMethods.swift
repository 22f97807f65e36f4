// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The methods of `recours.v1.EvidenceService`.
package enum EvidenceServiceMethods {
    /// Announces a file, and says from where to send it: 0, or what an earlier attempt has brought.
    /// The call's idempotency key is required: the same key is the same upload, for ever.
    package static let beginUpload = MethodDescriptor(
        fullName: "recours.v1.EvidenceService/BeginUpload",
        shape: .unary, repeatability: .idempotent)
    /// Sends an announced file: `start`, then chunks. When this returns, the file and what is known
    /// of it are on disk. After a break: BeginUpload again, and on from the offset it says.
    package static let upload = MethodDescriptor(
        fullName: "recours.v1.EvidenceService/Upload",
        shape: .clientStreaming, repeatability: .idempotent)
    /// What is known of a file.
    package static let getEvidence = MethodDescriptor(
        fullName: "recours.v1.EvidenceService/GetEvidence",
        shape: .unary, repeatability: .noSideEffects)
    /// A file's content, or a part of it: `head`, then chunks. FAILED_PRECONDITION for one that a
    /// scanner found infected (INFECTED) and for one whose content is kept no longer (ERASED). A
    /// PENDING file is served: no case waits for a scanner. Whoever wants to wait finds its state
    /// in `head`.
    package static let download = MethodDescriptor(
        fullName: "recours.v1.EvidenceService/Download",
        shape: .serverStreaming, repeatability: .noSideEffects)
    /// The files of a case which the caller may see, oldest first; without a case, the caller's own
    /// that are attached to none.
    package static let listEvidence = MethodDescriptor(
        fullName: "recours.v1.EvidenceService/ListEvidence",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            beginUpload,
            upload,
            getEvidence,
            download,
            listEvidence,
        ]
    }
}
