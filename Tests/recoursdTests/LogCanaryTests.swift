// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@testable import recoursd

@Suite("What the log and others are told", .timeLimit(.minutes(2)))
struct LogCanaryTests {
    private func environment(_ format: String) -> [String: String] {
        [
            "RECOURS_LOG_LEVEL": "trace", "RECOURS_LOG_FORMAT": format,
            "RECOURS_CLOCK_SANDBOX": "true", "RECOURS_SLOW_CALL_MILLISECONDS": "1",
            // Fails, so that what it was to be told might be logged.
            "RECOURS_NOTIFY_COMMAND": "/bin/false", "RECOURS_EVIDENCE_SCAN_COMMAND": "/bin/false",
        ]
    }

    /// Words that a refusal says to the caller.
    private func refusal(_ work: () async throws -> Void) async -> String {
        do {
            try await work()
            return ""
        } catch {
            guard let error = error as? RecoursError else { return "\(error)" }
            return "\(error.message) \(error.remedy) \(error.details)"
        }
    }

    /// All that is beside the cases, with words of its own.
    private func besides(_ cases: CanaryCases, _ root: RecoursClient) async throws {
        let (canary, parties) = (cases.canary, cases.parties)
        _ = try await root.partners.add(
            AddPartnerRequest(
                kind: .business, slug: "firm", name: canary("name"), siren: "732829320"))
        _ = try await root.campaigns.create(
            CampaignPlan(
                name: canary("campaign"), opensOn: "2030-01-01", closesOn: "2030-02-01",
                resolveBy: "2030-03-01", targetCount: 5))
        _ = try? await parties.amazon.commitments.make(
            MakeCommitmentRequest(
                text: canary("promise"), dueOn: "2030-01-01", scope: .category(.delisting)))
        _ = try? await parties.amazon.platforms.set(
            PlatformProfile(
                contact: Contact(
                    name: canary("person"), role: canary("post"), email: "\(canary("box"))@a.fr",
                    hours: canary("open"), language: "fr"),
                validUntil: "2027-01-01", internalComplaint: canary("complaint"),
                mediators: [canary("body"), canary("otherbody")]))
    }

    /// What is refused, for the words in it or for who asks; what the callers are told.
    private func refused(_ cases: CanaryCases, _ id: [UInt8]) async -> String {
        let (canary, parties) = (cases.canary, cases.parties)
        var told = ""
        var wrong = cases.draft()
        wrong.complainant?.siren = "1234\(canary("siren"))"
        wrong.country = canary("country")
        wrong.incidentOn = canary("day")
        let draft = wrong
        told += await refusal { _ = try await parties.association.cases.submit(draft) }
        // What is another's, or nobody's.
        told += await refusal { _ = try await parties.wish.cases.get(id: id) }
        told += await refusal {
            _ = try await parties.wish.responses.respond(
                to: id, PlatformResponse(type: .explanation, text: canary("stranger")))
        }
        told += await refusal {
            _ = try await parties.wish.cases.get(externalReference: canary("lookup"))
        }
        told += await refusal {
            _ = try await parties.wish.cases.get(publicNumber: canary("number"))
        }
        // The same reference with other content is told to its owner alone.
        told += await refusal {
            _ = try await parties.association.cases.submit(Filing.draft("R-1"))
            var other = Filing.draft("R-1")
            other.title = canary("othertitle")
            _ = try await parties.association.cases.submit(other)
        }
        told += await refusal {
            _ = try await parties.amazon.evidence.upload(
                .bytes([0x25, 0x50]),
                as: EvidenceDescription(name: "../\(canary("path")).pdf", media: .pdf))
        }
        return told
    }

    @Test("No word that anybody wrote is in the log, at any level", arguments: ["json", "text"])
    func log(format: String) async throws {
        let server = try RealServer(environment(format))
        try await CanaryCases.join(server)
        try await server.mandate("ateliers", RealServer.siren)
        let cases = try CanaryCases(server)
        let root = try server.client("operator")
        try await besides(cases, root)
        _ = try await cases.turnedAway()
        let open = try await cases.parties.association.cases.submit(cases.draft()).caseID
        _ = try await cases.rerouted(into: open)
        let closed = try await cases.mediated()
        let told = await refused(cases, open)
        _ = try await root.operator.advanceClock(by: .seconds(40 * 86_400))
        _ = try? await root.retention.erase(id: closed, reason: cases.canary("erased"))
        let made = try await root.operator.backUp()
        let ended = await server.stop()
        #expect(ended.status == 0)
        // Otherwise finding nothing would mean nothing.
        #expect(cases.canary.all.count > 90 && ended.errors.split(separator: "\n").count > 60)
        for method in ["SubmitCase", "Act", "Respond", "Upload", "AddPartner", "BackUp"] {
            #expect(ended.errors.contains("Service/\(method)"), "\(method)")
        }
        #expect(told.contains("INVALID") || told.contains("country"), "\(told)")
        let backup = "\(server.directory.path)/backups/\(made.name)"
        // What commands that look at the whole store print, of one that is damaged.
        try #require(
            try Breakage.sql("UPDATE cases SET state = 9;", on: "\(backup)/store.sqlite"))
        let verified = try Daemon.run("verify", backup)
        #expect(verified.status == 65)
        for word in cases.canary.all {
            #expect(!ended.errors.contains(word), "\(word) in the log")
            #expect(!verified.errors.contains(word), "\(word) in what verify prints")
        }
        for secret in ["404833048", "@example.fr", "BEGIN"] {
            #expect(!ended.errors.contains(secret), "\(secret) in the log")
        }
    }

    @Test("A stranger's refusal says nothing of what is stored")
    func refusals() async throws {
        let server = try RealServer(environment("json"))
        try await CanaryCases.join(server)
        let cases = try CanaryCases(server)
        let id = try await cases.mediated()
        let stored = cases.canary.all
        var told = ""
        for stranger in [cases.parties.wish, try server.client("operator")] {
            told += await refusal { _ = try await stranger.cases.history(id: id) }
            told += await refusal { _ = try await stranger.evidence.list(caseID: id) }
            told += await refusal {
                _ = try await stranger.cases.postMessage(id: id, "Hello there.")
            }
            told += await refusal { _ = try await stranger.cases.accept(id: id) }
        }
        #expect(!told.isEmpty)
        for word in stored { #expect(!told.contains(word), "\(word)") }
        #expect(await server.stop().status == 0)
    }
}
