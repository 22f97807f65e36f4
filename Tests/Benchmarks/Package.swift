// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A program that links what a partner links: the public SDK.
func program(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: [.product(name: "RecoursClient", package: "recours")], path: name,
        swiftSettings: strict)
}

// A package of its own, so that the product's doesn't carry what only measures it.
let package = Package(
    name: "recours-benchmarks",
    dependencies: [.package(name: "recours", path: "../..")],
    targets: [program("BulkLoad"), program("CaseCoding")]
)
