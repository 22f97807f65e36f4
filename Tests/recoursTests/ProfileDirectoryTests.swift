// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursCrypto
import Testing

@testable import recours

@Suite("A profile directory is private, complete and never overwritten")
struct ProfileDirectoryTests {
    private let place: TemporaryPlace
    private var path: String { "\(place.path)/association" }

    init() throws {
        place = try TemporaryPlace()
    }

    private func identity() throws -> PartnerIdentity {
        try PartnerIdentity(
            trustDomain: "recours.example", kind: .association, slug: "ateliers",
            instance: "main")
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    @Test("It holds a key for its owner alone, and a profile that can be read")
    func complete() throws {
        let directory = try ProfileDirectory(making: path)
        let request = try directory.makeKey(proposing: try identity())
        try directory.complete(certificate: "c", trust: "t", endpoint: "localhost:7443")
        #expect(try mode(path) == 0o700)
        #expect(try mode("\(path)/key.pem") == 0o600)
        let profile = try Profile.read(directory: path)
        #expect(profile.endpoint == "localhost:7443")
        #expect(profile.key == "\(path)/key.pem")
        // The request is for the key that was kept.
        let bytes = try InputFile.contents("\(path)/key.pem", atMost: PEM.largestBytes)
        let key = try PrivateKey(pem: bytes)
        let read = try CertificateRequest(pem: Array(request.utf8))
        #expect(read.publicKey == key.publicKey)
    }

    @Test("A directory with anything in it is refused and left as it is")
    func neverOverwritten() throws {
        _ = try place.file("notes.txt", "mine")
        let error = #expect(throws: CommandError.self) { try ProfileDirectory(making: place.path) }
        #expect(error?.status == .cannotCreate)
        #expect(try place.read("notes.txt") == "mine")
    }

    @Test("What was begun in vain is taken back")
    func discarded() throws {
        let directory = try ProfileDirectory(making: path)
        _ = try directory.makeKey(proposing: try identity())
        directory.discard()
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}

@Suite("The doctor says what is wrong and what to do")
struct DoctorTests {
    @Test(
        "A certificate's days are counted",
        arguments: [
            (Int64(100), Finding.Verdict.ok), (13, .warning), (0, .warning), (-1, .fail),
        ])
    func validity(days: Int64, verdict: Finding.Verdict) {
        let now: Int64 = 1_700_000_000
        let finding = IdentityChecks.validityFinding(
            notBefore: now - 1000, notAfter: now + days * 86_400, now: now)
        #expect(finding.verdict == verdict)
        #expect(finding.remedy.isEmpty == (verdict == .ok))
    }

    @Test("A key that others may read fails, with the command that mends it")
    func keyMode() {
        #expect(IdentityChecks.modeFinding("k", mode: 0o100600) == nil)
        #expect(IdentityChecks.modeFinding("k", mode: 0o100644)?.remedy == "Run: chmod 600 k")
    }

    @Test("Clocks that differ by more than a minute are told")
    func clock() {
        #expect(ServerChecks.clockFinding(server: 1000, before: 0, after: 900).verdict == .ok)
        let late = ServerChecks.clockFinding(server: 200_000, before: 0, after: 100)
        #expect(late.verdict == .warning)
        let absurd = ServerChecks.clockFinding(server: .min, before: 1 << 50, after: 1 << 50)
        #expect(absurd.verdict == .warning)
    }

    @Test("A closed port is told apart from a name that is not found")
    func closedPort() throws {
        // Port 1 of this machine is reserved (tcpmux) and served by nobody.
        let checks = NetworkChecks(try Endpoint("127.0.0.1:1"))
        let findings = checks.run()
        #expect(findings.map(\.check) == [.name, .tcp])
        #expect(findings.map(\.verdict) == [.ok, .fail])
    }
}
