// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursServer

/// The key that signs receipts, and its public half beside it for whoever checks them.
struct ReceiptKey {
    let signer: ReceiptSigner
    /// True if there was none and one was made.
    let isNew: Bool

    /// Reads the key; makes it where it is missing, as in a directory from before there were
    /// receipts.
    ///
    /// - Parameter path: of the private key; the public one is `public.pem` in the same directory.
    init(path: String, trustDomain: String) throws(DaemonError) {
        isNew = !FilePath.isThere(path)
        if isNew { try Self.make(path) }
        let pem = try ServerFiles.read(path, setting: "keys.receipts", secrecy: .owner)
        do throws(CryptoError) {
            signer = try ReceiptSigner(key: PrivateKey(pem: pem), trustDomain: trustDomain)
        } catch {
            throw .configuration(
                "\(error.message) (\(path), keys.receipts)",
                remedy: error.remedy.isEmpty
                    ? "Make one with: openssl genpkey -algorithm ed25519" : error.remedy)
        }
    }

    /// Makes a key, its directory and its public half. What is on the disk is kept for ever: with a
    /// lost key no receipt could be told from a forged one.
    static func make(_ path: String) throws(DaemonError) {
        let directory = FilePath.parent(of: path)
        if !FilePath.isDirectory(directory) { try ServerFiles.makeDirectory(directory) }
        let made: (key: String, publicKey: String)
        do throws(CryptoError) {
            let key = try PrivateKey.generateEd25519()
            made = (try key.pem(), try key.publicKey.pem())
        } catch {
            throw .configuration(error.message, remedy: error.remedy)
        }
        // The public half first: a start that broke off in between makes both anew.
        let publicPath = "\(directory)/public.pem"
        try ServerFiles.remove(publicPath)
        try ServerFiles.write(made.publicKey, to: publicPath)
        try ServerFiles.write(made.key, to: path, secrecy: .owner)
    }
}
