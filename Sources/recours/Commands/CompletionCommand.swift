// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours completion`.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Print a script that completes this program's commands in a shell.",
        discussion: """
            EXAMPLES
              recours completion bash > ~/.local/share/bash-completion/completions/recours
              recours completion zsh > ~/.zfunc/_recours
              recours completion fish > ~/.config/fish/completions/recours.fish
            """)

    @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run() throws {
        guard let known = CompletionShell(rawValue: shell) else {
            throw ValidationError(OptionSentence.unknownShell(shell).text)
        }
        print(Recours.completionScript(for: known))
    }
}

/// `recours exit-codes`.
struct ExitCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exit-codes",
        abstract: "Print what the exit codes say.",
        discussion: ExitStatus.table)

    func run() {
        print(ExitStatus.table)
    }
}
