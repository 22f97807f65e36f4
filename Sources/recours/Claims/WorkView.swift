// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// A work as its owner, a platform or a mediator wants to read it.
struct WorkView {
    let work: Work

    private var language: Language { .current }
    private var draft: WorkDraft { work.draft ?? WorkDraft() }
    var identifier: String { CaseReference.text(of: work.id) }
    var title: String { draft.title }
    var owner: String { draft.owner?.legalName ?? "" }

    /// `trade mark EM 018123456`.
    var right: String {
        guard let claim = draft.ipClaim else { return "" }
        return [Labels.rights.name(of: claim.kind), claim.office, claim.number]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    func lines(width: Int) -> [String] {
        var all = Particulars(title: title, width: width)
        all.add(.brand, draft.brand)
        all.add(.gtins, draft.gtins.joined(separator: ", "))
        all.add(.pictures, draft.pictures.isEmpty ? "" : language.number(draft.pictures.count))
        all.add(.owner, ownerText)
        all.add(.right, right)
        all.add(.originals, originals.joined(separator: "\n"))
        all.add(.monthlyLoss, draft.monthlyLoss.map(language.money) ?? "")
        all.add(.registrant, work.registrant?.slug ?? "")
        all.add(.registered, language.instant(work.createdAtMs))
        all.add(.identifier, identifier)
        return all.lines
    }

    /// What the originals are called: where they are sold, or their number.
    var originals: [String] {
        (draft.ipClaim?.originals ?? []).map { original in
            [original.url, original.gtin, original.platformListingID, original.title]
                .first { !$0.isEmpty } ?? ""
        }
    }

    private var ownerText: String {
        guard let owner = draft.owner else { return "" }
        let number = owner.siret.isEmpty ? owner.siren : owner.siret
        return [owner.legalName, number].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: ClaimWord.title.column, isFlexible: true),
            .init(title: ClaimWord.brand.column, isFlexible: true, isOptional: true),
            .init(title: ClaimWord.owner.column, isFlexible: true, isOptional: true),
            .init(title: ClaimWord.right.column, isFlexible: true),
            .init(title: ClaimWord.registered.column),
            .init(title: ClaimWord.identifier.column),
        ]
    }

    var row: [String] {
        let registered = language.date(milliseconds: work.createdAtMs)
        return [title, draft.brand, owner, right, registered, identifier]
    }
}
