// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursMessages

/// Who looks at a case; what is said to them is said as "you".
struct Viewer: Equatable, Sendable {
    enum Role: CaseIterable, Sendable {
        /// The firm, or the association that files for it.
        case complainant
        case platform
        case mediator
        case `operator`
    }

    let role: Role
    /// The partner's slug; empty if it is not known.
    var slug = ""

    /// Who the certificate of a profile is for; an operator's view if that cannot be read, since
    /// it claims to be nobody's turn.
    init(_ settings: ConnectionSettings) {
        let certificate = try? CertificateWork.certificates(settings.certificate.value).first
        guard let certificate, let identity = try? PartnerIdentity(certificate: certificate) else {
            self.init(role: .operator)
            return
        }
        switch identity.kind {
        case .association, .business: self.init(role: .complainant, slug: identity.slug)
        case .platform: self.init(role: .platform, slug: identity.slug)
        case .mediator: self.init(role: .mediator, slug: identity.slug)
        case .operator: self.init(role: .operator, slug: identity.slug)
        }
    }

    init(role: Role, slug: String = "") {
        self.role = role
        self.slug = slug
    }

    /// Whether a clock of this party is the viewer's own.
    func isOne(of party: PartyKind) -> Bool {
        switch party {
        case .business, .association: role == .complainant
        case .platform: role == .platform
        case .mediator: role == .mediator
        case .unspecified, .unrecognized: false
        }
    }
}
