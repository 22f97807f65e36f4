// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

@testable import RecoursServer

extension FuzzTarget {
    /// Page tokens and cursors: only what was sealed opens, as bytes and as text.
    static let tokens = FuzzTarget(
        name: "tokens", largestInput: 200,
        seeds: {
            let tokens = try tokensOfTest.get()
            let token = try tokens.seal(Array(0..<8), for: .inbox, of: owner)
            let text = try tokens.sealText([7], for: .caseList, of: owner)
            return [[0] + token, [1] + Array(text.utf8), [2, 8] + Array(0..<20)]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let tokens = try tokensOfTest.get()
        switch input.below(3) {
        case 0:
            let token = Array(input.rest)
            guard let payload = try tokens.open(token, for: .inbox, of: owner) else { return }
            try law(try tokens.seal(payload, for: .inbox, of: owner) == token, "a forged token")
        case 1:
            let text = String(decoding: input.rest, as: UTF8.self)
            guard let payload = try? tokens.open(text: text, for: .caseList, of: owner) else {
                return
            }
            let again = try tokens.sealText(payload, for: .caseList, of: owner)
            try law(again == text.lowercased(), "a forged page token")
        default:
            let payload = Array(input.take(input.below(65)))
            let filters = Array(input.rest)
            let token = try tokens.seal(payload, for: .queue, of: owner, filters: filters)
            let opened = try tokens.open(token, for: .queue, of: owner, filters: filters)
            try law(opened == payload, "a sealed token does not open")
            _ = payload.numbers
            _ = UInt64(bigEndian: payload)
        }
    }

    private static let owner = PartnerReference(kind: .association, slug: "ajc")
    private static let tokensOfTest = Result { try SealedTokens(key: [UInt8](0..<32)) }
}
