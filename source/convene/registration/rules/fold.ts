/**
 * A name as the identity of a registration sees it: NFKD, accents and other optional marks gone, small letters, single
 * spaces. “José  GARCÍA” and “Jose Garcia” are one person at one address. Vowel signs that make another word of it (in
 * Devanagari, say) stay: only marks that writers leave out at will are dropped.
 */
export function foldName(name: string): string {
  return withoutMarks(withoutMarks(name).toLowerCase()).replace(/\s+/gu, ' ').trim()
}

/**
 * The name of an organisation as a limit for each organisation counts it: letters and figures alone, so that no hyphen,
 * full stop, space or invisible sign makes another organisation of it.
 */
export function foldOrganisation(name: string): string {
  // What stood between two marks is gone: they are put in their order once more.
  return (
    foldName(name)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
      .normalize('NFKD') || foldName(name)
  )
}

/** An address as the identity sees it. Accents stay: they are part of an internationalised address. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
}

/**
 * What the identity of a registration is hashed from. The parts are kept apart, so that no two people can slide a
 * letter from one to the other.
 *
 * @param seminarId the same person may register for another seminar
 */
export function identityWords(seminarId: string, person: { email: string; givenName: string; familyName: string }) {
  return JSON.stringify([seminarId, foldEmail(person.email), foldName(`${person.givenName} ${person.familyName}`)])
}

// Combining diacritics (Latin, Greek, Cyrillic) and the short vowels of Arabic.
const withoutMarks = (text: string) => text.normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u0652]/g, '')
