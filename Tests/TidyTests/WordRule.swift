// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Words of work put off, names that say nothing, and the licence's line.
enum WordRule {
    /// Written in pieces, so that this file doesn't break the rule that it is.
    static let putOff = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
    static let putOffPhrase = "for " + "now"

    private static let emptyNames = [
        "Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Misc",
    ]

    static func findings(_ file: SourceFile) -> [Finding] {
        guard !file.isGenerated else { return [] }
        if file.isSwift {
            return file.comments.sorted { $0.key < $1.key }.flatMap { line, text in
                words(in: text).map { Finding(file.path, line, "“\($0)” puts work off") }
            }
        }
        return file.lines.enumerated().flatMap { index, text in
            words(in: text).map { Finding(file.path, index + 1, "“\($0)” puts work off") }
        }
    }

    private static func words(in text: String) -> [String] {
        var found = putOff.filter { word in
            guard let range = text.range(of: word) else { return false }
            return !isPartOfText(text[..<range.lowerBound].last)
                && !isPartOfText(text[range.upperBound...].first)
        }
        if text.range(of: putOffPhrase, options: .caseInsensitive) != nil {
            found.append(putOffPhrase)
        }
        return found
    }

    /// Whether a neighbour shows that the word is a piece of another, or quoted.
    private static func isPartOfText(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || "`“”\"".contains($0) } ?? false
    }

    /// Names of files and folders.
    static func nameFindings(_ paths: [String]) -> [Finding] {
        paths.compactMap { path in
            let name = path.split(separator: "/").last ?? ""
            let stem = name.split(separator: ".").first ?? ""
            guard emptyNames.contains(where: { stem.hasSuffix($0) }) else { return nil }
            return Finding(path, nil, "is named for nothing it holds")
        }
    }

    /// Swift files begin with the licence's line and an empty one; others have it near their top.
    static func licenceFindings(_ file: SourceFile) -> [Finding] {
        let licence = "SPDX-License-Identifier: EUPL-1.2"
        // Where the first line is spoken for: the manifest's tools version.
        let first = file.name == "Package.swift" ? 1 : 0
        if file.isSwift {
            guard file.lines.count > first + 1, file.lines[first] == "// \(licence)",
                file.lines[first + 1] == ""
            else { return [Finding(file.path, 1, "begins with “// \(licence)” and an empty line")] }
            return []
        }
        let endings = [".c", ".h", ".py", ".sh", ".proto"]
        guard !file.isGenerated, endings.contains(where: { file.name.hasSuffix($0) }) else {
            return []
        }
        return file.lines.prefix(5).contains { $0.contains(licence) }
            ? [] : [Finding(file.path, 1, "has no “\(licence)” in its first lines")]
    }
}
