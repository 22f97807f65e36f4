// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("An activity to filter by")
struct ActivityPrefixTests {
    @Test(
        "It is a NAF code or its first digits, with or without the dot",
        arguments: [
            ("32", "32"), ("32.1", "321"), ("32.12", "3212"), ("3212Z", "3212Z"),
            ("32.12Z", "3212Z"), (" 32 ", "32"),
        ])
    func forms(text: String, stored: String) {
        #expect(ActivityPrefix(text)?.text == stored)
    }

    @Test(
        "Anything else is none",
        arguments: ["", "3", "3Z", "32Z", "3212z", "32125", "32122Z", "Z3212", "٣٢", "32-12"])
    func others(text: String) {
        #expect(ActivityPrefix(text) == nil)
    }
}
