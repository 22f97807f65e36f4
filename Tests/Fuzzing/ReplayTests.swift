// SPDX-License-Identifier: EUPL-1.2

import Testing

/// What a fuzzing run began with, reached or found, held to the same laws without a sanitizer.
@Suite("Parsers keep their laws")
struct ReplayTests {
    @Test("No input that is kept breaks a law, and no find comes back", arguments: FuzzTarget.all)
    func replay(target: FuzzTarget) throws {
        let inputs = try FuzzCorpus.all(target)
        #expect(!inputs.isEmpty)
        for input in inputs {
            #expect(throws: Never.self, "\(target.name): \(input)") { try target.run(input) }
        }
    }

    @Test("A law that is broken is told")
    func control() {
        #expect(throws: BrokenLaw.self) { try law(false, "nothing holds") }
    }
}

extension FuzzTarget: CustomTestStringConvertible {
    var testDescription: String { name }
}
