// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import Synchronization

/// A directory that one process has for itself, among all machines that share its file system.
final class DirectoryLock: Sendable {
    /// The file within the directory that is locked.
    static let name = "lock"
    private static let attempts = 16

    private let directory: String
    /// Nil once released.
    private let descriptor: Mutex<CInt?>

    private init(_ directory: String, _ descriptor: CInt) {
        self.directory = directory
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Makes the directory if it is missing, and locks it; nil if another has done so.
    static func take(_ directory: String) throws(StoreError) -> DirectoryLock? {
        let path = "\(directory)/\(name)"
        // Whoever removes a directory may have done so between any two steps.
        for _ in 0..<attempts {
            _ = try EvidenceFiles.makeDirectory(directory)
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            if descriptor < 0, errno == ENOENT { continue }
            guard descriptor >= 0 else { throw EvidenceFiles.failure("opening \(path)") }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let failure = errno == EWOULDBLOCK ? nil : EvidenceFiles.failure("locking \(path)")
                Foundation.close(descriptor)
                if let failure { throw failure }
                return nil
            }
            if isStill(descriptor, at: path) { return DirectoryLock(directory, descriptor) }
            Foundation.close(descriptor)
        }
        throw EvidenceFiles.failure("locking \(path)")
    }

    /// Whether what was opened is what now has the name.
    private static func isStill(_ descriptor: CInt, at path: String) -> Bool {
        var (opened, present) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && stat(path, &present) == 0
            && opened.st_dev == present.st_dev && opened.st_ino == present.st_ino
    }

    /// Removes the directory, in which nothing else may be left.
    func removeDirectory() throws(StoreError) {
        try EvidenceFiles.remove("\(directory)/\(Self.name)")
        // Whoever wants it has made the lock anew meanwhile.
        guard rmdir(directory) == 0 || errno == ENOTEMPTY || errno == EEXIST else {
            throw EvidenceFiles.failure("removing \(directory)")
        }
    }

    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { Foundation.close(open) }
            descriptor = nil
        }
    }
}
