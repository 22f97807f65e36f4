// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Each rule meets what it must find: a rule that finds nothing would pass every tree.
@Suite("The rules of the tree")
struct RuleTests {
    private func product(_ text: String, module: String = "RecoursServer") -> SourceFile {
        SourceFile("Sources/\(module)/Sample.swift", text)
    }

    @Test(
        "An import outside the table or without an access level is found",
        arguments: [
            ("RecoursCases", "internal import Foundation", 1),
            ("RecoursCases", "import RecoursMessages", 2),
            ("RecoursWire", "package import NIOPosix", 1),
            ("RecoursWire", "package import NIOCore", 0),
            ("RecoursServer", "@preconcurrency internal import struct GRDB.Row", 1),
            ("recours", "internal import RecoursTransport", 1),
            ("RecoursServer", "import RecoursStore", 1),
            ("RecoursServer", "// import GRDB\nlet a = \"import GRDB\"", 0),
            ("Unheard", "", 1),
        ])
    func imports(module: String, text: String, count: Int) {
        #expect(ImportRule.findings(product(text, module: module)).count == count)
    }

    @Test(
        "A sentence or a spoken word outside the rooms of languages is found",
        arguments: [
            ("Commands", "terminal.say(\"done\")", 1),
            ("Commands", "let text = \"it is \\(a(\")\")) now\"", 1),
            ("Commands", "TextTable.Column(title: \"NAME\")", 1),
            ("Commands", "throw ValidationError(\"Give one.\")", 1),
            ("Commands", "@Flag(help: \"Say it aloud.\") var a = false", 0),
            ("Commands", "terminal.print(\"  \\(number)  \\(state)\")", 0),
            ("Commands", "let name = \"profile.json\"", 0),
            ("Language", "case .a: \"it is now\"", 0),
        ])
    func languages(folder: String, text: String, count: Int) {
        let file = SourceFile("Sources/recours/\(folder)/Sample.swift", text)
        #expect(LanguageRule.findings(file).count == count, "\(text)")
    }

    @Test("An example sees only what is public, without access levels on its imports")
    func exampleImports() {
        let path = "ClientSDK/Examples/Association/Sources/Association/main.swift"
        #expect(ImportRule.findings(SourceFile(path, "import RecoursClient")).isEmpty)
        #expect(ImportRule.findings(SourceFile(path, "import RecoursWire")).count == 1)
    }

    @Test("A public declaration outside the SDK is found")
    func publicDeclarations() {
        #expect(ImportRule.publicFindings(product("public struct A {}")).count == 1)
        #expect(ImportRule.publicFindings(product("package struct A {}")).isEmpty)
        let message = product("public struct A {}", module: "RecoursMessages")
        #expect(ImportRule.publicFindings(message).isEmpty)
    }

    @Test("A long file, a wide line and a long function are found")
    func sizes() {
        #expect(SizeRule.findings(product(String(repeating: "\n", count: 500))).isEmpty)
        #expect(SizeRule.findings(product(String(repeating: "\n", count: 501))).count == 1)
        #expect(SizeRule.findings(product(String(repeating: "é", count: 100))).isEmpty)
        #expect(SizeRule.findings(product(String(repeating: "é", count: 101))).count == 1)
    }

    @Test(
        "The length of a function is counted from its first word to its brace",
        arguments: [
            ("struct A {\n  func f() {", "\n  }\n}", "func f"),
            ("extension A where B == C {\n  package init?(\n) {", "  }\n}", "init"),
            ("enum A { static let b = {", "} }", "let b"),
            ("class A { var c: Int {", "} }", "var c"),
            ("actor A { class func g() -> Int {", "} }", "func g"),
            ("func h(a: () -> Void = { }) {", "}", "func h"),
        ])
    func functions(before: String, after: String, name: String) {
        let edges = before.split(separator: "\n").count + after.split(separator: "\n").count
        for (lines, expected) in [(10, 0), (70 + edges, 1)] {
            let body = String(repeating: "\n", count: lines)
            let findings = SizeRule.functionFindings(product(before + body + after))
            #expect(findings.count == expected)
            #expect(findings.allSatisfy { $0.message.hasPrefix(name) })
        }
    }

    @Test("A type may be longer than a function, and sixty lines are not too many")
    func longTypes() {
        let members = (0..<30).map { "  func f\($0)() {\n  }\n" }.joined()
        #expect(SizeRule.functionFindings(product("struct A {\n\(members)}")).isEmpty)
        let sixty = "func f() {" + String(repeating: "\n", count: 59) + "}"
        #expect(SizeRule.functionFindings(product(sixty)).isEmpty)
        #expect(SizeRule.functionFindings(product("\n" + sixty + "\n")).isEmpty)
        let table = (0..<40).map { "  A(\($0)) {\n  },\n" }.joined()
        #expect(SizeRule.functionFindings(product("let a = [\n\(table)]")).isEmpty)
        let more = "func f() {" + String(repeating: "\n", count: 60) + "}"
        #expect(SizeRule.functionFindings(product(more)).count == 1)
    }

    @Test("A comment that puts work off is found, in any language", arguments: WordRule.putOff)
    func workPutOff(word: String) {
        #expect(WordRule.findings(product("// \(word): later")).count == 1)
        #expect(WordRule.findings(product("// \(word)S and x\(word), “\(word)” too")).isEmpty)
        #expect(WordRule.findings(SourceFile("Tests/a.py", "# \(word)")).count == 1)
        #expect(WordRule.findings(product("// Good \(WordRule.putOffPhrase).")).count == 1)
    }

    @Test("A name that says nothing is found", arguments: ["Utils", "StringHelpers", "Common"])
    func emptyNames(name: String) {
        #expect(WordRule.nameFindings(["Sources/A/\(name).swift"]).count == 1)
        #expect(WordRule.nameFindings(["Sources/A/\(name)"]).count == 1)
        #expect(WordRule.nameFindings(["Sources/A/\(name)+Text.swift"]).isEmpty)
    }

    @Test("A file without its licence is found")
    func licences() {
        #expect(WordRule.licenceFindings(product("let a = 1\n")).count == 1)
        let licence = "// SPDX-License-Identifier: EUPL-1.2\n"
        #expect(WordRule.licenceFindings(product(licence + "let a = 1\n")).count == 1)
        #expect(WordRule.licenceFindings(product(licence + "\nlet a = 1\n")).isEmpty)
        #expect(WordRule.licenceFindings(SourceFile("Sources/A/a.c", "int a;")).count == 1)
    }

    @Test(
        "What claims more than the compiler can prove is found unless it says why",
        arguments: [
            "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1",
            "let a = try! f()", "let a = b as! C", "let a = b!", "let a = b()!.c", "let a = b[0]!",
            "var a: B!", "fatalError()", "precondition(a)", "unsafeBitCast(a, to: B.self)",
        ])
    func claims(code: String) {
        #expect(UnsafeRule.findings(product(code)).count == 1)
        #expect(UnsafeRule.findings(product("// Safe because it is.\n" + code)).isEmpty)
        #expect(UnsafeRule.findings(product("/// Invariant: holds.\n@frozen\n" + code)).isEmpty)
        #expect(UnsafeRule.findings(product("// Says nothing.\n" + code)).count == 1)
        #expect(UnsafeRule.findings(product("// It is because.\n\n" + code)).count == 1)
    }

    @Test("Negation and inequality are not claims", arguments: ["!a", "a != b", "a!=b", "(!a)"])
    func negation(code: String) {
        #expect(UnsafeRule.findings(product(code)).isEmpty)
    }

    @Test("Unsafe pointers are found away from the borders to C")
    func pointers() {
        let code = "// Because.\nlet a: UnsafeRawPointer"
        #expect(UnsafeRule.findings(product(code, module: "RecoursTLS")).isEmpty)
        #expect(UnsafeRule.findings(product(code, module: "RecoursTransport")).isEmpty)
        #expect(UnsafeRule.findings(product(code, module: "RecoursCases")).count == 1)
        let bare = product("a.withUnsafeBytes { $0 }", module: "RecoursTransport")
        #expect(UnsafeRule.findings(bare).count == 1)
    }

    @Test("A file of no target is found")
    func deadFiles() {
        let manifest = SourceFile(
            "Package.swift", "let a = [module(\"A\"), .target(name: \"B\", path: \"Tests/C\")]")
        let inner = SourceFile("Tests/D/Package.swift", "let a = [.target(name: \"E\")]")
        let paths = [
            "Sources/A/a.swift", "Sources/B/a.swift", "Sources/AB/a.swift", "Tests/C/a.swift",
            "Tests/D/Sources/E/a.swift", "Tests/D/Sources/F/a.swift", "Sources/a.swift",
        ]
        let tree = SourceTree(files: [manifest, inner] + paths.map { SourceFile($0, "") })
        #expect(
            DeadCodeRule.fileFindings(tree).map(\.path) == ["Sources", "Sources/AB", "Tests/D"])
    }

    @Test("A type that nobody names is found")
    func deadTypes() {
        let code = """
            struct Used {}
            struct Shown {}
            enum Dead {}
            extension Dead {}
            @main struct Program {}
            """
        let user = product("let a = Used(), b = \"\\(Shown())\"")
        let findings = DeadCodeRule.typeFindings(SourceTree(files: [product(code), user]))
        #expect(findings.map(\.message) == ["nothing names Dead"])
    }

    @Test("A stray file at the top and a module without README are found")
    func layout() {
        #expect(LayoutRule.topFindings([".ci", "Makefile", "docs", "Sources/A"]).count == 1)
        let paths = ["Sources/A", "Sources/A/README.md", "Sources/B", "Sources/B/b.swift"]
        #expect(LayoutRule.readmeFindings(paths).map(\.path) == ["Sources/B"])
    }

    @Test(
        "A test whose name is no sentence is found",
        arguments: [
            ("@Test func a() {}", 1), ("@Test(\"frame\") func a() {}", 1),
            ("@Test(\"A frame is read.\") func a() {}", 1),
            ("@Test(arguments: [1]) func a() {}", 1),
            ("@Test(\"A frame split anywhere is read\") func a() {}", 0),
            ("@Test(\"recoursd's settings are read\") func a() {}", 0),
        ])
    func testNames(code: String, count: Int) {
        #expect(TestNameRule.findings(SourceFile("Tests/A/a.swift", code)).count == count)
    }

    @Test("A name in the table of conformance that is no test's is found")
    func conformance() {
        let table = """
            | 1.2.3 | asks | `Some/File` | `A known name here`, `hostile: a known row` |
            | 1.2.4 | asks | `not looked at here` | `A name unknown here`, `hostile: unknown` |
            And `One more unknown name`, and `code`.
            """
        let tree = SourceTree(files: [
            SourceFile(ConformanceRule.table, table),
            SourceFile("Tests/A/a.swift", "@Test(\"A known name here\") func a() {}"),
            SourceFile("Tests/Hostile/a.py", "@row((1, 2), \"a known row\",\n"),
        ])
        #expect(ConformanceRule.findings(tree).map(\.line) == [2, 2, 3])
        #expect(ConformanceRule.findings(SourceTree(files: [])).count == 1)
    }

    @Test("What git ignores is not read", arguments: [".build", ".build-x", "a.o", "demo", ".git"])
    func ignored(name: String) {
        let names = IgnoredNames(".build*/\nPackage.resolved\n*.o\n/demo/\n")
        #expect(names.contains(name))
        #expect(!names.contains("Sources"))
    }
}
