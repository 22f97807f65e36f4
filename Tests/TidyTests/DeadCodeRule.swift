// SPDX-License-Identifier: EUPL-1.2

/// Every file belongs to a target, and every type is named by somebody.
enum DeadCodeRule {
    /// Without `typealias`, whose user may be a protocol that never writes its name.
    private static let declaring: Set<String> = ["struct", "class", "enum", "actor", "protocol"]

    // MARK: Files

    /// Swift files which no target of the nearest manifest takes in. A target is recognised by its
    /// name or path among the manifest's texts.
    static func fileFindings(_ tree: SourceTree) -> [Finding] {
        let manifests = tree.files.filter { $0.name == "Package.swift" }
        let roots = manifests.map { manifest in
            (folder: String(manifest.path.dropLast("Package.swift".count)), file: manifest)
        }.sorted { $0.folder.count > $1.folder.count }
        let lost = tree.files.filter { file in
            guard file.isSwift, file.name != "Package.swift" else { return false }
            guard let root = roots.first(where: { file.path.hasPrefix($0.folder) }) else {
                return true
            }
            let inside = String(file.path.dropFirst(root.folder.count))
            return !root.file.tokens.contains { $0.kind == .text && takes($0.text, inside) }
        }
        // One word a folder: who forgot a target forgot it for all of its files.
        let folders = Dictionary(grouping: lost) { $0.components.dropLast().prefix(2) }
        return folders.map { folder, files in
            Finding(
                folder.joined(separator: "/"), nil,
                "\(files.count) files belong to no target, \(files[0].name) among them")
        }.sorted { $0.path < $1.path }
    }

    private static func takes(_ text: String, _ path: String) -> Bool {
        guard !text.isEmpty, text != "Sources", text != "Tests" else { return false }
        return ["", "Sources/", "Tests/", "ClientSDK/"].contains { prefix in
            path.hasPrefix(prefix + text + "/")
        }
    }

    // MARK: Types

    /// Types of the products which nobody names, other than to extend them.
    static func typeFindings(_ tree: SourceTree) -> [Finding] {
        var uses: Set<String> = []
        for file in tree.files where file.isSwift {
            for (index, token) in file.tokens.enumerated() where token.kind == .word {
                if index > 0, introduces(file.tokens[index - 1]) { continue }
                uses.insert(token.text)
            }
            // A name inside an interpolation is a use as well.
            for token in file.tokens where token.kind == .text && token.text.contains("\\(") {
                for word in Tokens(token.text.utf8.filter { $0 != UInt8(ascii: "\\") }).tokens {
                    uses.insert(word.text)
                }
            }
        }
        return tree.swift.filter(\.isProduct).flatMap { file in
            declared(in: file).filter { !uses.contains($0.text) }.map { type in
                Finding(file.path, type.line, "nothing names \(type.text)")
            }
        }
    }

    private static func introduces(_ token: Token) -> Bool {
        token.kind == .word && (declaring.contains(token.text) || token.text == "extension")
    }

    /// Names of types declared, without those with an attribute by which the compiler uses them.
    private static func declared(in file: SourceFile) -> [Token] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard index + 1 < tokens.count, tokens[index].kind == .word,
                declaring.contains(tokens[index].text), tokens[index + 1].kind == .word,
                tokens[index + 1].text.first?.isUppercase == true
            else { return nil }
            let attributes = tokens[max(0, index - 8)..<index]
            let used = ["main", "Suite"].contains { word in
                attributes.contains { $0.isWord(word) }
            }
            return used ? nil : tokens[index + 1]
        }
    }
}
