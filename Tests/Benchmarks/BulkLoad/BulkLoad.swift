// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient

/// `BulkLoad PROFILE_DIR ENDPOINT SIREN CASES WINDOW`: files so many cases over one bulk stream of
/// the SDK and prints how long that took.
@main
enum BulkLoad {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let cases = Int(arguments[4]), let window = Int(arguments[5])
        else {
            print("BulkLoad PROFILE_DIR ENDPOINT SIREN CASES WINDOW")
            exit(64)
        }
        let profile = arguments[1]
        let client = try RecoursClient(
            endpoint: arguments[2],
            identity: .pem(
                certificate: "\(profile)/certificate.pem", key: "\(profile)/key.pem"),
            trust: .pem("\(profile)/trust.pem")
        ) { $0.bulkWindow = window }
        // Connected before the clock starts: the handshake is another figure.
        _ = try await client.health.check()

        let filings = Filings(template: draft(siren: arguments[3]), count: cases)
        let clock = ContinuousClock()
        let begun = clock.now
        var filed = 0
        for try await result in client.cases.submitAll(filings) {
            // A measurement of refusals would be worthless.
            _ = try result.outcome.get()
            filed += 1
        }
        let seconds = (clock.now - begun) / .seconds(1)
        print(
            "{\"cases\":\(filed),\"seconds\":\(seconds),\"window\":\(window),"
                + "\"client_cpu_us\":\(ownProcessorMicroseconds() / Double(max(filed, 1)))}")
        await client.drain()
    }

    private static func draft(siren: String) -> CaseDraft {
        var draft = CaseDraft()
        draft.platformID = "wish"
        draft.platformAccountRef = "boutique-casse-tete"
        draft.category = .delisting
        draft.title = "Boutique fermée sans explication"
        draft.facts =
            "Toutes nos annonces ont disparu le 2 novembre, sans message ni motif, avant Noël."
        draft.incidentOn = "2018-11-02"
        draft.country = "FR"
        draft.language = "fr"
        draft.disclosure = .identified
        draft.urgency = .standard
        draft.desiredRemedies = [.relisted]
        var firm = Party()
        firm.kind = .business
        firm.legalName = "Casse-Tête du Vexin"
        firm.siren = siren
        firm.size = .micro
        firm.contact = Contact(name: "Service client", email: "contact@casse-tete.example.org")
        draft.complainant = firm
        return draft
    }

    private static func ownProcessorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
}

/// So many cases, made as they are asked for: a file of a million would otherwise be in memory.
struct Filings: AsyncSequence, Sendable {
    let template: CaseDraft
    let count: Int

    struct Iterator: AsyncIteratorProtocol {
        let template: CaseDraft
        let count: Int
        /// Keeps one run's references apart from another's.
        let run = String(UInt32.random(in: .min ... .max), radix: 36)
        var made = 0

        mutating func next() async -> CaseFiling? {
            guard made < count else { return nil }
            made += 1
            var draft = template
            draft.externalRef = "\(run)-\(made)"
            return CaseFiling(draft)
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(template: template, count: count) }
}
