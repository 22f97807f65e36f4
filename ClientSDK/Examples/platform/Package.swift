// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

// A platform's own back end would name the repository's address instead of a path.
let package = Package(
    name: "platform-example",
    dependencies: [.package(name: "recours", path: "../../..")],
    targets: [
        .target(
            name: "PlatformDesk",
            dependencies: [.product(name: "RecoursClient", package: "recours")]),
        .executableTarget(name: "platform-example", dependencies: ["PlatformDesk"]),
        .testTarget(
            name: "PlatformDeskTests",
            dependencies: [
                "PlatformDesk", .product(name: "RecoursTesting", package: "recours"),
            ]),
    ]
)
