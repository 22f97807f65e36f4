// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Testing

@testable import recours

@Suite("The clock command")
struct ClockCommandTests {
    @Test(
        "A day is reached at its first moment in Paris, winter and summer",
        arguments: [
            ("2026-12-24", 1_798_066_800_000), ("24/12/2026", 1_798_066_800_000),
            ("2026-07-14", 1_783_980_000_000), ("2026-03-29", 1_774_738_800_000),
            ("2026-03-30", 1_774_821_600_000), ("2026-10-26", 1_792_969_200_000),
        ] as [(String, Int64)])
    func firstMoments(text: String, expected: Int64) throws {
        #expect(try ClockCommand.firstMoment(of: text) == expected)
    }

    @Test("It takes a span or a day, and not both or none")
    func arguments() throws {
        #expect(try ClockCommand.Advance.parse(["15d"]).span?.milliseconds == 15 * 86_400_000)
        #expect(try ClockCommand.Advance.parse(["--to", "2026-12-24"]).to == "2026-12-24")
        #expect(throws: (any Error).self) { try ClockCommand.Advance.parse([]) }
        #expect(throws: (any Error).self) {
            try ClockCommand.Advance.parse(["15d", "--to", "2026-12-24"])
        }
    }
}
