// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages
import Testing

@Suite("Changes of the registry, for connections that are open", .timeLimit(.minutes(1)))
struct LiveRegistryTests {
    private func refusal(_ client: RecoursClient, _ reference: String) async -> StatusCode? {
        do throws(RecoursError) {
            _ = try await client.cases.submit(Filing.draft(reference))
            return nil
        } catch {
            return error.code
        }
    }

    @Test("A mandate that is given, or ends, acts on the next call")
    func mandates() async throws {
        let server = try RealServer()
        let association = try await server.join(.association, "ateliers")
        _ = try await server.join(.platform, "amazon")
        #expect(await refusal(association, "R-1") == .invalidArgument)
        try await server.mandate("ateliers")
        #expect(await refusal(association, "R-2") == nil)
        _ = try await server.client("operator").partners.importMandates([
            Mandate(
                association: "ateliers", siren: RealServer.siren, from: "2018-01-01",
                until: "2018-12-31")
        ])
        #expect(await refusal(association, "R-3") == .invalidArgument)
        #expect(await server.stop().status == 0)
    }

    @Test("A key that is revoked ends its connections and watches within a second, others' not")
    func revocation() async throws {
        let server = try RealServer()
        let association = try await server.join(.association, "ateliers")
        let amazon = try await server.join(.platform, "amazon")
        let watch = Task {
            do {
                for try await _ in amazon.inbox.watch() {}
                return StatusCode.ok
            } catch {
                return (error as? RecoursError)?.code ?? .unknown
            }
        }
        let me = try await amazon.partners.whoAmI()
        let key = try #require(me.partner?.keys.first?.spkiSha256)
        let begun = ContinuousClock.now
        try await server.client("operator").partners.revokeCertificate(
            RevokeCertificateRequest(kind: .platform, slug: "amazon", spkiSha256: key))
        #expect(await watch.value == .unauthenticated)
        #expect(ContinuousClock.now - begun < .seconds(1))
        let refused = await #expect(throws: RecoursError.self) {
            try await amazon.inbox.pull()
        }
        #expect(refused?.code == .unauthenticated)
        _ = try await association.partners.whoAmI()
        #expect(await server.stop().status == 0)
    }
}
