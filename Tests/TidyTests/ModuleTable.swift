// SPDX-License-Identifier: EUPL-1.2

/// What a module may import.
struct ModuleRule: Sendable {
    /// Modules of this package.
    let ours: Set<String>
    /// Modules of other packages and of the system.
    let others: Set<String>

    init(ours: Set<String> = [], others: Set<String> = []) {
        self.ours = ours
        self.others = others
    }

    func allows(_ module: String) -> Bool {
        // The C library has another name on other systems.
        let name = ["Musl", "Darwin"].contains(module) ? "Glibc" : module
        return ours.contains(name) || others.contains(name)
    }
}

/// Who may import whom. A line here is a decision about the design, not a chore: a module that
/// isn't listed under another's name must not be needed there.
enum ModuleTable {
    static let rules: [String: ModuleRule] = [
        // Bytes and the wire: no socket, no clock, no Foundation.
        "RecoursMessages": ModuleRule(ours: ["CRecoursProtos", "CProtobufC"], others: ["NIOCore"]),
        "RecoursWire": ModuleRule(
            ours: ["RecoursMessages"], others: ["NIOCore", "DequeModule"]),
        "RecoursTLS": ModuleRule(
            ours: ["COpenSSL"], others: ["NIOCore", "Synchronization", "Glibc"]),
        "RecoursTransport": ModuleRule(
            ours: ["RecoursWire", "RecoursTLS", "RecoursMessages"],
            others: ["NIOCore", "NIOPosix", "Logging", "Synchronization", "DequeModule", "Glibc"]),

        // The rules: not even the system.
        "RecoursCases": ModuleRule(),
        // Matching listings with works: a lock for its snapshot, and otherwise nothing either.
        "RecoursMatching": ModuleRule(ours: ["RecoursCases"], others: ["Synchronization"]),
        "RecoursCaseCoding": ModuleRule(ours: ["RecoursMessages", "RecoursCases"]),

        "RecoursCrypto": ModuleRule(
            ours: ["COpenSSL"], others: ["Glibc", "Synchronization"]),
        "RecoursProof": ModuleRule(ours: ["RecoursCrypto"]),

        // Stores: Foundation for its threads and conditions.
        "RecoursStore": ModuleRule(
            ours: ["RecoursCases"],
            others: ["Foundation", "Dispatch", "Synchronization", "DequeModule", "Glibc"]),
        "RecoursStoreSQLite": ModuleRule(
            ours: ["RecoursStore", "RecoursCases", "CSQLite"],
            others: [
                "GRDB", "GRDBSQLite", "Foundation", "Dispatch", "Synchronization", "Glibc",
            ]),
        "RecoursStorePostgreSQL": ModuleRule(
            ours: ["RecoursStore", "RecoursCases", "CPostgreSQL"],
            others: ["Foundation", "Dispatch", "Synchronization", "Glibc"]),

        "RecoursServer": ModuleRule(
            ours: [
                "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursMessages", "RecoursStore",
                "RecoursCases", "RecoursCaseCoding", "RecoursCrypto", "RecoursProof",
                "RecoursMatching",
            ],
            others: [
                "NIOCore", "NIOPosix", "NIOHTTP1", "Logging", "Metrics", "ServiceLifecycle",
                "DequeModule", "Synchronization", "Foundation", "Glibc",
            ]),
        "recoursd": ModuleRule(
            ours: [
                "RecoursServer", "RecoursTransport", "RecoursTLS", "RecoursWire",
                "RecoursMessages", "RecoursStore", "RecoursStoreSQLite",
                "RecoursStorePostgreSQL", "RecoursCases", "RecoursCaseCoding", "RecoursCrypto",
                "RecoursProof",
            ],
            others: [
                "ArgumentParser", "Logging", "Metrics", "ServiceLifecycle", "NIOCore", "NIOPosix",
                "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc",
            ]),

        // Pictures never reach the server: no module of its side may import this one.
        "RecoursPictures": ModuleRule(
            ours: ["CTurboJPEG", "CPNG", "CWebP"], others: ["Glibc"]),

        // The partner's side: what verifies and checks, but no store and no database.
        "RecoursClient": ModuleRule(
            ours: [
                "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursMessages", "RecoursCases",
                "RecoursCaseCoding", "RecoursCrypto", "RecoursProof", "RecoursPictures",
            ],
            others: [
                "NIOCore", "NIOPosix", "Logging", "Metrics", "DequeModule", "Synchronization",
                "Glibc",
            ]),
        "RecoursTesting": ModuleRule(
            ours: [
                "RecoursClient", "RecoursServer", "RecoursTransport", "RecoursTLS", "RecoursWire",
                "RecoursMessages", "RecoursStore", "RecoursCases", "RecoursCaseCoding",
                "RecoursCrypto",
            ],
            others: ["NIOCore", "NIOPosix", "Logging", "Synchronization", "Glibc"]),
        // What only `public` shows is all an example may see.
        "Examples": ModuleRule(
            ours: ["RecoursClient", "RecoursTesting", "PlatformDesk", "CaseFiler"],
            others: ["ArgumentParser", "Logging", "Foundation", "Synchronization", "Testing"]),
        "recours": ModuleRule(
            ours: [
                "RecoursClient", "RecoursMessages", "RecoursCases", "RecoursCaseCoding",
                "RecoursProof", "RecoursCrypto", "RecoursPictures",
            ],
            others: [
                "ArgumentParser", "Logging", "Foundation", "FoundationEssentials",
                "Synchronization", "Glibc",
            ]),

        // A tool for whoever changes the protocol; nothing links it.
        "recours-codegen": ModuleRule(
            ours: ["CDescriptorProtos", "CProtobufC"], others: ["Foundation"]),
    ]

    /// Modules whose code may name unsafe pointers: the borders to C.
    static let pointerModules: Set<String> = [
        "RecoursMessages", "RecoursTLS", "RecoursCrypto", "RecoursStoreSQLite",
        "RecoursStorePostgreSQL", "RecoursPictures", "recours-codegen",
    ]

    /// Modules that have no reason for an unsafe pointer whatever a comment says.
    static let pointerFreeModules: Set<String> = [
        "RecoursCases", "RecoursCaseCoding", "RecoursWire", "RecoursServer", "RecoursProof",
        "RecoursMatching",
    ]

    /// Modules with `public` declarations: the SDK, and the types it returns.
    static let publicModules: Set<String> = [
        "RecoursMessages", "RecoursPictures", "RecoursClient", "RecoursTesting", "Examples",
    ]
}
