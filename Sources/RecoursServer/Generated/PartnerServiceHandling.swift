// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For the operator, but for WhoAmI, ListMandates and GetLimits.
package protocol PartnerServiceHandling: Sendable {
    /// Who the server takes the caller for; what `recours doctor` asks.
    func whoAmI(
        _ request: WhoAmIRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> WhoAmIResponse

    /// Registers a partner, and signs its first certificate if a request is enclosed.
    func addPartner(
        _ request: AddPartnerRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> AddPartnerResponse

    /// Answers `recours.v1.PartnerService/ListPartners`.
    func listPartners(
        _ request: ListPartnersRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListPartnersResponse

    /// Signs another certificate for a partner: at most two keys are bound to one at a time.
    func issueCertificate(
        _ request: IssueCertificateRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> IssueCertificateResponse

    /// Unbinds a key: calls with it are refused at once.
    func revokeCertificate(
        _ request: RevokeCertificateRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> RevokeCertificateResponse

    /// What a partner is held to, and what it has used of it: the caller, or for the operator any.
    func getLimits(
        _ request: GetLimitsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetLimitsResponse

    /// Gives a partner limits of its own, in the place of all that it had of its own.
    func setQuotas(
        _ request: SetQuotasRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SetQuotasResponse

    /// Registers mandates one by one, from a stream; ends with what was done.
    func importMandates(
        _ requests: InboundMessages<Mandate>,
        _ call: CallContext
    ) async throws(RPCStatus) -> ImportMandatesResponse

    /// An association's own mandates, or for the operator those of any.
    func listMandates(
        _ request: ListMandatesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListMandatesResponse
}

extension PartnerServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(PartnerServiceMethods.whoAmI) {
            (request: WhoAmIRequest, call: CallContext) async throws(RPCStatus) -> WhoAmIResponse in
            try await self.whoAmI(request, call)
        }
        router.unary(PartnerServiceMethods.addPartner) {
            (
                request: AddPartnerRequest, call: CallContext
            ) async throws(RPCStatus) -> AddPartnerResponse in
            try await self.addPartner(request, call)
        }
        router.unary(PartnerServiceMethods.listPartners) {
            (
                request: ListPartnersRequest, call: CallContext
            ) async throws(RPCStatus) -> ListPartnersResponse in
            try await self.listPartners(request, call)
        }
        router.unary(PartnerServiceMethods.issueCertificate) {
            (
                request: IssueCertificateRequest, call: CallContext
            ) async throws(RPCStatus) -> IssueCertificateResponse in
            try await self.issueCertificate(request, call)
        }
        router.unary(PartnerServiceMethods.revokeCertificate) {
            (
                request: RevokeCertificateRequest, call: CallContext
            ) async throws(RPCStatus) -> RevokeCertificateResponse in
            try await self.revokeCertificate(request, call)
        }
        router.unary(PartnerServiceMethods.getLimits) {
            (
                request: GetLimitsRequest, call: CallContext
            ) async throws(RPCStatus) -> GetLimitsResponse in
            try await self.getLimits(request, call)
        }
        router.unary(PartnerServiceMethods.setQuotas) {
            (
                request: SetQuotasRequest, call: CallContext
            ) async throws(RPCStatus) -> SetQuotasResponse in
            try await self.setQuotas(request, call)
        }
        router.clientStreaming(PartnerServiceMethods.importMandates) {
            (
                requests: InboundMessages<Mandate>, call: CallContext
            ) async throws(RPCStatus) -> ImportMandatesResponse in
            try await self.importMandates(requests, call)
        }
        router.unary(PartnerServiceMethods.listMandates) {
            (
                request: ListMandatesRequest, call: CallContext
            ) async throws(RPCStatus) -> ListMandatesResponse in
            try await self.listMandates(request, call)
        }
    }
}
