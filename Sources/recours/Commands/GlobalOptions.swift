// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import FoundationEssentials
internal import RecoursClient

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Profile to use.", valueName: "name|dir"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "Server to call, or several with commas between.", valueName: "host:port"))
    var endpoint: String?

    @Option(help: ArgumentHelp("Authority that signs the server, PEM.", valueName: "file"))
    var cacert: String?

    @Option(help: ArgumentHelp("Own certificate, PEM.", valueName: "file"))
    var cert: String?

    @Option(help: ArgumentHelp("Own private key, PEM.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("How long a call may take.", valueName: "10s"))
    var timeout: TimeSpan?

    @Flag(help: "Write results and errors as JSON.")
    var json = false

    @Flag(name: [.short, .long], help: "Write only results and errors.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Say more of what is done.")
    var verbose = false

    @Flag(help: "Write without colours.")
    var noColor = false

    @Option(help: GlobalOptions.languageHelp)
    var lang: Language?

    static let languageHelp = ArgumentHelp(
        "Language of what is shown; otherwise RECOURS_LANG or the locale's.", valueName: "fr|en")

    /// JSON is for programs, and the same whoever runs them.
    var language: Language {
        json ? .english : lang ?? Language(environment: GlobalOptions.environment)
    }

    var terminal: Terminal {
        Terminal(isQuiet: quiet, isVerbose: verbose, isJSON: json, noColour: noColor)
    }

    var flags: ConnectionFlags {
        ConnectionFlags(
            profile: profile, endpoint: endpoint, trust: cacert, certificate: cert, key: key)
    }

    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    static var store: ProfileStore { ProfileStore(environment: environment) }

    /// Who looks, by the profile's certificate.
    func viewer() throws(CommandError) -> Viewer { Viewer(try settings()) }

    /// Who looks, and what time it is where deadlines are kept. A server without partners, as in a
    /// test, knows neither.
    func viewer(_ client: RecoursClient) async throws(CommandError) -> Viewer {
        do throws(RecoursError) {
            Clock.follow(serverMilliseconds: try await client.partners.whoAmI().serverTimeMs)
        } catch {
            guard error.code == .unimplemented else { throw CommandError(error) }
        }
        return try viewer()
    }

    /// Throws `CommandError` with `configuration`.
    func settings() throws(CommandError) -> ConnectionSettings {
        try ConnectionSettings(
            flags: flags, environment: GlobalOptions.environment, store: GlobalOptions.store)
    }

    /// A client; it connects when first used.
    func client(
        _ configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(CommandError) -> RecoursClient {
        let settings = try settings()
        do throws(RecoursError) {
            return try RecoursClient(
                endpoint: settings.endpoint.value,
                identity: .pem(certificate: settings.certificate.value, key: settings.key.value),
                trust: .pem(settings.trust.value)
            ) { configuration in
                configuration.software = "recours-cli/\(Version.number)"
                // Somebody is waiting in front of a screen.
                configuration.readiness = .wait(atMost: .seconds(3))
                if let timeout { configuration.defaultDeadline = timeout.duration }
                configure(&configuration)
            }
        } catch {
            throw CommandError(error, status: .configuration)
        }
    }
}
