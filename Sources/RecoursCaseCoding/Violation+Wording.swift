// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension Violation: CustomStringConvertible {
    /// What is wrong and how to mend it, in English, with the bound and what was found.
    package var description: String {
        var text = code.wording
        if let limit { text += "; the limit is \(limit)" }
        if let actual { text += "; found \(actual)" }
        return text
    }
}

extension ViolationCode {
    /// One sentence for people. Programs switch on the raw value instead.
    package var wording: String {
        switch self {
        case .required: "this field is required"
        case .serverSet: "only the server sets this field; leave it out"
        case .notSupportedYet: "this server does not support the field yet; leave it out"
        case .unknownValue: "no value of the enumeration has this number"
        case .unknownField: "this server does not know the field; it would be lost"
        case .tooShort, .tooLong, .tooFew, .tooMany, .duplicate, .negative, .tooSmall, .tooLarge,
            .caseTooLarge:
            sizeWording
        case .invalidUTF8, .notNormalised, .controlCharacter, .combiningMarks: textWording
        case .dateForm, .dateTooEarly, .dateInFuture, .dateInPast, .dateTooFar, .dateOrder:
            dateWording
        case .sirenForm, .sirenChecksum, .sirenLeadingZeroLost, .siretForm, .siretChecksum,
            .siretSirenMismatch, .siretSpreadsheetExponent, .siretLeadingZeroLost,
            .vatNumberForm, .vatNumberKey, .vatNumberSirenMismatch, .nafCodeForm:
            firmWording
        case .gtinForm, .gtinChecksum, .asinForm, .urlForm, .urlUserInformation, .emailForm,
            .phoneForm, .postcodeForm, .slugForm, .identifierForm, .publicNumberForm:
            formWording
        case .countryUnknown, .currencyUnknown, .currencyMismatch, .languageForm, .officeUnknown:
            codeListWording
        case .fileNameForm, .hashMismatch, .mediaMismatch, .unknownEvidence, .tooMuchEvidence:
            evidenceWording
        case .goodFaithRequired, .decisionRequired, .partyKind, .unknownListing,
            .notForThisType, .disclosureLowered, .unknownPlatform, .noMandate, .notTheComplainant,
            .notForMediators:
            ruleWording
        case .unknownCampaign, .campaignNotOpen, .campaignOtherPlatforms, .campaignHasCases,
            .settledByItsCase:
            campaignWording
        case .unknownWork, .claimOtherPlatforms, .claimNotActive, .listingState: claimWording
        case .amountForm, .amountAmbiguous, .amountTooPrecise: amountWording
        case .cardNumber: "this looks like a payment card number; remove it"
        case .iban: "this looks like a bank account number; remove it"
        case .companyNumberInText, .emailInText, .phoneInText, .accountInText, .nameInText:
            identityWording
        }
    }

    private var sizeWording: String {
        switch self {
        case .tooShort: "too few characters"
        case .tooLong: "too many characters"
        case .tooFew: "too few entries"
        case .tooMany: "too many entries"
        case .duplicate: "an entry stands twice"
        case .negative: "must not be negative"
        case .tooSmall: "the value is too small"
        case .tooLarge: "the value is too large"
        default: "the case is too large once encoded; shorten texts or split the listings"
        }
    }

    private var textWording: String {
        switch self {
        case .invalidUTF8: "the text is not UTF-8"
        case .notNormalised: "the text is not in Unicode normalisation form C (NFC)"
        case .controlCharacter: "control characters other than line feed and tab are not allowed"
        default: "too many combining marks in a row"
        }
    }

    private var dateWording: String {
        switch self {
        case .dateForm: "not a calendar date such as 2018-11-30"
        case .dateTooEarly: "the date lies before 2000-01-01"
        case .dateInFuture: "the date lies in the future"
        case .dateInPast: "the date lies in the past"
        case .dateTooFar: "the date lies too far ahead"
        default: "the dates are in the wrong order"
        }
    }

    private var firmWording: String {
        switch self {
        case .sirenForm: "a SIREN has 9 digits"
        case .sirenChecksum: "the SIREN's check digit is wrong; look for a mistyped digit"
        case .sirenLeadingZeroLost: "the SIREN lost a leading zero, probably in a spreadsheet"
        case .siretForm: "a SIRET has 14 digits"
        case .siretChecksum: "the SIRET's check digit is wrong; look for a mistyped digit"
        case .siretSirenMismatch: "the SIRET does not begin with the SIREN"
        case .siretSpreadsheetExponent:
            "a spreadsheet turned the SIRET into a power of ten; format its column as text"
        case .siretLeadingZeroLost: "the SIRET lost a leading zero, probably in a spreadsheet"
        case .vatNumberForm: "not a VAT number of this country"
        case .vatNumberKey: "the VAT number's key is wrong"
        case .vatNumberSirenMismatch: "the VAT number does not hold the SIREN"
        default: "an activity code has 4 digits and a letter, such as 3212Z"
        }
    }

    private var formWording: String {
        switch self {
        case .gtinForm: "a GTIN has 8, 12, 13 or 14 digits"
        case .gtinChecksum: "the GTIN's check digit is wrong"
        case .asinForm: "an ASIN has 10 capital letters and digits"
        case .urlForm: "not an absolute http or https address"
        case .urlUserInformation: "an address must not hold a user name or password"
        case .emailForm: "not an e-mail address"
        case .phoneForm: "not an international number such as +33199001234"
        case .postcodeForm: "not a postcode of this country"
        case .slugForm: "only a-z, 0-9 and dashes, at most 63"
        case .identifierForm: "an identifier has 16 bytes"
        default: "not a public number such as RC-1234-5678-90-3"
        }
    }

    private var codeListWording: String {
        switch self {
        case .countryUnknown: "not a country code of ISO 3166-1"
        case .currencyUnknown: "not a currency code of ISO 4217"
        case .currencyMismatch: "the currencies differ"
        case .languageForm: "not a language tag of BCP 47, such as fr or fr-FR"
        default: "not an office: FR, EM, WO or another country code"
        }
    }

    private var ruleWording: String {
        switch self {
        case .goodFaithRequired: "the claim must be declared to be made in good faith"
        case .decisionRequired: "at least one decision is required"
        case .partyKind: "a party of this kind cannot stand here"
        case .unknownListing: "the case has no such listing"
        case .disclosureLowered: "what was shown cannot be hidden again; show more, or leave it"
        case .notForThisType: "does not belong to an answer or category of this type"
        case .unknownPlatform: "no platform of this name is known"
        case .noMandate: "the association has no mandate of this firm on this day"
        case .notForMediators:
            "mediators do not look for a firm; ask for a case with its identity, and say why"
        default: "a business may file for itself only"
        }
    }

    private var campaignWording: String {
        switch self {
        case .unknownCampaign: "there is no such campaign; see `recours campaign list`"
        case .campaignNotOpen: "the campaign takes no cases today; file the case without it"
        case .campaignOtherPlatforms: "the campaign takes cases about other platforms"
        case .campaignHasCases: "cases are in the campaign: only its end may move"
        default: "what happens to its case settles this commitment"
        }
    }

    private var evidenceWording: String {
        switch self {
        case .fileNameForm: "a file's name has no path, control or direction characters"
        case .hashMismatch: "the content's SHA-256 is not the one announced; send the file again"
        case .mediaMismatch: "the content is not of the kind announced"
        case .unknownEvidence:
            "no file of yours has this identifier, or it belongs to another case; upload it first"
        default: "the files of this side of the case are too many or too large together"
        }
    }

    private var identityWording: String {
        switch self {
        case .companyNumberInText: "the platform reads this; a SIREN or SIRET tells who complains"
        case .emailInText: "the platform reads this; an e-mail address tells who complains"
        case .phoneInText: "the platform reads this; a telephone number tells who complains"
        case .accountInText: "the platform reads this; the account tells who complains"
        default: "the platform reads this; a name tells who complains"
        }
    }

    private var claimWording: String {
        switch self {
        case .unknownWork: "there is no such work of yours"
        case .claimOtherPlatforms: "the claim is not held against this platform"
        case .claimNotActive: "the claim is suspended or withdrawn"
        default: "the listing's state does not allow this"
        }
    }

    private var amountWording: String {
        switch self {
        case .amountForm: "not an amount such as 1 234,56"
        case .amountAmbiguous: "could be thousands or decimals; write 1234 or 1,234 with decimals"
        default: "more decimals than the currency has"
        }
    }
}
