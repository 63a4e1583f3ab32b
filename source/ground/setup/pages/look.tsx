import { z } from 'zod'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { accentOf, leastContrast, type Swatch, swatches } from '#ground/web/accent.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CodeField, Form, RadiosField, TextField } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { changeLook } from '../acts/change-look.ts'
import { readInstallation } from '../store/installation.ts'
import { after, setupPage, setupPath, wordsFor } from './steps.tsx'

const names = Object.keys(swatches) as Swatch[]
const schema = z
  .object({
    name: z.string().trim().max(120, 'tooLong').default(''),
    colour: z.enum([...names, 'own']).default('sea'),
    own: z.string().trim().toLowerCase().default(''),
  })
  .refine(({ colour, own }) => colour !== 'own' || /^#[0-9a-f]{6}$/.test(own), { error: 'wrongColour', path: ['own'] })

/** GET /:l/setup/look: also later, from the administration. */
export async function showLook(visit: Visit): Promise<Response> {
  const { name, accent } = await as(visit.house.db, visit.actor, readInstallation)
  const colour = accent === null ? 'sea' : (names.find(one => swatches[one] === accent) ?? 'own')
  const typed = { name: name ?? '', colour, own: colour === 'own' ? (accent ?? '') : '' }
  return lookPage(visit, typed, {}, newOnceKey(visit.house.keys), accent)
}

/** POST /:l/setup/look */
export async function sendLook(visit: Visit): Promise<Response> {
  const { house } = visit
  const words = wordsFor(visit).look
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const checked = check(schema, sent.typed)
  if (!checked.ok)
    return lookPage(
      visit,
      sent.typed,
      inWords(words.errors, checked.errors),
      sent.once ?? newOnceKey(house.keys),
      null,
      422,
    )
  const { name, colour, own } = checked.value
  const accent = colour === 'own' ? own : colour === 'sea' ? null : swatches[colour]
  const location = textOf(sent.typed, '_next') === 'stay' ? setupPath(visit, 'look') : after(visit, 'look')
  await changeLook(house, visit.actor, { name: name === '' ? null : name, accent }, { once: sent.once, location })
  return redirect(visit, location, { tone: 'done', text: words.saved })
}

function lookPage(visit: Visit, typed: Typed, errors: FieldErrors, once: string, accent: string | null, status = 200) {
  const { locale } = visit
  const t = parts[locale]
  const words = wordsFor(visit)
  const field = bindFields(t, typed, errors)
  return setupPage(
    visit,
    { ...words.look, status },
    <Form t={t} action={setupPath(visit, 'look')} errors={errors} once={once}>
      <TextField {...field('name')} label={words.look.name} hint={words.look.nameHint} autocomplete="off" optional />
      <RadiosField
        {...field('colour')}
        label={words.look.colour}
        hint={words.look.colourHint}
        choices={[...names, 'own' as const].map(value => ({
          value,
          label: words.look.swatches[value],
          ...(value === 'own' ? {} : { picture: <Patch colour={swatches[value]} /> }),
        }))}
      />
      <CodeField {...field('own')} label={words.look.own} hint={words.look.ownHint} autocomplete="off" optional />
      {accent === null ? null : <HowItLooks visit={visit} accent={accent} />}
      <Buttons>
        <Button>{words.next}</Button>
        <Button kind="secondary" name="_next" value="stay">
          {words.stay}
        </Button>
        <a href={after(visit, 'look')}>{words.later}</a>
      </Buttons>
    </Form>,
  )
}

/** A patch of a colour: an attribute of a drawing, since the page may carry no style of its own. */
function Patch({ colour }: { colour: string }) {
  return (
    <svg class="patch" width="36" height="18" aria-hidden="true">
      <rect width="36" height="18" rx="3" fill={colour} />
    </svg>
  )
}

function HowItLooks({ visit, accent }: { visit: Visit; accent: string }) {
  const words = wordsFor(visit).look
  const { light, dark } = accentOf(accent)
  const ratio = (colour: string, mode: 'light' | 'dark') =>
    new Intl.NumberFormat(visit.locale, {
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
      roundingMode: 'floor',
    }).format(leastContrast(colour, mode))
  const inLight =
    light.act === accent
      ? words.asGiven(accent, ratio(light.act, 'light'))
      : words.darker(accent, light.act, ratio(light.act, 'light'))
  return (
    <section class="stack" aria-labelledby="how-it-looks">
      <h2 id="how-it-looks">{words.now}</h2>
      <ul class="plain-list">
        <li>
          <Patch colour={light.act} /> {inLight}
        </li>
        <li>
          <Patch colour={dark.act} /> {words.dark(dark.act, ratio(dark.act, 'dark'))}
        </li>
      </ul>
      <p class="small">{words.enough}</p>
    </section>
  )
}
