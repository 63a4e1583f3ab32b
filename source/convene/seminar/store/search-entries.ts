import type { Tx } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'

const inBody = [
  'subtitle',
  'question',
  'theme',
  'presentation',
  'audience',
  'objective',
  'method',
  'venue_name',
] as const

type Entry = { id: string; language: Locale; title: string; body: string; path: string }

/** What seminars are found by: what their pages say, in each language they say it in. */
export async function seminarEntries(tx: Tx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return []
  const seminars = await tx
    .selectFrom('space')
    .select(['id', 'slug'])
    .where('kind', '=', 'seminar')
    .where('id', 'in', [...ids])
    .execute()
  const slots = await tx
    .selectFrom('slot')
    .select(['id', 'space_id'])
    .where('space_id', 'in', [...ids])
    .orderBy('starts_at')
    .execute()
  const themes = await tx
    .selectFrom('slot_theme')
    .select(['id', 'space_id'])
    .where('space_id', 'in', [...ids])
    .execute()
  const texts = await textsOf(tx, [...ids, ...slots.map(slot => slot.id), ...themes.map(theme => theme.id)])
  return seminars.flatMap(({ id, slug }) => {
    const own = texts.get(id) ?? {}
    const parts = [...slots, ...themes].filter(part => part.space_id === id).map(part => texts.get(part.id))
    return locales.flatMap((language): Entry[] => {
      if (!own.title?.bodies[language]) return []
      const body = [
        ...inBody.map(field => wordsOf(own[field], language)),
        ...parts.map(part => wordsOf(part?.title ?? part?.text, language)),
      ]
      return [
        {
          id,
          language,
          title: wordsOf(own.title, language),
          body: body.filter(Boolean).join('\n'),
          path: `/seminars/${slug}`,
        },
      ]
    })
  })
}
