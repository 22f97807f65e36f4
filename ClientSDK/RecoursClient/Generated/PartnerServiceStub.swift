// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For the operator, but for WhoAmI, ListMandates and GetLimits.
package struct PartnerServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Who the server takes the caller for; what `recours doctor` asks.
    package func whoAmI(
        _ request: WhoAmIRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> WhoAmIResponse {
        try await caller.unary(PartnerServiceMethods.whoAmI, request, options)
    }

    /// Registers a partner, and signs its first certificate if a request is enclosed.
    package func addPartner(
        _ request: AddPartnerRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> AddPartnerResponse {
        try await caller.unary(PartnerServiceMethods.addPartner, request, options)
    }

    /// Calls `recours.v1.PartnerService/ListPartners`.
    package func listPartners(
        _ request: ListPartnersRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListPartnersResponse {
        try await caller.unary(PartnerServiceMethods.listPartners, request, options)
    }

    /// Signs another certificate for a partner: at most two keys are bound to one at a time.
    package func issueCertificate(
        _ request: IssueCertificateRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> IssueCertificateResponse {
        try await caller.unary(PartnerServiceMethods.issueCertificate, request, options)
    }

    /// Unbinds a key: calls with it are refused at once.
    package func revokeCertificate(
        _ request: RevokeCertificateRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> RevokeCertificateResponse {
        try await caller.unary(PartnerServiceMethods.revokeCertificate, request, options)
    }

    /// What a partner is held to, and what it has used of it: the caller, or for the operator any.
    package func getLimits(
        _ request: GetLimitsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetLimitsResponse {
        try await caller.unary(PartnerServiceMethods.getLimits, request, options)
    }

    /// Gives a partner limits of its own, in the place of all that it had of its own.
    package func setQuotas(
        _ request: SetQuotasRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SetQuotasResponse {
        try await caller.unary(PartnerServiceMethods.setQuotas, request, options)
    }

    /// Registers mandates one by one, from a stream; ends with what was done.
    package func importMandates(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<Mandate, ImportMandatesResponse> {
        try await caller.streaming(PartnerServiceMethods.importMandates, options)
    }

    /// An association's own mandates, or for the operator those of any.
    package func listMandates(
        _ request: ListMandatesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListMandatesResponse {
        try await caller.unary(PartnerServiceMethods.listMandates, request, options)
    }
}
