// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import Glibc
internal import RecoursClient
internal import RecoursMessages

/// Where a command writes: data to the standard output, all else to the standard error.
struct Terminal: Sendable {
    var isQuiet = false
    var isVerbose = false
    var isJSON = false
    /// Colours on the standard output, on the standard error.
    var colours = (output: false, error: false)

    init(isQuiet: Bool, isVerbose: Bool, isJSON: Bool, noColour: Bool) {
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
        self.isJSON = isJSON
        let environment = ProcessInfo.processInfo.environment
        let may = !noColour && Terminal.allowsColour(environment)
        colours = (may && isatty(1) == 1, may && isatty(2) == 1)
    }

    /// By no-color.org, and for terminals that can't.
    static func allowsColour(_ environment: [String: String]) -> Bool {
        (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Columns of the standard output, nil if it is no terminal.
    var width: Int? {
        guard isatty(1) == 1 else { return nil }
        return Terminal.size.map { Int($0.ws_col) } ?? 80
    }

    /// Lines of the standard output, nil if it is no terminal.
    var height: Int? {
        guard isatty(1) == 1 else { return nil }
        return Terminal.size.map { Int($0.ws_row) } ?? 24
    }

    /// Nil for a terminal that doesn't say.
    private static var size: winsize? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 4 else {
            return nil
        }
        return size
    }

    /// Where text is wrapped: at the terminal's width, and no wider than reads well.
    var readingWidth: Int { min(width ?? CasePage.widest, CasePage.widest) }

    var ink: Ink { Ink(isOn: colours.output) }

    var errorIsTerminal: Bool { isatty(2) == 1 }

    static var inputIsTerminal: Bool { isatty(0) == 1 }

    /// Asks somebody in front of the terminal; anything but a plain yes is a no.
    func confirms(_ question: String) -> Bool {
        Terminal.write(question, to: 2)
        let answer = Labels.plain(readLine() ?? "")
        return ["o", "oui", "y", "yes"].contains(answer)
    }

    // MARK: Data

    /// One line of data.
    func print(_ line: String) {
        Terminal.write(line + "\n", to: 1)
    }

    /// Part of a picture on a terminal: text with what moves the cursor.
    func paint(_ text: String) {
        Terminal.write(text, to: 1)
    }

    /// One document, indented.
    func printJSON(_ value: some Encodable) throws(CommandError) {
        print(try Terminal.json(value, pretty: true))
    }

    /// One document on one line.
    func printJSONLine(_ value: some Encodable) throws(CommandError) {
        print(try Terminal.json(value, pretty: false))
    }

    // MARK: Everything else

    /// Said unless `-q`.
    func say(_ line: String) {
        if !isQuiet { Terminal.write(line + "\n", to: 2) }
    }

    /// Said with `-v`.
    func tell(_ line: String) {
        if isVerbose { Terminal.write(line + "\n", to: 2) }
    }

    /// Said always.
    func complain(_ line: String) {
        Terminal.write(line + "\n", to: 2)
    }

    /// Overwrites the last line of the standard error, for progress.
    func progress(_ line: String) {
        if !isQuiet { Terminal.write("\r\u{1B}[K" + line, to: 2) }
    }

    /// Why the command fails, as two lines or as JSON.
    func report(_ error: CommandError) {
        if isJSON, let text = try? Terminal.json(ErrorReport(error), pretty: true) {
            complain(text)
            return
        }
        let label = colours.error ? "\u{1B}[31mrecours:\u{1B}[0m " : "recours: "
        complain(label + SafeText.paragraphs(error.message))
        for violation in error.cause?.violations ?? [] {
            complain("  " + SafeText.line(ViolationText.line(violation)))
        }
        if !error.remedy.isEmpty { complain("  " + SafeText.paragraphs(error.remedy)) }
        if let request = error.cause?.requestID, !request.isEmpty {
            complain("  " + FailureSentence.request(SafeText.line(request)).text)
        }
    }

    static func json(_ value: some Encodable, pretty: Bool) throws(CommandError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return SafeText.json(String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            throw CommandError(.failed, FileSentence.notJSON(ForeignWords(error).text))
        }
    }

    /// A reader that has gone away (`| head`) is no failure: SIGPIPE ends the process silently.
    private static func write(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)
        while !bytes.isEmpty {
            let count = Glibc.write(descriptor, bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes.removeFirst(count)
        }
    }
}
