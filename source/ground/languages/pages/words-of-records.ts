import type { House, TextsOfTable } from '../../house.ts'
import type { Locale } from '../locales.ts'
import { texts } from '../messages/texts.ts'
import type { SpaceToLookAfter } from '../store/overview.ts'

/** The ground's own records that carry texts. */
const ofTheGround: readonly TextsOfTable[] = [
  { table: 'space', fields: { name: locale => texts[locale].fields.space } },
  { table: 'organisation', fields: { name: locale => texts[locale].fields.organisation } },
]

/** What a field is called, in words: as its room says, else as the ground knows it, else its name in the table. */
export function fieldInWords(house: House, locale: Locale, table: string, field: string): string {
  const said = ofTable(house, table)
    .map(known => known.fields[field])
    .find(words => words !== undefined)
  return said?.(locale) ?? (field === 'name' ? texts[locale].fields.name : `${table}.${field}`)
}

/** Whether a field takes several lines. */
export function isLong(house: House, table: string, field: string): boolean {
  return ofTable(house, table).some(known => known.long?.includes(field))
}

function ofTable(house: House, table: string): TextsOfTable[] {
  return [...house.rooms.flatMap(room => room.texts ?? []), ...ofTheGround].filter(known => known.table === table)
}

/** A space by its kind and its name in the reader's language, else in any that it has, else its slug. */
export function spaceInWords(locale: Locale, space: SpaceToLookAfter): string {
  const words = texts[locale].spaces
  if (space.kind === 'installation') return words.installation
  return words[space.kind](space.names[locale] ?? Object.values(space.names)[0] ?? space.slug)
}

/** The beginning of a text, on one line. */
export function beginning(text: string, most = 90): string {
  const line = text.replace(/[ \t\r\n\f]+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most).join('').trimEnd()}…`
}
