// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Sends one act to many cases and tells each result as it comes.
struct ManyActsRun {
    let terminal: Terminal
    let targets: [ActTarget]

    func perform(
        _ client: RecoursClient, _ acts: [CaseAct]
    ) async throws(CommandError) -> ExitStatus {
        var counts = (done: 0, before: 0, refused: 0)
        var refusal: StatusCode?
        let showsBar = terminal.errorIsTerminal
        do {
            for try await result in client.mediation.actMany(acts) {
                switch result.outcome {
                case .success(let done):
                    if done.alreadyDone { counts.before += 1 } else { counts.done += 1 }
                case .failure(let error):
                    counts.refused += 1
                    refusal = refusal ?? error.code
                }
                if showsBar { terminal.progress("") }
                try show(ActRow(targets[result.place], result.outcome))
                let settled = counts.done + counts.before + counts.refused
                if showsBar { terminal.progress(bar(settled)) }
            }
        } catch let error as RecoursError {
            let settled = counts.done + counts.before + counts.refused
            terminal.say(CommandSentence.stopped(done: settled, total: targets.count).text)
            throw CommandError(error)
        } catch {
            throw (error as? CommandError)
                ?? CommandError(.failed, RunSentence.actingEnded(ForeignWords(error).text))
        }
        if showsBar { terminal.progress("") }
        terminal.say(
            CommandSentence.acted(
                counts.done, before: counts.before, refused: counts.refused,
                total: targets.count
            ).text)
        guard let refusal else { return .done }
        return counts.done + counts.before > 0 ? .partly : ExitStatus(refusal)
    }

    private func bar(_ settled: Int) -> String {
        let filled = settled * 24 / max(1, targets.count)
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: ".", count: 24 - filled) + "] "
            + "\(Progress.grouped(settled))/\(Progress.grouped(targets.count))"
    }

    private func show(_ row: ActRow) throws(CommandError) {
        if terminal.isJSON {
            try terminal.printJSONLine(row)
        } else {
            terminal.print(
                SafeText.line(
                    "\(row.publicNumber)  \(RunSentence.outcome(row.outcome).text)  \(row.message)")
            )
        }
    }
}
