// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Partner service", .timeLimit(.minutes(1)))
struct PartnerServiceTests {
    @Test("The server, not the request, says who a certificate is for")
    func identity() async throws {
        let world = try await World()
        let credentials = try await world.register(.association, "ajc")
        let certificate = try #require(
            Certificate.readAll(pem: Array(credentials.certificatePEM.utf8)).first)
        let identity = try PartnerIdentity(certificate: certificate)
        #expect(identity.uri == "spiffe://recours.test/partner/association/ajc/main")
        let connection = try await world.connect(credentials)
        let me: WhoAmIResponse = try await connection.call(
            PartnerServiceMethods.whoAmI, WhoAmIRequest())
        #expect(me.partner?.kind == .association)
        #expect(me.partner?.slug == "ajc")
        #expect(me.partner?.keys.map(\.spkiSha256) == [credentials.spkiSHA256])
        #expect(me.certificateNotAfterMs == certificate.notAfter * 1_000)
        await world.stop()
    }

    @Test("A registration that is wrong is refused with all that is wrong, and leaves nothing")
    func wrongRegistrations() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let wrong = await root.failure(
            PartnerServiceMethods.addPartner,
            AddPartnerRequest(slug: "No Slug", name: "", siren: "123"))
        #expect(wrong.violations.map(\.fieldPath) == ["kind", "slug", "name", "siren"])
        let request = AddPartnerRequest(
            kind: .association, slug: "ajc", name: "A",
            certificateRequestPem: "-----BEGIN NONSENSE-----")
        let torn = await root.failure(PartnerServiceMethods.addPartner, request)
        #expect(torn.violations.map(\.fieldPath) == ["certificate_request_pem"])
        let list: ListPartnersResponse = try await root.call(
            PartnerServiceMethods.listPartners, ListPartnersRequest(kind: .association))
        #expect(list.partners.isEmpty)
        _ = try await world.register(.association, "ajc")
        let again = await root.failure(
            PartnerServiceMethods.addPartner,
            AddPartnerRequest(kind: .association, slug: "ajc", name: "A"))
        #expect(again.code == .alreadyExists)
        await world.stop()
    }

    @Test("Two keys may be bound for a rotation, a third may not; either may be revoked")
    func rotation() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let first = try await world.register(.platform, "amazon")
        func issue() async throws -> IssueCertificateResponse {
            try await root.call(
                PartnerServiceMethods.issueCertificate,
                IssueCertificateRequest(
                    kind: .platform, slug: "amazon",
                    certificateRequestPem: World.request(PrivateKey.generate(), slug: "amazon"),
                    instance: "second", validityDays: 7))
        }
        let issued = try await issue()
        #expect(issued.certificatePem.contains("BEGIN CERTIFICATE"))
        let third = await #expect(throws: CallFailure.self) { try await issue() }
        #expect(third?.status.reason == "TOO_MANY_KEYS")
        let _: RevokeCertificateResponse = try await root.call(
            PartnerServiceMethods.revokeCertificate,
            RevokeCertificateRequest(
                kind: .platform, slug: "amazon", spkiSha256: first.spkiSHA256))
        _ = try await issue()
        let unknown = await root.failure(
            PartnerServiceMethods.revokeCertificate,
            RevokeCertificateRequest(
                kind: .platform, slug: "amazon", spkiSha256: first.spkiSHA256))
        #expect(unknown.code == .notFound)
        await world.stop()
    }

    @Test("A revoked key's live connections are closed, and it is not admitted again")
    func revocation() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let credentials = try await world.register(.platform, "amazon")
        let connection = try await world.connect(credentials)
        let bystander = try await world.join(.platform, "wish")
        let _: HealthCheckResponse = try await connection.call(
            HealthServiceMethods.check, HealthCheckRequest())
        let _: RevokeCertificateResponse = try await root.call(
            PartnerServiceMethods.revokeCertificate,
            RevokeCertificateRequest(
                kind: .platform, slug: "amazon", spkiSha256: credentials.spkiSHA256))
        let status = await connection.failure(HealthServiceMethods.check, HealthCheckRequest())
        #expect([.unauthenticated, .unavailable].contains(status.code), "\(status)")
        while connection.isOpen, !Task.isCancelled { await Task.yield() }
        #expect(await world.refuses(credentials))
        let _: HealthCheckResponse = try await bystander.call(
            HealthServiceMethods.check, HealthCheckRequest())
        await world.stop()
    }

    @Test(
        "A certificate of our authority is not enough: key, partner and domain must be registered")
    func admission() async throws {
        let world = try await World()
        _ = try await world.register(.platform, "amazon")
        let strangers = [
            try world.credentials(.platform, "amazon"),
            try world.credentials(.platform, "nobody"),
            try world.credentials(.operator, "root", trustDomain: "elsewhere.test"),
        ]
        for stranger in strangers {
            #expect(await world.refuses(stranger))
        }
        await world.stop()
    }

    @Test("Mandates come in by a stream; what is refused is named by its place")
    func mandates() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let association = try await world.join(.association, "ajc")
        let call: StreamingCall<Mandate, ImportMandatesResponse> = try await root.streaming(
            PartnerServiceMethods.importMandates, CallOptions(timeout: .seconds(10)))
        let good = Mandate(association: "ajc", siren: World.siren, from: "2026-01-01")
        let mandates = [
            good,
            Mandate(association: "nobody", siren: World.siren, from: "2026-01-01"),
            Mandate(association: "ajc", siren: "123", from: "2026-01-01"),
            Mandate(association: "ajc", siren: "404833048", from: "tomorrow"),
            Mandate(
                association: "ajc", siren: "404833048", from: "2026-02-01", until: "2026-01-01"),
            Mandate(association: "ajc", siren: "404833048", from: "2026-01-01"),
            good,
        ]
        for mandate in mandates { try await call.send(mandate) }
        call.finishSending()
        let answer = try await call.onlyResponse()
        #expect(answer.added == 2)
        #expect(answer.updated == 1)
        #expect(answer.refused == 4)
        #expect(answer.refusals.map(\.index).sorted() == [1, 2, 3, 4])
        #expect(
            answer.refusals.first { $0.index == 1 }?.code == "UNKNOWN_ASSOCIATION")
        var seen: [String] = []
        var token = ""
        repeat {
            let page: ListMandatesResponse = try await association.call(
                PartnerServiceMethods.listMandates,
                ListMandatesRequest(pageSize: 1, pageToken: token))
            seen += page.mandates.map(\.siren)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(seen == ["404833048", World.siren])
        let other = await association.failure(
            PartnerServiceMethods.listMandates, ListMandatesRequest(association: "other"))
        #expect(other.code == .notFound)
        await world.stop()
    }

    @Test("Partners are listed by pages, of one kind or all")
    func list() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        for slug in ["a", "b", "c"] { _ = try await world.register(.platform, slug) }
        var seen: [String] = []
        var token = ""
        repeat {
            let page: ListPartnersResponse = try await root.call(
                PartnerServiceMethods.listPartners,
                ListPartnersRequest(pageSize: 2, pageToken: token))
            seen += page.partners.map(\.slug)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(seen.sorted() == ["a", "b", "c", "root"])
        await world.stop()
    }
}
