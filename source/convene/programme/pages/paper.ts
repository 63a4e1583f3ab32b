import { createHash } from 'node:crypto'
import { programmePaperWords } from '#convene/messages/programme-paper.ts'
import { as, asPublic, type Tx } from '#ground/database/actor.ts'
import { type MadePdf, makePdf } from '#ground/documents/index.ts'
import { disposition } from '#ground/files/rules/name.ts'
import type { House, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { text } from '#ground/web/answer.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { readSeminar } from '../../seminar/store/read-seminar.ts'
import type { PaperForm } from '../rules/paper.ts'
import { bookletData, type OnPaper, sheetData } from './paper-data.ts'

/**
 * GET /:l/seminars/:slug/programme.pdf: the released programme as one page to pin up; with `?form=booklet` as a booklet.
 *
 * @throws Refusal `not-found` also when no version is released yet, which it says, and for another form
 */
export async function programmePdf(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const form = formOf(visit.url.searchParams.get('form'))
  const about = await aboutOf(visit)
  const made = await programmeOnPaper(house, about, locale, form)
  if (made.standard === 'plain') {
    const missing = made.missing.map(character => character.codePointAt(0)?.toString(16))
    house.log.warn({ reference: visit.reference, seminar: about.seminar.id, missing }, 'no font for a programme')
  }
  const m = programmePaperWords[locale]
  const name = `${form === 'booklet' ? m.bookletFileName : m.fileName}-${about.seminar.slug}.pdf`
  return text(visit, new Uint8Array(made.pdf), 'application/pdf', {
    'content-disposition': disposition('inline', name),
    'content-language': locale,
    ...(about.seminar.visibility < 2 ? { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } : {}),
  })
}

function formOf(asked: string | null): PaperForm {
  if (asked === null) return 'sheet'
  if (asked === 'booklet') return 'booklet'
  throw notFound()
}

async function aboutOf({ house, locale, actor, signedIn, param }: Visit): Promise<OnPaper> {
  const read = (tx: Tx) => readSeminar(tx, param('slug'), locale)
  const seminar = signedIn ? await as(house.db, actor, read) : await asPublic(house.db, read)
  if (!seminar) throw notFound()
  if (!seminar.version) throw new Refusal('not-found', programmePaperWords[locale].notReleased)
  return { seminar, version: seminar.version }
}

const templates: Record<PaperForm, string> = {
  sheet: 'convene/programme/pages/sheet.typ',
  booklet: 'convene/programme/pages/booklet.typ',
}
// Setting takes a tenth of a second and the same words make the same file: those asked for last are kept, by what stands
// in them. What changes (a name that is erased, a new version, a cancellation) is another file at once.
const kept = new Map<string, Promise<MadePdf>>()
const mostKept = 20

/** The programme as a PDF, in a language. */
export function programmeOnPaper(
  house: Pick<House, 'settings' | 'clock'>,
  about: OnPaper,
  locale: Locale,
  form: PaperForm,
): Promise<MadePdf> {
  const { seminar, version } = about
  const title = seminar.texts.title?.text ?? seminar.slug
  const document = {
    template: templates[form],
    data: (form === 'booklet' ? bookletData : sheetData)({ house, about, locale }),
    language: locale,
    title:
      form === 'booklet'
        ? programmePaperWords[locale].bookletTitle(title)
        : seminarMessages[locale].page.programmeTitle(title),
    // Of the version, not of this reading: the same programme is the same file each time.
    date: version.releasedAt,
  }
  const key = createHash('sha256').update(JSON.stringify(document)).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const made = makePdf(document)
  // The oldest goes first: a Map remembers the order in which it was filled.
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}
