// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// A file that is read from its beginning in chunks, as often as needed.
struct InputFile: Sendable {
    /// Bytes asked for at a time: large enough that system calls cost nothing.
    static let chunkBytes = 1 << 17

    let path: String

    /// Begins a reading; each call of the result gives the next bytes, nil at the end.
    ///
    /// Throws `CommandError` with `noInput` if the file cannot be opened.
    func open() throws(CommandError) -> () throws -> [UInt8]? {
        let file = try FileHandleOwner(reading: path)
        return { try file.read() }
    }

    /// The whole of a file that must be small, such as one case or a key.
    static func contents(
        _ path: String, atMost limit: Int, remedy: any Sentence = FileSentence.giveFileMeant
    ) throws(CommandError) -> [UInt8] {
        let file = try FileHandleOwner(reading: path)
        var bytes: [UInt8] = []
        while let chunk = try file.read() {
            bytes += chunk
            guard bytes.count <= limit else {
                throw CommandError(
                    .badData, FileSentence.tooLarge(path, limit: limit), remedy: remedy)
            }
        }
        return bytes
    }
}

/// A file open for reading; closed when nobody holds it any more. `-` is the standard input.
final class FileHandleOwner {
    private let descriptor: CInt
    private let path: String

    init(reading path: String) throws(CommandError) {
        self.path = path
        descriptor = path == "-" ? 0 : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandError(
                .noInput, FileSentence.cannotOpen(path, why: SystemError.text()),
                remedy: FileSentence.checkPath)
        }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// The next bytes, nil at the end.
    func read() throws(CommandError) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: InputFile.chunkBytes)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return nil }
            if count > 0 {
                buffer.removeLast(buffer.count - count)
                return buffer
            }
            guard errno == EINTR else {
                throw CommandError(
                    errno == EISDIR ? .noInput : .inputOutput,
                    FileSentence.cannotRead(path, why: SystemError.text()))
            }
        }
    }
}

/// What the system says of the call that failed last.
enum SystemError {
    static func text(_ number: CInt = errno) -> String {
        SystemSentence(number: number).text
    }
}
