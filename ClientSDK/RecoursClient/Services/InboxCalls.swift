// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// What came for this partner, in order. Get it from `RecoursClient.inbox`.
public struct InboxCalls: Sendable {
    let client: RecoursClient

    /// What came after the cursor; waits for something to come if nothing has.
    ///
    /// - Parameters:
    ///   - cursor: from the last answer or entry; empty for the beginning. Keep it where you keep
    ///     what you made of the entries: going on from it misses nothing and repeats nothing.
    ///   - max: 1 to 1,000 entries.
    ///   - wait: up to 30 seconds; the call's deadline is made long enough for it.
    public func pull(
        after cursor: [UInt8] = [], max: UInt32 = 100, wait: Duration = .zero
    ) async throws(RecoursError) -> PullCasesResponse {
        let wait = LongWait(wait, client.configuration)
        let request = PullCasesRequest(cursor: cursor, maxCases: max, waitMs: wait.milliseconds)
        return try await client.caller.call(
            InboxServiceMethods.pullCases, deadline: wait.deadline
        ) { maker, options async throws(CallFailure) in
            try await InboxServiceStub(caller: maker).pullCases(request, options)
        }
    }

    /// Entries without end, as they come; each carries the cursor to go on from.
    ///
    /// Survives broken connections. Ends by throwing, or when the loop is left.
    public func entries(after cursor: [UInt8] = []) -> InboxEntries {
        InboxEntries(inbox: self, cursor: cursor)
    }

    /// Takes note of cases, naming who at the platform can be talked to; one result a case.
    ///
    /// A server that cannot keep them now is tried again with all; what an earlier try has
    /// acknowledged is then `alreadyAcknowledged`.
    ///
    /// - Parameter ids: 1 to 1,000 case identifiers of 16 bytes.
    public func acknowledge(
        _ ids: [[UInt8]], contact: Contact, deadline: Duration? = nil
    ) async throws(RecoursError) -> [AcknowledgementResult] {
        let request = AcknowledgeCasesRequest(caseIDs: ids, contact: contact)
        return try await client.caller.call(
            InboxServiceMethods.acknowledgeCases, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await InboxServiceStub(caller: maker).acknowledgeCases(request, options)
        }.results
    }
}

/// An inbox as a sequence without end.
public struct InboxEntries: AsyncSequence, Sendable {
    /// An entry with the cursor to go on from.
    public typealias Element = InboxEntry
    /// Why the inbox could not be read on.
    public typealias Failure = RecoursError

    let inbox: InboxCalls
    let cursor: [UInt8]

    /// Starts after the cursor.
    public func makeAsyncIterator() -> Iterator {
        Iterator(inbox: inbox, cursor: cursor)
    }

    /// Pulls page after page.
    public struct Iterator: AsyncIteratorProtocol {
        let inbox: InboxCalls
        private var cursor: [UInt8]
        private var page: ArraySlice<InboxEntry> = []

        init(inbox: InboxCalls, cursor: [UInt8]) {
            self.inbox = inbox
            self.cursor = cursor
        }

        /// The next entry; waits for it. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> InboxEntry? {
            while page.isEmpty {
                let answer = try await inbox.pull(after: cursor, wait: .seconds(20))
                cursor = answer.cursor
                page = answer.entries[...]
            }
            return page.popFirst()
        }
    }
}
