// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// A partner who pulls its inbox each day, plans, and does what it planned.
protocol YearActor {
    var client: RecoursClient { get }
    var agenda: Agenda { get set }
    var cursor: [UInt8] { get set }
    var tally: Tally { get set }

    /// What it means to do now that a case has come into its state.
    mutating func plan(_ caseFile: Case, on day: Day)
}

/// What a partner's calls came to.
struct Tally {
    var done = 0
    /// The case had moved on: somebody, or the clock, was there first.
    var late = 0
}

extension YearActor {
    /// One day: reads what came, then acts.
    mutating func live(_ day: Day) async throws {
        var more = true
        while more {
            let page = try await client.inbox.pull(after: cursor, max: 500)
            for entry in page.entries {
                guard let caseFile = entry.caseFile, agenda.isNews(caseFile) else { continue }
                plan(caseFile, on: day)
            }
            cursor = page.cursor
            more = page.more
        }
        try await perform(agenda.take(day.number), day)
    }

    private mutating func perform(
        _ deeds: [(caseFile: Case, deed: Deed)], _ day: Day
    ) async throws {
        var notes: [[UInt8]] = []
        var answers: [RespondRequest] = []
        var acts: [CaseAct] = []
        var verdicts: [(caseID: [UInt8], deed: Deed, version: UInt64)] = []
        for (caseFile, deed) in deeds {
            switch deed {
            case .acknowledge: notes.append(caseFile.id)
            case .respond(let response):
                answers.append(RespondRequest(caseID: caseFile.id, response: response))
            case .act(let kind): acts.append(CaseAct(on: caseFile.id, Action(kind: kind)))
            case .accept, .refuse, .withdraw:
                verdicts.append((caseFile.id, deed, caseFile.version))
            }
        }
        for start in stride(from: 0, to: notes.count, by: 1_000) {
            let ids = Array(notes[start..<min(start + 1_000, notes.count)])
            for result in try await client.inbox.acknowledge(ids, contact: Texts.desk) {
                if case .refusal(let status) = result.outcome { try refused(status.code) }
                tally.done += 1
            }
        }
        if !answers.isEmpty {
            for try await result in client.responses.respondAll(answers) {
                try count(result.outcome)
            }
        }
        if !acts.isEmpty {
            for try await result in client.actions.actMany(acts) { try count(result.outcome) }
        }
        try await judge(verdicts)
    }

    private mutating func judge(
        _ verdicts: [(caseID: [UInt8], deed: Deed, version: UInt64)]
    ) async throws {
        let client = client
        for start in stride(from: 0, to: verdicts.count, by: 64) {
            let outcomes = await withTaskGroup(of: RecoursError?.self) { group in
                for verdict in verdicts[start..<min(start + 64, verdicts.count)] {
                    group.addTask { await VerdictCall.give(verdict, client) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for error in outcomes {
                try count(error.map(Result<Void, RecoursError>.failure) ?? .success(()))
            }
        }
    }

    private mutating func count<Receipt>(_ outcome: Result<Receipt, RecoursError>) throws {
        switch outcome {
        case .success: tally.done += 1
        case .failure(let error):
            guard error.stateConflict != nil || error.code == .notFound else { throw error }
            tally.late += 1
        }
    }

    private mutating func refused(_ code: StatusCode) throws {
        guard code == .failedPrecondition || code == .notFound else {
            throw RecoursError(code: code, message: "an acknowledgement was refused")
        }
        tally.late += 1
        tally.done -= 1
    }
}

/// One verdict, or a withdrawal.
private enum VerdictCall {
    static func give(
        _ verdict: (caseID: [UInt8], deed: Deed, version: UInt64), _ client: RecoursClient
    ) async -> RecoursError? {
        do throws(RecoursError) {
            switch verdict.deed {
            case .accept:
                _ = try await client.cases.accept(
                    id: verdict.caseID, expectedVersion: verdict.version)
            case .refuse:
                _ = try await client.cases.refuse(id: verdict.caseID, reason: Texts.refusal)
            default: _ = try await client.cases.withdraw(id: verdict.caseID)
            }
            return nil
        } catch {
            return error
        }
    }
}
