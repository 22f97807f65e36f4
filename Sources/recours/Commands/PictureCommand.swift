// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursPictures

/// `recours picture`: what pictures look like, computed here; nothing is sent.
struct PictureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "Compute what pictures look like, to find copies of them.",
        subcommands: [Hash.self])

    /// `recours picture hash`.
    struct Hash: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the PDQ hash of pictures: 64 digits, their quality, the file.",
            discussion: """
                Nothing is sent. Copies of a picture have hashes that differ in at most about 31 \
                of 256 bits; below quality 50 there is too little to see in it. With --json the \
                hashes of the turned and mirrored picture are written too.

                Kinds: jpg png webp, at most 20 MiB and 64 megapixels. An orientation noted by a \
                camera is not applied; what is transparent lies on white.

                EXAMPLES
                  recours picture hash produit.jpg
                  recours picture hash --json *.png
                """)

        @Argument(help: "Files.", completion: .file())
        var files: [String]

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var hashed: [PictureReport] = []
            var failures: [CommandError] = []
            for file in files {
                do throws(CommandError) {
                    hashed.append(try Self.report(file, terminal))
                } catch {
                    failures.append(error)
                }
            }
            if options.json, failures.isEmpty || !hashed.isEmpty {
                try terminal.printJSON(hashed)
            }
            guard let last = failures.popLast() else { return .done }
            failures.forEach(terminal.report)
            if hashed.isEmpty { throw last }
            terminal.report(last)
            return .partly
        }

        /// A picture's line is printed as soon as it is known.
        private static func report(
            _ file: String, _ terminal: Terminal
        ) throws(CommandError) -> PictureReport {
            let picture = try PictureFile.hashed(file)
            let report = PictureReport(file, picture)
            if !terminal.isJSON {
                terminal.print(SafeText.line("\(picture.hash)  \(picture.quality)  \(file)"))
            }
            if !picture.isDetailed {
                let remark = PictureSentence.fewDetails(file, quality: picture.quality)
                terminal.say(SafeText.line(remark.text))
            }
            return report
        }
    }
}

/// What is known of a picture, for programs.
private struct PictureReport: Encodable {
    let file: String
    let hash: String
    let quality: Int
    let width: Int
    let height: Int
    /// The hashes of the picture as it is, turned and mirrored.
    let symmetries: [String: String]

    init(_ file: String, _ picture: HashedPicture) {
        self.file = file
        hash = picture.hash.description
        quality = picture.quality
        width = picture.width
        height = picture.height
        symmetries = Dictionary(
            uniqueKeysWithValues: PictureSymmetry.allCases.map { symmetry in
                (symmetry.rawValue, picture.hash(symmetry).description)
            })
    }
}
