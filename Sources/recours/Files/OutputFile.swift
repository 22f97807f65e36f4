// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// A file open for writing. Each `write` has reached the system when it returns, so that nothing
/// written is lost if this process is killed.
final class OutputFile: Sendable {
    enum Mode {
        /// Fails if there is such a file.
        case create
        case append
        case replace
    }

    let path: String
    private let descriptor: CInt

    /// Opens or makes the file; 0600 or 0644 by `isSecret`.
    ///
    /// Throws `CommandError` with `cannotCreate`.
    init(_ path: String, _ mode: Mode, isSecret: Bool = false) throws(CommandError) {
        let flags =
            switch mode {
            case .create: O_CREAT | O_EXCL
            case .append: O_CREAT | O_APPEND
            case .replace: O_CREAT | O_TRUNC
            }
        self.path = path
        descriptor = open(path, O_RDWR | O_CLOEXEC | flags, isSecret ? 0o600 : 0o644)
        guard descriptor >= 0 else {
            let exists = errno == EEXIST
            throw CommandError(
                .cannotCreate, FileSentence.cannotMake(path, why: SystemError.text()),
                remedy: exists ? FileSentence.moveAway : FileSentence.checkDirectory)
        }
    }

    deinit {
        close(descriptor)
    }

    func write(_ text: String) throws(CommandError) {
        try write(Array(text.utf8))
    }

    func write(_ all: [UInt8]) throws(CommandError) {
        var bytes = all
        while !bytes.isEmpty {
            let count = Glibc.write(descriptor, bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw CommandError(
                    .inputOutput, FileSentence.cannotWrite(path, why: SystemError.text()),
                    remedy: FileSentence.makeRoom)
            }
            bytes.removeFirst(count)
        }
    }

    /// Puts a new file in the place of an old one at once: readers see the old or the new, whole.
    static func replaceWhole(_ path: String, _ text: String) throws(CommandError) {
        let temporary = "\(path).new"
        try OutputFile(temporary, .replace, isSecret: true).write(text)
        guard rename(temporary, path) == 0 else {
            throw CommandError(
                .cannotCreate, FileSentence.cannotWrite(path, why: SystemError.text()))
        }
    }

    /// Takes the file for this process alone; false if another one has it.
    func lock() -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    /// Cuts the file to so many bytes.
    func truncate(to count: Int) throws(CommandError) {
        guard ftruncate(descriptor, off_t(count)) == 0 else {
            throw CommandError(
                .inputOutput, FileSentence.cannotMend(path, why: SystemError.text()))
        }
    }
}
