// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `PartnerService`: who may call at all. Changes are made one at a time, so that the registry
/// takes them in the order in which the store did.
struct PartnerHandlers: PartnerServiceHandling {
    private let core: ServiceCore
    private let issuer: CertificateIssuer?
    private let software: String
    private let turn = Permits(1)

    init(core: ServiceCore, issuer: CertificateIssuer?, software: String) {
        self.core = core
        self.issuer = issuer
        self.software = software
    }

    func whoAmI(
        _ request: WhoAmIRequest, _ call: CallContext
    ) async throws(RPCStatus) -> WhoAmIResponse {
        let peer = try core.peer(call)
        let record = try await core.read { () async throws(StoreError) in
            try await core.store.partner(peer.reference)
        }
        guard let record else { throw RPCStatus(.notAPartner) }
        return WhoAmIResponse(
            partner: Partner(record),
            certificateNotAfterMs: peer.certificateNotAfter.millisecondsSince1970,
            serverTimeMs: core.clock.reading().millisecondsSince1970, serverSoftware: software,
            sandbox: core.isSandbox)
    }

    // MARK: Partners

    func addPartner(
        _ request: AddPartnerRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AddPartnerResponse {
        let reference = try PartnerForm.check(request)
        let now = core.clock.reading()
        var issued: CertificateIssuer.Issued?
        if !request.certificateRequestPem.isEmpty {
            // Signed before anything is stored: a request that can't be signed leaves no partner.
            issued = try issue(
                request.certificateRequestPem, to: reference, instance: request.instance,
                validityDays: request.validityDays)
        }
        return try await changing { () async throws(RPCStatus) in
            let found = try await core.read { () async throws(StoreError) in
                try await core.store.partner(reference)
            }
            guard found == nil else { throw RPCStatus(.alreadyThere(.partner)) }
            if let issued { try await checkFree(issued.key) }
            var record = try await put(
                .putPartner(reference, name: request.name, siren: request.siren, at: now))
            if let issued { record = try await put(.bindKey(reference, issued.key)) }
            return AddPartnerResponse(
                partner: Partner(record), certificatePem: issued?.certificatePEM ?? "",
                trustPem: issuer?.trustPEM ?? "")
        }
    }

    /// Lists by kind and slug.
    func listPartners(
        _ request: ListPartnersRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListPartnersResponse {
        let peer = try core.peer(call)
        var kind: RecoursCases.PartnerKind?
        if request.kind != .unspecified {
            kind = RecoursCases.PartnerKind(rawValue: request.kind.rawValue)
            guard kind != nil else { throw .invalid("kind", .unknownValue) }
        }
        let pages = core.pages(.partnerList, of: peer, filters: [UInt8(kind?.rawValue ?? 0)])
        let after = try pages.position(request.pageToken)
            .flatMap(RecoursCases.PartnerReference.init(position:))
        let size = core.pageSize(request.pageSize)
        let records = try await core.read { () async throws(StoreError) in
            try await core.store.partners(kind: kind, after: after, limit: size)
        }
        let last = records.count == size ? records.last : nil
        return ListPartnersResponse(
            partners: records.map(Partner.init),
            nextPageToken: try pages.token(last?.reference.position))
    }

    // MARK: Limits

    func getLimits(
        _ request: GetLimitsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetLimitsResponse {
        let peer = try core.peer(call)
        var reference = peer.reference
        if request.kind != .unspecified || !request.slug.isEmpty {
            let asked = try PartnerForm.reference(request.kind, request.slug)
            // Another's limits are not there, whether there is such a partner or not.
            guard reference.kind == .operator || asked == reference else {
                throw RPCStatus(.notFound(.partner))
            }
            reference = asked
        }
        return GetLimitsResponse(limits: try await PartnerLimits(core: core).list(of: reference))
    }

    func setQuotas(
        _ request: SetQuotasRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SetQuotasResponse {
        let reference = try PartnerForm.reference(request.kind, request.slug)
        let quotas = try PartnerLimits.read(request)
        return try await changing { () async throws(RPCStatus) in
            _ = try await put(.setQuotas(reference, quotas))
            let limits = try await PartnerLimits(core: core).list(of: reference)
            return SetQuotasResponse(limits: limits)
        }
    }

    // MARK: Certificates

    func issueCertificate(
        _ request: IssueCertificateRequest, _ call: CallContext
    ) async throws(RPCStatus) -> IssueCertificateResponse {
        let reference = try PartnerForm.reference(request.kind, request.slug)
        let issued = try issue(
            request.certificateRequestPem, to: reference, instance: request.instance,
            validityDays: request.validityDays)
        return try await changing { () async throws(RPCStatus) in
            _ = try await put(.bindKey(reference, issued.key))
            return IssueCertificateResponse(
                certificatePem: issued.certificatePEM, trustPem: issuer?.trustPEM ?? "",
                notAfterMs: issued.key.notAfter.millisecondsSince1970)
        }
    }

    func revokeCertificate(
        _ request: RevokeCertificateRequest, _ call: CallContext
    ) async throws(RPCStatus) -> RevokeCertificateResponse {
        let reference = try PartnerForm.reference(request.kind, request.slug)
        guard request.spkiSha256.count == 32 else {
            throw .invalid("spki_sha256", .identifierForm)
        }
        return try await changing { () async throws(RPCStatus) in
            _ = try await put(.unbindKey(reference, spkiSHA256: request.spkiSha256))
            return RevokeCertificateResponse()
        }
    }

    private func issue(
        _ requestPEM: String, to reference: RecoursCases.PartnerReference, instance: String,
        validityDays: UInt32
    ) throws(RPCStatus) -> CertificateIssuer.Issued {
        guard let issuer else { throw RPCStatus(.noAuthority) }
        return try issuer.issue(
            requestPEM: requestPEM, to: reference,
            instance: instance.isEmpty ? "main" : instance, validityDays: validityDays,
            // Of the machine: TLS knows no other time, also where a sandbox is ahead of it.
            at: WallClock.system())
    }

    // MARK: Mandates

    func importMandates(
        _ requests: InboundMessages<RecoursMessages.Mandate>, _ call: CallContext
    ) async throws(RPCStatus) -> ImportMandatesResponse {
        var work = MandateImport(core: core)
        return try await work.run(requests)
    }

    func listMandates(
        _ request: ListMandatesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListMandatesResponse {
        let peer = try core.peer(call)
        let slug: String
        if peer.reference.kind == .operator {
            guard !request.association.isEmpty else { throw .invalid("association", .required) }
            slug = request.association
        } else {
            slug = peer.reference.slug
            // Another's mandates are not there, whether there is such an association or not.
            guard request.association.isEmpty || request.association == slug else {
                throw RPCStatus(.notFound(.partner))
            }
        }
        let pages = core.pages(.mandateList, of: peer, filters: Array(slug.utf8))
        let after = try pages.position(request.pageToken)
            .flatMap { RecoursStore.Mandate(position: $0, association: slug) }
        let size = core.pageSize(request.pageSize)
        let mandates = try await core.read { () async throws(StoreError) in
            try await core.store.mandates(association: slug, after: after, limit: size)
        }
        let last = mandates.count == size ? mandates.last : nil
        return ListMandatesResponse(
            mandates: mandates.map(RecoursMessages.Mandate.init),
            nextPageToken: try pages.token(last?.position))
    }

    // MARK: Changing the registry

    private func changing<Value: Sendable>(
        _ body: () async throws(RPCStatus) -> Value
    ) async throws(RPCStatus) -> Value {
        guard await turn.take() else { throw RPCStatus(.cancelled) }
        defer { turn.giveBack() }
        return try await body()
    }

    /// Does an order on a partner, and lets admission know what came of it.
    private func put(_ order: AdministrativeOrder) async throws(RPCStatus) -> PartnerRecord {
        guard case .partner(let record, _) = try await core.administer(order) else {
            throw RPCStatus(.store(.internalError("An order on a partner was answered otherwise")))
        }
        core.registry.replace(record)
        return record
    }

    private func checkFree(_ key: RecoursStore.BoundKey) async throws(RPCStatus) {
        let holder = try await core.read { () async throws(StoreError) in
            try await core.store.partner(boundTo: key.spkiSHA256)
        }
        guard holder == nil else { throw RPCStatus(.keyBoundElsewhere) }
    }
}

extension Fault {
    init(_ refusal: AdministrativeRefusal) {
        self =
            switch refusal {
            case .unknownPartner, .unknownAssociation: .notFound(.partner)
            case .unknownCase: .notFound(.caseFile)
            case .tooManyKeys: .tooManyKeys(limit: PartnerRecord.maximumKeys)
            case .keyBoundElsewhere: .keyBoundElsewhere
            case .unknownKey: .notFound(.key)
            case .malformedMandate: .invalid([Violation("siren", .sirenForm)])
            case .unknownCampaign: .notFound(.campaign)
            case .campaignNameTaken: .alreadyThere(.campaign)
            case .unknownCommitment: .notFound(.commitment)
            case .keyUsedBefore: .keyUsedBefore
            case .unknownClaim: .notFound(.claim)
            case .unknownListing: .notFound(.listing)
            case .overQuota(let excess): .overQuota(excess)
            case .invalid(let violations): .invalid(violations)
            }
    }
}
