import { expect, test } from 'vitest'
import { impossibleIn, tidyIdentifier } from '../../../../source/remember/actors/rules/known-identifiers.ts'

test.each([
  ['SIRET', '217 500 016 00019', '21750001600019', null],
  ['fr-siret', '21750001600018', '21750001600018', 'siret'],
  ['siret', '2175000160001', '2175000160001', 'siret'],
  ['siret', '21750001600019X', '21750001600019X', 'siret'],
  // An office of La Poste: no sum after Luhn.
  ['siret', '35600000049837', '35600000049837', null],
  ['siren', '217 500 016', '217500016', null],
  ['siren', '217500061', '217500061', 'siren'],
  ['orcid', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097', null],
  ['ORCID', '0000000218250097', '0000-0002-1825-0097', null],
  ['orcid', '0000-0002-1694-233x', '0000-0002-1694-233X', null],
  ['orcid', '0000-0002-1825-0079', '0000-0002-1825-0079', 'orcid'],
  ['isni', '0000 0001 2103 2683', '0000000121032683', null],
  ['isni', '0000 0001 2103 2638', '0000000121032638', 'isni'],
  ['Wikidata', 'https://www.wikidata.org/wiki/Q90', 'Q90', null],
  ['wikidata', 'q174', 'Q174', null],
  ['wikidata', '174', '174', 'wikidata'],
  ['wikidata', 'P17', 'P17', 'wikidata'],
  // Of a register that we do not know nobody can tell.
  ['rut', '69.070.100-K', '69.070.100-K', null],
  ['CL-INE', '05999', '05999', null],
] as const)('%s: %s', (scheme, value, tidy, impossible) => {
  expect(tidyIdentifier({ scheme, value })).toEqual({ scheme, value: tidy })
  expect(impossibleIn({ scheme, value })).toBe(impossible)
})
