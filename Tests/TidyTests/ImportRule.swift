// SPDX-License-Identifier: EUPL-1.2

/// Imports keep to the table, and say how far what they bring may be seen.
enum ImportRule {
    private static let levels: Set<String> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    struct Import: Hashable {
        let module: String
        let line: Int
        let level: String?
    }

    static func imports(_ file: SourceFile) -> [Import] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].isWord("import"), index + 1 < tokens.count,
                index == 0 || !tokens[index - 1].isMark(".")
            else { return nil }
            var name = index + 1
            if kinds.contains(tokens[name].text), name + 1 < tokens.count { name += 1 }
            guard tokens[name].kind == .word, tokens[name].line == tokens[index].line else {
                return nil
            }
            let before = index > 0 && tokens[index - 1].line == tokens[index].line
            let level = before && levels.contains(tokens[index - 1].text)
            return Import(
                module: tokens[name].text, line: tokens[index].line,
                level: level ? tokens[index - 1].text : nil)
        }
    }

    /// Tests may import what they test; the products may not import what they like.
    static func findings(
        _ file: SourceFile, table: [String: ModuleRule] = ModuleTable.rules
    ) -> [Finding] {
        guard file.isProduct, file.isSwift, let module = file.module else { return [] }
        if file.name == "Package.swift" { return [] }
        guard let rule = table[module] else {
            return [Finding(file.path, nil, "module \(module) is not in ModuleTable")]
        }
        return imports(file).flatMap { found -> [Finding] in
            var findings: [Finding] = []
            if !rule.allows(found.module) {
                findings.append(
                    Finding(file.path, found.line, "\(module) may not import \(found.module)"))
            }
            if found.level == nil, module != "Examples" {
                findings.append(
                    Finding(file.path, found.line, "import \(found.module) has no access level"))
            }
            return findings
        }
    }

    /// `public` is what a partner gets to see.
    static func publicFindings(_ file: SourceFile) -> [Finding] {
        guard file.isProduct, let module = file.module,
            !ModuleTable.publicModules.contains(module), file.name != "Package.swift"
        else { return [] }
        return file.tokens.filter { $0.isWord("public") }.map { token in
            Finding(file.path, token.line, "\(module) is not the SDK: use package, not public")
        }
    }
}
