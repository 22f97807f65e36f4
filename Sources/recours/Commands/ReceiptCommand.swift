// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient

/// `recours receipt`.
struct ReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Fetch and check proof of what was recorded.",
        discussion: """
            A receipt proves, without the server, that an event of a case was recorded: what, by \
            whom, when. Keep it with the operator's public key.
            """,
        subcommands: [Get.self, ReceiptVerifyCommand.self, Key.self, Head.self])

    /// `recours receipt get`.
    struct Get: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch the receipt of what you did to a case.",
            discussion: """
                Without --sequence it is the receipt of your last act on the case.

                EXAMPLES
                  recours receipt get RC-1234-5678-90-6 --out RC-1234.receipt
                  recours receipt get --ref ADR-0007 --sequence 1
                """)

        @Argument(help: "Public number or identifier of the case.")
        var reference: String

        @Flag(help: "The argument is a reference of your own.")
        var ref = false

        @Option(help: "Which event of the case, from 1.")
        var sequence: UInt64 = 0

        @Option(help: "The file to make; nothing is overwritten.", completion: .file())
        var out: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let name = try CaseReference(reference, isExternal: ref)
            // Before the call: a receipt must not be fetched and then lost.
            let file = try out.map { path throws(CommandError) in try OutputFile(path, .create) }
            let proofs = try options.client().proofs
            let receipt = try await calling { () async throws(RecoursError) in
                switch name {
                case .identifier(let id): try await proofs.receipt(of: id, sequence: sequence)
                case .publicNumber(let number):
                    try await proofs.receipt(publicNumber: number, sequence: sequence)
                case .external(let text):
                    try await proofs.receipt(externalReference: text, sequence: sequence)
                }
            }
            try ReceiptOutput(receipt).write(file, terminal)
            return .done
        }
    }

    /// `recours receipt key`.
    struct Key: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the server's public key.",
            discussion: """
                Compare it with the one that the operator publishes: a server that lies would \
                give a key of its own.

                EXAMPLES
                  recours receipt key --out public.pem
                """)

        @Option(help: "The file to make; nothing is overwritten.", completion: .file())
        var out: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let file = try out.map { path throws(CommandError) in try OutputFile(path, .create) }
            let client = try options.client()
            let key = try await calling { () async throws(RecoursError) in
                try await client.proofs.publicKey()
            }
            try TextOutput(key.pem).write(file, terminal)
            return .done
        }
    }

    /// `recours receipt head`.
    struct Head: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch the signed head of your tree; check that it has only grown.",
            discussion: """
                EXAMPLES
                  recours receipt head --out head-november
                  recours receipt head --since head-november --out head-december
                """)

        @Option(help: "A head fetched before.", completion: .file())
        var since: String?

        @Option(help: "The file to make; nothing is overwritten.", completion: .file())
        var out: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var earlier: TreeHead?
            if let since {
                let text = try ReceiptFile.text(since)
                earlier = try calling { () throws(RecoursError) in try TreeHead(text: text) }
            }
            let file = try out.map { path throws(CommandError) in try OutputFile(path, .create) }
            let client = try options.client()
            let known = earlier
            let head = try await calling { () async throws(RecoursError) in
                try await client.proofs.treeHead(since: known)
            }
            if let known {
                terminal.say(
                    ProofSentence.grown(
                        earlier: known.size, added: head.size - known.size
                    ).text)
            }
            try TextOutput(head.text).write(file, terminal)
            return .done
        }
    }
}

/// A short file that somebody gives to be checked.
enum ReceiptFile {
    /// The largest receipt there can be.
    private static let largestBytes = 4 << 20

    static func text(_ path: String) throws(CommandError) -> String {
        let bytes = try InputFile.contents(path, atMost: largestBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError(
                .badData, FileSentence.noText(path), remedy: FileSentence.giveRightFile)
        }
        return text
    }
}

/// A text that goes to a file, or else to the standard output.
struct TextOutput {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    func write(_ file: OutputFile?, _ terminal: Terminal) throws(CommandError) {
        if let file {
            try file.write(text)
        } else {
            terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        }
    }
}

/// A receipt, and of which event it is.
struct ReceiptOutput {
    private let receipt: Receipt

    init(_ receipt: Receipt) {
        self.receipt = receipt
    }

    func write(_ file: OutputFile?, _ terminal: Terminal) throws(CommandError) {
        try TextOutput(receipt.text).write(file, terminal)
        guard let file else { return }
        let kept = ProofSentence.kept(
            path: file.path, event: receipt.sequence, number: receipt.caseNumber)
        terminal.say(SafeText.line(kept.text))
    }
}

/// Runs a check of the SDK that needs no server; its failure becomes the command's.
func calling<Value>(_ body: () throws(RecoursError) -> Value) throws(CommandError) -> Value {
    do throws(RecoursError) {
        return try body()
    } catch {
        throw CommandError(error, status: .badData)
    }
}
