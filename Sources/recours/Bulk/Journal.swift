// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import Synchronization

/// The memory of a bulk filing, beside its results: which key each case got, and which cases the
/// server has confirmed.
///
/// Keys could be made from the contents, which would need no file. But keys that grow with time are
/// worth half of a server's speed, and a journal also tells a second run what it need not send. A
/// key reaches the system before its case reaches the network, so a run killed at any moment can
/// be repeated: what may have arrived goes again under the same key, and nothing is filed twice.
final class Journal: Sendable {
    let history: JournalHistory
    private let file: OutputFile
    private let keyCount: Mutex<Int>

    /// Opens or makes the journal of this owner for this process alone.
    ///
    /// Throws `CommandError` if another process works on it, or if it belongs to filings at another
    /// server or by another partner.
    init(path: String, owner: String) throws(CommandError) {
        let file = try OutputFile(path, .append)
        guard file.lock() else {
            throw CommandError(
                .temporary, BulkSentence.otherRun(path), remedy: BulkSentence.waitForIt)
        }
        // Read only now: before the lock, another run may have been writing.
        let history = try JournalHistory(path: path)
        guard history.owner.isEmpty || history.owner == owner else {
            throw CommandError(
                .conflict, BulkSentence.foreignJournal(path), remedy: BulkSentence.chooseProfile)
        }
        try file.truncate(to: history.byteCount)
        if history.owner.isEmpty { try file.write("\(JournalHistory.title) \(owner)\n") }
        self.file = file
        self.history = history
        keyCount = Mutex(history.keyCount)
    }

    /// Writes down the key under which a case will be filed; returns its place.
    func add(_ digest: SHA256Prefix, key: [UInt8]) throws(CommandError) -> Int {
        let line = "K \(Hexadecimal.text(of: digest.bytes)) \(Hexadecimal.text(of: key))\n"
        // Under the lock, so that places are counted in the order of the lines.
        let result = keyCount.withLock { count -> Result<Int, CommandError> in
            do throws(CommandError) {
                try file.write(line)
            } catch { return .failure(error) }
            count += 1
            return .success(count - 1)
        }
        return try result.get()
    }

    /// Writes down that the server has confirmed a filing.
    func confirm(_ place: Int) throws(CommandError) {
        try file.write("F \(place)\n")
    }
}
