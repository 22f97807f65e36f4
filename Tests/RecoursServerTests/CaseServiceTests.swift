// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Case service", .timeLimit(.minutes(1)))
struct CaseServiceTests {
    private func filed(
        _ connection: ClientConnection, _ draft: CaseDraft, key: [UInt8] = Sample.key()
    ) async throws -> SubmissionReceipt {
        let answer: SubmitCaseResponse = try await connection.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: key)
        return try #require(answer.receipt)
    }

    private func read(
        _ connection: ClientConnection, _ reference: GetCaseRequest.Reference,
        withEvents: Bool = false
    ) async throws -> GetCaseResponse {
        try await connection.call(
            CaseServiceMethods.getCase,
            GetCaseRequest(withEvents: withEvents, reference: reference))
    }

    @Test("A filed case is read back by identifier, number and the submitter's own reference")
    func filing() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        _ = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let draft = Sample.draft("R-1")
        let receipt = try await filed(association, draft)
        #expect(receipt.caseID.count == 16)
        #expect(receipt.state == .transmitted)
        #expect(!receipt.alreadyFiled)
        let references: [GetCaseRequest.Reference] = [
            .id(receipt.caseID), .publicNumber(receipt.publicNumber.lowercased()),
            .externalRef("R-1"),
        ]
        for reference in references {
            let found = try #require(try await read(association, reference).caseFile)
            #expect(found.id == receipt.caseID)
            #expect(found.draft?.facts == draft.facts)
            #expect(found.submitter == PartnerReference(kind: "association", slug: "ajc"))
        }
        let history = try await read(association, .id(receipt.caseID), withEvents: true)
        #expect(history.events.map(\.kind) == [.submitted, .transmitted])
        #expect(history.events[0].previousHash == [UInt8](repeating: 0, count: 32))
        #expect(history.events[0].hash == history.events[1].previousHash)
        await world.stop()
    }

    @Test("The same key and content is the same case; other content is a conflict that names it")
    func idempotency() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        let key = Sample.key()
        let first = try await filed(association, Sample.draft("R-1"), key: key)
        let again = try await filed(association, Sample.draft("R-1"), key: key)
        #expect(again.caseID == first.caseID)
        #expect(again.alreadyFiled)
        let other = await association.failure(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(draft: Sample.draft("R-2")), key: key)
        #expect(other.code == .alreadyExists)
        #expect(
            other.details.contains(
                .init(
                    kind: .idempotencyConflict(
                        .init(caseID: first.caseID, field: "idempotency_key")))))
        let reuse = await association.failure(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(
                draft: Sample.draft("R-1", facts: "Other facts, though the reference is used up.")),
            key: Sample.key())
        #expect(reuse.code == .alreadyExists)
        await world.stop()
    }

    @Test("Every violation comes back at once, and a missing or torn key is one")
    func violations() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        var draft = Sample.draft("R-1")
        draft.title = "x"
        draft.incidentOn = "yesterday"
        draft.country = "XX"
        let status = await association.failure(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        #expect(status.code == .invalidArgument)
        let found = status.violations
        #expect(
            Set(found.map(\.fieldPath)).isSuperset(of: ["title", "incident_on", "country"]),
            "\(found)")
        for key in [nil, [1, 2, 3]] as [[UInt8]?] {
            let status = await association.failure(
                CaseServiceMethods.submitCase, SubmitCaseRequest(draft: Sample.draft("R-2")),
                key: key)
            #expect(status.code == .invalidArgument)
        }
        let missing = await association.failure(
            CaseServiceMethods.submitCase, SubmitCaseRequest(), key: Sample.key())
        #expect(missing.violations.map(\.fieldPath) == ["draft"])
        await world.stop()
    }

    @Test("A case over two mebibytes is refused by a code of its own")
    func tooLarge() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        var draft = Sample.draft("R-1")
        draft.listings = (0..<1_000).map { number in
            Listing(
                platformListingID: "B0" + String(10_000_000 + number),
                url: "https://example.org/" + String(repeating: "a", count: 1_900))
        }
        let status = await association.failure(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        #expect(status.violations.map(\.code) == ["CASE_TOO_LARGE"])
        await world.stop()
    }

    @Test("Checking stores nothing, and finds what filing would")
    func validateOnly() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let request = SubmitCaseRequest(draft: Sample.draft("R-1"), validateOnly: true)
        let refused = await association.failure(CaseServiceMethods.submitCase, request)
        #expect(refused.violations.map(\.code) == ["NO_MANDATE"])
        try await world.mandate("ajc")
        let answer: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, request)
        #expect(answer.receipt == nil)
        let gone = await association.failure(
            CaseServiceMethods.getCase, GetCaseRequest(reference: .externalRef("R-1")))
        #expect(gone.code == .notFound)
        await world.stop()
    }

    @Test("An association needs a mandate, a business files for itself alone")
    func standing() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let business = try await world.join(.business, "atelier", siren: World.siren)
        let without = await association.failure(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: Sample.draft("R-1")),
            key: Sample.key())
        #expect(without.violations.map(\.code) == ["NO_MANDATE"])
        _ = try await filed(business, Sample.draft("R-1"))
        let other = await business.failure(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(draft: Sample.draft("R-2", siren: "404833048")), key: Sample.key())
        #expect(other.violations.map(\.code) == ["NOT_THE_COMPLAINANT"])
        await world.stop()
    }

    @Test("Another's case and no case at all get the same answer, to the byte")
    func tenancy() async throws {
        let world = try await World()
        let owner = try await world.join(.association, "ajc")
        let strangers = [
            try await world.join(.association, "other"),
            try await world.join(.business, "other", siren: "404833048"),
            try await world.join(.platform, "wish"),
        ]
        try await world.mandate("ajc")
        let receipt = try await filed(owner, Sample.draft("R-1"))
        let absent = [UInt8](repeating: 9, count: 16)
        for stranger in strangers {
            for withEvents in [false, true] {
                var hidden = await stranger.failure(
                    CaseServiceMethods.getCase,
                    GetCaseRequest(withEvents: withEvents, reference: .id(receipt.caseID)))
                var missing = await stranger.failure(
                    CaseServiceMethods.getCase,
                    GetCaseRequest(withEvents: withEvents, reference: .id(absent)))
                #expect(hidden.code == .notFound)
                hidden.requestID = ""
                missing.requestID = ""
                #expect(hidden == missing)
            }
            let number = await stranger.failure(
                CaseServiceMethods.getCase,
                GetCaseRequest(reference: .publicNumber(receipt.publicNumber)))
            #expect(number.code == .notFound)
            let list: ListCasesResponse = try await stranger.call(
                CaseServiceMethods.listCases, ListCasesRequest())
            #expect(list.cases.isEmpty)
        }
        for method in [CaseServiceMethods.giveVerdict, CaseServiceMethods.withdrawCase] {
            let status = await strangers[0].failure(
                method, WithdrawCaseRequest(caseID: receipt.caseID))
            #expect(status.code == .notFound)
        }
        await world.stop()
    }

    @Test("A list goes on by its token, with the same filters and for the same partner only")
    func pages() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let other = try await world.join(.association, "other")
        try await world.mandate("ajc")
        var expected: [String] = []
        for number in 1...5 {
            _ = try await filed(association, Sample.draft("R-\(number)"))
            expected.insert("R-\(number)", at: 0)
        }
        var seen: [String] = []
        var token = ""
        repeat {
            let page: ListCasesResponse = try await association.call(
                CaseServiceMethods.listCases,
                ListCasesRequest(pageSize: 2, pageToken: token, siren: World.siren))
            seen += page.cases.compactMap { $0.draft?.externalRef }
            token = page.nextPageToken
            if !token.isEmpty {
                var wrong = [
                    (association, ListCasesRequest(pageSize: 2, pageToken: token)),
                    (other, ListCasesRequest(pageSize: 2, pageToken: token, siren: World.siren)),
                ]
                let forged = String(token.dropLast()) + (token.hasSuffix("0") ? "1" : "0")
                wrong.append(
                    (association, ListCasesRequest(pageToken: forged, siren: World.siren)))
                for (connection, request) in wrong {
                    let status = await connection.failure(CaseServiceMethods.listCases, request)
                    #expect(status.code == .invalidArgument)
                    #expect(status.violations.map(\.fieldPath) == ["page_token"])
                }
            }
        } while !token.isEmpty
        #expect(seen == expected)
        await world.stop()
    }

    @Test("Wrong filters are named, all of them")
    func filters() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let status = await association.failure(
            CaseServiceMethods.listCases,
            ListCasesRequest(siren: "12", states: [.answered, .unrecognized(99)]))
        #expect(status.violations.map(\.fieldPath) == ["siren", "states[1]"])
        let firms = await association.failure(
            CaseServiceMethods.listCases,
            ListCasesRequest(complainantSizes: [.micro, .unrecognized(9)], nafCode: "3Z"))
        #expect(firms.violations.map(\.fieldPath) == ["complainant_sizes[1]", "naf_code"])
        await world.stop()
    }

    @Test("A list is narrowed to sizes and an activity, and its token knows them")
    func complainants() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        for (number, naf) in ["3212Z", "3240Z", "1071C", "3212Z"].enumerated() {
            var draft = Sample.draft("R-\(number)")
            draft.complainant?.size = naf == "3240Z" ? .small : .micro
            draft.complainant?.nafCode = naf
            _ = try await filed(association, draft)
        }
        func list(_ request: ListCasesRequest) async throws -> ListCasesResponse {
            try await association.call(CaseServiceMethods.listCases, request)
        }
        let all = try await list(ListCasesRequest(nafCode: "32"))
        #expect(all.cases.compactMap { $0.draft?.externalRef } == ["R-3", "R-1", "R-0"])
        let wanted = ListCasesRequest(
            pageSize: 1, complainantSizes: [.micro], nafCode: "32.12Z")
        let first = try await list(wanted)
        #expect(first.cases.compactMap { $0.draft?.externalRef } == ["R-3"])
        var next = wanted
        next.pageToken = first.nextPageToken
        let second = try await list(next)
        #expect(second.cases.compactMap { $0.draft?.externalRef } == ["R-0"])
        next.nafCode = "32"
        let other = await association.failure(CaseServiceMethods.listCases, next)
        #expect(other.violations.map(\.fieldPath) == ["page_token"])
        await world.stop()
    }

    @Test("A withdrawal is done once; a second says how the case stands")
    func withdrawal() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        let receipt = try await filed(association, Sample.draft("R-1"))
        let key = Sample.key()
        let request = WithdrawCaseRequest(caseID: receipt.caseID, reason: "Settled by telephone.")
        for _ in 0..<2 {
            let answer: WithdrawCaseResponse = try await association.call(
                CaseServiceMethods.withdrawCase, request, key: key)
            #expect(answer.state == .withdrawn)
        }
        let status = await association.failure(
            CaseServiceMethods.withdrawCase, request, key: Sample.key())
        #expect(status.code == .failedPrecondition)
        #expect(
            status.details.contains {
                if case .stateConflict(let conflict)? = $0.kind { return conflict.state == 14 }
                return false
            })
        await world.stop()
    }
}

extension RPCStatus {
    /// All field violations.
    var violations: [FieldViolation] {
        details.flatMap { detail in
            if case .badRequest(let request)? = detail.kind { return request.violations }
            return []
        }
    }
}
