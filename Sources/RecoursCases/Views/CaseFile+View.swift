// SPDX-License-Identifier: EUPL-1.2

extension CaseFile {
    /// The case as the viewer may see it; nil if it may not even know that there is one.
    ///
    /// Whatever is hidden is absent, in the protocol's sense: an empty text, no message.
    package func view(for viewer: Viewer) -> CaseFile? {
        switch viewer {
        case .complainant: viewForComplainant()
        case .platform(let slug): viewForPlatform(slug)
        case .mediator(let slug, _): viewForMediator(slug, viewer)
        }
    }

    // MARK: The complainant's side

    private func viewForComplainant() -> CaseFile {
        var view = self
        view.legalHold = ""
        view.mediation = mediation?.view(from: .complainant, since: nil)
        return view
    }

    // MARK: The platform

    private func viewForPlatform(_ slug: String) -> CaseFile? {
        guard slug == addressee, transmittedAt != nil, state != .draft else { return nil }
        var view = self
        view.hideComplainant(cover(for: .platform(slug)))
        // As filed, it may name the platform that was addressed before.
        view.draft.platformSlug = addressee
        view.legalHold = ""
        view.flags = []
        view.inadmissibility = nil
        view.readdressings = []
        view.stateReason = reasonForPlatform
        view.missed = readdressings.isEmpty ? missed.filter(\.isForPlatform) : []
        let since = addressedSince
        view.mediation = mediation?.view(from: .platform, since: since)
        view.responses = responses.filter { $0.isBy(slug, onlyOne: readdressings.isEmpty) }
        view.verdicts = verdicts.filter { $0.givenAt.isAfter(since) }
        let platform = PartnerReference(kind: .platform, slug: slug)
        view.exchanges = view.exchanges.filter {
            $0.kind != .contest && ($0.at.isAfter(since) || $0.author == platform)
        }
        return view
    }

    /// Why a case was not taken at first, or went from one platform to another, is no word to the
    /// platform: in the states that follow from that, the reason is of what was before it.
    private var reasonForPlatform: String {
        hasReasonForPlatform && !readdressings.contains { $0.reason == stateReason }
            ? stateReason : ""
    }

    /// Whether the reason of the present state is one that the platform may read.
    var hasReasonForPlatform: Bool {
        switch state {
        case .draft, .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested,
            .inadmissible, .erased:
            false
        case .answered, .remedyPending, .inMediation, .resolved, .noAgreement, .duplicate,
            .withdrawn:
            true
        }
    }

    // MARK: The mediator

    private func viewForMediator(_ slug: String, _ viewer: Viewer) -> CaseFile? {
        guard state != .draft else { return nil }
        var view = self
        view.hideComplainant(cover(for: viewer))
        if isRecused(slug) { view.mediation = mediation?.viewForRecused }
        return view
    }

    // MARK: Who it is

    private mutating func hideComplainant(_ cover: IdentityCover) {
        guard cover != .none else { return }
        submitter = submitter.covered(cover)
        draft = draft.covered(cover)
        exchanges = exchanges.map { $0.covered(cover) }
        if cover == .pseudonym {
            // A campaign may be that of one association, or of one town.
            terms?.campaign = []
        }
    }
}

extension PartnerReference {
    /// A firm's slug is its name. An association's says which trade and which town, so a platform
    /// that must not know the firm reads only that there is an association.
    func covered(_ cover: IdentityCover) -> PartnerReference {
        let isHidden =
            switch (kind, cover) {
            case (.business, .identity), (.business, .pseudonym), (.association, .pseudonym): true
            default: false
            }
        return isHidden ? PartnerReference(kind: kind, slug: "") : self
    }
}

extension Exchange {
    func covered(_ cover: IdentityCover) -> Exchange {
        guard cover != .none else { return self }
        return Exchange(
            kind: kind, author: author.covered(cover),
            writing: writing.covered(cover, by: author.kind), at: at)
    }
}

extension Writing {
    /// The words stay: they were written to be read. The names of the firm's files go, for a file
    /// says who made it.
    func covered(_ cover: IdentityCover, by author: PartnerKind?) -> Writing {
        let isOfFirm = author == .business || author == .association
        return cover == .pseudonym && isOfFirm ? Writing(text) : self
    }
}

extension DeadlineKind {
    /// Whether it is the platform's clock.
    var isForPlatform: Bool {
        switch self {
        case .acknowledge, .answer, .finalAnswer, .remedy: true
        case .route, .information, .verdict, .remedyConfirmation, .mediatorFirstWord,
            .mediationEnd, .draftIdle:
            false
        }
    }

    /// Whether it is a mediator's clock.
    var isForMediator: Bool {
        switch self {
        case .route, .mediatorFirstWord, .mediationEnd: true
        case .acknowledge, .answer, .finalAnswer, .information, .verdict, .remedy,
            .remedyConfirmation, .draftIdle:
            false
        }
    }
}

extension PlatformResponse {
    /// Whether the platform gave it. An answer once did not say whose it was: then it is that of
    /// the only platform there has been.
    fileprivate func isBy(_ slug: String, onlyOne: Bool) -> Bool {
        platformSlug == slug || platformSlug.isEmpty && onlyOne
    }
}

extension Instant {
    /// Whether it is later than the other; everything is later than none.
    func isAfter(_ other: Instant?) -> Bool {
        other.map { $0 < self } ?? true
    }
}
