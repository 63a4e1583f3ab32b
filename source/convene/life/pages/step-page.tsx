import { lifeDesk } from '#convene/messages/life-desk.ts'
import type { LifeStep } from '#convene/seminar/rules/life.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, type Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, DateField, Form, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { lifeAddress, type OfficeSeminar, trail } from './office-seminar.ts'
import { concernedInWords } from './overview.tsx'
import { asks, languagesOf, reasonField, tells } from './step-fields.ts'

/** What was typed for a step, on the way from page to page. */
export type Filled = { typed: Typed; errors: FieldErrors; once: string; version: string }

/** Beside which field each problem of a day stands. */
export const fieldOf = {
  'same-day': 'date',
  'day-past': 'date',
  'ends-before-begins': 'to',
  'clock-change': 'from',
  'closes-after-end': 'closes-day',
  'closes-before-opening': 'closes-day',
} as const

/** The step as a form: what it means before one takes it, and its fields. */
export function stepPage(visit: Visit, seminar: OfficeSeminar, step: LifeStep, filled: Filled) {
  const { locale } = visit
  const t = parts[locale]
  const m = lifeDesk[locale]
  const words = m.steps[step]
  const errors = inWords(m.errors, filled.errors)
  const failed = Object.keys(errors).length > 0
  const told = tells(step)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.label} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: trail(visit, seminar, words.label),
      },
      <div class="stack measure">
        <PageHead kicker={seminar.title} title={words.label} lead={words.text} />
        {told ? <p>{concernedInWords(seminar, locale)}</p> : null}
        <Form
          t={t}
          action={`${lifeAddress(visit, seminar)}/${step}`}
          version={filled.version}
          once={filled.once}
          errors={errors}
          short={!told}
        >
          <StepFields visit={visit} seminar={seminar} step={step} typed={filled.typed} errors={errors} />
          <Buttons>
            <Button>{told ? m.look : words.button}</Button>
            <a href={lifeAddress(visit, seminar)}>{m.leave}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

type FieldsProps = { visit: Visit; seminar: OfficeSeminar; step: LifeStep; typed: Typed; errors: FieldErrors }

function StepFields({ visit, seminar, step, typed, errors }: FieldsProps) {
  const { locale } = visit
  const m = lifeDesk[locale]
  const field = bindFields(parts[locale], typed, errors)
  const city = cityOfZone(locale, seminar.timeZone)
  const { reason, day } = asks[step]
  const reopens = step === 'open' && seminar.life === 'closed'
  return (
    <>
      {day ? (
        <>
          <DateField {...field('date')} label={m.date} />
          <TextField {...field('from')} label={m.from} hint={m.timeHint(city)} maxLength={8} short />
          <TextField {...field('to')} label={m.to} hint={m.timeHint(city)} maxLength={8} short />
        </>
      ) : null}
      {day || reopens ? (
        <>
          <DateField
            {...field('closes-day')}
            label={m.closes}
            hint={reopens ? m.closesNeeded : m.closesHint}
            optional={!reopens}
          />
          <TextField
            {...field('closes-time')}
            label={m.closesTime}
            hint={m.timeHint(city)}
            maxLength={8}
            optional={!reopens}
            short
          />
        </>
      ) : null}
      {reason
        ? languagesOf(seminar).map((language, index) => (
            <TextareaField
              {...field(reasonField(language))}
              label={(reason === 'required' ? m.reason : m.message)(languageName(locale, language))}
              hint={index === 0 ? m.reasonHint : m.reasonOther(languageName(locale, seminar.sourceLanguage))}
              rows={3}
              most={2000}
              optional={index > 0 || reason === 'optional'}
            />
          ))
        : null}
    </>
  )
}
