import { programmePaperWords } from '#convene/messages/programme-paper.ts'
import type { DocumentData } from '#ground/documents/index.ts'
import type { House } from '#ground/house.ts'
import { countryName, date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { remarkOn } from '#ground/web/parts/text.tsx'
import { noticeInWords } from '../../life/acts/notice-in-words.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { whenInWords } from '../../seminar/acts/days-in-words.ts'
import { isStillSo, lifeOf } from '../../seminar/rules/life.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { broken } from '../rules/long-words.ts'
import { type Paper, paperOf } from '../rules/paper.ts'
import type { Version } from '../store/versions.ts'
import { daysOnPaper, paragraphs, type Said, set, spokenIn } from './paper-slots.ts'

/** What paper is made from: the seminar in the reader's language, and a released version of its programme. */
export type OnPaper = {
  seminar: Omit<SeminarPage, 'programme' | 'version' | 'versionCount'>
  version: Pick<Version, 'number' | 'releasedAt' | 'programme'>
}
type Printing = { house: Pick<House, 'settings' | 'clock'>; about: OnPaper; locale: Locale }

/** The words and values of the page to pin up. */
export function sheetData({ house, about, locale }: Printing): DocumentData {
  const paper = paperOf(about.version.programme, about.seminar.names, locale, 'sheet')
  return { ...head(house, about, paper, locale), days: daysOnPaper(house, paper, locale) }
}

/** The words and values of the booklet: those of the page, and what one takes home. */
export function bookletData({ house, about, locale }: Printing): DocumentData {
  const { seminar, version } = about
  const m = programmePaperWords[locale]
  const t = seminarMessages[locale].page
  const paper = paperOf(version.programme, seminar.names, locale, 'booklet', seminar.withdrawn)
  const { texts } = seminar
  const section = (title: string, text: Shown | null | undefined) =>
    text ? [{ title, remarks: remarks(locale, text), ...paragraphs(text) }] : []
  const documents = daysOnPaper(house, { ...paper, days: [{ date: '', hours: null, slots: paper.documents }] }, locale)
  return {
    ...head(house, about, paper, locale),
    days: daysOnPaper(house, paper, locale),
    'about-title': m.about,
    sections: [
      ...section(t.theme, texts.theme),
      ...section(t.presentation, texts.presentation),
      ...section(t.objective, texts.objective),
      ...section(t.audience, texts.audience),
      ...section(t.method, texts.method),
      ...section(m.note, paper.note),
    ],
    question: texts.question ? set(texts.question) : null,
    'practical-title': t.practical,
    facts: practical(seminar, locale),
    'panel-word': m.panel,
    'people-title': m.people,
    people: paper.people.map(({ name, role, organisation, about: lines }) => ({
      name: name === null ? null : broken(name),
      // Without a name it is the role that stands first.
      role: role && set(role),
      organisation: organisation === null ? null : broken(organisation),
      about: lines && paragraphs(lines),
      remarks: remarks(locale, role, lines),
    })),
    'rooms-title': m.rooms,
    rooms: paper.rooms.map(({ name, capacity }) => ({
      name: set(name),
      capacity: capacity === null ? null : m.capacity(capacity),
    })),
    'documents-title': m.documents,
    documents: documents.flatMap(({ slots }) => slots.map(({ title, documents }) => ({ title, documents }))),
    'contacts-title': t.contacts,
    contacts: seminar.contacts.map(({ label, organisation, email, telephone }) => ({
      label: label ? set(label) : said(organisation ?? '', locale),
      lines: [email, telephone?.replaceAll(' ', '\u00a0')].filter(line => line !== null && line !== undefined),
    })),
  }
}

/** What stands at the head and at the foot of both. */
function head(house: Printing['house'], { seminar, version }: OnPaper, paper: Paper, locale: Locale) {
  const m = programmePaperWords[locale]
  const p = parts[locale]
  const t = seminarMessages[locale].page
  const { texts } = seminar
  const name = paper.name ? set(paper.name) : said(t.programme, locale)
  const isSaid = name.text.toLocaleLowerCase(locale).includes(p.programme.provisional)
  const day = date(locale, version.releasedAt.toZonedDateTimeISO(seminar.timeZone).toPlainDate())
  const by = (role: 'organiser' | 'partner' | 'supporter') =>
    seminar.organisations.filter(({ roles }) => roles.includes(role)).map(organisation => nameOf(organisation, locale))
  const title = texts.title ? set(texts.title) : said(seminar.slug, locale)
  const { venue_name: venue } = texts
  return {
    told: toldOn(house, seminar, locale),
    organisers: by('organiser'),
    'with-title': t.partners,
    with: by('partner'),
    'supporters-title': t.supporters,
    supporters: by('supporter'),
    title,
    subtitle: texts.subtitle ? set(texts.subtitle) : null,
    // Said once below the title, for all that stands at the head.
    'head-remarks': remarks(locale, texts.title, texts.subtitle, venue),
    when: upperFirst(locale, whenInWords(seminar, locale)),
    venue: venue ? set(venue) : null,
    address: broken(seminar.venueAddress),
    name,
    provisional: paper.provisional && !isSaid ? p.programme.provisional : null,
    'programme-remarks': [
      ...(paper.writtenIn ? [p.text.notYet(paper.writtenIn)] : []),
      ...((version.programme.older[locale] ?? []).length > 0 ? [m.older] : []),
    ],
    empty: version.programme.slots.length === 0 ? m.noSlots : null,
    version: paper.name ? m.namedVersion(version.number, name.text, day) : m.version(version.number, day),
    online: m.online(publicAddress(house, `/${locale}/seminars/${seminar.slug}/programme`)),
    // The template puts the numbers in: only it knows them.
    page: m.page('{page}', '{pages}'),
    'demonstration-title': m.demonstration,
    demonstration: texts.demonstration
      ? { ...paragraphs(texts.demonstration), remarks: remarks(locale, texts.demonstration) }
      : null,
  }
}

/** What was decided about the seminar, as long as it is so. */
function toldOn(house: Printing['house'], seminar: OnPaper['seminar'], locale: Locale) {
  const life = lifeOf(seminar, seminar.places, house.clock.now())
  const notice = seminar.notice && isStillSo(seminar.notice.kind, life) ? seminar.notice : null
  const kind = notice?.kind ?? (life === 'cancelled' || life === 'postponed' ? life : null)
  if (kind === null || kind === 'held-again') return null
  const words = noticeInWords(notice ?? { kind, heldOn: seminar.date, movedTo: null }, locale)
  return {
    title: words.title,
    // Words of a page that a reader has before them would be wrong on a wall.
    text:
      kind === 'postponed'
        ? programmePaperWords[locale].postponed(date(locale, notice?.heldOn ?? seminar.date))
        : words.text,
    reason: notice?.reason ? { ...paragraphs(notice.reason), remarks: remarks(locale, notice.reason) } : null,
  }
}

function practical(seminar: OnPaper['seminar'], locale: Locale) {
  const t = seminarMessages[locale].page
  const { venue_name: venue, entrance } = seminar.texts
  const fact = (term: string, lines: readonly Said[], texts: readonly (Shown | null | undefined)[] = []) =>
    lines.length > 0 ? [{ term, lines: [...lines], remarks: remarks(locale, ...texts) }] : []
  const spoken = { floor: seminar.floorLanguages, interpretation: seminar.interpretationLanguages }
  return [
    ...fact(t.when, [said(whenInWords(seminar, locale), locale)]),
    ...fact(
      t.venue,
      [
        ...(venue ? [set(venue)] : []),
        said(`${seminar.venueAddress}, ${countryName(locale, seminar.venueCountry)}`, locale),
        ...(entrance ? [set(entrance)] : []),
      ],
      [venue, entrance],
    ),
    ...fact(t.access, seminar.accessLines.map(set), seminar.accessLines),
    ...fact(
      t.languages,
      spokenIn(spoken, locale).map(line => said(line, locale)),
    ),
  ]
}

/** An organisation in full, with the short name by which it is known: « Alliance … (AL-LAs) ». */
function nameOf(organisation: SeminarPage['organisations'][number], locale: Locale): Said {
  const { shortName, texts } = organisation
  if (!texts.name) return said(shortName ?? '', locale)
  const { text, language } = texts.name
  const adds = shortName !== null && shortName.length > 2 && !text.includes(shortName)
  return set({ text: adds ? `${text} (${shortName})` : text, language })
}

const upperFirst = (locale: Locale, text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
const said = (text: string, language: Locale): Said => ({ text: broken(text), language })

/** What must be said of texts that are not the reader's, or are older than their original: each remark once. */
function remarks(locale: Locale, ...texts: readonly (Shown | null | undefined)[]): string[] {
  const found = texts.flatMap(text => (text ? (remarkOn(parts[locale], locale, text) ?? []) : []))
  return [...new Set(found)]
}
