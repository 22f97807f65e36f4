// SPDX-License-Identifier: EUPL-1.2

internal import enum RecoursCases.WebAddressRule
internal import RecoursMessages

/// One match: the original beside the listing, what speaks for a copy, and the verdict.
struct MatchCard {
    let match: ClaimListing
    let work: Work?
    let place: Int
    let total: Int
    let say: StatsLanguage
    let pictures: ([String]) -> [PictureFolder.Picture]

    private var view: ListingView { ListingView(found: match) }
    private var title: String {
        let listing = view.listing
        return shown(listing.title.isEmpty ? view.number : listing.title)
    }

    var markup: Markup {
        """
        <article class="match" data-id="\(view.identifier)" tabindex="-1" \
        aria-labelledby="title-\(place)">
        <header>
        <h2 id="title-\(place)"><span class="place">\(place)/\(total)</span> \
        <bdi>\(title)</bdi></h2>
        \(score)
        </header>
        <div class="sides">
        <div class="side">
        <h3>\(say("Votre œuvre", "Your work"))</h3>
        \(original)
        </div>
        <div class="side">
        <h3>\(say("L’annonce", "The listing"))</h3>
        \(listing)
        </div>
        </div>
        <ul class="evidence" aria-label="\(say("Indices", "Evidence"))">\(evidence)</ul>
        <div class="verdicts" role="group" aria-label="\(say("Avis", "Verdict"))">
        <button type="button" data-verdict="COPY" aria-pressed="false" \
        aria-keyshortcuts="c">\(say("C’est une copie", "It is a copy")) <kbd>c</kbd></button>
        <button type="button" data-verdict="NO_COPY" aria-pressed="false" \
        aria-keyshortcuts="n">\(say("Pas une copie", "No copy")) <kbd>n</kbd></button>
        </div>
        </article>

        """
    }

    private var score: Markup {
        guard let score = match.score else { return "" }
        let part = Int(min(score, 1_000))
        return """
            <p class="score"><span>\(say("Ressemblance", "Likeness")) <b>\(part)</b> / 1000</span>
            <svg viewBox="0 0 1000 40" preserveAspectRatio="none" height="6" aria-hidden="true">\
            <rect class="rest" width="1000" height="40"/>\
            <rect class="part" width="\(part)" height="40"/></svg></p>
            """
    }

    // MARK: Both sides

    private var original: Markup {
        guard let work else {
            return "<p>\(CaseReference.text(of: match.workID))</p>"
        }
        let own = WorkView(work: work)
        let draft = work.draft ?? WorkDraft()
        var terms = term(say("titre", "title"), own.title)
        terms = terms + term(say("marque", "brand"), draft.brand)
        terms = terms + term("GTIN", draft.gtins.joined(separator: ", "))
        terms = terms + term(say("droit", "right"), own.right)
        for original in draft.ipClaim?.originals ?? [] where !original.url.isEmpty {
            terms = terms + address(say("vendue à", "sold at"), original.url)
        }
        return figure([own.identifier], of: own.title) + "<dl>\(terms)</dl>"
    }

    private var listing: Markup {
        let listing = view.listing
        var terms = term(say("titre", "title"), listing.title)
        terms = terms + term(say("vendeur", "seller"), view.seller)
        terms = terms + term(say("prix", "price"), listing.price.map(say.language.money) ?? "")
        terms = terms + term("GTIN", listing.gtin)
        terms = terms + term(say("plateforme", "platform"), match.platformID)
        terms = terms + term(say("numéro", "number"), listing.platformListingID)
        if let seen = listing.firstSeenAtMs {
            terms = terms + term(say("vue le", "seen on"), say.language.instant(seen))
        }
        terms = terms + address(say("adresse", "address"), listing.url)
        let names = [view.identifier, "\(match.platformID)-\(listing.platformListingID)"]
        return figure(names, of: title) + "<dl>\(terms)</dl>"
    }

    private func figure(_ names: [String], of subject: String) -> Markup {
        let found = pictures(names)
        guard !found.isEmpty else {
            return """
                <p class="picture none">\(say("Pas d’image ici", "No picture here"))</p>

                """
        }
        let all = found.map { picture -> Markup in
            let source = "data:\(picture.media);base64,\(picture.base64)"
            return "<img src=\"\(source)\" alt=\"\(shown(subject))\">"
        }.joined()
        return "<p class=\"picture\">\(all)</p>\n"
    }

    private func term(_ name: String, _ text: String) -> Markup {
        guard !text.isEmpty else { return "" }
        return "<div><dt>\(name)</dt><dd><bdi>\(shown(text))</bdi></dd></div>\n"
    }

    /// A link only where it leads to the web and reads as what it is.
    private func address(_ name: String, _ url: String) -> Markup {
        guard !url.isEmpty, WebAddressRule.breach(url) == nil, shown(url) == url else {
            return term(name, url)
        }
        return """
            <div><dt>\(name)</dt><dd><a href="\(url)" target="_blank" \
            rel="noopener noreferrer nofollow"><bdi>\(url)</bdi></a></dd></div>

            """
    }

    private var evidence: Markup {
        let found = MatchSentence.all(match.evidence)
        guard !found.isEmpty else { return "<li>\(say(MatchSentence.none))</li>" }
        return found.map { sentence -> Markup in
            let sign = sentence.isFor ? "+" : "−"
            let kind = sentence.isFor ? "for" : "against"
            return """
                <li class="\(kind)"><span aria-hidden="true">\(sign)</span> \(say(sentence))</li>
                """
        }.joined()
    }

    /// Other people's words: what would reorder or hide what stands beside it is shown.
    private func shown(_ text: String) -> String { SafeText.line(text) }
}
