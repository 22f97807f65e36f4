// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

/// What the cases are about.
struct CategoriesChart {
    let data: StatsData
    let say: StatsLanguage

    var markup: Markup {
        guard !data.categories.isEmpty else { return "" }
        return PageSection(
            identifier: "categories", title: say("De quoi s’agit-il ?", "What is it about?"),
            lead: say(
                "Dossiers déposés selon leur motif principal, avec le délai médian de réponse et "
                    + "la "
                    + "part de résolutions confirmées.",
                "Cases filed by their main matter, with the median time to answer and the share of "
                    + "confirmed resolutions."),
            body: """
                <figure>
                <div class="chart categories" role="list">
                \(rows)</div>
                <figcaption>\(say.link(to: "annex-categories"))\
                </figcaption>
                </figure>
                """
        ).markup
    }

    private var rows: Markup {
        let most = data.categories.compactMap { $0[.filed] }.max() ?? 0
        return data.categories.map { line in
            """
            <div class="row" role="listitem"><div class="name">\(name(line))</div>\
            \(bar(line[.filed], most))<div class="value">\
            <strong>\(say.count(line[.filed]))</strong> \
            <span class="more">\(more(line))</span></div></div>

            """
        }.joined()
    }

    private func name(_ line: FigureLine) -> String {
        let name = say.name(of: line.category)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private func bar(_ count: UInt64?, _ most: UInt64) -> Markup {
        guard let count, most > 0 else {
            return "<svg class=\"strip\" height=\"24\" aria-hidden=\"true\"></svg>"
        }
        return """
            <svg class="strip" height="24" aria-hidden="true"><rect class="bar" x="0" y="5" \
            height="14" width="\(Double(count) / Double(most) * 100)%"/></svg>
            """
    }

    private func more(_ line: FigureLine) -> String {
        var parts: [String] = []
        if let median = line.duration(.answer)?.medianMinutes {
            parts.append(
                say(
                    "réponse en \(say.span(minutes: median))",
                    "answered in \(say.span(minutes: median))"))
        }
        if let rate = line.confirmedRate {
            parts.append(
                say("\(say.percent(rate.rate)) confirmés", "\(say.percent(rate.rate)) confirmed"))
        }
        return parts.joined(separator: " · ")
    }
}
