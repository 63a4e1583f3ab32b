import type { FileWords, SeminarFile } from './seminar-file.ts'

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
 * days from the new day as they were from the old one. It is not cancelled, whatever the former one was.
 */
export function copyOf(file: SeminarFile, wishes: CopyWishes): SeminarFile {
  const { cancelled: _, ...rest } = file
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
