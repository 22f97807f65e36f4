// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Works, the claims held for them on several platforms at once, and what becomes of each copy. Get
/// it from `RecoursClient.claims`.
///
///     let work = try await client.claims.register(draft).work
///     let plan = ClaimPlan(workID: work.id, platforms: ["amazon", "wish"])
///     let claim = try await client.claims.open(plan).claim
///     for try await copy in client.claims.addAll(copies, to: claim.id) { … copy.answer.outcome … }
public struct ClaimCalls: Sendable {
    let client: RecoursClient

    // MARK: Works

    /// Registers a work; for associations and businesses.
    ///
    /// - Parameter key: names this registration for ever: with the same key it is made once.
    /// - Throws: `invalidArgument` with all `violations`.
    public func register(
        _ work: WorkDraft, key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> (work: Work, alreadyThere: Bool) {
        let request = RegisterWorkRequest(work: work)
        let response = try await client.caller.call(
            ClaimServiceMethods.registerWork, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).registerWork(request, options)
        }
        let registered = try response.work.present("RegisterWorkResponse.work")
        return (registered, response.alreadyThere)
    }

    /// The work of this identifier (16 bytes).
    public func work(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> Work {
        let request = GetWorkRequest(workID: id)
        return try await client.caller.call(ClaimServiceMethods.getWork, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).getWork(request, options)
        }.work.present("GetWorkResponse.work")
    }

    /// The caller's works, a mediator's all; the newest first.
    public func works() -> Pages<Work> {
        Pages { [client] size, token async throws(RecoursError) in
            let request = ListWorksRequest(pageSize: size, pageToken: token)
            let response = try await client.caller.call(ClaimServiceMethods.listWorks) {
                maker, options async throws(CallFailure) in
                try await ClaimServiceStub(caller: maker).listWorks(request, options)
            }
            return (response.works, response.nextPageToken)
        }
    }

    // MARK: Claims

    /// Opens a claim for a work of the caller's.
    ///
    /// - Parameter key: names this claim for ever: with the same key it is opened once.
    public func open(
        _ plan: ClaimPlan, key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> (claim: StandingClaim, alreadyThere: Bool) {
        let request = OpenClaimRequest(plan: plan)
        let response = try await client.caller.call(
            ClaimServiceMethods.openClaim, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).openClaim(request, options)
        }
        return (
            try response.claim.present("OpenClaimResponse.claim"), response.alreadyThere
        )
    }

    /// A claim with its counts as they are now, and the work that it is held for.
    public func get(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> (claim: StandingClaim, work: Work) {
        let request = GetClaimRequest(claimID: id)
        let response = try await client.caller.call(
            ClaimServiceMethods.getClaim, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).getClaim(request, options)
        }
        return (
            try response.claim.present("GetClaimResponse.claim"),
            try response.work.present("GetClaimResponse.work")
        )
    }

    /// The caller's claims, a mediator's all; the newest first.
    ///
    /// - Parameters:
    ///   - work: only those for this work.
    ///   - state: only those in this state.
    ///   - throttledOnly: only those of which nothing is reported without a person any more.
    public func list(
        work: [UInt8] = [], state: ClaimState = .unspecified, throttledOnly: Bool = false
    ) -> Pages<StandingClaim> {
        Pages { [client] size, token async throws(RecoursError) in
            let request = ListClaimsRequest(
                pageSize: size, pageToken: token, workID: work, state: state,
                throttledOnly: throttledOnly)
            let response = try await client.caller.call(ClaimServiceMethods.listClaims) {
                maker, options async throws(CallFailure) in
                try await ClaimServiceStub(caller: maker).listClaims(request, options)
            }
            return (response.claims, response.nextPageToken)
        }
    }

    /// Withdraws a claim of the caller's, for good. What was reported before is still answered.
    public func withdraw(
        id: [UInt8], reason: String = "", deadline: Duration? = nil
    ) async throws(RecoursError) -> StandingClaim {
        let request = WithdrawClaimRequest(claimID: id, reason: reason)
        return try await client.caller.call(
            ClaimServiceMethods.withdrawClaim, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).withdrawClaim(request, options)
        }.claim.present("WithdrawClaimResponse.claim")
    }

    /// Suspends a claim: nothing is reported until it is resumed; for mediators.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters; its holder reads it.
    public func suspend(
        id: [UInt8], reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> StandingClaim {
        let request = SuspendClaimRequest(claimID: id, reason: reason)
        return try await client.caller.call(
            ClaimServiceMethods.suspendClaim, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).suspendClaim(request, options)
        }.claim.present("SuspendClaimResponse.claim")
    }

    /// Resumes a suspended or throttled claim, and counts what is wrong in it from 0; for
    /// mediators.
    public func resume(
        id: [UInt8], reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> StandingClaim {
        let request = ResumeClaimRequest(claimID: id, reason: reason)
        return try await client.caller.call(
            ClaimServiceMethods.resumeClaim, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).resumeClaim(request, options)
        }.claim.present("ResumeClaimResponse.claim")
    }

    /// How fast copies went, by claim and platform: of a holder's own claims, of a platform's
    /// listings. What is left out does not filter.
    ///
    /// `before` is how fast the same platform took down what the holder's single cases were about,
    /// filed until the claim was opened, and `percentOfBefore` how the median of
    /// `reportedToRemoved` compares with it; both are nil while too few were removed to tell, and
    /// for a platform.
    public func figures(
        claim: [UInt8] = [], platform: String = "", deadline: Duration? = nil
    ) async throws(RecoursError) -> ClaimFiguresResponse {
        let request = ClaimFiguresRequest(claimID: claim, platformID: platform)
        return try await client.caller.call(
            ClaimServiceMethods.claimFigures, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).claimFigures(request, options)
        }
    }
}
