import { z } from 'zod'
import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { parts } from '../../languages/messages/parts.ts'
import { accessWords } from '../../languages/messages/people-access.ts'
import { page, redirect } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import {
  Button,
  Buttons,
  bindFields,
  type ChoiceGroup,
  DateField,
  Form,
  SelectField,
  TextareaField,
} from '../../web/parts/form.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { forbidden } from '../../web/refusal.ts'
import { alreadySent, newOnceKey } from '../../web/sent-once.ts'
import { may } from '../../web/visit.ts'
import { giveRight } from '../acts/give-right.ts'
import { endOfLastDay, readDay } from '../rules/last-day.ts'
import { isUuid } from '../rules/uuid.ts'
import { explainRoles, roles } from '../store/rights.ts'
import { type NamedSpace, namedSpaces } from '../store/spaces.ts'
import { accessPath } from './access.tsx'
import { NamesFields, namesSchema } from './form-parts.tsx'

const schema = namesSchema.extend({
  role: z.enum(roles as [string, ...string[]], 'role'),
  space: z.uuid('space'),
  endsOn: z.string().refine(typed => typed === '' || readDay(typed) !== null, 'endsOn'),
  reason: z.string().trim().min(1, 'reason').max(500, 'reason'),
})

export async function showGive(visit: Visit): Promise<Response> {
  if (!may(visit, 'rights')) throw forbidden()
  // From the page of a network or a territory, what it is for is known already.
  const space = visit.url.searchParams.get('space')
  return givePage(visit, isUuid(space ?? '') ? { space: space ?? '' } : {}, {}, newOnceKey(visit.house.keys))
}

export async function sendGive(visit: Visit): Promise<Response> {
  const { house } = visit
  if (!may(visit, 'rights')) throw forbidden()
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed: Typed = { endsOn: '', ...sent.typed }
  const checked = check(schema, typed)
  if (!checked.ok) return givePage(visit, typed, checked.errors, once, 422)
  const { value } = checked
  const day = readDay(value.endsOn)
  const endsAt = day ? endOfLastDay(day) : null
  if (endsAt && Temporal.Instant.compare(endsAt, house.clock.now()) <= 0) {
    return givePage(visit, typed, { endsOn: 'endsOn' }, once, 422)
  }
  const obstacle = await giveRight(house, visit.actor, {
    ...value,
    role: roles.find(role => role === value.role) ?? 'territory_reader',
    spaceId: value.space,
    endsAt,
    once: { key: sent.once, location: accessPath(visit) },
  })
  if (obstacle) {
    const field = obstacle === 'held' ? 'email' : 'role'
    return givePage(visit, typed, { [field]: obstacle }, once, obstacle === 'notYours' ? 403 : 422)
  }
  const { given, givenUnsent } = accessWords[visit.locale]
  const leaves = house.settings.smtpUrl !== null
  return redirect(visit, accessPath(visit), { tone: leaves ? 'done' : 'note', text: leaves ? given : givenUnsent })
}

async function givePage(visit: Visit, typed: Typed, errors: FieldErrors, once: string, status = 200) {
  const { locale } = visit
  const t = parts[locale]
  const words = accessWords[locale]
  const { spaces, explained } = await as(visit.house.db, visit.actor, async tx => ({
    spaces: (await namedSpaces(tx, locale)).filter(space => may(visit, 'rights', space.id)),
    explained: await explainRoles(tx),
  }))
  const mine = explained.filter(
    role =>
      role.capabilities.every(capability => may(visit, capability)) &&
      spaces.some(space => role.kinds.includes(space.kind)),
  )
  const said = inWords(words.errors, errors)
  const field = bindFields(t, typed, said)
  return page(
    visit,
    layout(
      visit,
      { title: words.giveTitle, office: true, failed: status !== 200 },
      <div class="stack measure">
        <PageHead
          title={words.giveTitle}
          lead={visit.house.settings.smtpUrl === null ? words.giveLeadUnsent : words.giveLead}
        />
        <Form t={t} action={`${accessPath(visit)}/give`} errors={said} once={once}>
          <NamesFields visit={visit} typed={typed} errors={said} />
          <p class="small">{words.knownPerson}</p>
          <SelectField
            {...field('role')}
            label={words.roleAndSpace}
            choices={mine.map(({ role, kinds }) => ({
              value: role,
              label: `${words.roles[role]} (${kinds.map(kind => words.kinds[kind]).join(', ')})`,
            }))}
          />
          <SelectField {...field('space')} label={words.space} hint={words.spaceHint} groups={grouped(spaces, words)} />
          <DateField {...field('endsOn')} label={words.endsOn} hint={words.endsOnHint} optional />
          <TextareaField {...field('reason')} label={words.reason} hint={words.reasonHint} rows={2} most={500} />
          <Buttons>
            <Button>{words.button}</Button>
            <a href={accessPath(visit)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    status,
  )
}

function grouped(spaces: readonly NamedSpace[], words: (typeof accessWords)['en']): ChoiceGroup[] {
  return (['installation', 'network', 'seminar', 'territory'] as const)
    .map(kind => ({
      label: words.kinds[kind],
      choices: spaces.filter(space => space.kind === kind).map(space => ({ value: space.id, label: space.name })),
    }))
    .filter(group => group.choices.length > 0)
}
