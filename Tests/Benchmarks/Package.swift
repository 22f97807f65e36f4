// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

// A package of its own, so that what it measures is what a partner links: the public SDK.
let package = Package(
    name: "recours-benchmarks",
    dependencies: [.package(name: "recours", path: "../..")],
    targets: [
        .executableTarget(
            name: "BulkLoad",
            dependencies: [.product(name: "RecoursClient", package: "recours")], path: "BulkLoad",
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ])
    ]
)
