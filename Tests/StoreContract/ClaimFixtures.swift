// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What the checks of works and claims are made of.
extension Fixtures {
    static func uuid(_ number: UInt64) -> CaseIdentifier {
        CaseIdentifier(at: now, randomHigh: 0, randomLow: number)
    }

    static func origin(_ number: UInt8, content: UInt8 = 0) -> CallOrigin {
        CallOrigin(
            key: [UInt8](repeating: number, count: 16),
            fingerprint: [UInt8](repeating: content, count: 32))
    }

    static func work(
        _ number: UInt64, by registrant: PartnerReference = association,
        siren: String = Fixtures.siren
    ) throws -> Work {
        let owner = try draft("work-\(number)", siren: siren).draft.complainant
        let original = Listing(url: "https://casse-tete.example/cube", title: "Casse-tête cubique")
        let draft = WorkDraft(
            owner: owner,
            ipClaim: IPClaim(
                kind: .design, office: "FR", number: "20181234", owner: owner,
                originals: [original], goodFaith: true),
            title: "Casse-tête cubique en bois", brand: "Bijoux de l’Atelier",
            gtins: ["3017620422003"], monthlyLoss: Money(minorUnits: 12_000, currency: "EUR"))
        let wrong = draft.violations(today: today)
        if !wrong.isEmpty { throw ContractBreach("\(wrong)") }
        return Work(
            identifier: WorkIdentifier(uuid(number)), registrant: registrant, draft: draft,
            createdAt: now)
    }

    static func claim(
        _ number: UInt64, for work: Work, by registrant: PartnerReference = association,
        platforms: [String] = ["amazon", "wish"], autoReport: Bool = true,
        at now: Instant = now
    ) -> StandingClaim {
        StandingClaim(
            identifier: StandingClaimIdentifier(uuid(number)), work: work.identifier,
            registrant: registrant,
            plan: ClaimPlan(
                work: work.identifier.bytes, platforms: platforms, autoReport: autoReport),
            at: now)
    }

    static func copy(
        _ number: UInt64, on platform: String = "amazon", seen: Instant? = nil
    ) -> NamedListing {
        NamedListing(
            identifier: ClaimListingIdentifier(uuid(1_000 + number)), platform: platform,
            listing: Listing(
                platformListingIdentifier: "B\(number)",
                url: "https://\(platform).example/dp/B\(number)", firstSeenAt: seen,
                title: "Cube puzzle \(number)"))
    }

    static func later(_ minutes: Int64) -> Instant {
        Instant(millisecondsSince1970: now.millisecondsSince1970 + minutes * 60_000)
    }
}

extension CaseStore {
    /// Does an order about claims; a refusal or failure is a breach.
    func claim(_ order: ClaimOrder, line: Int = #line) async throws -> ClaimOutcome {
        let outcome = await execute(.claim(order))
        guard case .claim(let done) = outcome else {
            throw ContractBreach("\(outcome) (line \(line))")
        }
        return done
    }

    /// Why an order about claims is refused; anything else is a breach.
    func claimRefusal(_ order: ClaimOrder, line: Int = #line) async throws -> AdministrativeRefusal
    {
        let outcome = await execute(.claim(order))
        guard case .refused(let refusal) = outcome else {
            throw ContractBreach("\(outcome) (line \(line))")
        }
        return refusal
    }

    /// A claim of the association's against both platforms.
    func openClaim(
        _ number: UInt64 = 1, autoReport: Bool = true, at now: Instant = Fixtures.now
    ) async throws -> StandingClaim {
        let work = try Fixtures.work(number)
        let claim = Fixtures.claim(number, for: work, autoReport: autoReport, at: now)
        let key = UInt8(truncatingIfNeeded: number)
        _ = try await self.claim(.register(work, Fixtures.origin(key)))
        _ = try await self.claim(.open(claim, Fixtures.origin(100 + key)))
        return claim
    }

    func add(
        _ items: [NamedListing?], to claim: StandingClaim, key: UInt8 = 200,
        at now: Instant = Fixtures.now, line: Int = #line
    ) async throws -> [ClaimOutcome.ItemResult<ListingAddition>] {
        let outcome = try await self.claim(
            .add(
                items, to: claim.identifier, by: Fixtures.association, Fixtures.origin(key),
                at: now), line: line)
        guard case .additions(let results) = outcome else { throw ContractBreach("\(outcome)") }
        return results
    }

    /// A row of each kind that there is of works and claims.
    package func reportCopies() async throws {
        let claim = try await openClaim()
        _ = try await add([Fixtures.copy(1), Fixtures.copy(2)], to: claim)
    }

    func reply(
        _ items: [ListingReply?], by platform: PartnerReference = Fixtures.amazon,
        key: UInt8 = 220, at now: Instant = Fixtures.later(60), line: Int = #line
    ) async throws -> [ClaimOutcome.ItemResult<ListingReplyOutcome>] {
        let outcome = try await self.claim(
            .reply(items, by: platform, Fixtures.origin(key), at: now), line: line)
        guard case .replies(let results) = outcome else { throw ContractBreach("\(outcome)") }
        return results
    }

    func observe(
        _ item: NamedListing, score: Int, by observer: PartnerReference = Fixtures.association,
        against claim: StandingClaim, at now: Instant
    ) async throws -> MatchOutcome {
        let seen = ObservedListing(
            claim: claim.identifier, named: item, match: ListingMatch(score: score))
        let order = ClaimOrder.observe([seen], by: observer, at: now)
        guard case .observations(let results) = try await self.claim(order),
            let result = results.first
        else { throw ContractBreach("No observation") }
        return result.outcome
    }

    func standing(_ claim: StandingClaim) async throws -> StandingClaim {
        let found = try await self.claim(.mediator, claim.identifier)
        guard let found else { throw ContractBreach("No claim") }
        return found.claim
    }
}
