// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursWire
internal import Testing

@testable import RecoursServer

@Suite("Sealed tokens")
struct SealedTokensTests {
    private let tokens: SealedTokens
    private let partner = PartnerReference(kind: .association, slug: "ajc")

    init() throws {
        tokens = try SealedTokens(key: [UInt8](0..<32))
    }

    @Test("A token opens for the purpose, partner and filters it was made for, and for no other")
    func context() throws {
        for payload in [[], [7], [UInt8](0..<64)] as [[UInt8]] {
            let token = try tokens.seal(payload, for: .inbox, of: partner, filters: [1])
            #expect(try tokens.open(token, for: .inbox, of: partner, filters: [1]) == payload)
            #expect(try tokens.open(token, for: .caseList, of: partner, filters: [1]) == nil)
            #expect(try tokens.open(token, for: .inbox, of: partner, filters: [2]) == nil)
            let others = [
                PartnerReference(kind: .association, slug: "ajd"),
                PartnerReference(kind: .platform, slug: "ajc"),
            ]
            for other in others {
                #expect(try tokens.open(token, for: .inbox, of: other, filters: [1]) == nil)
            }
            let elsewhere = try SealedTokens(key: [UInt8](1..<33))
            #expect(try elsewhere.open(token, for: .inbox, of: partner, filters: [1]) == nil)
        }
    }

    @Test("A page's token says where in the database's history it was read, if that has copies")
    func places() throws {
        let pages = PageTokens(tokens: tokens, purpose: .caseList, partner: partner, filters: [1])
        let position = [UInt8](1...16)
        for place in [nil, 0, UInt64.max] as [UInt64?] {
            let token = try pages.token(position, place: place)
            let found = try #require(try pages.positionAndPlace(token))
            #expect(found.position == position && found.place == place)
        }
        #expect(try pages.token(nil, place: 7) == "")
        #expect(try pages.positionAndPlace("") == nil)
    }

    @Test("A token with any bit changed, shortened or lengthened does not open")
    func forgery() throws {
        let token = try tokens.seal([1, 2, 3], for: .inbox, of: partner)
        for place in token.indices {
            for bit in 0..<8 {
                var forged = token
                forged[place] ^= 1 << UInt8(bit)
                #expect(try tokens.open(forged, for: .inbox, of: partner) == nil)
            }
        }
        for count in 0..<token.count {
            #expect(try tokens.open(Array(token[..<count]), for: .inbox, of: partner) == nil)
        }
        #expect(try tokens.open(token + [0], for: .inbox, of: partner) == nil)
        let long = [UInt8](repeating: 1, count: 10_000)
        #expect(try tokens.open(long, for: .inbox, of: partner) == nil)
    }

    @Test("Neighbouring positions give tokens that share nothing but the version")
    func hiding() throws {
        let first = try tokens.seal([0, 0, 0, 1], for: .inbox, of: partner)
        let second = try tokens.seal([0, 0, 0, 2], for: .inbox, of: partner)
        let same = zip(first, second).dropFirst().filter { $0 == $1 }.count
        #expect(same < 6)
    }

    @Test(
        "As text it comes back, and what is no token is INVALID_ARGUMENT",
        arguments: ["", "0", "zz", "00", "é", String(repeating: "0", count: 10_000)])
    func text(wrong: String) throws {
        let text = try tokens.sealText([9, 8], for: .caseList, of: partner)
        #expect(try tokens.open(text: text, for: .caseList, of: partner) == [9, 8])
        let status = #expect(throws: RPCStatus.self) {
            try tokens.open(text: wrong, for: .caseList, of: partner)
        }
        #expect(status?.code == .invalidArgument)
    }
}
