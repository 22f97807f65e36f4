// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// What `recoursd serve` runs by: the settings with paths made absolute and texts parsed.
struct Configuration: Sendable {
    struct Listen: Sendable, Equatable {
        let host: String
        let port: Int
    }

    /// Partners' certificates can be signed only where the authority's key is.
    struct Authority: Sendable, Equatable {
        let certificate: String
        let key: String
    }

    /// A standby of the database, and how far behind it may be.
    struct Replica: Sendable, Equatable {
        let connection: String
        let stalenessSeconds: Int
    }

    let listen: Listen
    let threads: Int
    let store: String
    /// Nil: the store is SQLite's.
    let postgres: String?
    /// Nil: the primary answers all.
    let replica: Replica?
    let trustDomain: String
    let certificate: String
    let key: String
    let trust: String
    /// Nil: revocations are the registry's alone.
    let revoked: RevocationFiles?
    let authority: Authority?
    let tokensKey: String
    let receiptsKey: String
    /// Where backups go; nil: none are made while the server runs.
    let backups: String?
    /// Nil: people are told nothing but by their inboxes.
    let notify: OperatorCommand?
    /// Nil: no scanner looks at files.
    let scan: OperatorCommand?
    let settings: Settings
    /// Where relative paths begin.
    let directory: String

    /// - Parameter directory: where relative paths begin.
    init(_ settings: Settings, directory: String) throws(DaemonError) {
        func path(_ name: String) -> String {
            FilePath.resolve(settings.text(name), from: directory)
        }
        self.settings = settings
        self.directory = directory
        listen = try Configuration.listen(settings)
        threads = settings.number("threads")
        trustDomain = settings.text("trustDomain")
        store = path("store")
        let postgres = settings.text("postgres")
        self.postgres = postgres.isEmpty ? nil : postgres
        let replica = settings.text("replica.postgres")
        guard replica.isEmpty || !postgres.isEmpty else {
            throw .configuration(
                "replica.postgres is set, and postgres is not",
                remedy: "Give the connection of the primary too.")
        }
        self.replica =
            replica.isEmpty
            ? nil
            : Replica(
                connection: replica,
                stalenessSeconds: settings.number("replica.stalenessSeconds"))
        certificate = path("tls.certificate")
        key = path("tls.key")
        trust = path("tls.trust")
        revoked =
            settings.text("tls.revoked").isEmpty
            ? nil
            : RevocationFiles(
                path: path("tls.revoked"),
                graceSeconds: Int64(settings.number("tls.revokedGraceHours")) * 3_600)
        tokensKey = path("keys.tokens")
        receiptsKey = path("keys.receipts")
        let backups = path("backup.directory")
        self.backups = backups.isEmpty ? nil : backups
        notify = try OperatorCommand(
            settings.list("notify.command"), setting: "notify.command",
            limit: .seconds(settings.number("notify.timeoutSeconds")))
        scan = try OperatorCommand(
            settings.list("evidence.scanCommand"), setting: "evidence.scanCommand",
            limit: .seconds(settings.number("evidence.scanTimeoutSeconds")))
        let signer = Authority(
            certificate: path("authority.certificate"), key: path("authority.key"))
        guard signer.certificate.isEmpty == signer.key.isEmpty else {
            throw .configuration(
                "only one of authority.certificate and authority.key is set",
                remedy: "Set both, or neither if certificates are signed elsewhere.")
        }
        authority = signer.key.isEmpty ? nil : signer
    }

    /// Loads a configuration: flag over environment over file over default.
    ///
    /// - Parameter path: the file, or a directory that holds `recoursd.json`.
    static func load(
        path: String, flags: [(flag: String, name: String, text: String)],
        environment: [String: String]
    ) throws(DaemonError) -> Configuration {
        let file = FilePath.isDirectory(path) ? "\(path)/recoursd.json" : path
        var settings = Settings()
        let bytes = try ServerFiles.read(file, setting: "--config")
        try settings.read(file: JSONValue.parse(bytes, path: file), path: file)
        try settings.read(environment: environment)
        for flag in flags {
            try settings.read(flag: flag.flag, for: flag.name, text: flag.text)
        }
        return try Configuration(settings, directory: FilePath.parent(of: file))
    }

    private static func listen(_ settings: Settings) throws(DaemonError) -> Listen {
        let text = settings.text("listen")
        if let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        {
            var host = text[..<colon]
            if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
            let bare = !text.hasPrefix("[") && host.contains(":")
            if !host.isEmpty && !bare { return Listen(host: String(host), port: Int(port)) }
        }
        throw .configuration(
            "listen, set by \(settings.origin("listen").words): \"\(text)\" is not host:port",
            remedy: "Write 127.0.0.1:7443, or [::]:7443 for every address.")
    }
}
