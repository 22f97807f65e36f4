// SPDX-License-Identifier: EUPL-1.2

import struct RecoursCases.Breach
import RecoursMessages
import Testing

@testable import recours

@Suite("Files with a listing a line")
struct ItemFileTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
    }

    private func lines(_ text: String, name: String = "l.csv") throws -> [LineItem<ListingToAdd>] {
        let path = try place.file(name, text)
        var reader = try ItemFile<ListingColumn, ListingToAdd>(
            path, name: name, format: nil, columns: ListingColumn.ofReports,
            required: [.platform, .listing]
        ) { ListingToAdd(&$0) }.reader()
        var lines: [LineItem<ListingToAdd>] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    @Test("Columns go by names in either language, whatever their order")
    func languages() throws {
        let french = try lines("Annonce;Plateforme;Vendeur ID;Prix;Devise\nW1;Wish;s1;9,50;USD\n")
        let english = try lines("platform,seller_id,listing,price,currency\nwish,s1,W1,9.50,usd\n")
        #expect(french.first?.message == english.first?.message)
        #expect(
            french.first?.message?.listing?.price == Money(minorUnits: 950, currency: "USD"))
    }

    @Test("JSON Lines are the protocol's messages, and what is wrong in them has its line")
    func json() throws {
        let text = """
            {"platformId":"wish","listing":{"platformListingId":"W1"}}

            {"platformId":"wish","listing":{"colour":"red"}}

            """
        let lines = try lines(text, name: "l.jsonl")
        #expect(lines.map(\.line) == [1, 3])
        #expect(lines[0].message?.listing?.platformListingID == "W1")
        #expect(lines[1].message == nil && lines[1].faults.first?.code == "JSON")
    }

    @Test(
        "Columns that are missing, unknown or there twice are all told at once",
        arguments: [
            ("platform;url\n", "missing columns: listing"),
            ("platform;listing;sellar\n", "did you mean `seller`?"),
            ("platform;listing;annonce\n", "column `listing` stands twice"),
        ])
    func header(text: String, expected: String) {
        Language.$current.withValue(.english) {
            let error = #expect(throws: CommandError.self) { try lines(text) }
            #expect(error?.message.contains(expected) == true)
        }
    }

    @Test(
        "Instants are read as people and programs write them",
        arguments: [
            ("2018-11-30T14:05:09Z", 1_543_586_709_000), ("30/11/2018 15:05", 1_543_586_700_000),
            ("2018-11-30 15:05:09+01:00", 1_543_586_709_000),
            ("2018-11-30T14:05:09.123Z", 1_543_586_709_000), ("30/11/2018", 1_543_532_400_000),
            ("2018-07-01", 1_530_396_000_000), ("2018-07-01T00:30", 1_530_397_800_000),
        ] as [(String, Int64)])
    func instants(text: String, milliseconds: Int64) throws {
        #expect(try WrittenInstant.milliseconds(text) == milliseconds)
    }

    @Test(
        "What is no instant is refused, the hour that spring leaves out among it",
        arguments: [
            "", "soon", "2018-11-31", "2018-11-30T25:00Z", "2018-11-30T", "2018-11-30 12:60",
            "2019-03-31 02:30", "2018-11-30T12:00:00+99:00", "2018-11-30 1:2:3:4",
        ])
    func noInstants(text: String) {
        #expect(throws: Breach.self) { try WrittenInstant.milliseconds(text) }
    }

    @Test("A violation's field is found in its column")
    func fields() {
        for (path, column) in [
            ("listings[3].listing.platform_listing_id", ListingColumn.listing),
            ("listings[3].platform_id", .platform),
            ("listings[0].listing.price.minor_units", .price),
            ("listings[0].listing.first_seen_at_ms", .seen), ("pictures[1].pdq", .pictures),
        ] {
            #expect(ListingColumn(fieldPath: path) == column)
        }
        #expect(ReplyColumn(fieldPath: "replies[2].refusal.text") == .text)
        #expect(ReplyColumn(fieldPath: "replies[2].expected_version") == .version)
        #expect(ListingColumn(fieldPath: "listings[1].listing.image_hash") == nil)
    }
}
