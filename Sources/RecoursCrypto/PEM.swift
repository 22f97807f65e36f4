// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// Base64 blocks between BEGIN and END lines (RFC 7468).
package enum PEM {
    /// Largest PEM text that is read: a chain and its key are a few KiB.
    package static let largestBytes = 1_048_576

    /// One block, as text that ends with a newline.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package static func text(label: String, derBytes: [UInt8]) throws(CryptoError) -> String {
        guard let count = Int(exactly: derBytes.count) else {
            throw .library("No PEM could be made")
        }
        return try written("No PEM could be made") { writer in
            PEM_write_bio(writer, label, "", derBytes, count) > 0
        }
    }

    /// The DER bytes of each block with this label, in order; others are passed over.
    ///
    /// - Throws: ``CryptoError`` with `code` if a block is broken or the text too long.
    static func blocks(
        in text: [UInt8], label: String, failingWith code: CryptoError.Code
    ) throws(CryptoError) -> [[UInt8]] {
        guard text.count <= largestBytes else {
            throw CryptoError(code: code, message: "The PEM text is over \(largestBytes) bytes")
        }
        let broken = CryptoError(
            code: code, message: "The PEM text cannot be read",
            remedy: "Give blocks that begin with -----BEGIN \(label)-----.")
        CryptoError.clearQueue()
        let found: [[UInt8]]? = text.withUnsafeBytes { bytes in
            guard let reader = recours_bio_reading(bytes.baseAddress, CInt(bytes.count)) else {
                return nil
            }
            defer { BIO_free(reader) }
            return blocks(from: reader, label: label)
        }
        let cause = CryptoError.drainQueue()
        guard let found else {
            var error = broken
            error.cause = cause
            throw error
        }
        return found
    }

    private static func blocks(from reader: OpaquePointer, label: String) -> [[UInt8]]? {
        var found: [[UInt8]] = []
        while true {
            var name: UnsafeMutablePointer<CChar>?
            var header: UnsafeMutablePointer<CChar>?
            var data: UnsafeMutablePointer<UInt8>?
            var count = 0
            guard PEM_read_bio(reader, &name, &header, &data, &count) == 1 else {
                // The end of the text is told as a missing BEGIN line.
                return ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE ? found : nil
            }
            defer {
                recours_free(name)
                recours_free(header)
                recours_free(data)
            }
            if let name, let data, String(cString: name) == label {
                found.append(Array(UnsafeBufferPointer(start: data, count: count)))
            }
        }
    }

    /// The text that `write` makes.
    static func written(
        _ failure: String, _ write: (OpaquePointer) -> Bool
    ) throws(CryptoError) -> String {
        CryptoError.clearQueue()
        // OpenSSL wipes a memory BIO when it is freed, so a private key may pass through it.
        guard let writer = recours_bio_writing() else { throw .library(failure) }
        defer { BIO_free(writer) }
        guard write(writer) else { throw .library(failure) }
        var bytes: UnsafeMutablePointer<CChar>?
        let count = recours_bio_memory(writer, &bytes)
        guard let bytes, count > 0 else { throw .library(failure) }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
