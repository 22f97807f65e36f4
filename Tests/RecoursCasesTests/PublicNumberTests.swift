// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursCases

@Suite("Public number")
struct PublicNumberTests {
    private let cipher = PublicNumberCipher(key0: 0x0706_0504_0302_0100, key1: 1)

    @Test(
        "SipHash-2-4 gives its authors' vectors",
        arguments: [
            (0, 0x726f_db47_dd0e_0e31), (1, 0x93f5_f579_9a93_2462), (2, 0x3f2a_cc7f_57c2_9bdb),
            (3, 0xb8ad_50c6_f649_af94), (7, 0xb78d_bfaf_3a8d_83bd),
        ] as [(Int, UInt64)])
    func sipHash(words: Int, expected: UInt64) {
        let hash = SipHash(key0: 0x0706_0504_0302_0100, key1: 0x0f0e_0d0c_0b0a_0908)
        let input = (0..<UInt64(words)).map { word in
            (0..<8).reduce(UInt64(0)) { $0 | (word * 8 + $1) << (8 * $1) }
        }
        #expect(hash.hash(input) == expected)
    }

    @Test("Twenty thousand cases get twenty thousand numbers of ten digits")
    func distinct() {
        var seen: Set<UInt64> = []
        for counter in UInt64(0)..<20_000 {
            guard let number = cipher.number(at: counter), number.value < PublicNumber.shortLimit
            else {
                Issue.record("no number at \(counter)")
                return
            }
            seen.insert(number.value)
        }
        #expect(seen.count == 20_000)
    }

    @Test("A number leads back to the count it was made of, in both ranges and at their ends")
    func inverse() throws {
        let short = PublicNumber.shortLimit
        let counters = [0, 1, 2, 999_999, short - 1, short, short + 1, PublicNumber.limit - 1]
        for counter in counters + (0..<2_000).map({ $0 &* 48_611 &* 97_003 % short }) {
            let number = try #require(cipher.number(at: counter))
            #expect(cipher.counter(of: number) == counter)
        }
    }

    @Test("Neighbouring counters have numbers far apart, on average a third of the range")
    func noCounting() throws {
        var distance: UInt64 = 0
        for counter in UInt64(0)..<1000 {
            let first = try #require(cipher.number(at: counter)).value
            let second = try #require(cipher.number(at: counter + 1)).value
            distance += (max(first, second) - min(first, second)) / 1000
        }
        #expect((3_000_000_000...3_700_000_000).contains(distance))
    }

    @Test("Another key gives other numbers; the same key the same")
    func keys() {
        let other = PublicNumberCipher(key0: 0x0706_0504_0302_0100, key1: 2)
        #expect(cipher.number(at: 7) != other.number(at: 7))
        #expect(
            cipher.number(at: 7)
                == PublicNumberCipher(key0: 0x0706_0504_0302_0100, key1: 1)
                .number(at: 7))
    }

    @Test("After ten thousand million cases numbers have fourteen digits, and end far away")
    func longNumbers() throws {
        let short = try #require(cipher.number(at: PublicNumber.shortLimit - 1))
        #expect(short.description.utf8.count == 17)
        for counter in PublicNumber.shortLimit..<(PublicNumber.shortLimit + 100) {
            let long = try #require(cipher.number(at: counter))
            #expect(long.value >= PublicNumber.shortLimit)
            #expect(PublicNumber(text: long.description) == long)
        }
        #expect(cipher.number(at: PublicNumber.limit - 1) != nil)
        #expect(cipher.number(at: PublicNumber.limit) == nil)
        #expect(PublicNumber(PublicNumber.limit) == nil)
    }

    @Test("Its text has groups of four and a check digit")
    func text() {
        #expect(PublicNumber(1_234_567_890)?.description == "RC-1234-5678-90-6")
        #expect(PublicNumber(0)?.description == "RC-0000-0000-00-0")
    }

    @Test(
        "It is read in any case, with spaces, without dashes, without RC",
        arguments: [
            "RC-1234-5678-90-6", "rc-1234-5678-90-6", "RC12345678906", "12345678906",
            " rc 1234 5678 90 6 ", "1234-5678-906",
        ])
    func tolerant(text: String) {
        #expect(PublicNumber(text: text)?.value == 1_234_567_890)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "RC", "RC-1234-5678-90", "RC-1234-5678-90-3", "R-1234-5678-90-6",
            "CR-1234-5678-90-6", "RC-1234-5678-9O-6", "RC-1234-5678-90-6-1", "1234RC5678906",
            "RC-1234_5678-90-6", "RC-00-0000-0000-0000-0", "RC-é234-5678-90-6",
            String(repeating: " ", count: 60) + "12345678906",
        ])
    func refused(text: String) {
        #expect(PublicNumber(text: text) == nil)
    }

    @Test("The check digit is Damm's: of 572 it is 4")
    func damm() {
        #expect(DammCheck.digit(for: [5, 7, 2]) == 4)
        #expect(DammCheck.isRight([5, 7, 2, 4]))
    }

    @Test("One wrong digit and two neighbours exchanged are always found")
    func checkDigit() throws {
        for counter in UInt64(0)..<200 {
            let text = try #require(cipher.number(at: counter)).description
            let digits = text.utf8.filter(\.isDigit)
            for place in digits.indices {
                for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[place] {
                    var wrong = digits
                    wrong[place] = digit
                    #expect(PublicNumber(text: String(decoding: wrong, as: UTF8.self)) == nil)
                }
                guard place > 0, digits[place] != digits[place - 1] else { continue }
                var wrong = digits
                wrong.swapAt(place, place - 1)
                #expect(PublicNumber(text: String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
    }
}
