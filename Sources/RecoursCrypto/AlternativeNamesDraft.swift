// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// A name to put beside the subject of a certificate or a request.
enum AlternativeName: Hashable, Sendable {
    case uniformResourceIdentifier(String)
    case dns(String)
    /// Dotted or colon form.
    case ipAddress(String)
}

/// The one owner of an alternative-names extension being made.
///
/// OpenSSL could also make it from text, but there a comma in a name would begin another name.
struct AlternativeNamesDraft: ~Copyable {
    private let names: OpaquePointer

    /// - Throws: `INVALID_ARGUMENT` for an IP address that is none, `LIBRARY_FAILED`.
    init(_ list: [AlternativeName]) throws(CryptoError) {
        CryptoError.clearQueue()
        guard let names = GENERAL_NAMES_new() else { throw .library("No names could be made") }
        do throws(CryptoError) {
            for name in list { try Self.append(name, to: names) }
        } catch {
            GENERAL_NAMES_free(names)
            throw error
        }
        self.names = names
    }

    deinit {
        GENERAL_NAMES_free(names)
    }

    /// Adds the extension to a certificate being made.
    func add(toCertificate certificate: OpaquePointer) -> Bool {
        X509_add1_ext_i2d(
            certificate, NID_subject_alt_name, UnsafeMutableRawPointer(names), 0,
            UInt(X509V3_ADD_APPEND)) == 1
    }

    /// Adds the extension to a request being made.
    func add(toRequest request: OpaquePointer) -> Bool {
        recours_request_add_extension(
            request, NID_subject_alt_name, UnsafeMutableRawPointer(names)) == 1
    }

    private static func append(
        _ name: AlternativeName, to names: OpaquePointer
    ) throws(CryptoError) {
        let type: CInt
        let value: UnsafeMutablePointer<ASN1_STRING>?
        switch name {
        case .uniformResourceIdentifier(let text):
            type = GEN_URI
            value = asciiString(text)
        case .dns(let text):
            type = GEN_DNS
            value = asciiString(text)
        case .ipAddress(let text):
            type = GEN_IPADD
            value = a2i_IPADDRESS(text)
            guard value != nil else {
                CryptoError.clearQueue()
                throw CryptoError(
                    code: .invalidArgument,
                    message: "\(text.debugDescription) is not an IP address",
                    remedy: "Give it as 192.0.2.1 or 2001:db8::1.")
            }
        }
        guard let value else { throw .library("A name could not be made") }
        guard let entry = GENERAL_NAME_new() else {
            ASN1_STRING_free(value)
            throw .library("A name could not be made")
        }
        GENERAL_NAME_set0_value(entry, type, value)
        guard OPENSSL_sk_push(names, entry) > 0 else {
            GENERAL_NAME_free(entry)
            throw .library("A name could not be made")
        }
    }

    private static func asciiString(_ text: String) -> UnsafeMutablePointer<ASN1_STRING>? {
        let bytes = Array(text.utf8)
        guard let string = ASN1_STRING_type_new(V_ASN1_IA5STRING) else { return nil }
        guard ASN1_STRING_set(string, bytes, CInt(truncatingIfNeeded: bytes.count)) == 1 else {
            ASN1_STRING_free(string)
            return nil
        }
        return string
    }
}
