// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Works and standing claims")
struct ClaimTests {
    static let owner = Samples.complainant

    static let work = WorkDraft(
        owner: owner,
        ipClaim: IPClaim(
            kind: .design, office: "FR", number: "20181234", owner: owner,
            originals: [Listing(title: "Casse-tête cubique")], goodFaith: true),
        title: "Casse-tête cubique", brand: "Atelier", gtins: ["3017620422003"],
        pictures: [PictureFingerprint(pdq: [UInt8](repeating: 3, count: 32), quality: 90)],
        monthlyLoss: Money(minorUnits: 12_000, currency: "EUR"))

    static let plan = ClaimPlan(
        work: [UInt8](repeating: 1, count: 16), platforms: ["amazon", "wish"], autoReport: true)

    struct WorkFault: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout WorkDraft) -> Void

        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    static let workFaults: [WorkFault] = [
        WorkFault(path: "work.owner", code: .required) { $0.owner = nil },
        WorkFault(path: "work.owner.contact", code: .required) { $0.owner?.contact = nil },
        WorkFault(path: "work.ip_claim", code: .required) { $0.ipClaim = nil },
        WorkFault(path: "work.ip_claim.good_faith", code: .goodFaithRequired) {
            $0.ipClaim?.goodFaith = false
        },
        WorkFault(path: "work.ip_claim.originals", code: .required) {
            $0.ipClaim?.originals = []
        },
        WorkFault(path: "work.title", code: .required) { $0.title = "" },
        WorkFault(path: "work.title", code: .tooLong) {
            $0.title = .init(repeating: "a", count: 501)
        },
        WorkFault(path: "work.brand", code: .tooLong) {
            $0.brand = .init(repeating: "a", count: 201)
        },
        WorkFault(path: "work.gtins[0]", code: .gtinChecksum) { $0.gtins = ["3017620422004"] },
        WorkFault(path: "work.gtins[1]", code: .duplicate) { $0.gtins += $0.gtins },
        WorkFault(path: "work.gtins", code: .tooMany) {
            $0.gtins = .init(repeating: $0.gtins[0], count: 21)
        },
        WorkFault(path: "work.pictures[0].pdq", code: .identifierForm) {
            $0.pictures[0].pdq = [1]
        },
        WorkFault(path: "work.pictures[0].quality", code: .tooLarge) {
            $0.pictures[0].quality = 101
        },
        WorkFault(path: "work.monthly_loss.minor_units", code: .negative) {
            $0.monthlyLoss?.minorUnits = -1
        },
    ]

    @Test("A fault of a work is named once, at its place", arguments: workFaults)
    func workFault(fault: WorkFault) {
        #expect(Self.work.violations(today: Samples.today).isEmpty)
        var draft = Self.work
        fault.change(&draft)
        let found = draft.violations(today: Samples.today)
        #expect(found.map(\.fieldPath).contains(fault.path))
        #expect(found.first { $0.fieldPath == fault.path }?.code == fault.code)
    }

    struct PlanFault: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout ClaimPlan) -> Void

        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    static let planFaults: [PlanFault] = [
        PlanFault(path: "plan.work_id", code: .required) { $0.work = [] },
        PlanFault(path: "plan.work_id", code: .identifierForm) { $0.work = [1] },
        PlanFault(path: "plan.platforms", code: .required) { $0.platforms = [] },
        PlanFault(path: "plan.platforms", code: .tooMany) {
            $0.platforms = (0...100).map { "p\($0)" }
        },
        PlanFault(path: "plan.platforms[1]", code: .duplicate) { $0.platforms[1] = "amazon" },
        PlanFault(path: "plan.platforms[1]", code: .slugForm) { $0.platforms[1] = "Wish!" },
        PlanFault(path: "plan.review_threshold", code: .tooLarge) { $0.reviewThreshold = 1_001 },
        PlanFault(path: "plan.report_threshold", code: .tooSmall) { $0.reportThreshold = 499 },
    ]

    @Test("A fault of a claim's plan is named once, at its place", arguments: planFaults)
    func planFault(fault: PlanFault) {
        #expect(Self.plan.violations().isEmpty)
        var plan = Self.plan
        fault.change(&plan)
        let found = plan.violations()
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    @Test("A platform sees whose right it is, and not what a copy costs")
    func view() {
        let work = Work(
            identifier: WorkIdentifier(ListingLife.uuid(1)), registrant: Samples.association,
            draft: Self.work, createdAt: Samples.now)
        let seen = work.view(for: .platform("amazon")).draft
        #expect(seen.monthlyLoss == nil && seen.owner?.size == nil && seen.owner?.nafCode == "")
        #expect(seen.owner?.legalName == Self.owner.legalName)
        #expect(seen.ipClaim?.owner?.size == nil && seen.gtins == Self.work.gtins)
        #expect(seen.title == Self.work.title)
        #expect(work.view(for: .complainant) == work)
    }

    @Test("A claim's life: suspended, resumed, withdrawn for good")
    func life() {
        var claim = ListingLife.claim
        #expect(claim.apply(.resumed(reason: "x"), at: Samples.now) == false)
        #expect(claim.apply(.suspended(reason: "Doutes."), at: Samples.now) == true)
        #expect(claim.state == .suspended && claim.stateReason == "Doutes.")
        #expect(!claim.mayReportAlone)
        #expect(claim.apply(.resumed(reason: "Levés."), at: Samples.now) == true)
        #expect(claim.state == .active && claim.stateReason.isEmpty && claim.mayReportAlone)
        #expect(claim.apply(.withdrawn(reason: ""), at: Samples.now) == true)
        for change in [
            ClaimChange.withdrawn(reason: ""), .suspended(reason: "x"), .resumed(reason: "x"),
            .throttled,
        ] {
            #expect(claim.apply(change, at: Samples.now) == false)
        }
    }
}
