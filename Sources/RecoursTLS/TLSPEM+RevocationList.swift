// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

extension TLSPEM {
    /// Calls `body` with each revocation list of a file, PEM or one alone as DER; there must be one
    /// at least.
    ///
    /// - Throws: `REVOCATION_LIST_REFUSED` naming the file, and what `body` throws.
    static func forEachRevocationList(
        in file: [UInt8], named name: String, _ body: (OpaquePointer) throws(TLSError) -> Void
    ) throws(TLSError) {
        // DER begins with a sequence's tag, which no text does.
        if file.first == 0x30 {
            let list = try list(der: file, named: name)
            defer { X509_CRL_free(list) }
            return try body(list)
        }
        try withReader(of: file) { (reader) throws(TLSError) in
            var count = 0
            while true {
                TLSFailure.clear()
                guard let list = PEM_read_bio_X509_CRL(reader, nil, nil, nil) else {
                    let failure = TLSFailure.drain()
                    // The end of the text is told as a missing BEGIN line.
                    if count > 0, failure.reason == PEM_R_NO_START_LINE { return }
                    throw .refusedList(name, "cannot be read", cause: failure.text)
                }
                defer { X509_CRL_free(list) }
                try body(list)
                count += 1
            }
        }
    }

    private static func list(der: [UInt8], named name: String) throws(TLSError) -> OpaquePointer {
        TLSFailure.clear()
        let read = der.withUnsafeBytes { bytes in
            var cursor = bytes.bindMemory(to: UInt8.self).baseAddress
            let list = d2i_X509_CRL(nil, &cursor, bytes.count)
            let end = bytes.baseAddress.map { $0 + bytes.count }
            return (list: list, isWhole: cursor.map { UnsafeRawPointer($0) } == end)
        }
        guard let list = read.list else {
            throw .refusedList(name, "cannot be read", cause: TLSFailure.drain().text)
        }
        guard read.isWhole else {
            X509_CRL_free(list)
            throw .refusedList(name, "is followed by something else")
        }
        return list
    }
}
