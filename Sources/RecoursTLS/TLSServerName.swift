// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The name a client connects to, and expects in the server's certificate.
enum TLSServerName {
    /// Sets the name or address to verify, and SNI for a name (RFC 6066 §3 forbids it for
    /// addresses).
    static func expect(_ name: String, on connection: OpaquePointer) throws(TLSError) {
        TLSFailure.clear()
        defer { TLSFailure.clear() }
        // A zero byte would cut the name short in C.
        guard !name.isEmpty, name.utf8.count <= 253,
            name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw invalid(name) }
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), name) == 1 { return }
        // The subject's common name is never consulted.
        SSL_set_hostflags(
            connection,
            UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
        guard SSL_set1_host(connection, name) == 1,
            recours_ssl_set_server_name(connection, name) == 1
        else { throw invalid(name) }
    }

    private static func invalid(_ name: String) -> TLSError {
        TLSError(
            code: .invalidServerName,
            message: "\(name.debugDescription) is neither a DNS name nor an IP address",
            remedy: "Give a host as host.example.org, 192.0.2.1 or 2001:db8::1.")
    }
}
