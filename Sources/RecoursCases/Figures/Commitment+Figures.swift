// SPDX-License-Identifier: EUPL-1.2

extension Commitment {
    /// What it adds to the figures. The promise of a case is its case's to count.
    package func figureChanges(before former: Commitment?) -> [FigureChange] {
        guard let key = figureKey else { return [] }
        return [(former?.counter, -1), (counter, 1)].compactMap { counter, amount in
            counter.map { FigureChange(key, .count($0, month: nil, by: amount)) }
        }
    }

    private var figureKey: FigureKey? {
        switch scope {
        case .caseFile: nil
        case .campaign(let campaign):
            FigureKey(platform: platformSlug, category: nil, campaign: campaign.bytes)
        case .category(let category): FigureKey(platform: platformSlug, category: category)
        case .claim: FigureKey(platform: platformSlug, category: .counterfeit)
        }
    }

    private var counter: FigureCounter? {
        switch state {
        case .honoured: .honouredCommitments
        case .broken: .brokenCommitments
        case .open, .waived: nil
        }
    }
}
