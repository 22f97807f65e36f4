// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// A file on this machine, closed when nobody holds it any more.
final class LocalFile: Sendable {
    private let descriptor: CInt
    private let path: String

    /// Opens a file for reading.
    init(reading path: String) throws(RecoursError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LocalFile.failure("opened", path) }
    }

    /// Opens a file for reading and writing, made if it is missing; only its owner may read it.
    init(writing path: String) throws(RecoursError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LocalFile.failure("opened for writing", path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func size() throws(RecoursError) -> UInt64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LocalFile.failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RecoursError(code: .invalidArgument, message: "\(path) is not a file")
        }
        return UInt64(clamping: status.st_size)
    }

    /// At most `count` bytes from a place on; none at the end.
    func read(at offset: UInt64, count: Int) throws(RecoursError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let got = pread(descriptor, &buffer, count, off_t(clamping: offset))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw LocalFile.failure("read", path) }
            buffer.removeLast(count - got)
            return buffer
        }
    }

    func write(_ all: [UInt8], at offset: UInt64) throws(RecoursError) {
        var bytes = all
        while !bytes.isEmpty {
            let place = off_t(clamping: offset + UInt64(all.count - bytes.count))
            let count = pwrite(descriptor, bytes, bytes.count, place)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw LocalFile.failure("written", path) }
            bytes.removeFirst(count)
        }
    }

    func truncate() throws(RecoursError) {
        guard ftruncate(descriptor, 0) == 0 else { throw LocalFile.failure("written", path) }
    }

    /// Gives a file another name at once; one of that name is replaced.
    static func rename(_ path: String, to target: String) throws(RecoursError) {
        guard Glibc.rename(path, target) == 0 else { throw failure("named", target) }
    }

    private static func failure(_ deed: String, _ path: String) -> RecoursError {
        RecoursError(
            code: .invalidArgument,
            message: "\(path) cannot be \(deed): \(String(cString: strerror(errno)))",
            remedy: "Check the path, the permissions and the room on the disk.")
    }
}
