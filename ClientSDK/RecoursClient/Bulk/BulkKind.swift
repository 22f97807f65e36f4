// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// What the two bulk methods differ in.
protocol BulkKind<Input, Receipt>: Sendable {
    associatedtype Input: Sendable
    associatedtype Item: RecoursMessage
    associatedtype Reply: RecoursMessage
    associatedtype Receipt: Sendable

    var method: MethodDescriptor { get }
    /// What is needed to send the input again as the same item; called once for each.
    func prepared(_ input: Input) -> Input
    func item(_ input: Input, sequence: UInt64) -> Item
    func sequence(of reply: Reply) -> UInt64
    /// Nil if the reply holds neither a receipt nor a refusal.
    func outcome(of reply: Reply) -> BulkOutcome<Receipt>?
    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<Item, Reply>
}

/// What one reply says of its item.
enum BulkOutcome<Receipt: Sendable>: Sendable {
    case receipt(Receipt)
    case refusal(Status)
}

/// `CaseService/SubmitCases`.
struct BulkSubmission: BulkKind {
    var method: MethodDescriptor { CaseServiceMethods.submitCases }

    /// A filing has its key already.
    func prepared(_ filing: CaseFiling) -> CaseFiling { filing }

    func item(_ filing: CaseFiling, sequence: UInt64) -> SubmitCasesItem {
        SubmitCasesItem(
            clientSequence: sequence, idempotencyKey: filing.key.bytes, draft: filing.draft)
    }

    func sequence(of reply: SubmitCasesResult) -> UInt64 { reply.clientSequence }

    func outcome(of reply: SubmitCasesResult) -> BulkOutcome<SubmissionReceipt>? {
        switch reply.outcome {
        case .receipt(let receipt): .receipt(receipt)
        case .refusal(let status): .refusal(status)
        case nil: nil
        }
    }

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<SubmitCasesItem, SubmitCasesResult> {
        try await CaseServiceStub(caller: maker).submitCases(options)
    }
}

/// `ResponseService/RespondMany`.
struct BulkAnswers: BulkKind {
    var method: MethodDescriptor { ResponseServiceMethods.respondMany }

    /// The response's identifier is what makes sending it again safe.
    func prepared(_ request: RespondRequest) -> RespondRequest { request.withResponseID() }

    func item(_ request: RespondRequest, sequence: UInt64) -> RespondManyItem {
        RespondManyItem(clientSequence: sequence, request: request)
    }

    func sequence(of reply: RespondManyResult) -> UInt64 { reply.clientSequence }

    func outcome(of reply: RespondManyResult) -> BulkOutcome<RespondedCase>? {
        switch reply.outcome {
        case .responded(let responded): .receipt(responded)
        case .refusal(let status): .refusal(status)
        case nil: nil
        }
    }

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<RespondManyItem, RespondManyResult> {
        try await ResponseServiceStub(caller: maker).respondMany(options)
    }
}
