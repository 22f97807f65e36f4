// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// Which end of a connection a context is for.
package enum TLSRole: Hashable, Sendable {
    case server
    case client
}

/// Everything that the connections of one end share. Immutable: to reload certificates, make
/// another context and use it for the connections to come; the old one lives as long as its
/// sessions.
package final class TLSContext: Sendable {
    package let role: TLSRole
    package let limits: TLSLimits
    /// When our own certificate holds; nil without one. Making a context does not judge it.
    package let certificateValidity: TLSValidity?
    let profile: TLSProfile
    let revocation: TLSRevocation?
    let owner: TLSContextOwner

    /// A server's context: its clients must show a certificate that chains to `trust`, and that is
    /// on no list of `revocation`; nil asks no list.
    ///
    /// - Throws: ``TLSError`` with a code about the certificate, the key or the trust list.
    package convenience init(
        serverIdentity identity: TLSIdentity, trust: TLSTrust, revocation: TLSRevocation? = nil,
        limits: TLSLimits = TLSLimits()
    ) throws(TLSError) {
        try self.init(
            role: .server, identity: identity, trust: trust, limits: limits, profile: .recours,
            revocation: revocation)
    }

    /// A client's context. Without an identity a Recours server answers `certificate_required`.
    ///
    /// - Throws: ``TLSError`` with a code about the certificate, the key or the trust list.
    package convenience init(
        clientIdentity identity: TLSIdentity?, trust: TLSTrust, limits: TLSLimits = TLSLimits()
    ) throws(TLSError) {
        try self.init(
            role: .client, identity: identity, trust: trust, limits: limits, profile: .recours)
    }

    /// A context of another profile than the product's.
    ///
    /// - Throws: ``TLSError`` with a code about the certificate, the key or the trust list.
    package init(
        role: TLSRole, identity: TLSIdentity?, trust: TLSTrust, limits: TLSLimits = TLSLimits(),
        profile: TLSProfile, revocation: TLSRevocation? = nil
    ) throws(TLSError) {
        let owner = try TLSContextOwner(role: role)
        try owner.apply(profile)
        if let identity {
            certificateValidity = try owner.apply(identity)
        } else {
            certificateValidity = nil
        }
        try owner.apply(trust, role: role, profile: profile)
        switch role {
        case .server: owner.withContext { TLSServerHello.install(in: $0, profile: profile) }
        case .client: try Self.offer(profile.applicationProtocolList, in: owner)
        }
        self.role = role
        self.limits = limits
        self.profile = profile
        self.revocation = revocation
        self.owner = owner
    }

    private static func offer(
        _ protocols: [UInt8], in owner: borrowing TLSContextOwner
    ) throws(TLSError) {
        guard !protocols.isEmpty else { return }
        TLSFailure.clear()
        // Unlike its neighbours this function returns 0 for success.
        let status = owner.withContext {
            SSL_CTX_set_alpn_protos($0, protocols, UInt32(protocols.count))
        }
        guard status == 0 else { throw .library("OpenSSL refused the application protocol") }
    }
}
