import { lifeWords } from '#convene/messages/life.ts'
import { type Life, meaning } from '#convene/seminar/rules/life.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { redirect } from '#ground/web/answer.ts'
import type { By } from '../../acts/at-the-gate.ts'
import { quotaNames, readQuotas } from '../../store/hall-view.ts'
import type { OwnAnswers } from '../../store/own.ts'
import { currentQuestions } from '../../store/questions.ts'
import { spokenLanguages } from '../../store/seminar.ts'
import type { Voice } from '../form/voice.ts'
import type { OwnObstacles } from './obstacles.ts'
import type { Opened } from './open.ts'
import type { SmallPage } from './small-page.tsx'

/** Whose hands the form is in, and where: the person's own, on their page, or an organiser's. */
export type Hands = {
  by: By
  /** Who reads what the form asks. */
  reader: Actor
  /** The page it leads back to; the form itself stands at `/change` below it. */
  here: string
  /** Whom the form speaks to: the person themself, or who corrects what they answered. */
  voice: Voice
  words: {
    title: string
    lead: string
    save: string
    saved: string
    unchanged: string
    tooLate: string
    ended: string
    taken: string
    address: string
    noRoom(full: string): string
    obstacles: OwnObstacles
  }
  frame(about: SmallPage, status: number): Response | Promise<Response>
}

/** All that the form asks and says, with the registration that it changes. */
export async function changeIn(visit: Visit, opened: Opened, hands: Hands) {
  const { own, seminar, words, admission } = opened
  return as(visit.house.db, hands.reader, async tx => ({
    ...hands,
    opened,
    territory: await territoryName(tx, own, visit),
    form: {
      seminar,
      words,
      admission,
      quotas: await readQuotas(tx, seminar.id),
      quotaNames: await quotaNames(tx, seminar.id),
      questions: await currentQuestions(tx, seminar.id),
      languages: await spokenLanguages(tx, seminar.id),
    },
  }))
}
export type Change = Awaited<ReturnType<typeof changeIn>>

/** The territory of an answer, as the reader reads it; as it was typed when it is none of ours. */
export const territoryName = async (
  tx: Parameters<typeof textsOf>[0],
  { territoryId: id, territoryName: typed }: Pick<OwnAnswers, 'territoryId' | 'territoryName'>,
  { locale }: Visit,
) => (id === null ? (typed ?? '') : wordsOf((await textsOf(tx, [id])).get(id)?.name, locale))

/** Back to where it came from, with the reason why nothing can be changed any more. */
export function tooLate(visit: Visit, { here, words, opened: { own, admission } }: Change): Response {
  const ended = ['refused', 'cancelled', 'expired'].includes(own.state)
  return redirect(visit, here, {
    tone: 'problem',
    text: ended ? words.ended : (stillness(visit, admission.life) ?? words.tooLate),
  })
}

/** What is said after saving: a mail is on its way whenever something is other than it was, and only then. */
export const savedFlash = ({ words }: Change, { mailed }: { mailed: boolean }) =>
  mailed ? ({ tone: 'done', text: words.saved } as const) : ({ tone: 'note', text: words.unchanged } as const)

/** Why answers stand still because of the seminar itself, if they do. */
function stillness({ locale }: Visit, life: Life): string | null {
  const w = lifeWords[locale].own
  const { ownPage: pages } = meaning[life]
  return pages === 'resting' ? w.rests : pages === 'ended' ? w.ended : null
}
