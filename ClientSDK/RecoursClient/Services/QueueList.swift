// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Which of the waiting cases to list; what is not set does not filter.
public struct QueueFilter: Sendable, Hashable {
    /// Who is in charge.
    public var assignment: QueueAssignment
    /// Slug of the platform.
    public var platformID: String?
    /// The case's category.
    public var category: CaseCategory
    /// Exactly this class; then neither platform nor category.
    public var like: ClusterKey?
    /// Any of these; at most 4.
    public var reasons: [QueueReason]
    /// The complainant is of any of these sizes; at most 4.
    public var sizes: [CompanySize]
    /// The complainant's activity: a NAF code, or its first 2 to 4 digits.
    public var nafCode: String?

    /// A filter; what is left out does not filter.
    public init(
        assignment: QueueAssignment = .unspecified, platformID: String? = nil,
        category: CaseCategory = .unspecified, like: ClusterKey? = nil,
        reasons: [QueueReason] = [], sizes: [CompanySize] = [], nafCode: String? = nil
    ) {
        self.assignment = assignment
        self.platformID = platformID
        self.category = category
        self.like = like
        self.reasons = reasons
        self.sizes = sizes
        self.nafCode = nafCode
    }
}

/// Waiting cases one by one, by the date on which somebody must have acted; a page is fetched when
/// the one before has been used up.
public struct QueueList: AsyncSequence, Sendable {
    /// A case, as it was when its page was fetched.
    public typealias Element = QueueItem
    /// Why a page could not be fetched.
    public typealias Failure = RecoursError

    let client: RecoursClient
    let filter: QueueFilter
    /// Cases a page: 1 to 1,000.
    public var pageSize: UInt32 = 100

    /// Starts at the most urgent case.
    public func makeAsyncIterator() -> Iterator {
        Iterator(list: self)
    }

    /// Walks the pages.
    public struct Iterator: AsyncIteratorProtocol {
        private let list: QueueList
        private var page: ArraySlice<QueueItem> = []
        /// Nil once the last page has been fetched.
        private var token: String? = ""
        /// Cases that the server has left out so far, because what it stores of them is damaged.
        public private(set) var damaged = 0

        init(list: QueueList) {
            self.list = list
        }

        /// The next case; nil after the last. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> QueueItem? {
            while page.isEmpty {
                guard let token else { return nil }
                let response = try await list.fetch(token)
                page = response.items[...]
                damaged += Int(response.damaged)
                self.token = response.nextPageToken.isEmpty ? nil : response.nextPageToken
            }
            return page.popFirst()
        }
    }

    fileprivate func fetch(_ token: String) async throws(RecoursError) -> ListQueueResponse {
        let request = ListQueueRequest(
            pageSize: pageSize, pageToken: token, assignment: filter.assignment,
            platformID: filter.platformID ?? "", category: filter.category, like: filter.like,
            reasons: filter.reasons, complainantSizes: filter.sizes,
            nafCode: filter.nafCode ?? "")
        return try await client.caller.call(MediationServiceMethods.listQueue) {
            maker, options async throws(CallFailure) in
            try await MediationServiceStub(caller: maker).listQueue(request, options)
        }
    }
}
