// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// A command of the operator's, for what is each operator's choice: how people are told, and what
/// looks at files.
///
/// It is started directly, with no shell between, in a process group and an environment of its own,
/// and has none of the server's files and connections.
struct OperatorCommand: Sendable {
    /// How a run ended.
    enum Outcome: Sendable, Equatable {
        case done
        /// It ended by itself with another status than 0; the first of what it said on its standard
        /// error.
        case failed(status: Int32, words: String)
        case killed(signal: Int32)
        /// It was killed because its time was over.
        case timedOut
        /// It was killed because nobody waits for it any more.
        case cancelled
        case notStarted(reason: String)
    }

    /// The most that is kept of its standard error: a line for the log.
    private static let errorBytes = 512
    /// How often a run is looked at while nothing happens.
    private static let lookMilliseconds: Int32 = 20

    let program: String
    let arguments: [String]
    let limit: Duration

    /// Checks what can be checked before anything depends on it: nil if none is set.
    ///
    /// - Parameter setting: the setting's name, for words about what is wrong.
    init?(_ command: [String], setting: String, limit: Duration) throws(DaemonError) {
        guard let program = command.first else { return nil }
        guard program.hasPrefix("/") else {
            throw .configuration(
                "\(setting): \(program) is no absolute path",
                remedy:
                    "Write [\"/usr/local/bin/program\", \"argument\", …]; no shell looks for it."
            )
        }
        guard access(program, X_OK) == 0, !FilePath.isDirectory(program) else {
            throw .configuration(
                "\(setting): \(program) cannot be run: \(ServerFiles.reason())",
                remedy: "Give the path of a program that the server's user may run.")
        }
        self.program = program
        arguments = Array(command.dropFirst())
        self.limit = limit
    }

    /// Runs it with these bytes on its standard input. Blocks: not for an event loop.
    ///
    /// - Parameters:
    ///   - more: arguments after those that were set.
    ///   - isCancelled: asked now and then; it is killed once this is true.
    func run(
        _ input: [UInt8], adding more: [String] = [], until isCancelled: () -> Bool = { false }
    ) -> Outcome {
        let deadline = ContinuousClock.now + limit
        var child: Child
        do throws(StartFailure) {
            child = try start(arguments + more)
        } catch {
            return .notStarted(reason: error.reason)
        }
        defer { child.closeAll() }
        var rest = input[...]
        var words: [UInt8] = []
        while true {
            child.exchange(&rest, &words, keeping: Self.errorBytes, Self.lookMilliseconds)
            if let status = child.status() { return Self.outcome(status, words) }
            if ContinuousClock.now >= deadline {
                child.kill()
                return .timedOut
            }
            if isCancelled() {
                child.kill()
                return .cancelled
            }
        }
    }

    /// How a run ended, for the log.
    func words(on outcome: Outcome) -> String {
        switch outcome {
        case .done: "it ended well"
        case .failed(let status, let words):
            words.isEmpty ? "it ended with \(status)" : "it ended with \(status): \(words)"
        case .killed(let signal): "it was killed by signal \(signal)"
        case .timedOut: "it was killed after \(limit)"
        case .cancelled: "it was killed because the server stops"
        case .notStarted(let reason): "it could not be started: \(reason)"
        }
    }

    private static func outcome(_ status: Int32, _ words: [UInt8]) -> Outcome {
        // As <sys/wait.h> has it: the low seven bits are a signal's number, or 0.
        let signal = status & 0x7F
        if signal != 0 { return .killed(signal: signal) }
        let code = (status >> 8) & 0xFF
        if code == 0 { return .done }
        let line = words.prefix { $0 != UInt8(ascii: "\n") }
        let printable = line.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        return .failed(status: code, words: String(decoding: printable, as: UTF8.self))
    }

    // MARK: Starting

    private struct StartFailure: Error {
        let reason: String

        init(_ code: Int32) { reason = String(cString: strerror(code)) }
    }

    /// Only one at a time is between making its pipes and having started: another's would not yet
    /// be marked as its own, and be held open by the wrong command.
    private static let starting = Mutex(())

    private func start(_ arguments: [String]) throws(StartFailure) -> Child {
        try Self.starting.withLock { _ throws(StartFailure) in try startAlone(arguments) }
    }

    private func startAlone(_ arguments: [String]) throws(StartFailure) -> Child {
        let input = try Self.pipe()
        let errors: Pipe
        do throws(StartFailure) {
            errors = try Self.pipe()
        } catch {
            input.close()
            throw error
        }
        var process = pid_t(0)
        let code = spawn(&process, arguments, input: input.read, errors: errors.write)
        Glibc.close(input.read)
        Glibc.close(errors.write)
        guard code == 0 else {
            Glibc.close(input.write)
            Glibc.close(errors.read)
            throw StartFailure(code)
        }
        return Child(process: process, input: input.write, errors: errors.read)
    }

    /// No connection stays open in a command: some of the server's sockets would, for the library
    /// that opens them doesn't mark them. The margin is for those opened meanwhile.
    private static func closeOthers(_ actions: inout posix_spawn_file_actions_t) {
        let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let highest = open?.compactMap(Int32.init).max() ?? 65_535
        for file in (STDERR_FILENO + 1)...(max(highest, STDERR_FILENO) + 256) {
            posix_spawn_file_actions_addclose(&actions, file)
        }
    }

    private func spawn(
        _ process: inout pid_t, _ arguments: [String], input: Int32, errors: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        Self.closeOthers(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the server ignores would be ignored by the command too.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ([program] + arguments).map { strdup($0) }
        let environment = Self.environment.map { strdup($0) }
        defer {
            for text in words + environment { free(text) }
        }
        return posix_spawn(
            &process, program, &actions, &attributes, words + [nil], environment + [nil])
    }

    /// Only what a script needs to find its tools: the server's own may hold secrets.
    private static let environment = [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8",
    ]

    private struct Pipe {
        let read: Int32
        let write: Int32

        func close() {
            Glibc.close(read)
            Glibc.close(write)
        }
    }

    private static func pipe() throws(StartFailure) -> Pipe {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw StartFailure(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return Pipe(read: ends[0], write: ends[1])
    }
}

/// A running command, and our ends of its pipes.
private struct Child {
    let process: pid_t
    private var input: Int32?
    private var errors: Int32?

    init(process: pid_t, input: Int32, errors: Int32) {
        self.process = process
        self.input = input
        self.errors = errors
        // A command that doesn't read must not hold its writer.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(errors, F_SETFL, O_NONBLOCK)
    }

    /// Writes what it takes and reads what it says, or waits a moment.
    mutating func exchange(
        _ rest: inout ArraySlice<UInt8>, _ words: inout [UInt8], keeping most: Int,
        _ milliseconds: Int32
    ) {
        var files = [
            pollfd(fd: input ?? -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: errors ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&files, 2, milliseconds)
        if files[0].revents != 0, let file = input {
            let bytes = Array(rest)
            let count = write(file, bytes, bytes.count)
            if count > 0 { rest = rest.dropFirst(count) }
            // A command may well end before it has read everything: its status is what counts.
            if rest.isEmpty || (count < 0 && errno != EAGAIN && errno != EINTR) {
                close(file)
                input = nil
            }
        }
        if files[1].revents != 0, let file = errors {
            var chunk = [UInt8](repeating: 0, count: 4_096)
            let count = read(file, &chunk, chunk.count)
            if count > 0 {
                words += chunk[..<count].prefix(most - words.count)
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                close(file)
                errors = nil
            }
        }
    }

    /// The status as `waitpid` has it; nil while it runs.
    func status() -> Int32? {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? status : nil
    }

    /// Ends it and whatever it has started.
    func kill() {
        Glibc.kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }

    mutating func closeAll() {
        if let input { close(input) }
        if let errors { close(errors) }
        input = nil
        errors = nil
    }
}
