// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Views")
struct ViewTests {
    /// Every text in a value, wherever it stands; bytes too, which may hold a canary.
    static func texts(in value: Any) -> [String] {
        if let text = value as? String { return [text] }
        if let bytes = value as? [UInt8], !bytes.isEmpty {
            return [String(decoding: bytes, as: UTF8.self)]
        }
        return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
    }

    static func viewer(_ role: ViewTable.Role) -> Viewer {
        switch role {
        case .complainant: .complainant
        case .identified, .pseudonym, .aggregate: .platform(MaximalCase.platform)
        case .mediator: .mediator("another", withIdentity: false)
        case .mediatorWithIdentity: .mediator("another", withIdentity: true)
        case .recused: .mediator(MaximalCase.recused, withIdentity: true)
        case .formerPlatform: .platform(MaximalCase.former)
        }
    }

    static func disclosure(_ role: ViewTable.Role) -> Disclosure {
        switch role {
        case .pseudonym: .pseudonym
        case .aggregate: .aggregate
        default: .identified
        }
    }

    @Test("The case of the matrix has a canary in every text, and the table a row for each")
    func maximal() throws {
        let known = Set(ViewTable.data.map(\.canary))
        // Structure, and not what anybody said.
        let structural: Set = ["amazon", "75011", "FR", "§firm's slug§"]
        var unnamed: Set<String> = []
        for text in try Self.texts(in: MaximalCase.caseFile(.identified)) {
            #expect(!text.isEmpty, "a text of the maximal case is empty")
            let isIdentifier = text.utf8.allSatisfy { $0 == 1 }
            if !known.contains(text), !structural.contains(text), !isIdentifier {
                unnamed.insert(text)
            }
        }
        #expect(unnamed.isEmpty)
        let there = try Set(Self.texts(in: MaximalCase.caseFile(.identified)))
        #expect(known.subtracting(there).isEmpty)
    }

    @Test("Each role sees exactly its rows of the table", arguments: ViewTable.Role.allCases)
    func matrix(role: ViewTable.Role) throws {
        let caseFile = try MaximalCase.caseFile(Self.disclosure(role))
        let view = caseFile.view(for: Self.viewer(role))
        let seen = Set(view.map { Self.texts(in: $0) } ?? [])
        for row in ViewTable.data {
            #expect(
                seen.contains(row.canary) == row.seers.contains(role), "\(role) and \(row.datum)")
        }
    }

    @Test("A firm's slug is its name: only where the firm is known is it shown")
    func slug() throws {
        let knowing: Set<ViewTable.Role> = [.complainant, .identified, .mediatorWithIdentity]
        for role in ViewTable.Role.allCases {
            let view = try MaximalCase.caseFile(Self.disclosure(role)).view(for: Self.viewer(role))
            let seen = Set(view.map { Self.texts(in: $0) } ?? [])
            #expect(seen.contains("§firm's slug§") == knowing.contains(role), "\(role)")
        }
    }

    @Test("A pseudonym keeps size class, activity and department, and no more of the firm")
    func department() throws {
        let view = try #require(
            MaximalCase.caseFile(.pseudonym).view(for: .platform(MaximalCase.platform)))
        #expect(
            view.draft.complainant
                == Party(
                    kind: .business, size: .micro, nafCode: "§naf§",
                    address: Address(postcode: "75", country: "FR")))
        #expect(view.draft.incidentOn == nil)
        #expect(view.draft.desiredRemedies == [.relisted])
    }

    @Test("Flags and missed clocks: the firm's own, the mediators' all, the platform's own only")
    func flags() throws {
        let caseFile = try MaximalCase.caseFile(.identified)
        for role in ViewTable.Role.allCases {
            let view = caseFile.view(for: Self.viewer(role))
            let isOfPlatform = Self.viewer(role) == .platform(MaximalCase.platform)
            let isHidden = isOfPlatform || role == .formerPlatform
            #expect((view?.flags ?? []).isEmpty == isHidden)
            #expect((view?.missed ?? []).isEmpty == isHidden)
        }
    }

    @Test(
        "Of an agreement each side sees its own word, until both have accepted",
        arguments: [[], [.complainant], [.platform], [.complainant, .platform]] as [Set<PartySide>])
    func agreement(accepted: Set<PartySide>) throws {
        let agreement = Agreement(
            text: "§agreement§", proposedAt: MaximalCase.after, acceptedBy: accepted)
        let caseFile = try MaximalCase.caseFile(
            .identified, mediation: MaximalCase.mediation(agreement: agreement))
        let seen = { (role: ViewTable.Role) in
            caseFile.view(for: Self.viewer(role))?.mediation?.agreement?.acceptedBy
        }
        #expect(
            seen(.complainant)
                == (accepted.count == 2 ? accepted : accepted.intersection([.complainant])))
        #expect(
            seen(.identified)
                == (accepted.count == 2 ? accepted : accepted.intersection([.platform])))
        #expect(seen(.mediator) == accepted)
        #expect(seen(.recused) == (accepted.count == 2 ? accepted : nil))
    }

    @Test("That the other side declined stays the mediator's", arguments: PartySide.allCases)
    func declined(side: PartySide) throws {
        let agreement = Agreement(
            text: "§agreement§", proposedAt: MaximalCase.after, declinedBy: side)
        let caseFile = try MaximalCase.caseFile(
            .identified, mediation: MaximalCase.mediation(agreement: agreement))
        for role in [ViewTable.Role.complainant, .identified, .mediator] {
            let seen = caseFile.view(for: Self.viewer(role))?.mediation?.agreement?.declinedBy
            let isHidden =
                role == .complainant && side == .platform
                || role == .identified && side == .complainant
            #expect(seen == (isHidden ? nil : side))
        }
    }

    @Test("A case that never came to the platform, and a draft, are seen by nobody else")
    func invisible() throws {
        var bare = Samples.draft()
        bare.disclosure = .identified
        let number = try #require(PublicNumber(42))
        let make = { (state: CaseState, transmittedAt: Instant?) in
            CaseFile(
                identifier: CaseIdentifier(high: 1, low: 2),
                publicNumber: number, version: 1, state: state,
                stateSince: Samples.now, submitter: Samples.association, draft: SharedDraft(bare),
                addressee: "amazon", disclosure: .identified, deadlines: [],
                transmittedAt: transmittedAt, platformContact: nil, responses: [], verdicts: [],
                stateReason: "", createdAt: Samples.now, updatedAt: Samples.now)
        }
        #expect(make(.submitted, nil).view(for: .platform("amazon")) == nil)
        #expect(make(.transmitted, Samples.now).view(for: .platform("amazon")) != nil)
        #expect(make(.transmitted, Samples.now).view(for: .platform("wish")) == nil)
        #expect(make(.draft, nil).view(for: .mediator("m", withIdentity: true)) == nil)
        #expect(make(.draft, nil).view(for: .complainant) != nil)
    }
}
