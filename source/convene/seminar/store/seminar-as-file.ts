import { usualRetention } from '#convene/retention/rules/retention.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type TextsOfRecord, textsOf } from '#ground/languages/texts.ts'
import { momentInFile } from '../rules/file-moments.ts'
import type { FileWords } from '../rules/file-values.ts'
import { olderIn } from '../rules/older-texts.ts'
import { organisationRoles, type SeminarFile } from '../rules/seminar-file.ts'
import { peopleInFile, present, programmeInFile, type Reader } from './programme-as-file.ts'
import { readSeminarRows, type SeminarRows } from './seminar-rows.ts'

export type SeminarAsFile = {
  id: string
  file: SeminarFile
  /** record id → field → text, with its state in each language, of everything that the file has words of. */
  texts: ReadonlyMap<string, TextsOfRecord>
  /** The same by its place in the file, as changes name it: `programme.slots.part-1.title`. */
  textAt: (path: string) => MultilingualText | undefined
  /** The record that has the words of each place. */
  recordAt: ReadonlyMap<string, string>
  /** The field of that record. */
  fieldAt: ReadonlyMap<string, string>
}

/**
 * The seminar as it stands now, in exactly the shape of its file: importing it changes nothing. What a file does not
 * speak of is not in it: registrations, invitations, rights, words of mails, and words in languages that the seminar does
 * not offer.
 *
 * @returns null when there is no such seminar, or none that the actor may see
 */
export async function seminarAsFile(tx: Tx, slug: string): Promise<SeminarAsFile | null> {
  const rows = await readSeminarRows(tx, slug)
  if (!rows) return null
  const texts = await textsOf(tx, [...idsOf(rows)])
  const found = new Map<string, MultilingualText>()
  const recordAt = new Map<string, string>()
  const fieldAt = new Map<string, string>()
  const { source_language: source, languages } = rows.seminar
  const reader: Reader = {
    rows,
    words: (id, field, path) => {
      const text = texts.get(id)?.[field]
      if (!text) return undefined
      found.set(path, text)
      recordAt.set(path, id)
      fieldAt.set(path, field)
      return wordsOf(text, isLocale(source) ? source : 'en', languages)
    },
  }
  const file = fileOf(reader)
  const textAt = (path: string) => found.get(path)
  const older = olderIn(file, textAt)
  return { id: rows.seminar.id, file: older ? { ...file, older } : file, texts, textAt, recordAt, fieldAt }
}

function* idsOf(rows: SeminarRows): Generator<string> {
  yield rows.seminar.id
  yield rows.seminar.network_id
  for (const list of [rows.accessLines, rows.contacts, rows.organisations, rows.quotas])
    for (const { id } of list) yield id
  for (const list of [rows.questions, rows.options, rows.consents, rows.people]) for (const { id } of list) yield id
  if (!rows.programme) return
  const { id, slots, themes, rooms, documents } = rows.programme
  yield id
  for (const list of [slots, themes, rooms, documents]) for (const { id } of list) yield id
}

/** In the languages of the seminar. An organisation that another seminar named may lack the source language: its own words. */
function wordsOf({ source: own, bodies }: MultilingualText, source: Locale, languages: readonly string[]): FileWords {
  const words: FileWords = {}
  for (const language of languages.filter(isLocale)) {
    const body = bodies[language]?.body ?? (language === source ? bodies[own]?.body : undefined)
    if (body !== undefined) words[language] = body
  }
  return words
}

function fileOf(reader: Reader): SeminarFile {
  const { seminar, accessLines } = reader.rows
  const own = (field: string) => reader.words(seminar.id, field, field)
  return present({
    perenne: 'seminar/1',
    slug: seminar.slug,
    // Whoever works on one seminar may not see its network: it is then named by its id, which an import understands.
    network: {
      slug: seminar.network ?? seminar.network_id,
      name: reader.words(seminar.network_id, 'name', 'network.name') ?? {
        [seminar.source_language]: seminar.network ?? seminar.network_id,
      },
    },
    source: seminar.source_language as Locale,
    languages: seminar.languages.filter(isLocale),
    demonstration: own('demonstration'),
    title: own('title') ?? {},
    subtitle: own('subtitle'),
    theme: own('theme'),
    question: own('question'),
    presentation: own('presentation'),
    audience: own('audience'),
    objective: own('objective'),
    method: own('method'),
    date: seminar.held_on,
    hours: { from: seminar.hours_from.slice(0, 5), to: seminar.hours_to.slice(0, 5) },
    time_zone: seminar.time_zone,
    venue: present({
      name: own('venue_name') ?? {},
      address: seminar.venue_address,
      country: seminar.venue_country,
      entrance: own('entrance'),
      access: accessLines.map(({ id }, index) => reader.words(id, 'text', `venue.access.${index}`) ?? {}),
    }),
    spoken_languages: { floor: [...seminar.floor_languages], interpretation: [...seminar.interpretation_languages] },
    // Only `true` is said: a file that was taken out before a cancellation must not take it back.
    cancelled: seminar.cancelled_at === null ? undefined : true,
    registration: registrationOf(reader),
    organisations: organisationsOf(reader),
    contacts: reader.rows.contacts.map(({ id, organisation, email, telephone }, index) =>
      present({
        organisation: organisation ?? undefined,
        email: email ?? undefined,
        telephone: telephone ?? undefined,
        label: reader.words(id, 'label', `contacts.${index}.label`) ?? {},
      }),
    ),
    people: peopleInFile(reader),
    programme: programmeInFile(reader),
  } satisfies SeminarFile)
}

function registrationOf({ rows, words }: Reader): SeminarFile['registration'] {
  const { seminar, admission, quotas, consents } = rows
  const at = (moment: Temporal.Instant | null | undefined) =>
    moment ? momentInFile(moment, seminar.time_zone) : undefined
  return present({
    // A seminar without the quota of everybody counts no places.
    capacity: quotas.find(({ key }) => key === 'overall')?.capacity ?? uncounted,
    opens: at(seminar.registration_opens_at),
    closes: momentInFile(seminar.registration_closes_at, seminar.time_zone),
    mandatory: seminar.registration_mandatory,
    approval: [...(admission?.approval_for ?? [])],
    perOrganisation: admission?.per_organisation ?? undefined,
    perForm: admission?.per_form ?? 10,
    promotion: admission?.promotion ?? 'direct',
    offerHours: admission?.offer_hours ?? 48,
    promoteUntil: at(admission?.promote_until),
    changeUntil: at(admission?.change_until),
    quotas: quotas
      .filter(({ key }) => key !== 'overall')
      .map(({ id, key, capacity, categories, regions, territory_id, territory }) =>
        present({
          key,
          name: words(id, 'name', `registration.quotas.${key}.name`) ?? {},
          capacity,
          categories: categories ?? undefined,
          regions: regions ?? undefined,
          // A territory that the actor may not see has no slug for them: its id, which an import understands.
          territory: territory ?? territory_id ?? undefined,
        }),
      ),
    questions: questionsOf({ rows, words }),
    retention: {
      needs: admission?.needs_days ?? usualRetention.needs,
      answers: admission?.answers_days ?? usualRetention.answers,
      persons: admission?.persons_days ?? usualRetention.persons,
    },
    consents: consents.map(({ id, key, required }) => ({
      key,
      required,
      text: words(id, 'text', `registration.consents.${key}.text`) ?? {},
    })),
  })
}

const uncounted = 1_000_000

function questionsOf({ rows, words }: Reader): SeminarFile['registration']['questions'] {
  return rows.questions.map(({ id, key, kind, required, condition }) => {
    const path = `registration.questions.${key}`
    const options = rows.options.filter(option => option.question_id === id)
    return present({
      key,
      kind,
      required,
      label: words(id, 'label', `${path}.label`) ?? {},
      hint: words(id, 'hint', `${path}.hint`),
      options:
        options.length === 0
          ? undefined
          : options.map(option => ({
              key: option.key,
              label: words(option.id, 'label', `${path}.options.${option.key}.label`) ?? {},
            })),
      when:
        condition === null
          ? undefined
          : 'category' in condition
            ? { category: [...condition.category] }
            : { question: condition.question, is: [...condition.is] },
    })
  })
}

/** First those that have a role, in their order; then those that are only named by a contact or a slot, by key. */
function organisationsOf({ rows, words }: Reader): SeminarFile['organisations'] {
  const places = new Map(rows.roles.map(({ organisation_id, position }) => [organisation_id, position]))
  const place = (id: string) => places.get(id) ?? Number.POSITIVE_INFINITY
  const inOrder = rows.organisations.toSorted((a, b) => (place(a.id) === place(b.id) ? 0 : place(a.id) - place(b.id)))
  return inOrder.map(({ id, key, kind, short_name, country, website }) =>
    present({
      key: key ?? '',
      name: words(id, 'name', `organisations.${key}.name`) ?? {},
      short: short_name ?? undefined,
      kind,
      country: country ?? undefined,
      website: website ?? undefined,
      roles: organisationRoles.filter(role => rows.roles.some(row => row.organisation_id === id && row.role === role)),
    }),
  )
}
