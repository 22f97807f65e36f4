// SPDX-License-Identifier: EUPL-1.2

import Foundation
@testable import RecoursServer
import Testing

@testable import recoursd

@Suite("The example that notifies by mail", .timeLimit(.minutes(1)))
struct NotifyScriptTests {
    /// A folder with addresses, and a sendmail that keeps what it gets.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("notify-\(UUID().uuidString)")
        var outbox: URL { url.appendingPathComponent("outbox") }
        var addresses: URL { url.appendingPathComponent("addresses.json") }

        init(sendmailStatus: Int = 0) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let sendmail = url.appendingPathComponent("sendmail")
            try "#!/bin/sh\ncat >> \(outbox.path)\nexit \(sendmailStatus)\n"
                .write(to: sendmail, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: sendmail.path)
            let settings = """
                {"from": "recours@example.org", "sendmail": ["\(sendmail.path)", "-t"],
                 "to": {"platform/amazon": ["desk@amazon.example"], "mediator": ["m@example.org"]}}
                """
            try settings.write(to: addresses, atomically: true, encoding: .utf8)
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private var script: String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(root)/Sources/recoursd/Packaging/notify-by-mail.py"
    }

    private func notification(_ kind: String, _ slug: String) -> RecoursServer.Notification {
        RecoursServer.Notification(
            identifier: "5f0c2a91-17-1", kind: .reminder,
            recipient: .init(kind: kind, slug: slug), caseNumber: "RC-1234-5678-90-3",
            state: "TRANSMITTED", deadline: "ANSWER", stage: "HALF",
            dueAtMilliseconds: 1_797_375_599_000, atMilliseconds: 1_796_684_400_000,
            textFrench: "Dossier : il reste jusqu’au 15/12/2026.", textEnglish: "Time is left.")
    }

    private func run(
        _ folder: Folder, _ notification: RecoursServer.Notification
    ) throws -> OperatorCommand.Outcome {
        ProcessSetup.ignoreBrokenPipes()
        let command = try OperatorCommand(
            [script, folder.addresses.path], setting: "notify.command", limit: .seconds(30))
        return try #require(command).run(Array(notification.json.utf8))
    }

    @Test("It mails both languages to the nearer address, with the identifier as the mail's own")
    func mail() throws {
        let folder = try Folder()
        #expect(try run(folder, notification("platform", "amazon")) == .done)
        let mail = try String(contentsOf: folder.outbox, encoding: .utf8)
        #expect(mail.contains("To: desk@amazon.example"))
        #expect(mail.contains("Message-ID: <5f0c2a91-17-1@example.org>"))
        #expect(mail.contains("Time is left."))
        #expect(try run(folder, notification("mediator", "")) == .done)
        #expect(try String(contentsOf: folder.outbox, encoding: .utf8).contains("m@example.org"))
    }

    @Test("One without an address is no failure, and a mail that is not taken is one")
    func failures() throws {
        let folder = try Folder()
        #expect(try run(folder, notification("platform", "wish")) == .done)
        #expect(!FileManager.default.fileExists(atPath: folder.outbox.path))
        let broken = try Folder(sendmailStatus: 1)
        guard
            case .failed(status: 75, let words) = try run(
                broken, notification("platform", "amazon"))
        else {
            Issue.record("a refused mail passed for sent")
            return
        }
        #expect(words.contains("CalledProcessError"))
    }

    @Test("What a command gets is JSON with every member, and times in UTC")
    func json() throws {
        var told = notification("platform", "amazon")
        told.name = "Amazon \"EU\"\n"
        let data = Data(told.json.utf8)
        let object = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "id", "kind", "recipient", "case_number", "state", "deadline", "stage", "due_at",
                "at", "text_fr", "text_en",
            ])
        #expect(object["due_at"] as? String == "2026-12-15T22:59:59Z")
        #expect(object["at"] as? String == "2026-12-07T23:00:00Z")
        let recipient = try #require(object["recipient"] as? [String: String])
        #expect(recipient == ["kind": "platform", "slug": "amazon", "name": "Amazon \"EU\"\n"])
        #expect(!told.json.contains("\n"))
        told.dueAtMilliseconds = nil
        told.stage = nil
        #expect(told.json.contains("\"stage\": null, \"due_at\": null"))
    }
}
