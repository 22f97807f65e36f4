// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// How each platform's cases stand, or ended: a bar of parts.
struct EndsChart {
    let data: StatsData
    let say: StatsLanguage

    /// A part of the bar: its counters, its class in the style sheet, its name.
    private struct Part {
        let counters: [FigureCounter]
        let style: String
        let name: String
    }

    private var parts: [Part] {
        [
            Part(
                counters: [.confirmed], style: "p1",
                name: say("résolus, confirmés", "resolved, confirmed")),
            Part(
                counters: [.resolvedInSilence], style: "p2",
                name: say("résolus, sans réponse du plaignant", "resolved, complainant silent")),
            Part(
                counters: [.resolvedByMediator], style: "p3",
                name: say("résolus par le médiateur", "resolved by the mediator")),
            Part(
                counters: [.noAgreement], style: "p4",
                name: say("clos sans accord", "closed without agreement")),
            Part(counters: [.open], style: "p5", name: say("en cours", "under way")),
            Part(
                counters: [.withdrawn, .inadmissible, .duplicates], style: "p6",
                name: say("retirés, irrecevables, doublons", "withdrawn, inadmissible, merged")),
        ]
    }

    var markup: Markup {
        PageSection(
            identifier: "ends",
            title: say("Que deviennent les dossiers ?", "What becomes of the cases?"),
            lead: say(
                "Chaque dossier compte une fois, dans l’état où il se trouve. À moins d’être "
                    + "retiré, aucun ne s’éteint sans réponse d’une plateforme ou d’un médiateur.",
                "Each case counts once, as it stands. Unless it is withdrawn, none ends without "
                    + "an answer by a platform or a mediator."),
            body: """
                <figure aria-describedby="ends-source">
                <ul class="legend">\(legend)</ul>
                <div class="chart ends" role="list">
                \(rows)</div>
                <figcaption id="ends-source">\(say(
                    "À droite : dossiers déposés.", "At the right: cases filed.")) \
                \(say.link(to: "annex-platforms"))</figcaption>
                </figure>
                """
        ).markup
    }

    private var legend: Markup {
        var items = parts.map { part -> Markup in
            "<li><span class=\"swatch \(part.style)\"></span>\(part.name)</li>"
        }
        if data.threshold > 0 {
            items.append(
                "<li><span class=\"swatch hidden\"></span>\(say("non publié", "withheld"))</li>")
        }
        return items.joined()
    }

    private var rows: Markup {
        data.platforms.map { line in
            """
            <div class="row" role="listitem"><div class="name">\(line.platformTitle)</div>\
            \(bar(line))<div class="value"><strong>\(say.count(line[.filed]))</strong></div></div>

            """
        }.joined()
    }

    private func bar(_ line: FigureLine) -> Markup {
        let counts = parts.map { part in
            part.counters.reduce(UInt64(0)) { $0 + (line[$1] ?? 0) }
        }
        let known = counts.reduce(0, +)
        let isWhole = parts.allSatisfy { $0.counters.allSatisfy { line[$0] != nil } }
        // What is withheld has the room that the rest leaves of what was filed.
        let base = isWhole ? known : max(known, line[.filed] ?? known)
        guard base > 0 else {
            return "<svg class=\"strip\" height=\"28\" aria-hidden=\"true\"></svg>"
        }
        var start = 0.0
        var marks: Markup = ""
        for (part, count) in zip(parts, counts) where count > 0 {
            let width = Double(count) / Double(base) * 100
            marks = marks + segment(part.style, from: start, width: width)
            start += width
        }
        if start < 99.9 { marks = marks + segment("hidden", from: start, width: 100 - start) }
        var names = zip(parts, counts).filter { $0.1 > 0 }
            .map { "\($0.0.name) : \(say.count($0.1))" }
        if !isWhole { names.append(say("le reste n’est pas publié", "the rest is withheld")) }
        let words = names.joined(separator: ", ")
        return """
            <svg class="strip" height="28" role="img" aria-label="\(words)">\(marks)</svg>
            """
    }

    private func segment(_ style: String, from start: Double, width: Double) -> Markup {
        "<rect class=\"\(style)\" x=\"\(start)%\" width=\"\(width)%\" y=\"4\" height=\"20\"/>"
    }
}
