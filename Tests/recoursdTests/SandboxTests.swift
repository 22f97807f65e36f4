// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursCrypto
import RecoursMessages
import Testing

@testable import recoursd

@Suite("A sandbox that notifies", .timeLimit(.minutes(1)))
struct SandboxTests {
    private static let siren = "732829320"

    private func client(
        _ directory: Daemon.Directory, _ port: Int
    ) throws(RecoursError) -> RecoursClient {
        let folder = "\(directory.path)/operator"
        return try RecoursClient(
            endpoint: "127.0.0.1:\(port)",
            identity: .pem(certificate: "\(folder)/certificate.pem", key: "\(folder)/key.pem"),
            trust: .pem("\(folder)/trust.pem"))
    }

    private func join(
        _ kind: RecoursMessages.PartnerKind, _ slug: String, by root: RecoursClient, port: Int,
        trust: String
    ) async throws -> RecoursClient {
        let key = try PrivateKey.generate()
        let word = kind.name?.lowercased() ?? ""
        let known = RecoursCrypto.PartnerKind(rawValue: word)
        let cryptoKind = try #require(known)
        let identity = try PartnerIdentity(
            trustDomain: "recours.internal",
            kind: cryptoKind,
            slug: slug, instance: "main")
        let request = try CertificateRequest(proposing: identity, key: key).pem()
        let added = try await root.partners.add(
            AddPartnerRequest(
                kind: kind, slug: slug, name: "The \(slug)", certificateRequestPem: request))
        return try RecoursClient(
            endpoint: "127.0.0.1:\(port)",
            identity: .pemBytes(
                certificate: Array(added.certificatePem.utf8), key: Array(key.pem().utf8)),
            trust: .pem(trust))
    }

    private func file(_ association: RecoursClient) async throws -> SubmissionReceipt {
        try await association.cases.submit(
            CaseDraft(
                complainant: Party(
                    kind: .business, legalName: "Atelier du Bois", siren: Self.siren,
                    contact: Contact(name: "Camille Morel", email: "camille@atelier.example")),
                platformID: "amazon", platformAccountRef: "A1B2C3", category: .delisting,
                title: "Listing taken down",
                facts: "The listing was taken down without any word of why.",
                desiredRemedies: [.relisted], incidentOn: "2026-01-15", country: "FR",
                language: "fr", disclosure: .identified, urgency: .standard, externalRef: "R-1"))
    }

    /// The notifications so far, as the command kept them.
    private func told(_ path: String) throws -> [[String: Any]] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("Silence is told through the operator's command, and moved time outlives a restart")
    func silence() async throws {
        let directory = try Daemon.Directory()
        let file = "\(directory.path)/told"
        // One line a run, written at once: four may run together.
        let environment = [
            "RECOURS_CLOCK_SANDBOX": "true",
            "RECOURS_NOTIFY_COMMAND":
                "[\"/bin/sh\", \"-c\", \"line=$(cat); echo \\\"$line\\\" >> \(file)\"]",
        ]
        let arguments = ["serve", "--config", directory.path, "--listen", "127.0.0.1:0"]
        var daemon = try Daemon(arguments, environment: environment)
        var port = try daemon.port()
        let root = try client(directory, port)
        let trust = "\(directory.path)/operator/trust.pem"
        let association = try await join(
            .association, "ateliers", by: root, port: port, trust: trust)
        _ = try await join(.platform, "amazon", by: root, port: port, trust: trust)
        _ = try await root.partners.importMandates([
            Mandate(association: "ateliers", siren: Self.siren, from: "2020-01-01")
        ])
        let receipt = try await self.file(association)
        let moved = try await root.operator.advanceClock(by: .seconds(25 * 86_400))
        #expect(moved.acted > 8)
        while try told(file).count(where: { $0["kind"] as? String == "mediator_overdue" }) == 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
        let all = try told(file)
        let kinds = Set(all.compactMap { $0["kind"] as? String })
        #expect(
            kinds.isSuperset(of: ["deadline_missed", "escalated", "new_mediation"]), "\(kinds)")
        #expect(Set(all.compactMap { $0["id"] as? String }).count == all.count)
        #expect(all.allSatisfy { $0["case_number"] as? String == receipt.publicNumber })
        // Nothing that a party wrote leaves this way.
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("Camille") && !text.contains("taken down"))
        #expect(text.contains("\"name\": \"The amazon\""))
        await association.drain(within: .seconds(1))
        await root.drain(within: .seconds(1))
        daemon.signal(SIGTERM)
        #expect(daemon.ended().status == 0)

        let real = try Daemon(arguments).ended()
        #expect(real.status == 78)
        #expect(real.errors.contains("clock.sandbox"), "\(real.errors)")
        daemon = try Daemon(arguments, environment: environment)
        port = try daemon.port()
        let again = try client(directory, port)
        let clock = try await again.operator.clock()
        #expect(clock.nowMs >= moved.nowMs)
        #expect(clock.nowMs - clock.machineMs > 24 * 86_400_000)
        #expect(try await again.partners.whoAmI().sandbox)
        await again.drain(within: .seconds(1))
        daemon.signal(SIGTERM)
        let ended = daemon.ended()
        #expect(ended.status == 0)
        #expect(ended.errors.contains("SANDBOX"))
    }

    @Test("A command that cannot be run is refused at the start and by --check")
    func wrongCommand() throws {
        let directory = try Daemon.Directory()
        for more in [["--check"], ["--listen", "127.0.0.1:0"]] {
            let ended = try Daemon(
                ["serve", "--config", directory.path] + more,
                environment: ["RECOURS_NOTIFY_COMMAND": "/nonexistent/notify"]
            ).ended()
            #expect(ended.status == 78)
            #expect(ended.errors.contains("/nonexistent/notify"), "\(ended.errors)")
        }
    }
}
