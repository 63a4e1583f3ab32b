import { formWords } from '#convene/messages/form.ts'
import { needs } from '#convene/messages/needs.ts'
import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { stateNeeds } from '../../acts/state-needs.ts'
import { answersSchema } from '../../rules/answers.ts'
import type { WordedQuestion } from '../../store/questions.ts'
import { answersInWords } from '../form/errors-in-words.ts'
import { answerErrors, questionField } from '../form/fields.ts'
import { dayAfter } from '../form/open.ts'
import { NeedsFields } from '../form/person.tsx'
import { QuestionFields } from '../form/questions.tsx'
import { onceOf, sendingKey } from '../sending-key.ts'
import { typedOf, unfolded } from './change-fields.ts'
import { stalePage } from './change-page.tsx'
import { type Change, savedFlash, tooLate } from './hands.ts'

const schema = answersSchema.pick({ needs: true })
const needsFields = ['accessibility[]', 'diet[]', 'note']

/** Whether a form asked for needs and answers alone: the one that asks everything has a name in it. */
export const isNeedsForm = ({ typed }: SentForm): boolean => typed.givenName === undefined && typed.note !== undefined

/** What can still be said when answers that decide about places stay as they are, filled with what was said until now. */
export function needsPage(visit: Visit, change: Change, filled?: Filled) {
  const { opened, form, here, voice, frame, territory } = change
  const { locale } = visit
  const { own } = opened
  const w = ownPage[locale].change
  const { typed, errors, version, once } = filled ?? {
    typed: typedOf(own.answers, territory, form.questions),
    errors: {},
    version: String(own.version),
    once: newOnceKey(visit.house.keys),
  }
  const failed = Object.keys(errors).length > 0
  const questions = askedOf(change)
  return frame(
    {
      title: w.needsTitle,
      failed,
      islands: questions.some(({ condition }) => condition) ? ['conditional-question'] : [],
      children: (
        <>
          <PageHead title={w.needsTitle} lead={w.needsLead} />
          <Form t={parts[locale]} action={`${here}/change`} version={version} once={once} errors={errors} whole>
            <section class="part">
              <h2>{needs[locale].title}</h2>
              <NeedsFields
                {...{ locale, typed, errors, voice }}
                prefix=""
                erasedOn={dayAfter(form.seminar, form.admission.needsDays)}
              />
            </section>
            {questions.length > 0 ? (
              <section class="part">
                <h2>{formWords[locale].person.questions}</h2>
                <QuestionFields {...{ questions, locale, voice, typed, errors }} prefix="" />
              </section>
            ) : null}
            <Buttons>
              <Button>{w.save}</Button>
              <a href={here}>{parts[locale].form.cancel}</a>
            </Buttons>
          </Form>
        </>
      ),
    },
    failed ? 422 : 200,
  )
}

type Filled = { typed: Typed; errors: FieldErrors; version: string; once: string }

/**
 * The category does not change here: what it decides is decided, and no field of the form is left for a question to
 * depend on.
 */
const askedOf = ({ opened: { own }, form }: Change): WordedQuestion[] =>
  form.questions.flatMap(question => {
    const { condition } = question
    if (condition === null || !('category' in condition)) return [question]
    return condition.category.includes(own.category) ? [{ ...question, condition: null }] : []
  })

/** Saves them, or says at once everything that is not right, with all that was typed. */
export async function saveNeeds(visit: Visit, change: Change, sent: SentForm): Promise<Response> {
  const { house, locale } = visit
  const { opened, form, here, voice } = change
  const { own } = opened
  const once = onceOf(house.keys, sent)
  const sending = sendingKey(house.keys, once, [sent.version, sent.typed])
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const version = /^\d{1,9}$/.test(sent.version ?? '') ? (sent.version as string) : String(own.version)
  const typed = unfolded(sent.typed)
  const again = (errors: FieldErrors) => needsPage(visit, change, { typed, errors, version, once })
  if (textOf(typed, '_next') === 'edit') return again({})
  const about = { locale, voice, questions: form.questions }
  const read = schema.safeParse({
    needs: {
      accessibility: listOf(typed, 'accessibility[]'),
      diet: listOf(typed, 'diet[]'),
      note: textOf(typed, 'note'),
    },
  })
  if (!read.success) {
    const codes = read.error.issues.map(({ path, message }) => [fieldOf(String(path[1] ?? 'note')), message])
    return again(answersInWords(Object.fromEntries(codes), about))
  }
  const answers = Object.fromEntries(
    form.questions.map(question => {
      const field = questionField(question)
      return [question.key, question.kind === 'several' ? listOf(typed, field) : textOf(typed, field)]
    }),
  )
  const given = {
    version: Number(version),
    needs: read.data.needs ?? { accessibility: [], diet: [], note: '' },
    answers,
  }
  const result = await stateNeeds(house, change.by, own.id, given, { remember: { once: sending, location: here } })
  switch (result.outcome) {
    case 'stated':
      return redirect(visit, here, savedFlash(change, result))
    case 'too-late':
    case 'ended':
      return tooLate(visit, change)
    case 'stale': {
      const fields = [...needsFields, ...form.questions.map(questionField)]
      return stalePage(visit, change, { ...result, typed, once }, fields)
    }
    case 'refused':
      return again(answersInWords(answerErrors(form.questions, '', result.answers), about))
  }
}

const fieldOf = (name: string) => (name === 'note' ? name : `${name}[]`)

const listOf = (typed: Typed, field: string): string[] => {
  const value = typed[field]
  return (typeof value === 'string' ? [value] : [...(value ?? [])]).filter(item => item !== '')
}
