import type { Identifier } from '#ground/people/rules/identifiers.ts'
import { isLuhn } from '../../projects/rules/scdl.ts'

/** Registers whose numbers tell by themselves whether they were written down right. */
export type KnownRegister = 'siren' | 'siret' | 'orcid' | 'isni' | 'wikidata'

type Register = { name: RegExp; tidy: (value: string) => string; isRight: (value: string) => boolean }

const without = (value: string) => value.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase()
const inFours = (value: string) => value.replace(/^(\w{4})(\w{4})(\w{4})(\w{4})$/, '$1-$2-$3-$4')

const registers: Readonly<Record<KnownRegister, Register>> = {
  siren: {
    name: /^(fr-)?siren$/i,
    tidy: without,
    isRight: value => /^\d{9}$/.test(value) && isLuhn(value),
  },
  // Those of the offices of La Poste, alone, are told by their sum (INSEE).
  siret: {
    name: /^(fr-)?siret$/i,
    tidy: without,
    isRight: value =>
      /^\d{14}$/.test(value) &&
      (isLuhn(value) ||
        (value.startsWith('356000000') && [...value].reduce((sum, one) => sum + Number(one), 0) % 5 === 0)),
  },
  orcid: {
    name: /^orcid$/i,
    tidy: value => inFours(without(value.replace(/^https?:\/\/orcid\.org\//i, ''))),
    isRight: value => /^(\d{4}-){3}\d{3}[\dX]$/.test(value) && isMod11(without(value)),
  },
  isni: {
    name: /^isni$/i,
    tidy: value => without(value.replace(/^https?:\/\/(www\.)?isni\.org\/(isni\/)?/i, '')),
    isRight: value => /^\d{15}[\dX]$/.test(value) && isMod11(value),
  },
  wikidata: {
    name: /^wikidata$/i,
    tidy: value => value.replace(/^https?:\/\/(www\.)?wikidata\.org\/(wiki|entity)\//i, '').toUpperCase(),
    isRight: value => /^Q[1-9]\d{0,12}$/.test(value),
  },
}

// ISO 7064 MOD 11-2, over fifteen figures.
function isMod11(value: string): boolean {
  const total = [...value.slice(0, -1)].reduce((sum, one) => (sum + Number(one)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return value.at(-1) === (check === 10 ? 'X' : String(check))
}

const registerOf = (scheme: string) =>
  (Object.keys(registers) as KnownRegister[]).find(known => registers[known].name.test(scheme)) ?? null

/** An identifier as its register writes it, without spaces and addresses; of any other register as it is. */
export function tidyIdentifier({ scheme, value }: Identifier): Identifier {
  const known = registerOf(scheme)
  return { scheme, value: known ? registers[known].tidy(value) : value }
}

/** The register in which there can be no such number; null where nobody can tell. */
export function impossibleIn({ scheme, value }: Identifier): KnownRegister | null {
  const known = registerOf(scheme)
  return known && !registers[known].isRight(registers[known].tidy(value)) ? known : null
}
