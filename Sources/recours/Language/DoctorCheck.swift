// SPDX-License-Identifier: EUPL-1.2

/// What the doctor looks at.
enum DoctorCheck: Sentence {
    case profile
    case endpoint
    case key
    case certificate
    case identity
    case pair
    case trust
    case name
    case tcp
    case tls
    case whoAmI
    case server
    case clock
    case call

    var french: String {
        switch self {
        case .profile: "profil"
        case .endpoint: "adresse"
        case .key: "clé"
        case .certificate: "certificat"
        case .identity: "identité"
        case .pair: "paire"
        case .trust: "confiance"
        case .name: "nom"
        case .tcp: "tcp"
        case .tls: "tls"
        case .whoAmI: "qui suis-je"
        case .server: "serveur"
        case .clock: "horloge"
        case .call: "appel"
        }
    }

    var english: String {
        switch self {
        case .profile: "profile"
        case .endpoint: "endpoint"
        case .key: "key"
        case .certificate: "certificate"
        case .identity: "identity"
        case .pair: "pair"
        case .trust: "trust"
        case .name: "name"
        case .tcp: "tcp"
        case .tls: "tls"
        case .whoAmI: "who am I"
        case .server: "server"
        case .clock: "clock"
        case .call: "call"
        }
    }
}
