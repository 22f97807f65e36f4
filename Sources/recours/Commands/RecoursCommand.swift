// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient

/// A command that reports its failures itself, by the one table of exit codes.
protocol RecoursCommand: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// Does the work; what it returns is the exit code of a success.
    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus
}

extension RecoursCommand {
    func run() async throws {
        try await Language.$current.withValue(options.language) { try await runInLanguage() }
    }

    private func runInLanguage() async throws {
        let terminal = options.terminal
        let status: ExitStatus
        do throws(CommandError) {
            status = try await perform(terminal)
        } catch {
            terminal.report(error)
            status = error.status
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// Runs a call of the SDK; its failure becomes the command's.
func calling<Value>(
    _ body: () async throws(RecoursError) -> Value
) async throws(CommandError) -> Value {
    do throws(RecoursError) {
        return try await body()
    } catch {
        throw CommandError(error)
    }
}
