// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import Glibc

/// `recoursd init DIR`: all that a first run needs.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a server's directory: authority, certificates, keys, an empty store.",
        discussion: """
            The directory must be missing or empty. All is on the disk before the command ends.

            Example:
              recoursd init /var/lib/recours --host recours.example.org
            """)

    @Argument(help: "The directory to make.")
    var directory: String

    @Option(
        name: .long, parsing: .upToNextOption,
        help: "Names or addresses under which clients reach the server, beside localhost.")
    var host: [String] = []

    @Option(help: "Host and port to listen on; every address if --host is given.")
    var listen: String?

    @Option(help: "The trust domain in partners' certificates: a lower-case host name.")
    var trustDomain = "recours.internal"

    @Option(help: "Who runs the server: the name of its authority, 1 to 64 characters.")
    var organization = "Recours"

    @Option(
        help: """
            Keep cases in this PostgreSQL, a connection string or URI; without, what \
            RECOURS_POSTGRES says, or SQLite in the directory. Other servers get a copy of it.
            """)
    var postgres: String?

    func run() async throws {
        do throws(DaemonError) {
            let plan = try ServerDirectory(
                path: directory, hosts: host, listen: listen, trustDomain: trustDomain,
                organization: organization,
                postgres: postgres ?? ProcessSetup.environment()["RECOURS_POSTGRES"],
                now: Int64(time(nil)))
            try await plan.make()
            ProcessSetup.print(plan.nextSteps)
        } catch {
            ProcessSetup.printError(error.description)
            throw ExitCode(error.code.rawValue)
        }
    }
}
