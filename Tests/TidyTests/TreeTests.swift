// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Each test holds one habit for every file of the repository.
@Suite("The tree")
struct TreeTests {
    private let tree = SourceTree.repository

    @Test("The tree that is read is this repository")
    func isRead() throws {
        let ours = try #require(tree.files.first { $0.path == "Tests/TidyTests/TreeTests.swift" })
        #expect(ours.tokens.contains { $0.isWord("TreeTests") })
        #expect(tree.files.contains { $0.path == "Package.swift" })
    }

    @Test("No import crosses the lines of the design, and each has an access level")
    func imports() {
        expectNone(tree.files.flatMap { ImportRule.findings($0) })
    }

    @Test("Only the SDK and the types it returns are public")
    func publicDeclarations() {
        expectNone(tree.files.flatMap { ImportRule.publicFindings($0) })
    }

    @Test("Files, functions and lines keep to their lengths")
    func sizes() {
        expectNone(tree.files.flatMap { SizeRule.findings($0) })
    }

    @Test("No comment puts work off")
    func workPutOff() {
        expectNone(tree.files.flatMap { WordRule.findings($0) })
    }

    @Test("No file or folder is named for nothing it holds")
    func emptyNames() {
        expectNone(WordRule.nameFindings(tree.paths))
    }

    @Test("Each source file names its licence first")
    func licences() {
        expectNone(tree.files.flatMap { WordRule.licenceFindings($0) })
    }

    @Test("What the compiler can't prove says why it holds, and pointers stay at the borders to C")
    func unsafe() {
        expectNone(tree.files.flatMap { UnsafeRule.findings($0) })
    }

    @Test("The command line says nothing that is worded in one language only")
    func languages() {
        expectNone(tree.files.flatMap { LanguageRule.findings($0) })
    }

    @Test("Every test that the table of conformance names is there")
    func conformance() {
        expectNone(ConformanceRule.findings(tree))
    }

    @Test("Every Swift file belongs to a target")
    func deadFiles() {
        expectNone(DeadCodeRule.fileFindings(tree))
    }

    @Test("Every type of the products is named by somebody")
    func deadTypes() {
        expectNone(DeadCodeRule.typeFindings(tree))
    }

    @Test("The top of the repository holds only what belongs there")
    func top() {
        expectNone(LayoutRule.topFindings(tree.paths))
    }

    @Test("Every module has a README")
    func readmes() {
        expectNone(LayoutRule.readmeFindings(tree.paths))
    }

    @Test("Every test is named by a sentence")
    func testNames() {
        expectNone(tree.files.flatMap { TestNameRule.findings($0) })
    }
}
