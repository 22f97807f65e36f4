// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Partners, their certificates and mandates. Get it from `RecoursClient.partners`.
///
/// For operators; `whoAmI`, `limits` and `mandates` are for everybody.
public struct PartnerCalls: Sendable {
    let client: RecoursClient

    /// Who the server takes the caller for.
    public func whoAmI(deadline: Duration? = nil) async throws(RecoursError) -> WhoAmIResponse {
        try await client.caller.call(PartnerServiceMethods.whoAmI, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).whoAmI(WhoAmIRequest(), options)
        }
    }

    /// Registers a partner, and has its first certificate signed if a request is enclosed.
    ///
    /// - Throws: `alreadyExists` if kind and slug are taken.
    public func add(
        _ request: AddPartnerRequest, deadline: Duration? = nil
    ) async throws(RecoursError) -> AddPartnerResponse {
        try await client.caller.call(PartnerServiceMethods.addPartner, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).addPartner(request, options)
        }
    }

    /// One page of partners.
    public func list(
        _ request: ListPartnersRequest = ListPartnersRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ListPartnersResponse {
        try await client.caller.call(PartnerServiceMethods.listPartners, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).listPartners(request, options)
        }
    }

    /// What the caller is held to and what it has used of it; for an operator, of any partner.
    public func limits(
        _ request: GetLimitsRequest = GetLimitsRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> [PartnerLimit] {
        try await client.caller.call(PartnerServiceMethods.getLimits, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).getLimits(request, options)
        }.limits
    }

    /// Gives a partner limits of its own, in the place of all that it had of its own.
    public func setQuotas(
        _ request: SetQuotasRequest, deadline: Duration? = nil
    ) async throws(RecoursError) -> [PartnerLimit] {
        try await client.caller.call(
            PartnerServiceMethods.setQuotas, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).setQuotas(request, options)
        }.limits
    }

    /// Has another certificate signed for a partner; at most two keys are bound to one at a time.
    public func issueCertificate(
        _ request: IssueCertificateRequest, deadline: Duration? = nil
    ) async throws(RecoursError) -> IssueCertificateResponse {
        try await client.caller.call(PartnerServiceMethods.issueCertificate, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).issueCertificate(request, options)
        }
    }

    /// Unbinds a key: calls with it are refused at once, also on connections that are open.
    public func revokeCertificate(
        _ request: RevokeCertificateRequest, deadline: Duration? = nil
    ) async throws(RecoursError) {
        _ = try await client.caller.call(
            PartnerServiceMethods.revokeCertificate, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).revokeCertificate(request, options)
        }
    }

    /// Registers mandates; those already there are brought up to date, so it may be repeated.
    public func importMandates(
        _ mandates: [Mandate], deadline: Duration? = nil
    ) async throws(RecoursError) -> ImportMandatesResponse {
        try await client.caller.call(
            PartnerServiceMethods.importMandates, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            let call = try await PartnerServiceStub(caller: maker).importMandates(options)
            for mandate in mandates { try await call.send(mandate) }
            call.finishSending()
            return try await call.onlyResponse()
        }
    }

    /// One page of mandates: an association's own, or for an operator those of any.
    public func mandates(
        _ request: ListMandatesRequest = ListMandatesRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ListMandatesResponse {
        try await client.caller.call(PartnerServiceMethods.listMandates, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await PartnerServiceStub(caller: maker).listMandates(request, options)
        }
    }
}
