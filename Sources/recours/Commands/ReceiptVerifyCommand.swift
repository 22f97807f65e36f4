// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours receipt verify`: asks no server, and so takes no profile.
struct ReceiptVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a receipt offline, and say what it proves.",
        discussion: """
            Nothing is needed but the receipt and the operator's public key, proof/public.pem of \
            the server. Ends with 0 if the receipt is right, with 65 if anything in it is wrong.

            EXAMPLES
              recours receipt verify RC-1234.receipt --key public.pem
              recours receipt verify - --key public.pem --json < RC-1234.receipt
            """)

    @Argument(help: "File with the receipt, - for the standard input.", completion: .file())
    var file: String

    @Option(help: "The server's public key, PEM.", completion: .file())
    var key: String

    @Flag(help: "Write the result as JSON.")
    var json = false

    @Option(help: GlobalOptions.languageHelp)
    var lang: Language?

    private struct Report: Encodable {
        let publicNumber: String
        let caseId: String
        let sequence: UInt64
        let event: Event?
        let signer: String
        let tree: String
        let treeSize: UInt64
        let index: UInt64
        let signedAt: String
        let commonCheckpoint: String
    }

    func run() throws {
        let language = json ? .english : lang ?? .current
        try Language.$current.withValue(language) { try runInLanguage() }
    }

    private func runInLanguage() throws {
        let terminal = Terminal(isQuiet: false, isVerbose: false, isJSON: json, noColour: false)
        do throws(CommandError) {
            try show(try verified(), terminal)
        } catch {
            terminal.report(error)
            throw ExitCode(error.status.rawValue)
        }
    }

    private func verified() throws(CommandError) -> VerifiedReceipt {
        let receiptText = try ReceiptFile.text(file)
        let keyText = try ReceiptFile.text(key)
        return try calling { () throws(RecoursError) in
            try Receipt(text: receiptText).verify(ReceiptKey(pem: keyText))
        }
    }

    private func show(
        _ found: VerifiedReceipt, _ terminal: Terminal
    ) throws(CommandError) {
        if json {
            try terminal.printJSON(
                Report(
                    publicNumber: found.caseNumber, caseId: CaseReference.text(of: found.caseID),
                    sequence: found.sequence, event: found.event, signer: found.signer,
                    tree: found.tree, treeSize: found.treeSize, index: found.index,
                    signedAt: found.signedAt, commonCheckpoint: found.commonCheckpoint))
            return
        }
        for sentence in sentences(of: found) { terminal.print(SafeText.line(sentence.text)) }
    }

    private func sentences(of found: VerifiedReceipt) -> [ProofSentence] {
        var said: [ProofSentence] = [.right(signer: found.signer), .caseNumber(found.caseNumber)]
        if let event = found.event {
            let entry = Timeline.entry(event)
            said += [
                .event(event.sequence, what: entry.what), .by(entry.who), .at(entry.when),
            ]
            if !entry.text.isEmpty { said.append(.content(entry.text)) }
        } else {
            said.append(.erased(found.sequence))
        }
        said.append(.recorded(index: found.index, size: found.treeSize, tree: found.tree))
        if !found.signedAt.isEmpty { said.append(.signed(found.signedAt)) }
        said.append(found.commonCheckpoint.isEmpty ? .notAnchored : .anchored)
        return said + [.binding]
    }
}
