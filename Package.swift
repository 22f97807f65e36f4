// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

// MARK: Settings

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// MARK: Dependencies by other people

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

// MARK: Our targets

/// A module of the server's side: Sources/<name>.
func module(
    _ name: String, _ dependencies: [Target.Dependency], pages: [String] = ["README.md"]
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: pages, swiftSettings: strict)
}

/// A module of the SDK: ClientSDK/<name>.
func sdk(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "ClientSDK/\(name)", exclude: ["README.md"],
        swiftSettings: strict)
}

/// Tests of one module: Tests/<name>.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], excluding excluded: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: excluded, swiftSettings: strict)
}

let package = Package(
    name: "recours",
    products: [
        .library(name: "RecoursClient", targets: ["RecoursClient"]),
        .library(name: "RecoursTesting", targets: ["RecoursTesting"]),
        .executable(name: "recoursd", targets: ["recoursd"]),
        .executable(name: "recours", targets: ["recours"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // System libraries
        .systemLibrary(
            name: "CProtobufC", pkgConfig: "libprotobuf-c",
            providers: [.apt(["libprotobuf-c-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        .systemLibrary(
            name: "CTurboJPEG", pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),

        // Messages and wire
        .target(name: "CRecoursProtos", dependencies: ["CProtobufC"], exclude: ["README.md"]),
        module("RecoursMessages", ["CRecoursProtos", "CProtobufC", nioCore]),
        module("RecoursWire", ["RecoursMessages", nioCore, deque]),
        module("RecoursTLS", ["COpenSSL", nioCore]),
        module(
            "RecoursTransport",
            ["RecoursWire", "RecoursTLS", "RecoursMessages", nioCore, nioPosix, deque, logging]),

        // Rules, cryptography, stores
        module("RecoursCases", []),
        module("RecoursMatching", ["RecoursCases"]),
        module("RecoursCaseCoding", ["RecoursMessages", "RecoursCases"]),
        module("RecoursCrypto", ["COpenSSL"]),
        module("RecoursProof", ["RecoursCrypto"]),
        module("RecoursStore", ["RecoursCases"]),
        module(
            "RecoursStoreSQLite",
            ["RecoursStore", "RecoursCases", "CSQLite", grdb, grdbSQLite]),
        module(
            "RecoursStorePostgreSQL", ["RecoursStore", "RecoursCases", "CPostgreSQL"],
            pages: ["README.md", "OPERATIONS.md"]),

        // The server
        module(
            "RecoursServer",
            [
                "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursMessages", "RecoursStore",
                "RecoursCases", "RecoursCaseCoding", "RecoursMatching", "RecoursCrypto",
                "RecoursProof", nioCore, logging, metrics,
            ]),
        .executableTarget(
            name: "recoursd",
            dependencies: [
                "RecoursServer", "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursStore",
                "RecoursStoreSQLite", "RecoursStorePostgreSQL", "RecoursCases", "RecoursCrypto",
                "RecoursProof", arguments, logging,
            ],
            exclude: ["README.md", "Packaging"], swiftSettings: strict),

        // The partner's side
        module("RecoursPictures", ["CTurboJPEG", "CPNG", "CWebP"]),
        sdk(
            "RecoursClient",
            [
                "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursMessages", "RecoursCrypto",
                "RecoursProof", "RecoursPictures", deque, logging,
            ]),
        sdk(
            "RecoursTesting",
            [
                "RecoursClient", "RecoursServer", "RecoursTransport", "RecoursTLS", "RecoursWire",
                "RecoursMessages", "RecoursStore", "RecoursCases", "RecoursCrypto", logging,
            ]),
        .executableTarget(
            name: "recours",
            dependencies: [
                "RecoursClient", "RecoursMessages", "RecoursCases", "RecoursCaseCoding",
                "RecoursCrypto", "RecoursPictures", arguments,
            ],
            exclude: ["README.md"], swiftSettings: strict),

        // Tools
        .target(
            name: "CDescriptorProtos", dependencies: ["CProtobufC"],
            path: "Sources/recours-codegen/CDescriptorProtos"),
        .executableTarget(
            name: "recours-codegen", dependencies: ["CDescriptorProtos", "CProtobufC"],
            exclude: ["README.md", "generate.sh", "CDescriptorProtos"], swiftSettings: strict),
        .executableTarget(
            name: "messages-echo", dependencies: ["RecoursMessages", nioCore],
            path: "Tests/Interop/messages-echo", swiftSettings: strict),

        .executableTarget(
            name: "stats-seed",
            dependencies: ["RecoursCaseCoding", "RecoursCases", "RecoursMessages"],
            path: "Tests/Stats/Seed", swiftSettings: strict),
        .executableTarget(
            name: "demo-platform", dependencies: ["RecoursClient"], path: "Tests/Demo/Platform",
            swiftSettings: strict),

        .target(
            name: "PartnersAtWork", dependencies: ["RecoursClient"], path: "Tests/PartnersAtWork",
            swiftSettings: strict),
        .executableTarget(
            name: "lossy-driver", dependencies: ["PartnersAtWork", "RecoursClient"],
            path: "Tests/Lossy/Driver", swiftSettings: strict),
        .executableTarget(
            name: "failover-driver", dependencies: ["PartnersAtWork", "RecoursClient"],
            path: "Tests/Failover/Driver", swiftSettings: strict),
        .executableTarget(
            name: "tls-probe", dependencies: ["RecoursTLS", nioCore, nioPosix],
            path: "Tests/Scan/Probe", swiftSettings: strict),
        .executableTarget(
            name: "year-driver", dependencies: ["RecoursClient"], path: "Tests/Year/Driver",
            swiftSettings: strict),

        .executableTarget(
            name: "store-check",
            dependencies: ["RecoursServer", "RecoursStoreSQLite", "RecoursStore", "RecoursCases"],
            path: "Tests/Crash/Check", swiftSettings: strict),

        .executableTarget(
            name: "store-benchmark",
            dependencies: [
                "RecoursStorePostgreSQL", "RecoursStoreSQLite", "RecoursStore", "RecoursCases",
                "StoreContract",
            ],
            path: "Tests/StoreBenchmark", exclude: ["run.sh"], swiftSettings: strict),

        .target(
            name: "MatchingSets", dependencies: ["RecoursMatching", "CaseHistories"],
            path: "Tests/Matching/Sets", swiftSettings: strict),
        .executableTarget(
            name: "match-bench",
            dependencies: ["MatchingSets", "RecoursMatching", "CaseHistories"],
            path: "Tests/Matching/Bench", swiftSettings: strict),

        // Tests
        tests("TidyTests", []),
        tests(
            "RecoursMessagesTests",
            ["RecoursMessages", "CDescriptorProtos", "CRecoursProtos", "CProtobufC", nioCore],
            excluding: ["Schema"]),
        tests(
            "RecoursWireTests", ["RecoursWire", "RecoursMessages", nioCore], excluding: ["Golden"]),
        tests("RecoursTLSTests", ["RecoursTLS", "RecoursCrypto", nioCore]),
        tests("RecoursCryptoTests", ["RecoursCrypto"]),
        tests("RecoursProofTests", ["RecoursProof", "RecoursCrypto"]),
        .target(
            name: "PictureSamples", path: "Tests/PictureSamples", swiftSettings: strict),
        tests("RecoursPicturesTests", ["RecoursPictures", "PictureSamples"]),
        .target(
            name: "CaseHistories", dependencies: ["RecoursCases"], path: "Tests/CaseHistories",
            exclude: ["README.md"],
            swiftSettings: strict),
        .executableTarget(
            name: "case-histories",
            dependencies: ["CaseHistories", "RecoursCaseCoding", "RecoursCases"],
            path: "Tests/Histories", swiftSettings: strict),
        .target(
            name: "CProcess", dependencies: ["COpenSSL"], path: "Tests/Simulation/CProcess"),
        .executableTarget(
            name: "simulation",
            dependencies: [
                "CProcess", "CaseHistories", "RecoursClient", "RecoursServer", "RecoursTransport",
                "RecoursTLS", "RecoursWire", "RecoursMessages", "RecoursStore", "RecoursCases",
                "RecoursCrypto", "RecoursProof", nioCore, heap, deque, logging,
            ],
            path: "Tests/Simulation", exclude: ["CProcess", "README.md", "run.sh"],
            swiftSettings: strict),
        tests("RecoursMatchingTests", ["RecoursMatching", "MatchingSets", "CaseHistories"]),
        tests("RecoursCasesTests", ["RecoursCases", "CaseHistories"]),
        tests(
            "RecoursCaseCodingTests",
            ["RecoursCaseCoding", "RecoursCases", "RecoursMessages", "CaseHistories"]),
        tests(
            "RecoursTransportTests",
            [
                "RecoursTransport", "RecoursTLS", "RecoursWire", "RecoursMessages",
                "RecoursCrypto", nioCore, nioPosix, logging,
            ]),
        tests(
            "RecoursServerTests",
            [
                "RecoursServer", "RecoursTransport", "RecoursTLS", "RecoursWire",
                "RecoursMessages", "RecoursStore", "RecoursStoreSQLite", "RecoursCases",
                "RecoursCrypto", "StoreContract", grdbSQLite, nioCore, logging,
            ]),
        tests(
            "recoursdTests",
            [
                "recoursd", "RecoursServer", "RecoursStore", "RecoursCases", "RecoursClient",
                "RecoursTransport", "RecoursTLS", "RecoursMessages", "RecoursCrypto",
                "StoreContract", logging,
            ]),
        tests("RecoursClientTests", ["RecoursClient", "RecoursTesting"]),
        tests(
            "recoursTests",
            [
                "recours", "RecoursClient", "RecoursTesting", "RecoursMessages", "RecoursCases",
                "RecoursCrypto", "PictureSamples", arguments,
            ]),
        // Feeds parsers with anything: replayed as tests, run for long by Tests/Fuzzing/run.sh.
        .testTarget(
            name: "FuzzingTests",
            dependencies: [
                "recours", "recoursd", "messages-echo", "RecoursServer", "RecoursTLS",
                "RecoursWire", "RecoursMessages", "RecoursCases", "RecoursCaseCoding",
                "RecoursCrypto", "RecoursProof", "RecoursPictures", "PictureSamples", "COpenSSL",
                "CProtobufC", nioCore,
            ],
            path: "Tests/Fuzzing",
            exclude: [
                "README.md", "run.sh", "programs.sh", "sanitize.sh", "thread.supp", "Corpus",
                "Finds",
            ],
            swiftSettings: strict),
        .target(
            name: "StoreContract", dependencies: ["RecoursStore", "RecoursCases"],
            path: "Tests/StoreContract", swiftSettings: strict),
        tests("RecoursStoreTests", ["RecoursStore", "RecoursCases", "StoreContract"]),
        tests(
            "RecoursStoreSQLiteTests",
            ["RecoursStoreSQLite", "RecoursStore", "RecoursCases", "StoreContract", grdbSQLite]),
        tests(
            "RecoursStorePostgreSQLTests",
            [
                "RecoursStorePostgreSQL", "RecoursStoreSQLite", "RecoursStore", "RecoursCases",
                "StoreContract",
            ],
            excluding: ["cluster.sh"]),
    ]
)
