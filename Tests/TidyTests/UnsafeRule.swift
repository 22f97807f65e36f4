// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What the compiler can't prove says why it holds, and unsafe pointers stay at the borders to C.
enum UnsafeRule {
    private static let traps: Set<String> = [
        "fatalError", "precondition", "preconditionFailure", "unsafeBitCast", "Unmanaged",
        "unsafeDowncast", "assumeIsolated",
    ]

    static func findings(_ file: SourceFile) -> [Finding] {
        guard file.isProduct, file.isSwift, !file.isGenerated, let module = file.module else {
            return []
        }
        return file.tokens.indices.compactMap { index in
            guard let claim = claim(at: index, in: file.tokens) else {
                return pointerFinding(file, file.tokens[index], module)
            }
            let line = file.tokens[index].line
            return saysWhy(file, line)
                ? nil : Finding(file.path, line, "\(claim) needs a comment that says why it holds")
        }
    }

    // MARK: Claims

    /// What the token claims without proof, if anything.
    private static func claim(at index: Int, in tokens: [Token]) -> String? {
        let token = tokens[index]
        if token.isMark("!") { return unwrap(at: index, in: tokens) }
        guard token.kind == .word else { return nil }
        if traps.contains(token.text) { return token.text }
        if token.text == "unchecked", index > 0, tokens[index - 1].isMark("@") {
            return "@unchecked"
        }
        if token.text == "unsafe", index > 1, tokens[index - 1].isMark("("),
            ["nonisolated", "unowned"].contains(tokens[index - 2].text)
        {
            return "\(tokens[index - 2].text)(unsafe)"
        }
        return nil
    }

    /// `x!`, `f()!`, `a[0]!`, `try!`, `as!` and `Type!`; not `!x` nor `a != b`.
    private static func unwrap(at index: Int, in tokens: [Token]) -> String? {
        guard index > 0, tokens[index].touchesPrevious else { return nil }
        if index + 1 < tokens.count, tokens[index + 1].touchesPrevious,
            tokens[index + 1].isMark("=")
        {
            return nil
        }
        let before = tokens[index - 1]
        if before.isWord("try") || before.isWord("as") { return "\(before.text)!" }
        let unwraps =
            before.kind == .word || before.isMark(")") || before.isMark("]") || before.isMark("?")
        return unwraps ? "forced unwrapping" : nil
    }

    /// Looks at the comment on the line, and at those right above it or above its attributes.
    private static func saysWhy(_ file: SourceFile, _ line: Int) -> Bool {
        var line = line
        if isReason(file.comments[line]) { return true }
        while line > 1 {
            line -= 1
            let text = file.lines[line - 1].trimmingCharacters(in: .whitespaces)
            if isReason(file.comments[line]) { return true }
            guard text.hasPrefix("//") || text.hasPrefix("@") else { return false }
        }
        return false
    }

    private static func isReason(_ comment: String?) -> Bool {
        guard let comment else { return false }
        return ["because", "invariant", "guarded by"].contains {
            comment.range(of: $0, options: .caseInsensitive) != nil
        }
    }

    // MARK: Pointers

    private static func pointerFinding(
        _ file: SourceFile, _ token: Token, _ module: String
    ) -> Finding? {
        guard token.kind == .word, !ModuleTable.pointerModules.contains(module),
            token.text.hasPrefix("Unsafe") || token.text.hasPrefix("withUnsafe")
        else { return nil }
        if ModuleTable.pointerFreeModules.contains(module) {
            return Finding(file.path, token.line, "\(module) may not use \(token.text)")
        }
        return saysWhy(file, token.line)
            ? nil
            : Finding(
                file.path, token.line, "\(token.text) in \(module) needs a comment that says why")
    }
}
