// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

// What waits, what is alike, and who read whose identity.
extension MediationCalls {
    /// The cases that wait for a mediator, the most urgent first; pages are fetched as needed.
    public func queue(_ filter: QueueFilter = QueueFilter()) -> QueueList {
        QueueList(client: client, filter: filter)
    }

    /// Each change of a case that concerns mediators, as soon as it is on the server's disk.
    ///
    /// - Parameter cursor: from a change; empty for the beginning; nil for what comes from now on.
    public func watchQueue(after cursor: [UInt8]? = nil) -> QueueWatch {
        QueueWatch(client: client, cursor: cursor)
    }

    /// One page of the classes of like open cases, the largest first.
    ///
    /// - Parameters:
    ///   - least: leaves out smaller classes; 0 means 2.
    ///   - pageToken: from the page before; empty for the first.
    public func clusters(
        platformID: String = "", category: CaseCategory = .unspecified, atLeast least: UInt32 = 0,
        pageSize: UInt32 = 100, pageToken: String = "", deadline: Duration? = nil
    ) async throws(RecoursError) -> ListClustersResponse {
        let request = ListClustersRequest(
            pageSize: pageSize, pageToken: pageToken, platformID: platformID, category: category,
            atLeast: least)
        return try await client.caller.call(
            MediationServiceMethods.listClusters, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await MediationServiceStub(caller: maker).listClusters(request, options)
        }
    }

    /// One page of the readings of a case's identity by mediators, newest first; also for operators
    /// and, of its own cases, for the complainant's side.
    public func identityReads(
        id: [UInt8], pageSize: UInt32 = 100, pageToken: String = "", deadline: Duration? = nil
    ) async throws(RecoursError) -> ListIdentityReadsResponse {
        let request = ListIdentityReadsRequest(
            caseID: id, pageSize: pageSize, pageToken: pageToken)
        return try await client.caller.call(
            MediationServiceMethods.listIdentityReads, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await MediationServiceStub(caller: maker).listIdentityReads(request, options)
        }
    }
}

extension CaseCalls {
    /// The case with who its complainant is: for mediators, who are otherwise not shown it. It is
    /// written down before the answer comes, for all concerned to read.
    ///
    /// - Parameter reason: why it is needed: 1 to 500 characters.
    public func getWithIdentity(
        id: [UInt8], reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> Case {
        let request = GetCaseRequest(
            withIdentity: true, identityReason: reason, reference: .id(id))
        let response = try await client.caller.call(
            CaseServiceMethods.getCase, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).getCase(request, options)
        }
        guard let found = response.caseFile else {
            throw .incomplete("GetCaseResponse.case_file")
        }
        return found
    }
}
