import { isBeingSent } from '#convene/life/store/being-sent.ts'
import type { Reason } from '#convene/life/store/notices.ts'
import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { ownMails } from '#convene/messages/own-mails.ts'
import { programmeTell } from '#convene/messages/programme-tell.ts'
import { changesInWords } from '#convene/programme/acts/changes-in-words.ts'
import type { Names, Programme } from '#convene/programme/rules/programme.ts'
import { readNames, readVersions, type Version } from '#convene/programme/store/versions.ts'
import { calendarEntry } from '#convene/registration/acts/calendar-entry.ts'
import { aboutRegistration, type Said, stays } from '#convene/registration/acts/mail-about.ts'
import type { MailFacts } from '#convene/registration/acts/mail-parts.ts'
import { addressesOf, cityOf, titleOf } from '#convene/registration/acts/seminar-in-words.ts'
import { isAlive } from '#convene/registration/rules/states.ts'
import { findSeminarToRegisterFor, seminarWords } from '#convene/registration/store/seminar.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House, MailRecipient, MailTemplate, MailWords } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, show } from '#ground/languages/text.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { type TellingSample, tellingTemplates } from '../acts/tell.ts'
import { asKnown, concerning, ownSlots, slotsOf } from '../rules/to-tell.ts'
import { declinedSlots, keysOfAddress, personOnProgramme } from '../store/audience.ts'
import { programmeNotices, wordsToAdd } from '../store/notices.ts'
import { slotsToCarry } from './calendar.ts'
import { changeParagraphs } from './lines.ts'

/** What a mail tells: from the version that its reader knows to the one that was told. */
type Telling = {
  /** Up to the one that is told, oldest first. */
  versions: Version[]
  to: Version
  base: Version | null
  known: Programme
  names: Names
  note: MultilingualText | undefined
}

/**
 * What the data of a mail say, looked up again: versions by their ids, names as they may be read now. `data.telling` says it
 * in a preview or a test; a sample without it tells the last release. Null when there is nothing.
 */
async function tellingIn(tx: Tx, seminarId: string, data: Readonly<Record<string, unknown>>): Promise<Telling | null> {
  const versions = await readVersions(tx, seminarId)
  const byId = (id: unknown) => versions.find(version => version.id === id) ?? null
  const isSample = typeof data.sample === 'string'
  const sample = isSample ? (data.telling as TellingSample | undefined) : undefined
  const [notice] = typeof data.notice === 'string' && !isSample ? await programmeNotices(tx, { id: data.notice }) : []
  const last = isSample && !sample ? (versions.at(-1) ?? null) : null
  const to = last ?? byId(sample ? sample.to : notice?.versionId)
  if (!to) return null
  const base = last ? (versions.at(-2) ?? null) : byId(sample ? sample.base : data.base)
  return {
    versions: versions.filter(({ number }) => number <= to.number),
    to,
    base,
    known: asKnown(base?.programme ?? null, to.programme),
    names: await readNames(tx, seminarId),
    note: sample ? await addedIn(tx, seminarId, sample) : notice?.note,
  }
}

/** What a preview says; in a test what was told of the version meanwhile, or what waits to be. */
async function addedIn(tx: Tx, seminarId: string, { to, note }: TellingSample): Promise<MultilingualText | undefined> {
  if (note !== undefined) return textOfNote(note)
  const told = (await programmeNotices(tx, { seminarId })).find(({ versionId }) => versionId === to)
  return told ? told.note : wordsToAdd(tx, seminarId)
}

const textOfNote = (note: Reason): MultilingualText | undefined =>
  note
    ? {
        source: note.source,
        bodies: Object.fromEntries(
          Object.entries(note.bodies).map(([language, body]) => [language, { body, state: 'source', stale: false }]),
        ),
      }
    : undefined

/** What stands after the list: whose hours these are, what is added, and where all of it can be read. */
function afterList(house: House, slug: string, locale: Locale, city: string, { note, base, to }: Telling): string[] {
  const { hours, mails: w } = programmeTell[locale]
  const added = show(note, locale)
  return [
    hours(city),
    ...(added === null
      ? []
      : [added.language === locale ? w.note(added.text) : w.noteIn(languageName(locale, added.language), added.text)]),
    base
      ? w.all(publicAddress(house, `/${locale}/seminars/${slug}/changes?from=${base.slug}&to=${to.slug}`))
      : w.programme(publicAddress(house, `/${locale}/seminars/${slug}/programme`)),
  ]
}

/** To somebody who is registered. */
async function toRegistrant(facts: MailFacts): Promise<Said | null> {
  const { house, tx, own, seminar, locale, title, data, sample } = facts
  // Who has left meanwhile is not told where to be.
  if (!sample && !isAlive(own.state) && (await isBeingSent(tx))) return null
  const w = programmeTell[locale].mails
  const telling = await tellingIn(tx, seminar.id, data)
  const usual = { subject: w.subject(title), paragraphs: [w.intro(title)] }
  if (data.usual === true || !telling) return sample ? usual : null
  const { known, to, base, names } = telling
  const keys = sample ? [] : await keysOfAddress(tx, seminar.id, own.email)
  const declined = keys.length > 0 ? await declinedSlots(tx, seminar.id) : () => new Set<string>()
  const mine = new Set(keys.flatMap(key => [...ownSlots(known, to.programme, key, declined(key))]))
  const changes = changesInWords(known, to.programme, names, locale)
  const told = changeParagraphs(changes, locale, { slots: null, own: mine })
  // The last release of a sample may have changed nothing but words.
  if (told.length === 0) return sample ? usual : null
  const carried = sample || own.state === 'confirmed' ? await carry(facts, telling) : []
  return {
    subject: base ? w.subject(title) : w.firstSubject(title),
    paragraphs: [
      base ? w.intro(title) : w.firstIntro(title),
      ...stays([
        ...told,
        ...(carried.length > 0 ? [w.calendar] : []),
        ...afterList(house, seminar.slug, locale, cityOf(seminar, locale), telling),
      ]),
    ],
    attachments: carried,
  }
}

/** For those who come: the slots, and the seminar itself when its own hours changed. */
async function carry(facts: MailFacts, telling: Telling): Promise<NonNullable<Said['attachments']>> {
  const { house, tx, seminar, locale } = facts
  if (telling.base === null) return []
  const changes = concerning(telling.known, telling.to.programme, telling.names, locale)
  const slots = await slotsToCarry(house, tx, seminar.slug, locale, { ...telling, slots: slotsOf(changes) })
  const entry = changes.attendance.length > 0 ? await calendarEntry(facts, { travels: true }) : null
  const { method } = meaning[seminar.life].calendar
  const mediaType = `text/calendar; charset=utf-8; method=${method}`
  return [...slots, ...(entry === null ? [] : [{ name: `${seminar.slug}.ics`, mediaType, content: entry }])]
}

const registrants = aboutRegistration({
  template: tellingTemplates.registrants,
  name: locale => programmeTell[locale].mails.names.registrants,
  standing: true,
  say: toRegistrant,
})

/**
 * To somebody on the programme who is not registered: what is different in their own slots. `data.person` is their id on the
 * programme; in a preview `data.sample` is the seminar and `data.key` stands for them. Gone with their post.
 */
async function toPersonOnProgramme(
  house: House,
  tx: Tx,
  data: Readonly<Record<string, unknown>>,
  locale: Locale,
  to: MailRecipient,
): Promise<MailWords | null> {
  const isSample = typeof data.sample === 'string'
  const person = isSample
    ? { seminarId: String(data.sample), key: String(data.key) }
    : typeof data.person === 'string'
      ? await personOnProgramme(tx, data.person)
      : null
  const seminar = person && (await findSeminarToRegisterFor(tx, { id: person.seminarId }))
  if (!person || !seminar) return null
  if (!isSample && !meaning[seminar.life].mails.standing && (await isBeingSent(tx))) return null
  const telling = await tellingIn(tx, seminar.id, data)
  if (!telling) return null
  const w = programmeTell[locale].mails
  const own = ownMails[locale]
  const words = await seminarWords(tx, seminar.id)
  const title = titleOf(words, seminar, locale)
  const { known, to: version, names } = telling
  const declined = await declinedSlots(tx, seminar.id)
  const slots = ownSlots(known, version.programme, person.key, declined(person.key))
  const changes = changesInWords(known, version.programme, names, locale)
  const told = changeParagraphs(changes, locale, { slots, own: new Set() })
  if (told.length === 0) return null
  const carried = slotsOf(concerning(known, version.programme, names, locale, slots))
  const attachments = await slotsToCarry(house, tx, seminar.slug, locale, { ...telling, slots: carried })
  const contact = addressesOf(words)
  return {
    subject: w.onProgrammeSubject(title),
    paragraphs: [
      own.hello([to.givenName, to.familyName].filter(Boolean).join(' ')),
      w.onProgrammeIntro(title),
      ...told,
      ...(attachments.length > 0 ? [w.calendar] : []),
      ...afterList(house, seminar.slug, locale, cityOf(seminar, locale), telling),
    ],
    action: {
      label: w.seeProgramme,
      url: publicAddress(house, `/${locale}/seminars/${seminar.slug}/programme`),
    },
    attachments,
    after: [
      ...(isSample ? [mailingMails[locale].sample] : []),
      w.why(title),
      ...(contact === '' ? [] : [own.contact(contact)]),
    ],
  }
}

/** Addresses in it lead somewhere, unless the reader's own name is written as one: that is nobody's who works here. */
const linked = (words: MailWords, { givenName, familyName }: MailRecipient): MailWords =>
  /:\/\//.test(`${givenName} ${familyName}`) ? words : { ...words, links: true }

const asTest = (words: MailWords, locale: Locale): MailWords => ({
  ...words,
  subject: mailingMails[locale].testSubject(words.subject),
  after: [mailingMails[locale].testNote, ...(words.after ?? [])],
})

/** The mails that tell what changed in a programme. */
export const programmeTellMails: Readonly<Record<string, MailTemplate>> = {
  [tellingTemplates.registrants]: {
    ...registrants,
    async words(house, tx, data, locale, to) {
      const words = await registrants.words(house, tx, data, locale, to)
      if (!words) return null
      return linked(data.test === true ? asTest(words, locale) : words, to)
    },
  },
  [tellingTemplates.onProgramme]: {
    name: locale => programmeTell[locale].mails.names.onProgramme,
    async words(house, tx, data, locale, to) {
      const words = await toPersonOnProgramme(house, tx, data, locale, to)
      return words && linked(words, to)
    },
  },
}
