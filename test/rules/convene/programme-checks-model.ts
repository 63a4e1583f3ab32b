// What the checks of a draft are to find, told once more and slowly: it looks at each minute of three days, from the midnight
// at which the first begins, and knows titles, people and files by their number. It imports nothing.

export type PlainState = 'open' | 'invited' | 'confirmed' | 'declined'
export type PlainSeat = { region: string; state: PlainState; person: number | null; organisation: string | null }
/** How a text stands in each language that it is to be translated into. */
export type PlainText = { text: string; stands: Readonly<Record<string, string>> }
export type PlainSlot = {
  key: string
  day: number
  /** Minutes from the first midnight. */
  from: number
  to: number
  kind: string
  room: number | null
  title: number | null
  /** An organisation or the general coordination moderates. */
  isLed: boolean
  moderators: number[]
  speakers: number[]
  seats: PlainSeat[]
  /** What those who moderate or speak have answered; who is not in it was never asked. */
  answers: { role: 'moderator' | 'speaker'; person: number; state: PlainState }[]
  texts: PlainText[]
  /** The address of each document, with the number of the file that it names; null for a page elsewhere. */
  documents: { url: string; file: number | null }[]
}
export type PlainHours = { day: number; from: number; to: number }
export type PlainDraft = {
  slots: PlainSlot[]
  days: PlainHours[]
  /** Texts that are in no slot. */
  texts: PlainText[]
  /** The files that the seminar has. */
  files: number[]
}

const minutes = Array.from({ length: 3 * 1440 }, (_, minute) => minute)
const everybody = [0, 1, 2]

/**
 * Each finding as its code and its subject, sorted. People are `pN`; a day without anything is told as `dN`, and a slot on a
 * day without hours by its minutes, as `FROM~TO`.
 */
export function naiveFindings({ slots, days, texts, files }: PlainDraft): string[] {
  const ordered = slots
    .toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))
    .map(slot => ({ ...slot, ...stillNamed(slot) }))
  return [
    ...ordered.flatMap((slot, index) => atTheSameTime(slot, ordered.slice(index + 1))),
    ...ordered.flatMap(slot => outside(slot, days)),
    ...ordered.flatMap(ofPanel),
    ...ordered.flatMap(ofAnswers),
    ...ordered.flatMap(slot =>
      ['part', 'workshop'].includes(slot.kind) && !slot.isLed && slot.moderators.length === 0
        ? [`no-moderator ${slot.key}`]
        : [],
    ),
    ...everybody.flatMap(person => declinedAndStillOn(person, ordered)),
    ...days.flatMap(hours => empty(hours, ordered)),
    ...alike(ordered),
    ...toTranslate(ordered, texts),
    ...ordered.flatMap(({ key, documents }) =>
      documents.flatMap(({ url, file }) =>
        file === null || files.includes(file) ? [] : [`document-unknown ${key}:${url}`],
      ),
    ),
  ].sort()
}

/** Without those who have said that they do not come: they are not released. */
function stillNamed({ moderators, speakers, answers }: PlainSlot) {
  const declined = (as: string) => answers.filter(({ role, state }) => role === as && state === 'declined')
  const comes = (as: string) => (person: number) => !declined(as).some(answer => answer.person === person)
  return { moderators: moderators.filter(comes('moderator')), speakers: speakers.filter(comes('speaker')) }
}

const covers = (span: { from: number; to: number }, minute: number) => span.from <= minute && minute < span.to

function isOn({ moderators, speakers, seats }: PlainSlot, person: number): boolean {
  if (moderators.includes(person) || speakers.includes(person)) return true
  return seats.some(seat => seat.person === person && seat.state !== 'declined')
}

function atTheSameTime(a: PlainSlot, later: PlainSlot[]): string[] {
  return later.flatMap(b => {
    const common = minutes.filter(minute => covers(a, minute) && covers(b, minute)).length
    if (common === 0) return []
    const found = everybody
      .filter(person => isOn(a, person) && isOn(b, person))
      .map(person => `two-places ${a.key}+${b.key}:p${person}:${common}`)
    if (a.room === null || b.room === null) found.push(`overlap ${a.key}+${b.key}:${common}`)
    else if (a.room === b.room) found.push(`overlap ${a.key}+${b.key}:${common}:room-${a.room}`)
    return found
  })
}

function outside(slot: PlainSlot, days: PlainHours[]): string[] {
  const isAnnounced = (minute: number) => days.some(hours => covers(hours, minute))
  if (!minutes.some(minute => covers(slot, minute) && !isAnnounced(minute))) return []
  const hours = days.find(({ day }) => day === slot.day)
  if (!hours) return [`outside-hours ${slot.key}:${slot.from}~${slot.to}`]
  const before = minutes.filter(minute => slot.from <= minute && minute < hours.from).length
  const after = minutes.filter(minute => hours.to <= minute && minute < slot.to).length
  return [`outside-hours ${slot.key}:${before > 0 ? `-${before}` : ''}${after > 0 ? `+${after}` : ''}`]
}

function ofPanel({ key, seats }: PlainSlot): string[] {
  const taken: Record<string, number> = { 'latin-america': 0, europe: 0, other: 0 }
  const found: string[] = []
  for (const [place, { region, state, person, organisation }] of seats.entries()) {
    if (state !== 'declined') taken[region] = (taken[region] ?? 0) + 1
    if (state !== 'invited') continue
    const who = person === null ? (organisation === null ? '' : `:${organisation}`) : `:p${person}`
    found.push(`seat-unanswered ${key}:s${place}${who}`)
  }
  if (taken['latin-america'] !== taken.europe)
    found.push(`panel-unbalanced ${key}:${taken['latin-america']}-${taken.europe}`)
  return found
}

function ofAnswers({ key, answers }: PlainSlot): string[] {
  return everybody.flatMap(person => {
    const said = answers.filter(answer => answer.person === person).map(({ state }) => state)
    return [
      ...(said.includes('declined') ? [`part-declined ${key}:p${person}`] : []),
      ...(said.includes('invited') ? [`part-unanswered ${key}:p${person}`] : []),
    ]
  })
}

function declinedAndStillOn(person: number, ordered: PlainSlot[]): string[] {
  const ofSeats = ({ seats }: PlainSlot) => seats.filter(seat => seat.person === person).map(({ state }) => state)
  const ofParts = ({ answers }: PlainSlot) => answers.filter(one => one.person === person).map(({ state }) => state)
  if (!ordered.some(slot => ofSeats(slot).includes('declined'))) return []
  const comes = ordered.some(slot => [...ofSeats(slot), ...ofParts(slot)].includes('confirmed'))
  const unsure = ordered.filter(slot => {
    if (!slot.moderators.includes(person) && !slot.speakers.includes(person)) return false
    const said = ofParts(slot)
    const hasSaid = said.length > 0 && !said.includes('open') && !said.includes('invited')
    return !hasSaid && (!comes || ofSeats(slot).includes('declined'))
  })
  return unsure.length === 0 ? [] : [`declined-still-on ${unsure.map(({ key }) => key).join('+')}:p${person}`]
}

function empty(hours: PlainHours, ordered: PlainSlot[]): string[] {
  const of = ordered.filter(
    slot => slot.day === hours.day || minutes.some(minute => covers(slot, minute) && covers(hours, minute)),
  )
  if (of.length === 0) {
    const ended = ordered.filter(slot => slot.to <= hours.from)
    const last = ended.findLast(slot => slot.to === Math.max(...ended.map(({ to }) => to)))
    const next = ordered.find(slot => slot.from >= hours.to)
    const around = [last, next].flatMap(slot => slot?.key ?? [])
    return around.length === 0 ? [] : [`gap ${around.join('+')}:d${hours.day}:${hours.to - hours.from}`]
  }
  const found: string[] = []
  const isEmpty = (minute: number) => !of.some(slot => covers(slot, minute))
  for (const begin of minutes.filter(minute => isEmpty(minute) && !isEmpty(minute - 1))) {
    let end = begin
    while (end < minutes.length && isEmpty(end)) end++
    const before = of.findLast(slot => slot.to === begin)
    const after = of.find(slot => slot.from === end)
    const within = minutes.slice(begin, end).filter(minute => covers(hours, minute)).length
    if (before && after && within > 0) found.push(`gap ${before.key}+${after.key}:${within}`)
  }
  return found
}

function alike(ordered: PlainSlot[]): string[] {
  return [0, 1].flatMap(title => {
    const same = ordered.filter(s => s.title === title && !['registration', 'break', 'meal'].includes(s.kind))
    return same.length < 2 ? [] : [`repeated-title ${same.map(({ key }) => key).join('+')}`]
  })
}

function toTranslate(ordered: PlainSlot[], others: PlainText[]): string[] {
  const found: string[] = []
  for (const language of ['es', 'pt'])
    for (const how of ['missing', 'stale']) {
      const lacks = ({ stands }: PlainText) => stands[language] === how
      const where = [
        ...ordered.filter(({ texts }) => texts.some(lacks)).map(({ key }) => key),
        ...others.filter(lacks).map(({ text }) => text),
      ]
      if (where.length > 0) found.push(`translation-${how} ${where.join('+')}:${language}`)
    }
  return found
}
