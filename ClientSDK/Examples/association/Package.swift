// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

// An association’s own program would name the repository's address instead of a path.
let package = Package(
    name: "association-example",
    dependencies: [.package(name: "recours", path: "../../..")],
    targets: [
        .target(
            name: "CaseFiler",
            dependencies: [.product(name: "RecoursClient", package: "recours")]),
        .executableTarget(name: "association-example", dependencies: ["CaseFiler"]),
        .testTarget(
            name: "CaseFilerTests",
            dependencies: [
                "CaseFiler", .product(name: "RecoursTesting", package: "recours"),
            ]),
    ]
)
