// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// One case of a bulk submission, with the key that names its filing for ever.
public struct CaseFiling: Sendable, Hashable {
    public var draft: CaseDraft
    /// Keep it if you may have to send the case again after a restart of your own.
    public var key: IdempotencyKey

    public init(_ draft: CaseDraft, key: IdempotencyKey = IdempotencyKey()) {
        self.draft = draft
        self.key = key
    }
}

/// The outcome of one item of a bulk call.
public struct BulkResult<Receipt: Sendable>: Sendable {
    /// The item's place in what was sent, from 0.
    public let place: Int
    public let outcome: Result<Receipt, RecoursError>
}
