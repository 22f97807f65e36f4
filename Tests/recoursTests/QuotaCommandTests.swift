// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("Limits on the command line")
struct QuotaCommandTests {
    @Test("A limit is a name and a whole number; anything else is told with its form")
    func settings() throws {
        let setting = try PartnerCommand.Quota.setting("cases_per_day=500000")
        #expect(setting == QuotaLimit(name: "cases_per_day", limit: 500_000))
        for text in ["cases_per_day", "cases_per_day=", "cases_per_day=-1", "=1", "a=b=1"] {
            #expect(throws: CommandError.self, "\(text)") {
                try PartnerCommand.Quota.setting(text)
            }
        }
    }

    @Test("Every limit of the protocol has a name in both languages")
    func names() {
        let names = [
            "connections", "calls", "watches", "bulk_items", "cases_per_day", "bytes_per_day",
            "writes_per_second", "write_burst", "read_units_per_second", "bytes_per_second",
            "message_bytes", "case_bytes", "page_items", "page_bytes",
        ]
        for name in names {
            #expect(LimitWord.named(name).french != name || name == "calls", "\(name)")
            #expect(LimitWord.named(name).french != LimitWord.named(name).english, "\(name)")
        }
        #expect(LimitWord.named("newer_than_this").english == "newer_than_this")
    }
}
