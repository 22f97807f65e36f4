// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What one or more authorities have revoked, from lists whose signatures were verified when they
/// were read (RFC 5280 §5).
///
/// A handshake only looks a number up. OpenSSL's own check would verify a list's signature in each
/// handshake, which for 16 MiB is ten times the handshake's own work.
package struct TLSRevocationLists: Sendable {
    /// One authority's list.
    struct List: Sendable {
        /// Seconds since 1970.
        let thisUpdate: Int64
        let nextUpdate: Int64
        let serialNumbers: Set<TLSSerialNumber>
    }

    /// What the lists say of a chain.
    enum Verdict: Hashable, Sendable {
        case good
        case revoked
        /// An authority whose certificates must be on no list has none.
        case unlisted
        /// The list that would tell has run out.
        case ended
    }

    /// Lists may be late for so long before they stop being believed, in seconds.
    private let grace: Int64
    private let byAuthority: [TLSFingerprint: List]
    private let exempt: Set<TLSFingerprint>

    /// Reads lists, PEM or DER. All must be right, or none is taken.
    ///
    /// - Parameters:
    ///   - trust: Who may sign a list. Each needs one, so that a list that is missing is noticed.
    ///   - exempt: Of these, those that need none, for what they sign is revoked by other means.
    ///   - graceSeconds: How long after its nextUpdate a list is still believed.
    ///   - now: Seconds since 1970.
    /// - Throws: ``TLSError`` `REVOCATION_LIST_REFUSED` naming the file, `CERTIFICATE_UNREADABLE`.
    package init(
        files: [(name: String, bytes: [UInt8])], trust: TLSTrust, exempt: TLSTrust?,
        graceSeconds: Int64, now: Int64
    ) throws(TLSError) {
        grace = graceSeconds
        var exemptions: Set<TLSFingerprint> = []
        if let exempt {
            try TLSPEM.forEachCertificate(in: exempt.certificatesPEM) {
                (authority, _) throws(TLSError) in
                exemptions.insert(try TLSFingerprint(of: authority))
            }
        }
        var found: [TLSFingerprint: List] = [:]
        for file in files {
            try TLSPEM.forEachRevocationList(in: file.bytes, named: file.name) {
                (list) throws(TLSError) in
                let signers = try Self.signers(of: list, trust: trust)
                guard !signers.isEmpty else {
                    throw .refusedList(
                        file.name, "is not signed by a trusted authority that may revoke")
                }
                let read = try List(reading: list, named: file.name, now: now)
                // Of several, e.g. the last one beside the newest, the newest counts.
                for signer in signers where (found[signer]?.thisUpdate ?? .min) < read.thisUpdate {
                    found[signer] = read
                }
            }
        }
        byAuthority = found
        self.exempt = exemptions
        try TLSPEM.forEachCertificate(in: trust.certificatesPEM) {
            (authority, place) throws(TLSError) in
            let fingerprint = try TLSFingerprint(of: authority)
            guard found[fingerprint] != nil || exemptions.contains(fingerprint) else {
                throw TLSError(
                    code: .revocationListRefused,
                    message: "Trusted authority \(place + 1) has no revocation list",
                    remedy: "Put its list beside the others, or trust it no longer.")
            }
        }
    }

    /// Refuses to go back: an old list, copied over a newer one, would readmit who is revoked.
    ///
    /// - Throws: ``TLSError`` `REVOCATION_LIST_REFUSED`.
    package func requireNotOlder(than previous: TLSRevocationLists) throws(TLSError) {
        for (authority, list) in byAuthority {
            guard let before = previous.byAuthority[authority] else { continue }
            guard list.thisUpdate >= before.thisUpdate else {
                throw TLSError(
                    code: .revocationListRefused,
                    message: "A revocation list is older than the one in use",
                    remedy: "Give the authority's newest list.")
            }
        }
    }

    /// Certificates on all lists together.
    package var count: Int { byAuthority.values.reduce(0) { $0 + $1.serialNumbers.count } }

    /// When the first of the lists is due to be replaced, in seconds since 1970; nil without lists.
    package var nextUpdate: Int64? { byAuthority.values.map(\.nextUpdate).min() }

    /// Judges each certificate of a verified chain but the trusted one at its end.
    func verdict(ofChain chain: OpaquePointer?, now: Int64) -> Verdict {
        var isEnded = false
        for place in 0..<max(0, recours_chain_count(chain) - 1) {
            switch verdict(
                of: recours_chain_at(chain, place), by: recours_chain_at(chain, place + 1), now)
            {
            case .good: break
            case .ended: isEnded = true
            case .revoked: return .revoked
            case .unlisted: return .unlisted
            }
        }
        return isEnded ? .ended : .good
    }

    /// A list that has ended still tells who is revoked.
    private func verdict(
        of certificate: OpaquePointer?, by authority: OpaquePointer?, _ now: Int64
    ) -> Verdict {
        guard let authority, let fingerprint = try? TLSFingerprint(of: authority) else {
            return .unlisted
        }
        guard let list = byAuthority[fingerprint] else {
            return exempt.contains(fingerprint) ? .good : .unlisted
        }
        guard let number = TLSSerialNumber(X509_get0_serialNumber(certificate)) else {
            // No list can hold such a number.
            return .unlisted
        }
        if list.serialNumbers.contains(number) { return .revoked }
        return now > list.nextUpdate + grace ? .ended : .good
    }

    /// The trusted authorities whose key made the list's signature.
    private static func signers(
        of list: OpaquePointer, trust: TLSTrust
    ) throws(TLSError) -> [TLSFingerprint] {
        var signers: [TLSFingerprint] = []
        guard recours_list_digest_is_strong(list) == 1 else { return signers }
        try TLSPEM.forEachCertificate(in: trust.certificatesPEM) {
            (authority, _) throws(TLSError) in
            TLSFailure.clear()
            defer { TLSFailure.clear() }
            // An absent extension reads as all ones.
            guard X509_get_key_usage(authority) & UInt32(KU_CRL_SIGN) != 0,
                X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(authority)) == 0,
                X509_CRL_verify(list, X509_get0_pubkey(authority)) == 1
            else { return }
            signers.append(try TLSFingerprint(of: authority))
        }
        return signers
    }
}

extension TLSRevocationLists.List {
    /// Takes what a verified list says. What it says in a way not known here is not guessed at:
    /// such an extension is critical, in the list or in an entry.
    fileprivate init(
        reading list: OpaquePointer, named name: String, now: Int64
    ) throws(TLSError) {
        var thisUpdate: Int64 = 0
        var nextUpdate: Int64 = 0
        guard recours_unix_seconds(X509_CRL_get0_lastUpdate(list), &thisUpdate) == 1,
            recours_unix_seconds(X509_CRL_get0_nextUpdate(list), &nextUpdate) == 1
        else { throw .refusedList(name, "does not say when the next one comes") }
        // Clocks differ by minutes.
        guard thisUpdate <= now + 300 else { throw .refusedList(name, "is dated in the future") }
        guard X509_CRL_get_ext_by_critical(list, 1, -1) < 0 else {
            throw .refusedList(name, "is partial or indirect, which is not supported")
        }
        let count = recours_revoked_count(list)
        var serialNumbers = Set<TLSSerialNumber>(minimumCapacity: Int(count))
        for place in 0..<count {
            let entry = recours_revoked_at(list, place)
            guard X509_REVOKED_get_ext_by_critical(entry, 1, -1) < 0 else {
                throw .refusedList(name, "has an entry that cannot be understood")
            }
            // A longer number is none that a leaf may have here.
            if let number = TLSSerialNumber(X509_REVOKED_get0_serialNumber(entry)) {
                serialNumbers.insert(number)
            }
        }
        self.init(thisUpdate: thisUpdate, nextUpdate: nextUpdate, serialNumbers: serialNumbers)
    }
}

extension TLSError {
    static func refusedList(
        _ name: String, _ what: String, cause: String? = nil
    ) -> TLSError {
        TLSError(
            code: .revocationListRefused, message: "The revocation list \(name) \(what)",
            remedy: "Give the complete list that the authority has published, PEM or DER.",
            cause: cause)
    }
}
