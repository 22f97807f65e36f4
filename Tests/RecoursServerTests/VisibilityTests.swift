// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

/// What reaches whom over real sockets, by every way on which a case leaves the server. What each
/// may see in principle is `ViewTable`'s in the tests of RecoursCases; this is that nothing goes
/// past it.
@Suite("Visibility", .timeLimit(.minutes(2)))
struct VisibilityTests {
    /// A text of the case, and who is to find it: A association, P platform, M mediator, I the same
    /// asking for the identity, R one in conflict of interest, O another association, W another
    /// platform.
    private struct Canary {
        let text: String
        let identified: Set<Character>
        let pseudonym: Set<Character>

        init(_ text: String, _ identified: String, _ pseudonym: String) {
            self.text = text
            self.identified = Set(identified)
            self.pseudonym = Set(pseudonym)
        }
    }

    private static let canaries = [
        Canary("Canary title", "APMIR", "APMIR"),
        Canary("Canary facts are long enough.", "APMIR", "APMIR"),
        Canary("Canary Legal Name", "API", "AI"),
        Canary("Canary Trade Name", "API", "AI"),
        Canary(World.siren, "API", "AI"),
        Canary("canary@firm.example", "API", "AI"),
        Canary("+33199001234", "API", "AI"),
        Canary("12 Canary Street", "API", "AI"),
        Canary("Canary-account", "API", "AI"),
        Canary("Canary-external", "API", "AI"),
        Canary("Canary-decision", "APMIR", "AMIR"),
        Canary("https://amazon.example/canary", "APMIR", "AMIR"),
        Canary("Canary seller", "API", "AI"),
        Canary("ajc", "APMIR", "AMIR"),
        Canary("canary@desk.example", "APMIR", "APMIR"),
        Canary("Canary message of the firm", "APMIR", "APMIR"),
        Canary("Canary message of the platform", "APMIR", "APMIR"),
        Canary("Canary note of the firm", "AMI", "AMI"),
        Canary("Canary note of the platform", "PMI", "PMI"),
        Canary("Canary note to the firm", "AMI", "AMI"),
        Canary("Canary note to the platform", "PMI", "PMI"),
        Canary("Canary agreement", "APMI", "APMI"),
        Canary("Canary decline", "AMI", "AMI"),
        Canary("Canary conflict", "MIR", "MIR"),
        Canary("Canary hold", "MIR", "MIR"),
    ]

    private static func draft(_ disclosure: Disclosure) -> CaseDraft {
        var draft = Sample.draft("Canary-external", facts: "Canary facts are long enough.")
        draft.complainant = Party(
            kind: .business, legalName: "Canary Legal Name", tradeName: "Canary Trade Name",
            siren: World.siren, size: .micro,
            contact: Contact(
                name: "Canary Legal Name", email: "canary@firm.example", phone: "+33199001234"),
            address: Address(
                lines: ["12 Canary Street"], postcode: "75011", city: "Paris", country: "FR"))
        draft.platformAccountRef = "Canary-account"
        draft.title = "Canary title"
        draft.decisionRef = "Canary-decision"
        draft.listings = [
            Listing(
                platformListingID: "B07XYZ1234", url: "https://amazon.example/canary",
                sellerName: "Canary seller")
        ]
        draft.disclosure = disclosure
        return draft
    }

    private struct Cast {
        let world: World
        let association: ClientConnection
        let platform: ClientConnection
        let mediator: ClientConnection
        let recused: ClientConnection
        let otherAssociation: ClientConnection
        let otherPlatform: ClientConnection
        let caseID: [UInt8]

        init(_ disclosure: Disclosure) async throws {
            world = try await World()
            association = try await world.join(.association, "ajc")
            platform = try await world.join(.platform, "amazon")
            mediator = try await world.join(.mediator, "claire")
            recused = try await world.join(.mediator, "denis")
            otherAssociation = try await world.join(.association, "other")
            otherPlatform = try await world.join(.platform, "wish")
            try await world.mandate("ajc")
            let answer: SubmitCaseResponse = try await association.call(
                CaseServiceMethods.submitCase,
                SubmitCaseRequest(draft: VisibilityTests.draft(disclosure)), key: Sample.key())
            caseID = try #require(answer.receipt?.caseID)
        }

        func act(_ actor: ClientConnection, _ action: Action.Kind) async throws {
            let _: ActResponse = try await actor.call(
                ActionServiceMethods.act,
                ActRequest(caseID: caseID, action: Action(kind: action)), key: Sample.key())
        }

        /// Has everybody say everything.
        func play() async throws {
            let _: AcknowledgeCasesResponse = try await platform.call(
                InboxServiceMethods.acknowledgeCases,
                AcknowledgeCasesRequest(
                    caseIDs: [caseID],
                    contact: Contact(name: "Vendor desk", email: "canary@desk.example")))
            try await act(recused, .recuse(Reason(text: "Canary conflict")))
            try await act(mediator, .takeOver(Reason(text: "It waits.")))
            try await act(association, .postMessage(Writing(text: "Canary message of the firm")))
            try await act(platform, .postMessage(Writing(text: "Canary message of the platform")))
            let note = { (side: PartySide, text: String) in
                Action.Kind.note(ConfidentialNote(side: side, writing: Writing(text: text)))
            }
            try await act(association, note(.complainant, "Canary note of the firm"))
            try await act(platform, note(.platform, "Canary note of the platform"))
            try await act(mediator, note(.complainant, "Canary note to the firm"))
            try await act(mediator, note(.platform, "Canary note to the platform"))
            try await act(mediator, .proposeAgreement(Writing(text: "Canary agreement")))
            try await act(
                association, .answerAgreement(AnswerAgreement(reason: "Canary decline")))
            try await act(mediator, .setLegalHold(Reason(text: "Canary hold")))
        }

        var readers: [(letter: Character, connection: ClientConnection)] {
            [
                ("A", association), ("P", platform), ("M", mediator), ("I", mediator),
                ("R", recused), ("O", otherAssociation), ("W", otherPlatform),
            ]
        }
    }

    /// Everything that the reader is given of the case, by name of the way.
    private func harvest(
        _ connection: ClientConnection, _ caseID: [UInt8], withIdentity: Bool
    ) async -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        func take<Request: RecoursMessage, Response: RecoursMessage>(
            _ name: String, _ method: MethodDescriptor, _ request: Request,
            as type: Response.Type
        ) async {
            do throws(CallFailure) {
                let answer: Response = try await connection.call(method, request)
                found[name] = answer.serializedBytes()
            } catch {
                found[name] = Array(error.status.message.utf8)
            }
        }
        await take(
            "GetCase", CaseServiceMethods.getCase,
            GetCaseRequest(
                withEvents: true, withIdentity: withIdentity, identityReason: "To talk to them.",
                reference: .id(caseID)), as: GetCaseResponse.self)
        if withIdentity { return found }
        await take(
            "ListCases", CaseServiceMethods.listCases, ListCasesRequest(),
            as: ListCasesResponse.self)
        await take(
            "PullCases", InboxServiceMethods.pullCases, PullCasesRequest(),
            as: PullCasesResponse.self)
        await take(
            "ListQueue", MediationServiceMethods.listQueue, ListQueueRequest(),
            as: ListQueueResponse.self)
        await take(
            "ListClusters", MediationServiceMethods.listClusters, ListClustersRequest(atLeast: 1),
            as: ListClustersResponse.self)
        found["WatchInbox"] = await firstMinute(
            connection, WatchServiceMethods.watchInbox, WatchInboxRequest()
        ) { (response: WatchInboxResponse) in
            if case .bookmark = response.content { true } else { false }
        }
        found["WatchQueue"] = await firstMinute(
            connection, WatchServiceMethods.watchQueue, WatchQueueRequest()
        ) { (response: WatchQueueResponse) in
            if case .bookmark = response.content { true } else { false }
        }
        found["WatchCase"] = await firstMinute(
            connection, WatchServiceMethods.watchCase, WatchCaseRequest(caseID: caseID)
        ) { (response: WatchCaseResponse) in
            if case .change(let change) = response.content { change.caseFile != nil } else { false }
        }
        return found
    }

    /// What a watch says until it has said all that there was.
    private func firstMinute<Request: RecoursMessage, Response: RecoursMessage>(
        _ connection: ClientConnection, _ method: MethodDescriptor, _ request: Request,
        isLast: (Response) -> Bool
    ) async -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(CallFailure) {
            let call: StreamingCall<Request, Response> = try await connection.streaming(
                method, CallOptions(timeout: .seconds(20)))
            try await call.send(request)
            call.finishSending()
            defer { call.cancel() }
            for try await response in call.responses {
                bytes += response.serializedBytes()
                if isLast(response) { break }
            }
        } catch {
            bytes += Array(error.status.message.utf8)
        }
        return bytes
    }

    @Test(
        "Each finds what is theirs, and nothing else by any way",
        arguments: [Disclosure.identified, .pseudonym])
    func everyWay(disclosure: Disclosure) async throws {
        let cast = try await Cast(disclosure)
        try await cast.play()
        for reader in cast.readers {
            let ways = await harvest(
                reader.connection, cast.caseID, withIdentity: reader.letter == "I")
            for canary in Self.canaries {
                let seers = disclosure == .identified ? canary.identified : canary.pseudonym
                let sought = Array(canary.text.utf8)
                let places = ways.filter { $0.value.contains(sought) }.keys.sorted()
                if seers.contains(reader.letter) {
                    #expect(
                        places.contains("GetCase"), "\(reader.letter) sees \(canary.text)")
                } else {
                    #expect(
                        places.isEmpty, "\(reader.letter) finds \(canary.text) in \(places)")
                }
            }
        }
        await cast.world.stop()
    }

    @Test("An aggregate case is no platform's until it is released")
    func aggregate() async throws {
        let cast = try await Cast(.aggregate)
        for reader in cast.readers where ["P", "W", "O"].contains(reader.letter) {
            let ways = await harvest(reader.connection, cast.caseID, withIdentity: false)
            for canary in Self.canaries {
                let sought = Array(canary.text.utf8)
                #expect(!ways.values.contains { $0.contains(sought) }, "\(canary.text)")
            }
        }
        await cast.world.stop()
    }

    @Test("A filter tells a platform nothing of a pseudonym that it doesn't see")
    func filters() async throws {
        let cast = try await Cast(.pseudonym)
        func found(_ request: ListCasesRequest) async throws -> Int {
            let page: ListCasesResponse = try await cast.platform.call(
                CaseServiceMethods.listCases, request)
            #expect(page.nextPageToken.isEmpty)
            return page.cases.count
        }
        #expect(try await found(ListCasesRequest(siren: World.siren)) == 0)
        #expect(try await found(ListCasesRequest(siren: "404833048")) == 0)
        // What it sees it may filter by.
        let page: ListCasesResponse = try await cast.platform.call(
            CaseServiceMethods.listCases, ListCasesRequest())
        #expect(page.cases.map { $0.draft?.complainant?.size } == [.micro])
        #expect(try await found(ListCasesRequest(complainantSizes: [.micro])) == 1)
        #expect(try await found(ListCasesRequest(complainantSizes: [.small])) == 0)
        await cast.world.stop()
    }

    @Test("Every identity that a mediator reads is written down first, for all concerned")
    func identityLog() async throws {
        let cast = try await Cast(.identified)
        let bare = GetCaseRequest(withIdentity: true, reference: .id(cast.caseID))
        let refused = await cast.mediator.failure(CaseServiceMethods.getCase, bare)
        #expect(refused.violations.map(\.fieldPath) == ["identity_reason"])
        for reason in ["To call them.", "To write to them."] {
            let answer: GetCaseResponse = try await cast.mediator.call(
                CaseServiceMethods.getCase,
                GetCaseRequest(
                    withIdentity: true, identityReason: reason, reference: .id(cast.caseID)))
            #expect(answer.caseFile?.draft?.complainant?.legalName == "Canary Legal Name")
        }
        // Others are given what is theirs, whatever they ask for, and nothing is written.
        let own: GetCaseResponse = try await cast.association.call(
            CaseServiceMethods.getCase, bare)
        #expect(own.caseFile?.draft?.complainant?.siren == World.siren)
        let root = try await cast.world.connect(cast.world.operators)
        for reader in [cast.association, cast.mediator, root] {
            let log: ListIdentityReadsResponse = try await reader.call(
                MediationServiceMethods.listIdentityReads,
                ListIdentityReadsRequest(caseID: cast.caseID, pageSize: 1))
            #expect(log.reads.map(\.reason) == ["To write to them."])
            #expect(log.reads.map(\.mediator) == ["claire"])
            let rest: ListIdentityReadsResponse = try await reader.call(
                MediationServiceMethods.listIdentityReads,
                ListIdentityReadsRequest(
                    caseID: cast.caseID, pageSize: 5, pageToken: log.nextPageToken))
            #expect(rest.reads.map(\.reason) == ["To call them."])
        }
        let foreign = await cast.otherAssociation.failure(
            MediationServiceMethods.listIdentityReads,
            ListIdentityReadsRequest(caseID: cast.caseID))
        #expect(foreign.code == .notFound)
        let filtered = await cast.mediator.failure(
            CaseServiceMethods.listCases, ListCasesRequest(siren: World.siren))
        #expect(filtered.violations.map(\.fieldPath) == ["siren"])
        await cast.world.stop()
    }
}
