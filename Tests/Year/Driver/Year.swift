// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursClient

/// `year-driver WORK_DIR ENDPOINT CASES SEED DAYS`: a year of cases through real sockets. The
/// partners' profiles lie in WORK_DIR; firms.txt there has the SIREN of each firm.
@main
enum Year {
    static let platforms: [(slug: String, character: PlatformActor.Character)] = [
        ("amazon", .prompt), ("wish", .slow), ("alibaba", .silent), ("ebay", .dishonest),
    ]

    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let cases = Int(arguments[3]),
            let seed = UInt64(arguments[4]), let days = Int(arguments[5])
        else {
            complain("year-driver WORK_DIR ENDPOINT CASES SEED DAYS")
            exit(64)
        }
        do {
            let endpoint = arguments[2]
            let work = URL(fileURLWithPath: arguments[1])
            let firms = try String(
                contentsOf: work.appendingPathComponent("firms.txt"), encoding: .utf8
            ).split(separator: "\n").map(String.init)
            let client: @Sendable (String) throws -> RecoursClient = { name in
                try Year.client(work.appendingPathComponent(name), endpoint)
            }
            try await live(client, Dice(seed: seed), firms, cases: cases, days: days)
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func client(_ profile: URL, _ endpoint: String) throws -> RecoursClient {
        try RecoursClient(
            endpoint: endpoint,
            identity: .pem(
                certificate: profile.appendingPathComponent("certificate.pem").path,
                key: profile.appendingPathComponent("key.pem").path),
            trust: .pem(profile.appendingPathComponent("trust.pem").path))
    }

    private static func live(
        _ client: @Sendable (String) throws -> RecoursClient, _ dice: Dice, _ firms: [String],
        cases: Int,
        days: Int
    ) async throws {
        let steward = try client("server/operator")
        var association = AssociationActor(
            try client("ateliers"), dice, honest: ["amazon", "wish"])
        var platforms = try Self.platforms.map {
            PlatformActor($0.character, try client($0.slug), dice)
        }
        var mediators = try ["m-durand", "m-leroy"].enumerated().map {
            MediatorActor(try client($1), dice, half: $0)
        }
        let clock = ContinuousClock()
        let begun = clock.now
        var filed = 0
        var acted: UInt64 = 0
        for number in 0..<days {
            let day = Day(number: number, nowMs: try await steward.operator.clock().nowMs)
            // Filed over the year less its last weeks' rush: the same number each day.
            let due = cases * (number + 1) / days
            let drafts = (filed..<due).map { place -> CaseDraft in
                let id = "Y-\(place)"
                let firm = dice.pick(firms, id, "firm") ?? ""
                return Texts.draft(place, platform: platform(id, dice), siren: firm, dice, day)
            }
            filed = due
            try await association.file(drafts, day)
            for place in platforms.indices { try await platforms[place].live(day) }
            try await association.live(day)
            for place in mediators.indices { try await mediators[place].live(day) }
            try await Promises.live(day, platforms.map(\.client), mediators[0].client)
            acted += try await steward.operator.advanceClock(by: .seconds(86_400)).acted
            if number % 30 == 29 {
                print("   day \(number + 1): \(filed) filed, \(acted) times the clock acted")
            }
        }
        let tallies =
            [association.tally] + platforms.map(\.tally) + mediators.map(\.tally)
        let done = tallies.reduce(0) { $0 + $1.done }
        let late = tallies.reduce(0) { $0 + $1.late }
        print(
            "   \(filed) cases, \(done) acts by partners, \(late) came too late, \(acted) by the "
                + "clock, in \((begun.duration(to: clock.now)).components.seconds) s")
    }

    /// Most firms sell on the large ones; one in fifty on a platform that isn't here.
    private static func platform(_ id: String, _ dice: Dice) -> String {
        if dice.percent(id, "absent") < 2 { return "nowhere" }
        let slugs = Self.platforms.map(\.slug)
        return dice.pick(slugs + ["amazon", "wish"], id, "platform") ?? "amazon"
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
