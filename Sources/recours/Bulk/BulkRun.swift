// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursCrypto

/// The second part of `recours bulk`: sends a file that was found right, shows how far it is, and
/// sums up.
struct BulkRun: Sendable {
    let source: CaseSource
    let total: Int
    /// As the user wrote it.
    let file: String
    let resultsPath: String
    let journalPath: String
    let options: GlobalOptions
    let terminal: Terminal

    func perform() async throws(CommandError) -> ExitStatus {
        let settings = try options.settings()
        let client = try options.client {
            // A file may wait longer for its server than somebody for a screen.
            $0.readiness = .wait(atMost: .seconds(60))
        }
        let journal = try Journal(path: journalPath, owner: try BulkRun.owner(settings))
        let results = try ResultFile<ResultRow>(
            path: resultsPath, isNew: journal.history.keyCount == 0)
        let tally = BulkTally(total: total)
        let session = BulkSession(
            source: source, journal: journal, results: results, tally: tally,
            isStopped: { Interrupts.wasAsked })
        if journal.history.confirmed.count > 0 {
            terminal.say(
                BulkSentence.filedEarlier(journal.history.confirmed.count, journal: journalPath)
                    .text)
        }
        let failure = await follow(session, client)
        await client.drain(within: .seconds(2))
        return try conclude(tally.counts, failure)
    }

    private func follow(_ session: BulkSession, _ client: RecoursClient) async -> CommandError? {
        let display = ProgressDisplay(terminal: terminal, tally: session.tally)
        let showing = Task { await display.run() }
        var failure: CommandError?
        do throws(CommandError) {
            try await Interrupts.count { () async throws(CommandError) in
                try await session.run(client)
            }
        } catch { failure = error }
        showing.cancel()
        await showing.value
        return failure
    }

    private struct Report: Encodable {
        let cases: Int
        let filed: Int
        let alreadyFiled: Int
        let refused: Int
        let invalid: Int
        let notSent: Int
        let results: String
        let journal: String
    }

    private func conclude(
        _ counts: BulkTally.Counts, _ failure: CommandError?
    ) throws(CommandError) -> ExitStatus {
        let known = counts[.alreadyFiled] + counts[.filedBefore]
        let report = Report(
            cases: counts.total, filed: counts[.filed], alreadyFiled: known,
            refused: counts[.refused], invalid: counts[.invalid],
            notSent: max(0, counts.total - counts.settled), results: resultsPath,
            journal: journalPath)
        if options.json {
            try terminal.printJSON(report)
        } else {
            let summary = BulkRun.summary(counts)
            terminal.print(BulkSentence.resultsIn(resultsPath, summary: summary).text)
        }

        if let failure {
            guard counts.onServer > 0 else { throw failure }
            terminal.report(failure)
            terminal.say(BulkSentence.runAgain.text)
            return .partly
        }
        if Interrupts.wasAsked, report.notSent > 0 {
            terminal.say(BulkSentence.stopped.text)
            return .partly
        }
        return BulkRun.status(counts)
    }

    /// `118 filed, 2 already filed, 1 refused, 3 invalid, 16 not sent`.
    static func summary(_ counts: BulkTally.Counts) -> String {
        let known = counts[.alreadyFiled] + counts[.filedBefore]
        let rest = counts.total - counts.settled
        var parts = [BulkSentence.filed(counts[.filed])]
        if known > 0 { parts.append(.alreadyFiled(known)) }
        if counts[.refused] > 0 { parts.append(.refused(counts[.refused])) }
        if counts[.invalid] > 0 { parts.append(.invalid(counts[.invalid])) }
        if rest > 0 { parts.append(.notSent(rest)) }
        return parts.map(\.text).joined(separator: ", ")
    }

    /// 0 if all cases are on the server, 3 if some are, 65 if none is.
    static func status(_ counts: BulkTally.Counts) -> ExitStatus {
        if counts.onServer == counts.total { return .done }
        return counts.onServer > 0 ? .partly : .badData
    }

    /// Names whose filings a journal holds: the partner, and the authority of its server.
    private static func owner(_ settings: ConnectionSettings) throws(CommandError) -> String {
        let trust = try InputFile.contents(settings.trust.value, atMost: PEM.largestBytes)
        let own = try InputFile.contents(settings.certificate.value, atMost: PEM.largestBytes)
        do throws(CryptoError) {
            let authority = try Certificate.readAll(pem: trust)[0]
            let identity = try PartnerIdentity(certificate: try Certificate.readAll(pem: own)[0])
            let partner = "\(identity.kind.rawValue)/\(identity.slug)"
            let bytes = authority.publicKeyBytes + Array(partner.utf8)
            return String(try SHA256.digest(of: bytes).hexadecimal.prefix(32))
        } catch {
            throw CommandError(.configuration, error)
        }
    }
}

/// Shows how far a filing is: a bar on a terminal, a line every ten seconds otherwise.
struct ProgressDisplay: Sendable {
    let terminal: Terminal
    let tally: BulkTally

    /// Runs until cancelled.
    func run() async {
        let start = ContinuousClock.now
        let interval: Duration = terminal.errorIsTerminal ? .milliseconds(200) : .seconds(10)
        while !Task.isCancelled {
            try? await Task.sleep(for: interval)
            show(since: start)
        }
        if terminal.errorIsTerminal { terminal.progress("") }
    }

    private func show(since start: ContinuousClock.Instant) {
        let elapsed = ContinuousClock.now - start
        let progress = Progress(counts: tally.counts, seconds: elapsed / .seconds(1))
        if terminal.errorIsTerminal {
            terminal.progress(progress.line(barWidth: 24))
        } else if !Task.isCancelled {
            terminal.say(progress.text)
        }
    }
}
