// SPDX-License-Identifier: EUPL-1.2

/// What is said of the figures beside themselves.
enum StatsSentence: Sentence {
    case written(String, bytes: Int)
    case platform(String)
    case matter(String)
    case campaign(String)
    case firm(String)

    var french: String {
        switch self {
        case .written(let path, let bytes):
            path + " : " + Language.french.count(bytes, "octet", "octets")
        case .platform(let title): "Plateforme : \(title)"
        case .matter(let name): "Motif : \(name)"
        case .firm(let siren): "Entreprise : \(siren)"
        case .campaign(let name): "Campagne : \(name)"
        }
    }

    var english: String {
        switch self {
        case .written(let path, let bytes): "\(path): " + Language.english.number(bytes) + " bytes"
        case .platform(let title): "Platform: \(title)"
        case .matter(let name): "Matter: \(name)"
        case .firm(let siren): "Firm: \(siren)"
        case .campaign(let name): "Campaign: \(name)"
        }
    }
}
