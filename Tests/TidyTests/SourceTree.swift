// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A text file of the repository.
struct SourceFile: Sendable {
    /// Relative to the repository's top, with `/`.
    let path: String
    let lines: [String]
    /// Empty unless it is Swift.
    let tokens: [Token]
    let comments: [Int: String]

    init(_ path: String, _ text: String) {
        self.path = path
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let scanned = Tokens(path.hasSuffix(".swift") ? Array(text.utf8) : [])
        self.tokens = scanned.tokens
        self.comments = scanned.comments
    }

    var components: [String] { path.split(separator: "/").map(String.init) }

    var name: String { components.last ?? "" }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// Whether a program wrote it: then its form is that program's.
    var isGenerated: Bool {
        components.contains("Generated") || name.contains(".pb-c.")
            || name == "recours_descriptors.h"
    }

    /// Whether it is a part of the product rather than of its tests or tools.
    var isProduct: Bool { components.first == "Sources" || components.first == "ClientSDK" }

    var isTest: Bool { components.first == "Tests" }

    /// The folder under Sources, ClientSDK or Tests in which it lies: for products, the module.
    var module: String? { components.count > 2 ? components[1] : nil }
}

/// The repository as it lies on disk, without what git ignores and what was built.
struct SourceTree: Sendable {
    let files: [SourceFile]
    /// Paths of all folders and files looked at, relative to the top.
    let paths: [String]

    /// Read once for all tests.
    static let repository = SourceTree(
        top: URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent())

    /// What the rules read as text.
    private static let readEndings = [
        "swift", "c", "h", "py", "sh", "proto", "md", "yml", "json", "modulemap",
    ]

    init(top: URL) {
        var files: [SourceFile] = []
        var paths: [String] = []
        SourceTree.visit(top, below: "", ignored: IgnoredNames(top: top)) { path, url in
            paths.append(path)
            guard SourceTree.isRead(path, url) else { return }
            guard let data = try? Data(contentsOf: url) else { return }
            files.append(SourceFile(path, String(decoding: data, as: UTF8.self)))
        }
        self.files = files
        self.paths = paths
    }

    private static func isRead(_ path: String, _ url: URL) -> Bool {
        readEndings.contains(url.pathExtension) || path.hasPrefix(".ci/")
    }

    init(files: [SourceFile], paths: [String] = []) {
        self.files = files
        self.paths = paths
    }

    /// Hand-written Swift.
    var swift: [SourceFile] { files.filter { $0.isSwift && !$0.isGenerated } }

    private static func visit(
        _ folder: URL, below prefix: String, ignored: IgnoredNames, _ body: (String, URL) -> Void
    ) {
        let entries =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            let name = entry.lastPathComponent
            if ignored.contains(name) { continue }
            let path = prefix + name
            body(path, entry)
            let values = try? entry.resourceValues(forKeys: [.isDirectoryKey])
            if values?.isDirectory == true {
                visit(entry, below: path + "/", ignored: ignored, body)
            }
        }
    }
}

/// The names in `.gitignore`, which here are whole names or have one `*` at either end.
struct IgnoredNames {
    private let patterns: [String]

    init(top: URL) {
        let text = try? String(contentsOf: top.appending(path: ".gitignore"), encoding: .utf8)
        self.init(text ?? "")
    }

    init(_ text: String) {
        self.patterns =
            [".git"]
            + text.split(separator: "\n").map { line in
                line.trimmingCharacters(in: CharacterSet(charactersIn: "/ "))
            }
    }

    func contains(_ name: String) -> Bool {
        patterns.contains { pattern in
            if pattern.hasSuffix("*") { return name.hasPrefix(pattern.dropLast()) }
            if pattern.hasPrefix("*") { return name.hasSuffix(pattern.dropFirst()) }
            return name == pattern
        }
    }
}
