// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursWire

@Suite("Golden byte vectors")
struct GoldenTests {
    @Test("Both machines write and read exactly the bytes of the file")
    func files() throws {
        let names = try GoldenTranscript.names()
        #expect(names.count >= 8)
        for name in names {
            var transcript = GoldenTranscript()
            let differences = try transcript.play(name)
            #expect(differences == [], "\(name)")
        }
    }
}
