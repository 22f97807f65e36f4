// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// What of a work can be given on the command line.
struct WorkOptions: ParsableArguments {
    @Option(help: "What the product is called where it is sold.")
    var title: String?

    @Option(help: "Brand.")
    var brand: String?

    @Option(help: "GTIN (EAN) of the product; may be repeated.")
    var gtin: [String] = []

    @Option(
        help: "Picture of the product: its hash is computed here, nothing else of it is sent.",
        completion: .file())
    var picture: [String] = []

    @Option(help: "Address at which the original is sold; may be repeated.")
    var original: [String] = []

    @Option(help: "Kind of the right: TRADEMARK, DESIGN, COPYRIGHT, …")
    var right: String?

    @Option(help: "Where it is registered: FR, EM (EUIPO), WO (WIPO), …")
    var office: String?

    @Option(help: "Number of the registration.")
    var number: String?

    @Flag(help: "The claim to the right is made in good faith; needed.")
    var goodFaith = false

    @Option(help: "The owner's SIRET.")
    var ownerSiret: String?

    @Option(help: "The owner's legal name.")
    var ownerName: String?

    @Option(help: "Who can be talked to at the owner's.")
    var contactName: String?

    @Option(help: "The contact's address.")
    var contactEmail: String?

    @Option(help: "What one copy on sale is thought to cost the owner a month: 150,00EUR.")
    var monthlyLoss: String?

    /// The draft with what was given; `tell` hears what is to be said of pictures.
    func applied(
        to draft: WorkDraft, tell: (PictureSentence) -> Void
    ) throws(CommandError) -> WorkDraft {
        var draft = draft
        if let title { draft.title = title }
        if let brand { draft.brand = brand }
        draft.gtins += gtin
        for path in picture {
            let hashed = try PictureFile.hashed(path)
            if !hashed.isDetailed { tell(.fewDetails(path, quality: hashed.quality)) }
            draft.pictures.append(PictureFingerprint(hashed))
        }
        if let monthlyLoss { draft.monthlyLoss = try CommandMoney.money(monthlyLoss) }
        draft.owner = owner(draft.owner)
        draft.ipClaim = try claim(draft.ipClaim, of: draft.owner)
        return draft
    }

    private func owner(_ given: Party?) -> Party? {
        let texts = [ownerSiret, ownerName, contactName, contactEmail]
        guard texts.contains(where: { $0 != nil }) else { return given }
        var owner = given ?? Party(kind: .business)
        if let ownerSiret { owner.siret = String(ownerSiret.filter { !$0.isWhitespace }) }
        if let ownerName { owner.legalName = ownerName }
        if contactName != nil || contactEmail != nil {
            var contact = owner.contact ?? Contact()
            if let contactName { contact.name = contactName }
            if let contactEmail { contact.email = contactEmail }
            owner.contact = contact
        }
        return owner
    }

    /// The right is the owner's, unless the file says otherwise.
    private func claim(_ given: IpClaim?, of owner: Party?) throws(CommandError) -> IpClaim? {
        let isGiven = right != nil || office != nil || number != nil || !original.isEmpty
        guard given != nil || isGiven || goodFaith else { return nil }
        var claim = given ?? IpClaim()
        if let right { claim.kind = try value(right, Labels.rights, .right) }
        if let office { claim.office = office.uppercased() }
        if let number { claim.number = number }
        claim.originals += original.map { Listing(url: $0) }
        if goodFaith { claim.goodFaith = true }
        if claim.owner == nil {
            claim.owner = owner
            claim.owner?.contact = nil
        }
        return claim
    }
}
