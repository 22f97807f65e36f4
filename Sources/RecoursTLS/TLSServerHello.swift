// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What a server demands of a ClientHello beyond TLS itself: the application protocol, and a server
/// name, if there is one, that its certificate has.
enum TLSServerHello {
    /// ALPN's list as the wire has it: `recours/1` behind its length.
    private static let protocols: StaticString = "\u{09}recours/1"

    static func install(in context: OpaquePointer, profile: TLSProfile) {
        if profile.applicationProtocol != nil {
            SSL_CTX_set_client_hello_cb(context, requireProtocolList, nil)
            SSL_CTX_set_alpn_select_cb(context, selectProtocol, nil)
        }
        if profile.refusesForeignServerNames {
            recours_ctx_set_server_name_callback(context, requireOwnName)
        }
    }

    /// OpenSSL does not call the selection callback if the client offers no protocol at all.
    private static let requireProtocolList:
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<CInt>?, UnsafeMutableRawPointer?
        ) -> CInt = { connection, alert, _ in
            var bytes: UnsafePointer<UInt8>?
            var count = 0
            let type = UInt32(TLSEXT_TYPE_application_layer_protocol_negotiation)
            if SSL_client_hello_get0_ext(connection, type, &bytes, &count) == 1 {
                return SSL_CLIENT_HELLO_SUCCESS
            }
            alert?.pointee = CInt(TLSAlert.noApplicationProtocol.number)
            return SSL_CLIENT_HELLO_ERROR
        }

    private static let selectProtocol:
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
            UnsafeMutablePointer<UInt8>?, UnsafePointer<UInt8>?, CUnsignedInt,
            UnsafeMutableRawPointer?
        ) -> CInt = { _, selected, selectedCount, offered, offeredCount, _ in
            var chosen: UnsafeMutablePointer<UInt8>?
            // The answer points into one of the two lists, both of which outlive this call.
            let status = SSL_select_next_proto(
                &chosen, selectedCount, protocols.utf8Start,
                CUnsignedInt(protocols.utf8CodeUnitCount),
                offered, offeredCount)
            guard status == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
            selected?.pointee = UnsafePointer(chosen)
            return SSL_TLSEXT_ERR_OK
        }

    /// No name is fine (a client may connect by address); a foreign one is a client gone astray.
    private static let requireOwnName:
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<CInt>?, UnsafeMutableRawPointer?
        ) -> CInt = { connection, alert, _ in
            guard let name = SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name) else {
                return SSL_TLSEXT_ERR_NOACK
            }
            let own = SSL_get_certificate(connection)
            if X509_check_host(own, name, 0, UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT), nil) == 1
            {
                return SSL_TLSEXT_ERR_OK
            }
            alert?.pointee = CInt(TLSAlert.unrecognizedName.number)
            return SSL_TLSEXT_ERR_ALERT_FATAL
        }
}
