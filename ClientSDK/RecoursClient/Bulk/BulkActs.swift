// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// `ActionService/ActMany`.
struct BulkActs: BulkKind {
    var method: MethodDescriptor { ActionServiceMethods.actMany }

    /// An act has its key already.
    func prepared(_ act: CaseAct) -> CaseAct { act }

    func item(_ act: CaseAct, sequence: UInt64) -> ActManyItem {
        ActManyItem(
            clientSequence: sequence, idempotencyKey: act.key.bytes,
            request: ActRequest(
                caseID: act.caseID, expectedVersion: act.expectedVersion, action: act.action))
    }

    func sequence(of reply: ActManyResult) -> UInt64 { reply.clientSequence }

    func outcome(of reply: ActManyResult) -> BulkOutcome<ActResponse>? {
        switch reply.outcome {
        case .done(let done): .receipt(done)
        case .refusal(let status): .refusal(status)
        case nil: nil
        }
    }

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<ActManyItem, ActManyResult> {
        try await ActionServiceStub(caller: maker).actMany(options)
    }
}
