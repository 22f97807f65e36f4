// SPDX-License-Identifier: EUPL-1.2

/// How names of the schema become names of Swift and C.
enum Naming {
    /// `case_id` → `caseID`: lower camel case, with ID, IDs and URL as the Swift guidelines write
    /// them.
    static func property(_ name: String) -> String {
        escaped(lowerCamel(name.split(separator: "_").map(String.init)))
    }

    /// `ARTICLE_16` → `article16`.
    static func enumerationCase(_ name: String) -> String {
        escaped(lowerCamel(name.lowercased().split(separator: "_").map(String.init)))
    }

    /// `outcome` → `Outcome`.
    static func type(_ name: String) -> String {
        name.split(separator: "_").map { capitalised(String($0)) }.joined()
    }

    /// `SubmitCase` → `submitCase`.
    static func method(_ name: String) -> String {
        escaped(name.prefix(1).lowercased() + name.dropFirst())
    }

    /// protobuf's JSON name: `case_id` → `caseId`.
    static func json(_ name: String) -> String {
        let words = name.split(separator: "_").map(String.init)
        return (words.first ?? "") + words.dropFirst().map(capitalised).joined()
    }

    /// `IpRightKind` → `IP_RIGHT_KIND`.
    static func upperSnake(_ name: String) -> String { lowerSnake(name).uppercased() }

    /// protoc-c's name of a struct: `Recours__V1__Case`.
    static func cType(package: String, name: String) -> String {
        package.split(separator: ".").map { capitalised(String($0)) }.joined(separator: "__")
            + "__" + name
    }

    /// protoc-c's prefix of functions and descriptors: `recours__v1__case_draft`.
    static func cSymbol(package: String, name: String) -> String {
        package.split(separator: ".").joined(separator: "__") + "__" + lowerSnake(name)
    }

    /// protoc-c renames fields that are keywords; we rather have none.
    static func isReservedInC(_ name: String) -> Bool { reservedInC.contains(name) }

    /// As protoc-c does it: an underscore before an upper-case letter unless another one precedes
    /// it.
    private static func lowerSnake(_ name: String) -> String {
        var result = ""
        var previousIsUpper = true
        for character in name {
            if character.isUppercase, !previousIsUpper { result.append("_") }
            result += character.lowercased()
            previousIsUpper = character.isUppercase
        }
        return result
    }

    private static func lowerCamel(_ words: [String]) -> String {
        (words.first ?? "")
            + words.dropFirst().map { acronyms[$0] ?? capitalised($0) }.joined()
    }

    private static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func escaped(_ name: String) -> String {
        reservedInSwift.contains(name) ? "`\(name)`" : name
    }

    private static let acronyms = ["id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs"]

    private static let reservedInSwift: Set<String> = [
        "associatedtype", "as", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "for", "func", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
        "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where", "while",
    ]

    private static let reservedInC: Set<String> = [
        "and", "asm", "auto", "bool", "break", "case", "catch", "char", "class", "compl", "const",
        "continue", "default", "delete", "do", "double", "else", "enum", "explicit", "export",
        "extern", "false", "float", "for", "friend", "goto", "if", "inline", "int", "long",
        "mutable",
        "namespace", "new", "not", "operator", "or", "private", "protected", "public", "register",
        "return", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this",
        "throw", "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using",
        "virtual", "void", "volatile", "while", "xor", "base",
    ]
}
