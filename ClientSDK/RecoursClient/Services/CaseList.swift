// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Which of the caller's cases to list; what is not set does not filter.
public struct CaseFilter: Sendable, Hashable {
    /// The complainant's SIREN: 9 digits.
    public var siren: String?
    /// Slug of the platform.
    public var platformID: String?
    /// Any of these; at most 15.
    public var states: [CaseState]
    /// A clock of the case runs out before this instant (milliseconds since 1970).
    public var dueBeforeMs: Int64?
    /// Changed at or after this instant (milliseconds since 1970).
    public var updatedSinceMs: Int64?
    /// The complainant is of any of these sizes; at most 4.
    public var sizes: [CompanySize]
    /// The complainant's activity: a NAF code, or its first 2 to 4 digits.
    public var nafCode: String?

    /// A filter; what is left out does not filter.
    public init(
        siren: String? = nil, platformID: String? = nil, states: [CaseState] = [],
        dueBeforeMs: Int64? = nil, updatedSinceMs: Int64? = nil, sizes: [CompanySize] = [],
        nafCode: String? = nil
    ) {
        self.siren = siren
        self.platformID = platformID
        self.states = states
        self.dueBeforeMs = dueBeforeMs
        self.updatedSinceMs = updatedSinceMs
        self.sizes = sizes
        self.nafCode = nafCode
    }
}

/// Cases one by one, newest first; a page is fetched when the one before has been used up.
///
/// Cases filed or changed while it is walked neither repeat nor hide others.
public struct CaseList: AsyncSequence, Sendable {
    /// A case, as it was when its page was fetched.
    public typealias Element = Case
    /// Why a page could not be fetched.
    public typealias Failure = RecoursError

    let client: RecoursClient
    let filter: CaseFilter
    /// Cases a page: 1 to 1,000.
    public var pageSize: UInt32 = 100

    /// Starts at the newest case.
    public func makeAsyncIterator() -> Iterator {
        Iterator(list: self)
    }

    /// Walks the pages.
    public struct Iterator: AsyncIteratorProtocol {
        private let list: CaseList
        private var page: ArraySlice<Case> = []
        /// Nil once the last page has been fetched.
        private var token: String? = ""
        /// Cases that the server has left out so far, because what it stores of them is damaged.
        public private(set) var damaged = 0

        init(list: CaseList) {
            self.list = list
        }

        /// The next case; nil after the last. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> Case? {
            while page.isEmpty {
                guard let token else { return nil }
                let response = try await list.fetch(token)
                page = response.cases[...]
                damaged += Int(response.damaged)
                self.token = response.nextPageToken.isEmpty ? nil : response.nextPageToken
            }
            return page.popFirst()
        }
    }

    fileprivate func fetch(_ token: String) async throws(RecoursError) -> ListCasesResponse {
        let request = ListCasesRequest(
            pageSize: pageSize, pageToken: token, siren: filter.siren ?? "",
            platformID: filter.platformID ?? "", states: filter.states,
            dueBeforeMs: filter.dueBeforeMs, updatedSinceMs: filter.updatedSinceMs,
            complainantSizes: filter.sizes, nafCode: filter.nafCode ?? "")
        return try await client.caller.call(CaseServiceMethods.listCases) {
            maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).listCases(request, options)
        }
    }
}
