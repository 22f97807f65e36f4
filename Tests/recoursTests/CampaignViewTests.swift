// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursClient
import Testing

@testable import recours

@Suite("Campaigns on a screen")
struct CampaignViewTests {
    private static let campaign = Campaign(
        id: [UInt8](repeating: 1, count: 16),
        plan: CampaignPlan(
            name: "Novembre 2018", opensOn: "2018-11-01", closesOn: "2018-11-30",
            resolveBy: "2018-12-24", targetCount: 100),
        counts: CampaignCounts(
            collected: 50, answered: 40, openUnanswered: 10, openAnswered: 5, resolved: 25,
            explained: 6, noAgreement: 4))

    private func view(on day: String) throws -> CampaignView {
        CampaignView(campaign: Self.campaign, today: try #require(CalendarDate(iso: day)))
    }

    @Test("The bar tells the part of the target, and never more than all of it")
    func bar() throws {
        let half = try view(on: "2018-11-20").bar(width: 10)
        #expect(half == "[█████─────] 50 / 100  50 %")
        var more = Self.campaign
        more.counts?.collected = 140
        let full = CampaignView(campaign: more, today: .earliest).bar(width: 4)
        #expect(full == "[████] 140 / 100  140 %")
    }

    @Test("The days left are counted to the day by which all shall be solved")
    func daysLeft() throws {
        for (day, words) in [
            ("2018-12-20", "(4 j)"), ("2018-12-24", "(dernier jour)"),
            ("2018-12-26", "(dépassé de 2 j)"),
        ] {
            let view = try view(on: day)
            let lines = Language.$current.withValue(.french) { view.lines() }
            #expect(lines.contains { $0.hasSuffix(words) }, "\(lines)")
        }
    }

    @Test("A report's parts are all that was collected")
    func report() throws {
        let outcomes = try view(on: "2018-12-20").outcomes
        #expect(outcomes.map(\.1).reduce(0, +) == 50)
    }

    @Test("A campaign is meant by its name in any spelling, or by its identifier")
    func names() throws {
        var names = CampaignNames([Self.campaign])
        #expect(names.identifier(of: "novembre-2018") == Self.campaign.id)
        let uuid = "01010101-0101-0101-0101-010101010101"
        #expect(names.identifier(of: uuid) == Self.campaign.id)
        #expect(names.identifier(of: "décembre") == nil)
        #expect(names.standard.isEmpty)
        try names.setStandard("NOVEMBRE 2018")
        #expect(names.standard == Self.campaign.id)
        #expect(throws: CommandError.self) { try names.setStandard("décembre") }
    }
}
