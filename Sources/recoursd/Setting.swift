// SPDX-License-Identifier: EUPL-1.2

/// One thing that an operator may set: its name in the file, what it accepts and what it is by
/// default.
///
/// File, environment, `--check` and the file that `recoursd init` writes all read the same table,
/// so that none of them knows a setting which another doesn't.
struct Setting: Sendable {
    /// What a value may be.
    enum Kind: Sendable, Equatable {
        case text
        /// A file's path; relative ones count from the configuration file's directory.
        case path
        /// A whole number within bounds.
        case number(ClosedRange<Int>)
        case choice([String])
        case flag
        /// Texts, e.g. a program and its arguments.
        case list
    }

    /// Where it stands in the file, e.g. `limits.callsPerPartner`.
    let name: String
    let kind: Kind
    let standard: SettingValue
    /// It may hold a password, and is written nowhere.
    var isSecret = false
    /// One sentence for the documentation.
    let meaning: String

    /// The environment variable that overrides the file: `RECOURS_LIMITS_CALLS_PER_PARTNER`.
    var environmentName: String {
        var result = "RECOURS_"
        for character in name {
            if character == "." {
                result.append("_")
            } else {
                if character.isUppercase { result.append("_") }
                result.append(contentsOf: character.uppercased())
            }
        }
        return result
    }
}

/// A setting's value before it is given its own type.
enum SettingValue: Sendable, Equatable, CustomStringConvertible {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])

    var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .list(let list): list.joined(separator: " ")
        }
    }
}

extension Setting {
    /// Every setting there is, in the order in which `recoursd init` writes them.
    static let all: [Setting] =
        place + identity + limits + quotas + overload + time + scrub + [
            Setting(
                name: "keepaliveSeconds", kind: .number(0...600), standard: .number(28),
                meaning: "Silence after which a connection is asked for a sign of life; 0: never."),
            Setting(
                name: "drainSeconds", kind: .number(0...600), standard: .number(30),
                meaning: "How long calls in flight may go on after SIGTERM."),
            Setting(
                name: "slowCallMilliseconds", kind: .number(1...600_000), standard: .number(1_000),
                meaning: "A call that takes longer is logged as a warning."),
            Setting(
                name: "log.level",
                kind: .choice(["trace", "debug", "info", "notice", "warning", "error"]),
                standard: .text("info"),
                meaning: "The least severe message that is written."),
            Setting(
                name: "log.format", kind: .choice(["auto", "text", "json"]),
                standard: .text("auto"),
                meaning: "auto writes text to a terminal and JSON lines elsewhere."),
            Setting(
                name: "readyFile", kind: .path, standard: .text(""),
                meaning: "A file made once the server listens, removed when it stops; or empty."),
        ]

    private static let time: [Setting] = [
        Setting(
            name: "clock.sandbox", kind: .flag, standard: .flag(false),
            meaning: "Make this a server for tests, whose time the operator can move ahead."),
        Setting(
            name: "clock.leapPatienceSeconds", kind: .number(60...86_400),
            standard: .number(600),
            meaning: "A leap of the machine's clock ahead by over an hour is believed after this."),
        Setting(
            name: "clock.graceHours", kind: .number(0...720), standard: .number(24),
            meaning: "What parties get, whose deadline ended while the server was away for long."),
        Setting(
            name: "notify.command", kind: .list, standard: .list([]),
            meaning: "A program and its arguments that tell people what a clock did; or none."),
        Setting(
            name: "notify.timeoutSeconds", kind: .number(1...600), standard: .number(30),
            meaning: "How long one run of that command may take before it is killed."),
        Setting(
            name: "evidence.scanCommand", kind: .list, standard: .list([]),
            meaning: "A program and its arguments that look at each file for malware; or none."),
        Setting(
            name: "evidence.scanTimeoutSeconds", kind: .number(1...3_600), standard: .number(120),
            meaning: "How long one look at a file may take before it is killed."),
    ]

    private static let scrub: [Setting] = [
        Setting(
            name: "scrub.everyHours", kind: .number(0...8_760), standard: .number(24),
            meaning: "How often, and at a start, all is looked through for damage; 0 for never."),
        Setting(
            name: "scrub.percent", kind: .number(1...100), standard: .number(5),
            meaning: "How much of a core's time that may take."),
    ]

    private static let place: [Setting] = [
        Setting(
            name: "listen", kind: .text, standard: .text("127.0.0.1:7443"),
            meaning: "Host and port, e.g. [::]:7443 for every address; port 0 takes a free one."),
        Setting(
            name: "threads", kind: .number(0...256), standard: .number(0),
            meaning: "Threads that serve connections; 0 for one a core."),
        Setting(
            name: "store", kind: .path, standard: .text("store"),
            meaning: "The directory of the store; no other process may write there."),
        Setting(
            name: "postgres", kind: .text, standard: .text(""), isSecret: true,
            meaning: "Keep cases in PostgreSQL: its connection string or URI; empty: SQLite."),
        Setting(
            name: "replica.postgres", kind: .text, standard: .text(""), isSecret: true,
            meaning: "A standby of it, for lists, exports and figures; empty: all at the primary."),
        Setting(
            name: "replica.stalenessSeconds", kind: .number(1...3_600), standard: .number(5),
            meaning: "How far behind the standby may be; beyond it the primary is asked."),
        Setting(
            name: "backup.directory", kind: .path, standard: .text("backups"),
            meaning: "Where backups are made, each in a directory of its own; empty for none."),
    ]

    private static let identity: [Setting] = [
        Setting(
            name: "trustDomain", kind: .text, standard: .text("recours.internal"),
            meaning: "The trust domain in every partner's SPIFFE id."),
        Setting(
            name: "tls.certificate", kind: .path, standard: .text("server/certificate.pem"),
            meaning: "The server's certificate, leaf first."),
        Setting(
            name: "tls.key", kind: .path, standard: .text("server/key.pem"),
            meaning: "Its private key; readable by the server alone."),
        Setting(
            name: "tls.trust", kind: .path, standard: .text("authority/certificate.pem"),
            meaning: "The authorities whose client certificates are accepted."),
        Setting(
            name: "tls.revoked", kind: .path, standard: .text(""),
            meaning: "Their revocation lists, a file or a directory; empty to ask none."),
        Setting(
            name: "tls.revokedGraceHours", kind: .number(0...720), standard: .number(24),
            meaning: "How long a list that should have been replaced is still believed."),
        Setting(
            name: "authority.certificate", kind: .path,
            standard: .text("authority/certificate.pem"),
            meaning: "The authority that signs partners' certificates; empty to sign none here."),
        Setting(
            name: "authority.key", kind: .path, standard: .text("authority/key.pem"),
            meaning: "Its private key; empty to sign none here."),
        Setting(
            name: "keys.tokens", kind: .path, standard: .text("keys/tokens.key"),
            meaning:
                "32 bytes that seal page tokens, cursors and erased commands; a new one ends all."),
        Setting(
            name: "keys.receipts", kind: .path, standard: .text("proof/key.pem"),
            meaning: "The Ed25519 key that signs receipts; made if missing, public.pem beside it."),
    ]

    private static let overload: [Setting] = [
        Setting(
            name: "overload.targetMilliseconds", kind: .number(0...60_000),
            standard: .number(100),
            meaning: "How long a command may wait; what would wait longer is refused; 0: nothing."),
        Setting(
            name: "overload.memoryMebibytes", kind: .number(0...16_777_216), standard: .number(0),
            meaning: "What the process may use; 0: what its control group or the machine has."),
    ]

    // A limit of 0 is none. Those a second are for whoever needs them: bulk is paced by its window
    // and its turns (design.md §8).
    private static let quotas: [Setting] = [
        Setting(
            name: "quotas.casesPerDay", kind: .number(0...greatest), standard: .number(200_000),
            meaning: "New cases and drafts of one partner in a day of Paris; 0: any number."),
        Setting(
            name: "quotas.bytesPerDay", kind: .number(0...greatest), standard: .number(20 << 30),
            meaning: "Bytes that one partner may have stored in a day, files too; 0: any number."),
        Setting(
            name: "quotas.writesPerSecond", kind: .number(0...greatest), standard: .number(0),
            meaning: "Commands of one partner a second; a stream is taken more slowly; 0: any."),
        Setting(
            name: "quotas.writeBurst", kind: .number(0...greatest), standard: .number(0),
            meaning: "Commands of one partner at once; 0: as many as a second."),
        Setting(
            name: "quotas.readUnitsPerSecond", kind: .number(0...greatest), standard: .number(0),
            meaning: "Reads of one partner a second, each 4 KiB of answers one more; 0: any."),
        Setting(
            name: "quotas.bytesPerSecond", kind: .number(0...greatest), standard: .number(0),
            meaning: "Bytes of one partner's requests and answers a second; 0: any."),
        Setting(
            name: "quotas.ofKind", kind: .list, standard: .list([]),
            meaning: "Limits of a kind of partner, each like association.cases_per_day=500000."),
    ]
    private static let greatest = 1 << 53

    // The bounds of what one partner can take from the others; security.md §4.3 for the sizes.
    private static let limits: [Setting] = [
        Setting(
            name: "limits.connections", kind: .number(1...1_000_000), standard: .number(10_000),
            meaning: "Connections in all."),
        Setting(
            name: "limits.handshakes", kind: .number(1...100_000), standard: .number(256),
            meaning: "Handshakes in progress at once."),
        Setting(
            name: "limits.handshakesPerAddress", kind: .number(1...100_000),
            standard: .number(16),
            meaning: "Of one IPv4 address, or one IPv6 network of 64 bits, at once."),
        Setting(
            name: "limits.handshakesPerAddressPerSecond", kind: .number(1...1_000_000),
            standard: .number(20), meaning: "Of one of these a second; four times that in one go."),
        Setting(
            name: "limits.handshakePercent", kind: .number(1...100), standard: .number(3),
            meaning: "Of a thread's time for handshakes, as long as calls keep it busy."),
        Setting(
            name: "limits.connectionsPerPartner", kind: .number(1...100_000),
            standard: .number(64), meaning: "Connections of one partner."),
        Setting(
            name: "limits.callsPerPartner", kind: .number(1...100_000), standard: .number(256),
            meaning: "Calls of one partner in progress at once."),
        Setting(
            name: "limits.bulkWindow", kind: .number(1...65_536), standard: .number(256),
            meaning: "Items of one bulk stream in progress at once."),
        Setting(
            name: "limits.bulkWindowTotal", kind: .number(1...1_048_576),
            standard: .number(4_096),
            meaning: "Items of all bulk streams in progress; one partner's have a quarter."),
    ]
}
