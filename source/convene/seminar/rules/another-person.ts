import type { FilePerson } from './programme-file.ts'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .sort()
    .join(' ')

/** Given and family name, letters and figures alone, in no order: what two spellings of a name have in common. */
const nameIn = ({ givenName, familyName }: Pick<FilePerson, 'givenName' | 'familyName'>) =>
  plain(`${givenName} ${familyName}`)

/**
 * Whether what now stands under a key looks like somebody else: another name with another address, or another given and
 * another family name. An address alone, an accent, a name put the other way round and one of two names are corrections.
 */
export function looksLikeAnother(
  before: Pick<FilePerson, 'givenName' | 'familyName' | 'email'>,
  now: Pick<FilePerson, 'givenName' | 'familyName' | 'email'>,
): boolean {
  if (nameIn(before) === nameIn(now)) return false
  const folded = (address: string | undefined) => address?.trim().toLowerCase() ?? ''
  if (folded(before.email) !== folded(now.email)) return true
  return plain(before.givenName) !== plain(now.givenName) && plain(before.familyName) !== plain(now.familyName)
}
