import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { Room } from '../../house.ts'
import { type Locale, locales } from '../../languages/locales.ts'
import { takeApart } from '../rules/asked.ts'
import { type Lexicon, makeLexicon, planOf, type Stemmed } from '../rules/lexicon.ts'
import { inEitherNumber, questionFor } from '../rules/question.ts'
import { type Widened, widen } from '../rules/widen.ts'
import { configurationOf } from './entries.ts'

const kept = new WeakMap<readonly Room[], Promise<Lexicon>>()

/** What the house knows of the words of its rooms: stemmed once by PostgreSQL, and then kept. */
export function lexiconOf(tx: Tx, rooms: readonly Room[]): Promise<Lexicon> {
  const known = kept.get(rooms)
  if (known) return known
  const making = make(tx, rooms)
  kept.set(rooms, making)
  making.catch(() => kept.delete(rooms))
  return making
}

async function make(tx: Tx, rooms: readonly Room[]): Promise<Lexicon> {
  const plan = planOf(rooms.flatMap(room => room.carried ?? []))
  return makeLexicon(plan, await stem(tx, plan.wanted))
}

/** The question, with the words of other languages for what it asks. */
export async function widened(tx: Tx, lexicon: Lexicon, locale: Locale, question: string): Promise<Widened> {
  const asked = takeApart(question)
  const texts = [...new Set(asked.flat().flatMap(part => (part.kind === 'words' ? part.words : [part.text])))]
  const stems = await stem(
    tx,
    Object.fromEntries(locales.map(language => [language, texts])) as Record<Locale, string[]>,
  )
  const none: Stemmed = { stems: [], query: '' }
  return widen(lexicon, locale, asked, (language, text) => stems[language].get(text) ?? none)
}

/** Texts as the search of each language compares them: without accents and small words, in the order of their words. */
async function stem(tx: Tx, texts: Record<Locale, readonly string[]>): Promise<Record<Locale, Map<string, Stemmed>>> {
  const wanted = locales.flatMap(locale =>
    texts[locale].map(text => ({
      locale,
      text,
      forms: inEitherNumber(locale, questionFor(locale, text, '')),
      config: configurationOf[locale],
    })),
  )
  const { rows } = await sql<{ locale: Locale; text: string } & Stemmed>`
    select w.locale, w.text,
      array(select u.lexeme from unnest(to_tsvector(w.config::regconfig, unaccent(w.forms[1]))) u, unnest(u.positions) p order by p) as stems,
      array_to_string(array(select distinct phraseto_tsquery(w.config::regconfig, unaccent(f))::text from unnest(w.forms) f), ' | ') as query
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (locale text, text text, forms text[], config text)`.execute(
    tx,
  )
  const stemmed = Object.fromEntries(locales.map(locale => [locale, new Map<string, Stemmed>()])) as Record<
    Locale,
    Map<string, Stemmed>
  >
  for (const { locale, text, stems, query } of rows) stemmed[locale].set(text, { stems, query })
  return stemmed
}
