import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, RadiosField, TextField } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { journalWords } from '../../messages/journal.ts'
import { AboutField, aboutTyped } from '../../pages/about-field.tsx'
import { DuringField } from '../../pages/fields.tsx'
import { KeptForm, keptForm, toldWhetherSent } from '../../pages/kept-form.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { memoryToWrite } from '../../pages/writing.tsx'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { aboutToChoose } from '../../store/about.ts'
import { writeDown } from '../acts/write-down.ts'
import { saidFrom, shortErrors, shortSchema } from '../rules/forms.ts'
import { interactionKinds } from '../rules/kinds.ts'
import { recentlyUsed } from '../store/recent.ts'
import { PromiseFields } from './promise-fields.tsx'

/** How many are at hand: as many as a telephone shows without scrolling far. */
const near = { relationships: 4, contacts: 5 }

/** GET /:l/territories/:slug/journal/new: one short form; what is the same most often is chosen already. */
export async function showShortForm(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const told = await toldWhetherSent(visit)
  if (told) return told
  const typed = { kind: 'meeting', during: memory.day.toString(), owed: '', about: aboutAsked(visit) }
  return formPage(visit, memory, { typed, errors: {}, once: newOnceKey(visit.house.keys) })
}

// From the page of a relationship or a contact, that one is ticked: ?about=relationship:id
const aboutAsked = (visit: Visit) => visit.url.searchParams.get('about') ?? ''

/** POST: writes the line, and leads back to the journal. */
export async function sendShortForm(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed = fieldsTyped(sent.typed)
  const checked = check(shortSchema, saidFrom(typed, memory.day))
  const errors = {
    ...(checked.ok ? {} : inWords({ ...fieldsWords[locale].errors, ...journalWords[locale].errors }, checked.errors)),
    ...inWords({ ...fieldsWords[locale].errors, ...journalWords[locale].errors }, shortErrors(typed)),
  }
  if (!checked.ok || Object.keys(errors).length > 0) return formPage(visit, memory, { typed, errors, once })
  const done = await writeDown(house, visit.actor, {
    space: memory.id,
    line: checked.value,
    about: aboutTyped(typed),
    language: locale,
    once: { key: sent.once, location: id => addressIn(visit, memory, `/journal?written=${id}`) },
  })
  if ('strange' in done) return formPage(visit, memory, { typed, errors: { about: aboutWords[locale].strange }, once })
  return redirect(visit, addressIn(visit, memory, `/journal?written=${done.id}`))
}

type Shown = { typed: Fields; errors: FieldErrors; once: string }

async function formPage(visit: Visit, memory: Memory, { typed, errors, once }: Shown): Promise<Response> {
  const { locale } = visit
  const t = parts[locale]
  const m = journalWords[locale]
  const { choices, recent } = await as(visit.house.db, visit.actor, async tx => ({
    choices: await aboutToChoose(tx, memory.id, locale),
    recent: await recentlyUsed(tx, memory.id, near),
  }))
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  // Without the box for searching: on a telephone its field would be the first to be typed into.
  return memoryPage(
    visit,
    memory,
    { title: m.new.title, section: 'journal', failed, islands: [keptForm], searching: true },
    <div class="measure">
      <Form t={t} action={visit.url.pathname} errors={errors} once={once} short>
        <div class="big-choices">
          <RadiosField
            {...field('kind')}
            label={m.new.kind}
            choices={interactionKinds.map(value => ({ value, label: m.kinds[value] }))}
          />
        </div>
        <TextField {...field('title')} label={m.new.what} maxLength={300} />
        <AboutField
          locale={locale}
          typed={typed}
          errors={errors}
          choices={choices}
          near={recent}
          label={m.new.who}
          moreLabel={m.new.other}
          short
        />
        <DuringField {...field('during')} locale={locale} label={m.new.when} />
        <PromiseFields visit={visit} typed={typed} errors={errors} />
        <KeptForm visit={visit} typed={failed} />
        <Buttons>
          <Button>{m.new.save}</Button>
          <a href={addressIn(visit, memory, '/journal')}>{t.form.cancel}</a>
        </Buttons>
        <p class="small">{m.new.later}</p>
      </Form>
    </div>,
  )
}
