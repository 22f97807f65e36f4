// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// Shows mediators who a complainant is, and writes that down before it does.
struct IdentityDesk: Sendable {
    let core: ServiceCore

    /// How the caller may look at a case it asks for: with its identity, if it is a mediator that
    /// asks for it and gives a reason. Everybody else always gets what is theirs.
    func wantsIdentity(_ request: GetCaseRequest, _ peer: Peer) throws(RPCStatus) -> Bool {
        guard request.withIdentity, peer.reference.kind == .mediator else { return false }
        if let breach = IdentityReason.breach(request.identityReason) {
            throw RPCStatus(.invalid([Violation("identity_reason", breach)]))
        }
        return true
    }

    /// The views with identity of a case, once that the mediator sees it is on disk. One in
    /// conflict of interest is shown no identity, so there is nothing to write down.
    func views(
        of peer: Peer, on caseFile: CaseFile, reason: String
    ) async throws(RPCStatus) -> CaseViews {
        let slug = peer.reference.slug
        guard !caseFile.isRecused(slug) else { return try CaseViews(of: peer) }
        let order = AdministrativeOrder.noteIdentityRead(
            caseFile.identifier, mediator: slug, reason: reason, at: core.clock.reading())
        guard case .noted = try await core.administer(order) else {
            throw RPCStatus(.store(.internalError("An identity read was answered otherwise")))
        }
        return CaseViews(.mediator(slug, withIdentity: true))
    }
}
