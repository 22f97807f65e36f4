// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The methods of `recours.v1.PartnerService`.
package enum PartnerServiceMethods {
    /// Who the server takes the caller for; what `recours doctor` asks.
    package static let whoAmI = MethodDescriptor(
        fullName: "recours.v1.PartnerService/WhoAmI",
        shape: .unary, repeatability: .noSideEffects)
    /// Registers a partner, and signs its first certificate if a request is enclosed.
    package static let addPartner = MethodDescriptor(
        fullName: "recours.v1.PartnerService/AddPartner",
        shape: .unary, repeatability: .unknown)
    /// `recours.v1.PartnerService/ListPartners`.
    package static let listPartners = MethodDescriptor(
        fullName: "recours.v1.PartnerService/ListPartners",
        shape: .unary, repeatability: .noSideEffects)
    /// Signs another certificate for a partner: at most two keys are bound to one at a time.
    package static let issueCertificate = MethodDescriptor(
        fullName: "recours.v1.PartnerService/IssueCertificate",
        shape: .unary, repeatability: .unknown)
    /// Unbinds a key: calls with it are refused at once.
    package static let revokeCertificate = MethodDescriptor(
        fullName: "recours.v1.PartnerService/RevokeCertificate",
        shape: .unary, repeatability: .idempotent)
    /// What a partner is held to, and what it has used of it: the caller, or for the operator any.
    package static let getLimits = MethodDescriptor(
        fullName: "recours.v1.PartnerService/GetLimits",
        shape: .unary, repeatability: .noSideEffects)
    /// Gives a partner limits of its own, in the place of all that it had of its own.
    package static let setQuotas = MethodDescriptor(
        fullName: "recours.v1.PartnerService/SetQuotas",
        shape: .unary, repeatability: .idempotent)
    /// Registers mandates one by one, from a stream; ends with what was done.
    package static let importMandates = MethodDescriptor(
        fullName: "recours.v1.PartnerService/ImportMandates",
        shape: .clientStreaming, repeatability: .idempotent)
    /// An association's own mandates, or for the operator those of any.
    package static let listMandates = MethodDescriptor(
        fullName: "recours.v1.PartnerService/ListMandates",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            whoAmI,
            addPartner,
            listPartners,
            issueCertificate,
            revokeCertificate,
            getLimits,
            setQuotas,
            importMandates,
            listMandates,
        ]
    }
}
