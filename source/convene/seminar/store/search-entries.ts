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
  const released = await tx
    .selectFrom('programme_version')
    .distinctOn('seminar_id')
    .select(['seminar_id', 'content'])
    .where('seminar_id', 'in', [...ids])
    .orderBy('seminar_id')
    .orderBy('number', 'desc')
    .execute()
  const texts = await textsOf(tx, [...ids])
  return seminars.flatMap(({ id, slug }) => {
    const own = texts.get(id) ?? {}
    const programme = released.find(({ seminar_id }) => seminar_id === id)?.content
    return locales.flatMap((language): Entry[] => {
      if (!own.title?.bodies[language]) return []
      const body = [
        ...inBody.map(field => wordsOf(own[field], language)),
        ...(programme?.slots ?? []).flatMap(({ title, themes }) =>
          [title, ...themes].map(words => words[language] ?? words[programme?.source ?? language] ?? ''),
        ),
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
