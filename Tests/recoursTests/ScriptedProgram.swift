// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursTesting

/// The built program before a server that does what a test tells it.
struct ScriptedProgram {
    let place: TemporaryPlace
    let server: ScriptedRecours

    init() async throws {
        place = try TemporaryPlace()
        server = try await ScriptedRecours.start()
        let pem = server.pem
        for (name, bytes) in [
            ("certificate.pem", pem.certificate), ("key.pem", pem.key), ("trust.pem", pem.trust),
        ] {
            let path = "\(place.path)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        let names = #""certificate": "certificate.pem", "key": "key.pem", "trust": "trust.pem""#
        _ = try place.file("profile.json", "{\"endpoint\": \"\(server.endpoint)\", \(names)}")
    }

    /// Runs a command; `@/` stands for the test's directory. Away from the tasks' threads, which
    /// the server needs.
    func run(_ arguments: String..., language: String = "en") async throws -> Invocation {
        try await run(arguments, language: language)
    }

    func run(_ arguments: [String], language: String = "en") async throws -> Invocation {
        let written = arguments.map { $0.replacing("@/", with: place.path + "/") }
        let environment = environment(language)
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try Invocation(written, environment: environment) })
            }
        }
    }

    /// Gives a command one text after the other, each once what was said to the one before holds
    /// the words that go with it; whether all were said.
    func converse(
        _ arguments: [String], _ texts: [(given: String, heard: String)]
    ) async throws -> Bool {
        let environment = environment("en")
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try ScriptedProgram.converse(arguments, texts, environment)
                    })
            }
        }
    }

    private static func converse(
        _ arguments: [String], _ texts: [(given: String, heard: String)],
        _ environment: [String: String]
    ) throws -> Bool {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Invocation.program
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Nobody waits for ever: what was not said by then ends with the process.
        DispatchQueue.global().asyncAfter(deadline: .now() + 20) { process.terminate() }
        var said = ""
        for text in texts {
            input.fileHandleForWriting.write(Data(text.given.utf8))
            while !said.contains(text.heard) {
                let data = output.fileHandleForReading.availableData
                guard !data.isEmpty else { return false }
                said += String(decoding: data, as: UTF8.self)
            }
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private func environment(_ language: String) -> [String: String] {
        [
            "HOME": place.path, "RECOURS_PROFILE": place.path, "TMPDIR": place.path,
            "RECOURS_LANG": language,
        ]
    }

    func count(_ method: String) -> Int { server.calls.count { $0.method == method } }

    func keys(_ method: String) -> [[UInt8]] {
        server.calls.filter { $0.method == method }.map(\.idempotencyKey)
    }
}

/// Works, claims and listings of fiction.
enum SampleClaims {
    static func identifier(_ number: UInt8) -> [UInt8] {
        [UInt8](repeating: 0, count: 15) + [number]
    }

    static func text(_ number: UInt8) -> String {
        "00000000-0000-0000-0000-0000000000" + (number < 16 ? "0" : "")
            + String(number, radix: 16)
    }

    static let work = Work(
        id: identifier(1),
        draft: WorkDraft(
            owner: Party(kind: .business, legalName: "Atelier Papillon", siret: "73282932000074"),
            ipClaim: IpClaim(
                kind: .design, office: "EM", number: "002345678-0001",
                originals: [Listing(url: "https://papillon.example/lampe")], goodFaith: true),
            title: "Lampe Papillon", brand: "Papillon", gtins: ["4006381333931"]),
        createdAtMs: 1_543_575_600_000)

    static let claim = StandingClaim(
        id: identifier(2),
        plan: ClaimPlan(workID: identifier(1), platforms: ["amazon", "wish"]), state: .active,
        listings: [ListingCount(state: .removed, count: 1_200)], reviewed: 20, reviewedFalse: 3,
        openedAtMs: 1_543_575_600_000)

    static func listing(_ number: UInt8, _ state: ListingState = .reported) -> ClaimListing {
        ClaimListing(
            id: identifier(number), claimID: identifier(2), workID: identifier(1),
            platformID: "wish",
            listing: Listing(
                platformListingID: "W\(number)", url: "https://wish.example/W\(number)",
                sellerName: "Vendeur \(number)",
                price: Money(minorUnits: 1_250, currency: "EUR"), state: state,
                title: "Lampe papillon pas chère"),
            version: 1, score: 870,
            evidence: MatchEvidence(
                sameGtin: false, sameBrand: true, titleSimilarity: 731, pictureDistance: 12))
    }
}
