/** How many recovery codes a person has at a time. */
export const recoveryCodes = 10

// Crockford’s Base32: no letter that is mistaken for a figure, and none that spells a word by accident.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 10

/** How many random bytes one code is made of: one for each letter. */
export const recoveryBytes = length

/**
 * A code of fifty bits as it is shown and written down: `k3w9p-7t2mz`.
 *
 * @param bytes ten random ones
 */
export function recoveryCode(bytes: Uint8Array): string {
  // 32 letters divide 256: every letter is as likely as any other.
  const all = [...bytes.subarray(0, length)].map(byte => letters[byte % letters.length]).join('')
  return `${all.slice(0, length / 2)}-${all.slice(length / 2)}`
}

/**
 * What somebody copied, as it is compared: without dashes, spaces and case, and with the letters that are mistaken for
 * figures as these figures.
 *
 * @returns null when it is no code
 */
export function sameRecoveryCode(typed: string): string | null {
  const plain = typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return plain.length === length && [...plain].every(letter => letters.includes(letter)) ? plain : null
}
