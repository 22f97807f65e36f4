// SPDX-License-Identifier: EUPL-1.2

/// What lies where.
enum LayoutRule {
    private static let topLevel: Set<String> = [
        "Package.swift", "Sources", "Protos", "Tests", "ClientSDK", "README.md", "Makefile",
    ]

    /// The top holds what a newcomer needs, and names that begin with a dot.
    static func topFindings(_ paths: [String]) -> [Finding] {
        paths.filter { !$0.contains("/") && !$0.hasPrefix(".") && !topLevel.contains($0) }
            .map { Finding($0, nil, "has no place at the top of the repository") }
    }

    /// Each module says in a README.md why it is as it is.
    static func readmeFindings(_ paths: [String]) -> [Finding] {
        let all = Set(paths)
        let modules = Set(
            paths.compactMap { path -> String? in
                let parts = path.split(separator: "/")
                guard parts.count > 2, parts[0] == "Sources" || parts[0] == "ClientSDK" else {
                    return nil
                }
                return parts.prefix(2).joined(separator: "/")
            })
        return modules.sorted().filter { !all.contains($0 + "/README.md") }
            .map { Finding($0, nil, "has no README.md") }
    }
}
