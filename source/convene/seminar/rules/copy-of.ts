import type { FileWords } from './file-values.ts'
import type { SeminarFile } from './seminar-file.ts'

/** What a copy has of its own. */
export type CopyWishes = {
  /** The end of its address. */
  slug: string
  /** YYYY-MM-DD */
  date: string
  /** Takes the place of the former title in all languages; the former one stays when it is left out. */
  title?: FileWords
  hours?: { from: string; to: string }
  /** YYYY-MM-DDTHH:MM:SS at the venue; null for none. As many days before the new day as before the old one when left out. */
  opens?: string | null
  closes?: string
  /** Slug of a network; the same one when it is left out. */
  network?: string
}

/**
 * The file of a seminar that is held again on another day: everything of its page and its form, with the deadlines as many
 * days from the new day as they were from the old one, and so with the days of the programme. It is not cancelled, whatever the
 * former one was. People said yes to the former one: nobody is on the programme of the copy, and the seats of its panels
 * are open.
 */
export function copyOf(file: SeminarFile, wishes: CopyWishes): SeminarFile {
  const { cancelled: _, older: __, ...rest } = file
  const { opens, closes, promoteUntil, changeUntil, ...registration } = file.registration
  const shifted = (moment: string) => shiftedBy(moment, file.date, wishes.date)
  const opening = wishes.opens === undefined ? opens && shifted(opens) : (wishes.opens ?? undefined)
  return {
    ...rest,
    slug: wishes.slug,
    network: wishes.network === undefined ? file.network : { ...file.network, slug: wishes.network },
    title: wishes.title ?? file.title,
    date: wishes.date,
    hours: wishes.hours ?? file.hours,
    registration: {
      ...registration,
      ...(opening === undefined ? {} : { opens: opening }),
      closes: wishes.closes ?? shifted(closes),
      ...(promoteUntil === undefined ? {} : { promoteUntil: shifted(promoteUntil) }),
      ...(changeUntil === undefined ? {} : { changeUntil: shifted(changeUntil) }),
    },
    people: [],
    programme: programmeOn(file, wishes.date),
  }
}

function programmeOn({ programme: { answers: _, ...programme }, date }: SeminarFile, newDate: string) {
  const shifted = (day: string) => dayShiftedBy(day, date, newDate)
  return {
    ...programme,
    days: programme.days.map(day => ({ ...day, date: shifted(day.date) })),
    slots: programme.slots.map(slot => ({
      ...slot,
      ...(slot.day === undefined ? {} : { day: shifted(slot.day) }),
      ...(slot.until === undefined ? {} : { until: shifted(slot.until) }),
      moderatorPersons: [],
      speakers: [],
      seats: slot.seats.map(({ key, region }) => ({ key, region, state: 'open' as const })),
    })),
  }
}

/** As many days later as one day is after another. A day that does not exist shifts nothing. */
function dayShiftedBy(day: string, from: string, to: string): string {
  try {
    const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' })
    return Temporal.PlainDate.from(day).add(days).toString()
  } catch {
    return day
  }
}

/** The same time of day, as many days later as one day is after another. A day that does not exist shifts nothing. */
function shiftedBy(moment: string, from: string, to: string): string {
  try {
    const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' })
    return Temporal.PlainDateTime.from(moment).add(days).toString({ smallestUnit: 'second' })
  } catch {
    return moment
  }
}
