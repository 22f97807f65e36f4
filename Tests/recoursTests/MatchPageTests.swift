// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PictureSamples
import RecoursClient
import Testing

@testable import recours

@Suite("The page on which matches are judged")
struct MatchPageTests {
    private static let hostile = #""><script>alert(1)</script><img src=x onerror="a">&\#u{202E}'"#

    private func page(
        _ change: (inout ClaimListing) -> Void = { _ in }, say: StatsLanguage = .english,
        pictures: @escaping ([String]) -> [PictureFolder.Picture] = { _ in [] }
    ) throws -> String {
        var match = SampleClaims.listing(10, .observed)
        change(&match)
        return try MatchPage(
            queue: MatchQueue(works: [SampleClaims.work], matches: [match]), say: say,
            madeAtMs: 1_543_575_600_000, pictures: pictures
        ).html()
    }

    @Test("Other people's words stay words, wherever they stand")
    func hostile() throws {
        let text = try page { match in
            match.platformID = Self.hostile
            match.listing?.title = Self.hostile
            match.listing?.sellerName = Self.hostile
            match.listing?.platformListingID = Self.hostile
            match.listing?.url = "javascript:alert(1)"
        }
        #expect(text.components(separatedBy: "<script>").count == 2)
        #expect(!text.contains("<img"))
        #expect(text.contains("&lt;script&gt;alert(1)"))
        #expect(!text.contains("\u{202E}") && text.contains("\\u{202E}"))
        #expect(!text.contains("href=\"javascript"))
    }

    @Test(
        "Only this page's own style and script are let in, by their hashes, and nothing is loaded")
    func policy() throws {
        let text = try page()
        let policy = try #require(text.firstMatch(of: /Policy" content="([^"]*)"/)?.1)
        #expect(policy.contains("default-src &#39;none&#39;") && policy.contains("img-src data:"))
        #expect(policy.components(separatedBy: "sha256-").count == 3)
        #expect(!policy.contains("unsafe") && !policy.contains("http"))
        #expect(!text.contains("src=\"http"))
    }

    @Test("A link is one only where it leads to the web and reads as what it is")
    func links() throws {
        #expect(try page().contains("<a href=\"https://wish.example/W10\" target=\"_blank\""))
        for address in ["https://wish.example/\u{200B}a", "https://wish.example/\" onclick=\"a"] {
            let hidden = try page { $0.listing?.url = address }
            #expect(!hidden.contains("<a href=\"https://wish.example"))
        }
    }

    @Test("Evidence is told in the reader's words, with what speaks against a copy")
    func evidence() throws {
        let french = try page(say: .french)
        #expect(french.contains("même image (12 bits sur 256 diffèrent)"))
        #expect(french.contains("class=\"against\"><span aria-hidden=\"true\">−</span> autre GTIN"))
        #expect(try page().contains("titles 73% alike"))
    }

    @Test("Pictures are found by identifier or number, and are pictures whatever they are called")
    func pictures() throws {
        let place = try TemporaryPlace()
        let names = [
            SampleClaims.text(1) + ".png", SampleClaims.text(1) + "-2.jpg", "wish-W10.webp",
        ]
        for (name, sample) in zip(names, [PictureSample.png, .jpeg, .png]) {
            try Data(sample.bytes).write(to: URL(fileURLWithPath: "\(place.path)/\(name)"))
        }
        _ = try place.file("wish-W11.png", "<svg onload='alert(1)'/>")
        let folder = try PictureFolder(place.path)
        var leftOut: [String] = []
        func media(_ names: String...) -> [String] {
            folder.pictures(of: names) { leftOut.append($0.english) }.map(\.media)
        }
        #expect(media(SampleClaims.text(1)) == ["image/png", "image/jpeg"])
        // Called WebP, it is what its bytes say.
        #expect(media(SampleClaims.text(10), "wish-W10") == ["image/png"])
        #expect(media("wish-W11").isEmpty && leftOut.first?.contains("wish-W11.png") == true)
        #expect(media("../wish-W10").isEmpty)
        let text = try page(pictures: { names in folder.pictures(of: names) { _ in } })
        #expect(text.contains("<img src=\"data:image/png;base64,"))
    }

    @Test("The most likely copies of a work come first, and works stay together")
    func order() throws {
        var matches = (1...4).map { SampleClaims.listing($0, .observed) }
        matches[1].workID = SampleClaims.identifier(9)
        matches[2].score = 990
        let queue = MatchQueue(works: [], matches: matches)
        #expect(queue.sorted.map(\.id.last) == [3, 1, 4, 2])
    }

    @Test("Verdicts are read whole, and each listing has one")
    func verdicts() throws {
        let place = try TemporaryPlace()
        let id = SampleClaims.text(7)
        let right = try place.file("r", "{\"listingId\":\"\(id)\",\"verdict\":\"COPY\"}\n")
        #expect(try VerdictFile.read(right).map(\.verdict.verdict) == [.copy])
        let wrong = try place.file(
            "w",
            "{\"listingId\":\"\(id)\",\"verdict\":\"COPY\"}\n{}\nx\n"
                + "{\"listingId\":\"\(id)\",\"verdict\":\"NO_COPY\"}\n")
        Language.$current.withValue(.english) {
            let error = #expect(throws: CommandError.self) { try VerdictFile.read(wrong) }
            for part in [":2: listingId (a UUID)", ":3: ", ":4: listingId: this listing has"] {
                #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
            }
        }
    }
}
