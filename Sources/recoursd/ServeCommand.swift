// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import Glibc
internal import Logging

/// `recoursd serve`: serves until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves until it is told to stop by SIGTERM or SIGINT.",
        discussion: """
            A flag wins over the environment (RECOURS_…), that over the file, and that over the \
            default.

            Examples:
              recoursd serve --config /var/lib/recours
              recoursd serve --config /etc/recours/recoursd.json --check
            """)

    @Option(help: "The configuration file, or the directory with recoursd.json.")
    var config: String

    @Option(help: "Host and port, e.g. [::]:7443; port 0 takes a free one.")
    var listen: String?

    @Option(help: "trace, debug, info, notice, warning or error.")
    var logLevel: String?

    @Option(help: "auto, text or json.")
    var logFormat: String?

    @Option(help: "A file made once the server listens.")
    var readyFile: String?

    @Flag(help: "Check configuration, keys, certificates and store, then end.")
    var check = false

    func run() async throws {
        let status: Int32
        do throws(DaemonError) {
            let configuration = try configuration()
            if check {
                status = try Self.check(configuration)
            } else {
                // Read anew at each reload, with the same flags.
                let again: @Sendable () throws(DaemonError) -> Configuration = {
                    () throws(DaemonError) in try self.configuration()
                }
                status = try await RunningServer(configuration, again: again).run()
            }
        } catch {
            ProcessSetup.printError(error.description)
            throw ExitCode(error.code.rawValue)
        }
        if status != 0 { throw ExitCode(status) }
    }

    private func configuration() throws(DaemonError) -> Configuration {
        let given = [
            (flag: "--listen", name: "listen", text: listen),
            (flag: "--log-level", name: "log.level", text: logLevel),
            (flag: "--log-format", name: "log.format", text: logFormat),
            (flag: "--ready-file", name: "readyFile", text: readyFile),
        ]
        let flags = given.compactMap { item in
            item.text.map { (flag: item.flag, name: item.name, text: $0) }
        }
        return try Configuration.load(
            path: config, flags: flags, environment: ProcessSetup.environment())
    }

    /// Everything that can be looked at without serving.
    private static func check(_ configuration: Configuration) throws(DaemonError) -> Int32 {
        let credentials = try ServerCredentials(configuration, now: Int64(time(nil)))
        for warning in credentials.warnings { ProcessSetup.printError("warning: \(warning)") }
        _ = try configuration.quotas()
        let found = try OpenedStore.check(
            directory: configuration.store, postgres: configuration.postgres)
        ProcessSetup.print("configuration, keys and certificates are right; \(found)")
        return 0
    }
}
