// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours profile`.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "See and choose profiles: which server, as whom.",
        discussion: """
            A profile is a directory with profile.json and the files it names. Those in \
            $XDG_CONFIG_HOME/recours/profiles are known by name, others by their path.
            """,
        subcommands: [List.self, Use.self, Show.self])

    /// `recours profile list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the profiles known by name; * marks the one in use.",
            discussion: "EXAMPLES\n  recours profile list")

        @OptionGroup var options: GlobalOptions

        private struct Entry: Encodable {
            let name: String
            let selected: Bool
            let endpoint: String?
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let store = GlobalOptions.store
            let selected = store.selected
            var entries: [Entry] = []
            for name in store.names {
                let profile = try? Profile.read(directory: "\(store.profilesDirectory)/\(name)")
                entries.append(
                    Entry(name: name, selected: name == selected, endpoint: profile?.endpoint))
            }
            // A profile that lies elsewhere is chosen by its path.
            if let selected, !store.names.contains(selected) {
                let profile = try? Profile.read(directory: selected)
                entries.append(
                    Entry(name: selected, selected: true, endpoint: profile?.endpoint))
            }
            if options.json {
                try terminal.printJSON(entries)
                return .done
            }
            let unreadable = ProfileSentence.unreadable.text
            for entry in entries {
                let mark = entry.selected ? "*" : " "
                terminal.print(
                    SafeText.line("\(mark) \(entry.name)  \(entry.endpoint ?? unreadable)"))
            }
            if entries.isEmpty {
                terminal.say(ProfileSentence.noneYet(directory: store.profilesDirectory).text)
            }
            return .done
        }
    }

    /// `recours profile use`.
    struct Use: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Choose the profile of later commands.",
            discussion: """
                EXAMPLES
                  recours profile use amazon
                  recours profile use ./server/operator
                """)

        @Argument(help: "Name of a profile, or a directory.", completion: .directory)
        var name: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            try GlobalOptions.store.select(name)
            terminal.say(ProfileSentence.inUse(name).text)
            return .done
        }
    }

    /// `recours profile show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the settings in force, and where each came from.",
            discussion: """
                Flags come before the environment (RECOURS_PROFILE, RECOURS_ENDPOINT, \
                RECOURS_CACERT, RECOURS_CERT, RECOURS_KEY), that before the chosen profile.

                EXAMPLES
                  recours profile show
                  recours profile show --profile amazon --json
                """)

        @OptionGroup var options: GlobalOptions

        private struct Entry: Encodable {
            let name: String
            let value: String
            let origin: String
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let settings = try options.settings().all
            if options.json {
                try terminal.printJSON(
                    settings.map {
                        Entry(name: $0.name, value: $0.value, origin: $0.origin.sentence.english)
                    })
                return .done
            }
            var table = TextTable([
                .init(title: Heading.setting.column), .init(title: Heading.value.column),
                .init(title: Heading.origin.column),
            ])
            for setting in settings {
                table.add([setting.name, setting.value, setting.origin.sentence.text])
            }
            table.lines(width: nil).forEach(terminal.print)
            return .done
        }
    }
}
