// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// One case of a bulk submission, with the key that names its filing for ever.
public struct CaseFiling: Sendable, Hashable {
    /// What is to be filed.
    public var draft: CaseDraft
    /// Keep it if you may have to send the case again after a restart of your own.
    public var key: IdempotencyKey

    /// A draft with a key; a new one unless told.
    public init(_ draft: CaseDraft, key: IdempotencyKey = IdempotencyKey()) {
        self.draft = draft
        self.key = key
    }
}

/// The outcome of one item of a bulk call.
public struct BulkResult<Receipt: Sendable>: Sendable {
    /// The item's place in what was sent, from 0.
    public let place: Int
    /// What came of the item: its receipt, or why it was refused.
    public let outcome: Result<Receipt, RecoursError>
}
