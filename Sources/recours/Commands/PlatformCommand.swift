// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours platform`. (`recours profile` is about this program's own connections.)
struct PlatformCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "platform",
        abstract: "See how platforms can be reached; a platform says how.",
        subcommands: [Show.self, Set.self, List.self])

    /// `recours platform show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a platform's contact, languages and ways of redress.",
            discussion: "EXAMPLES\n  recours platform show amazon")

        @Argument(help: "Slug of the platform; a platform may leave out its own.")
        var platform = ""

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let entry = try await calling { () async throws(RecoursError) in
                try await client.platforms.get(platform)
            }
            return try PlatformCommand.show(entry, terminal)
        }
    }

    /// `recours platform set`.
    struct Set: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the profile of your platform, whole.",
            discussion: """
                EXAMPLES
                  recours platform set \\
                    --contact-name "Dominique Petit" --role "Relations vendeurs" \\
                    --email vendeurs@example.fr --hours "9 h – 18 h" --language fr \\
                    --valid-until 31/05/2019 --speaks fr --speaks en --mediator CMAP --mediator AME
                """)

        @Option(help: "Who answers.")
        var contactName: String

        @Option(help: "What that person or desk is for.")
        var role: String

        @Option(help: "Address of the contact.")
        var email = ""

        @Option(help: "Telephone number of the contact, such as +33199001234.")
        var phone = ""

        @Option(help: "When the contact can be reached.")
        var hours: String

        @Option(help: "Language of the contact, such as fr.")
        var language: String

        @Option(help: "Last day on which the contact is good; a year ahead at most.")
        var validUntil: String

        @Option(help: "Language in which you answer; may be repeated.")
        var speaks: [String] = []

        @Option(help: "How to use your internal complaint system.")
        var complaint = ""

        @Option(help: "Mediator you are willing to engage with; give two or more.")
        var mediator: [String] = []

        @Option(help: "Certified body for disputes out of court.")
        var outOfCourt = ""

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let profile = PlatformProfile(
                contact: Contact(
                    name: contactName, role: role, email: email, phone: phone, hours: hours,
                    language: language),
                validUntil: try CommandDate.iso(validUntil),
                languages: speaks.isEmpty ? [language] : speaks, internalComplaint: complaint,
                mediators: mediator, outOfCourtBody: outOfCourt)
            let client = try options.client()
            let entry = try await calling { () async throws(RecoursError) in
                try await client.platforms.set(profile)
            }
            return try PlatformCommand.show(entry, terminal)
        }
    }

    /// `recours platform list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List platforms, and whether each has a contact that is good today.",
            discussion: "EXAMPLES\n  recours platform list")

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var request = ListProfilesRequest(pageSize: 1000)
            var platforms: [PlatformEntry] = []
            var census = CampaignWord.census(current: 0, expired: 0, missing: 0)
            repeat {
                let page = request
                let answer = try await calling { () async throws(RecoursError) in
                    try await client.platforms.list(page)
                }
                platforms += answer.platforms
                census = .census(
                    current: answer.current, expired: answer.expired, missing: answer.missing)
                request.pageToken = answer.nextPageToken
            } while !request.pageToken.isEmpty
            if options.json {
                try terminal.printJSON(platforms)
                return .done
            }
            var table = TextTable([
                .init(title: CampaignWord.platform.column),
                .init(title: CampaignWord.name.column, isFlexible: true),
                .init(title: CampaignWord.standing.column),
                .init(title: CampaignWord.validUntil.column),
                .init(title: CampaignWord.contact.column, isFlexible: true),
            ])
            for entry in platforms {
                table.add([
                    entry.platformID, entry.name, word(entry.contactStanding).text,
                    Language.current.date(iso: entry.profile?.validUntil ?? ""),
                    entry.profile?.contact?.name ?? "",
                ])
            }
            table.lines(width: terminal.width).forEach(terminal.print)
            terminal.say(census.text)
            return .done
        }
    }

    private static func word(_ standing: ContactStanding) -> CampaignWord {
        switch standing {
        case .current: .current
        case .expired: .expired
        case .missing: .missing
        case .unspecified, .unrecognized: .named("")
        }
    }

    private static func show(
        _ entry: PlatformEntry, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        if terminal.isJSON {
            try terminal.printJSON(entry)
            return .done
        }
        terminal.print(SafeText.line("\(entry.platformID)  \(entry.name)"))
        func add(_ label: CampaignWord, _ text: String) {
            guard !text.isEmpty else { return }
            terminal.print(
                "  " + DisplayWidth.fitted(label.text, to: 26) + SafeText.line(text))
        }
        add(.standing, word(entry.contactStanding).text)
        guard let profile = entry.profile else { return .done }
        if let contact = profile.contact {
            let parts = [
                contact.name, contact.role, contact.email, contact.phone, contact.hours,
                contact.language,
            ]
            add(.contact, parts.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        add(.validUntil, Language.current.date(iso: profile.validUntil))
        add(.languages, profile.languages.joined(separator: ", "))
        add(.complaint, profile.internalComplaint)
        add(.mediators, profile.mediators.joined(separator: ", "))
        add(.outOfCourt, profile.outOfCourtBody)
        return .done
    }
}
