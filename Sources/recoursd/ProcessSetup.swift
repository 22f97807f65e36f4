// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import Glibc

/// What a process must settle for itself before it serves.
enum ProcessSetup {
    /// Raises the limit on open files to the most the system allows us: a connection is a file, and
    /// the usual soft limit of 1,024 is a tenth of what we are to hold.
    ///
    /// - Returns: the limit now in force.
    static func raiseFileLimit() -> UInt64 {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return fileLimit()
    }

    /// How many files may be open at once.
    static func fileLimit() -> UInt64 {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        return UInt64(limit.rlim_cur)
    }

    /// A peer that has gone is an error of its connection, not the end of the process.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// The environment as a dictionary.
    static func environment() -> [String: String] {
        var result: [String: String] = [:]
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            place = place.advanced(by: 1)
        }
        return result
    }

    /// Writes to standard output at once: readers wait for the line, and it may be a pipe.
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func printError(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    /// Runs a command to its end; an error is printed, and ends with its status.
    static func ending(_ body: () throws(DaemonError) -> Void) throws {
        do throws(DaemonError) {
            try body()
        } catch {
            printError(error.description)
            throw ExitCode(error.code.rawValue)
        }
    }
}
