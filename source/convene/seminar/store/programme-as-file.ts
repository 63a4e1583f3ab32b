import { dayInFile, timeInFile } from '../rules/file-moments.ts'
import type { FileWords } from '../rules/file-values.ts'
import { answersInOrder } from '../rules/known-of-file.ts'
import { emptyProgramme, type FileAnswer } from '../rules/programme-file.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import type { ProgrammeRows } from './programme-rows.ts'
import type { SeminarRows } from './seminar-rows.ts'

/** Finds words by record and field, and notes at which place of the file they stand. */
export type Reader = { rows: SeminarRows; words: (id: string, field: string, path: string) => FileWords | undefined }

/** Without what is not there, so that a file has a key or has it not. */
export function present<T extends Record<string, unknown>>(block: T): T {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)) as T
}

/** Who is on the programme. Their language is said when it is not that of the seminar's texts. */
export function peopleInFile({ rows, words }: Reader): SeminarFile['people'] {
  const keyOf = keysOf(rows.organisations)
  return rows.people.map(({ id, key, given_name, family_name, email, language, organisation_id, named }) =>
    present({
      key,
      givenName: given_name ?? '',
      familyName: family_name ?? '',
      email: email ?? undefined,
      language: language === rows.seminar.source_language ? undefined : (language as SeminarFile['source']),
      organisation: organisation_id === null ? undefined : keyOf.get(organisation_id),
      role: words(id, 'role', `people.${key}.role`),
      about: words(id, 'about', `people.${key}.about`),
      named,
    }),
  )
}

/** The draft of the programme as its file says it. */
export function programmeInFile(reader: Reader): SeminarFile['programme'] {
  const { rows, words } = reader
  const { programme } = rows
  if (!programme) return emptyProgramme
  return present({
    name: words(programme.id, 'name', 'programme.name'),
    provisional: programme.provisional,
    days: programme.days.map(({ held_on, hours_from, hours_to }) => ({
      date: held_on,
      hours: { from: hours_from.slice(0, 5), to: hours_to.slice(0, 5) },
    })),
    rooms: programme.rooms.map(({ id, key, capacity }) =>
      present({
        key,
        name: words(id, 'name', `programme.rooms.${key}.name`) ?? {},
        capacity: capacity ?? undefined,
      }),
    ),
    slots: programme.slots.map(slot => slotInFile(reader, programme, slot)),
    answers: answersInFile(reader, programme),
  })
}

/** Of those who were asked to moderate or to speak; nothing when nobody was. Whoever was erased is in no file. */
function answersInFile({ rows }: Reader, programme: ProgrammeRows): FileAnswer[] | undefined {
  const slots = keysOf(programme.slots)
  const people = keysOf(rows.people)
  const answers = programme.persons.flatMap(({ slot_id, programme_person_id, role, state }) => {
    const [slot, person] = [slots.get(slot_id), people.get(programme_person_id)]
    return state === 'open' || slot === undefined || person === undefined ? [] : [{ slot, as: role, person, state }]
  })
  return answers.length === 0 ? undefined : answersInOrder(answers)
}

type Slot = SeminarFile['programme']['slots'][number]

function slotInFile({ rows, words }: Reader, programme: ProgrammeRows, row: ProgrammeRows['slots'][number]): Slot {
  const { id, key, kind, part, starts_at, ends_at, room, provisional, floor_languages: floor } = row
  const { time_zone: zone, held_on } = rows.seminar
  const organisations = keysOf(rows.organisations)
  const people = keysOf(rows.people)
  const path = `programme.slots.${key}`
  const ofSlot = <T extends { slot_id: string }>(list: readonly T[]) => list.filter(({ slot_id }) => slot_id === id)
  const named = (wanted: 'moderator' | 'coordination') =>
    ofSlot(programme.roles).flatMap(({ organisation_id, role }) =>
      role === wanted ? (organisations.get(organisation_id) ?? []) : [],
    )
  const persons = (wanted: 'moderator' | 'speaker') =>
    ofSlot(programme.persons).flatMap(({ programme_person_id, role }) =>
      role === wanted ? (people.get(programme_person_id) ?? []) : [],
    )
  const [day, until] = [dayInFile(starts_at, zone), dayInFile(ends_at, zone)]
  return present({
    key,
    kind,
    part: part ?? undefined,
    day: day === held_on ? undefined : day,
    from: timeInFile(starts_at, zone),
    until: until === day ? undefined : until,
    to: timeInFile(ends_at, zone),
    room: room ?? undefined,
    provisional,
    title: words(id, 'title', `${path}.title`) ?? {},
    themes: ofSlot(programme.themes).map((theme, index) => words(theme.id, 'text', `${path}.themes.${index}`) ?? {}),
    method: words(id, 'method', `${path}.method`),
    moderators: named('moderator'),
    moderatorPersons: persons('moderator'),
    coordination: named('coordination'),
    speakers: persons('speaker'),
    seats: ofSlot(programme.seats).map(seat =>
      present({
        key: seat.key,
        region: seat.region,
        organisation: seat.organisation_id === null ? undefined : organisations.get(seat.organisation_id),
        // Whoever was erased sits nowhere.
        person: seat.programme_person_id === null ? undefined : people.get(seat.programme_person_id),
        state: seat.state,
      }),
    ),
    spoken_languages:
      floor === null ? undefined : { floor: [...floor], interpretation: [...(row.interpretation_languages ?? [])] },
    documents: ofSlot(programme.documents).map((document, index) => ({
      title: words(document.id, 'title', `${path}.documents.${index}.title`) ?? {},
      url: document.url,
    })),
  })
}

const keysOf = (rows: readonly { id: string; key: string | null }[]) =>
  new Map(rows.map(({ id, key }) => [id, key ?? '']))
