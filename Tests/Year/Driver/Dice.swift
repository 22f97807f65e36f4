// SPDX-License-Identifier: EUPL-1.2

/// Chance that is the same in each run: it depends on the seed, the case, what is asked, and
/// nothing else, so that calls may overlap as they like.
struct Dice {
    let seed: UInt64

    /// 0 up to, not including, 100.
    func percent(_ caseID: String, _ question: String) -> Int {
        Int(word(caseID, question) % 100)
    }

    func within(_ range: ClosedRange<Int>, _ caseID: String, _ question: String) -> Int {
        range.lowerBound + Int(word(caseID, question) % UInt64(range.count))
    }

    func pick<Element>(_ choices: [Element], _ caseID: String, _ question: String) -> Element? {
        choices.isEmpty ? nil : choices[Int(word(caseID, question) % UInt64(choices.count))]
    }

    /// FNV-1a over the texts, then SplitMix64's finish.
    private func word(_ caseID: String, _ question: String) -> UInt64 {
        var hash = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in caseID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
