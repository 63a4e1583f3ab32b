import { z } from 'zod'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { saveSpace } from '#ground/people/acts/save-space.ts'
import { longestSlug, slugFrom } from '#ground/slug.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, TextField } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { after, setupPage, setupPath, wordsFor } from './steps.tsx'

const line = z.string().trim().max(200, 'tooLong').default('')
const schema = z.object({
  slug: z
    .string()
    .trim()
    .max(longestSlug, 'wrongSlug')
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'wrongSlug')
    .default(''),
  ...Object.fromEntries(locales.map(locale => [`name-${locale}`, line])),
})

/** GET /:l/setup/network */
export async function showNetwork(visit: Visit): Promise<Response> {
  return networkPage(visit, {}, {}, newOnceKey(visit.house.keys))
}

/** POST /:l/setup/network: the original is the name in the language of this page. */
export async function sendNetwork(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = wordsFor(visit).network
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const again = (errors: FieldErrors) =>
    networkPage(visit, sent.typed, errors, sent.once ?? newOnceKey(house.keys), 422)

  const checked = check(schema, sent.typed)
  const fields: Record<string, string> = checked.ok ? (checked.value as Record<string, string>) : {}
  const errors = checked.ok ? {} : inWords(words.errors, checked.errors)
  const name = fields[`name-${locale}`] ?? ''
  if (checked.ok && name === '') return again({ [`name-${locale}`]: words.errors.missing })
  if (!checked.ok) return again(errors)
  const slug = fields.slug || slugFrom(name)
  if (slug === '') return again({ slug: words.errors.noSlug })
  const location = after(visit, 'network')
  const saved = await saveSpace(house, visit.actor, {
    kind: 'network',
    id: null,
    fields: { ...fields, slug, source: locale, visibility: 'public' },
    version: null,
    once: { key: sent.once, location },
  })
  if (saved.result !== 'saved') return again({ slug: words.errors.taken })
  return redirect(visit, location, { tone: 'done', text: words.saved })
}

function networkPage(visit: Visit, typed: Typed, errors: FieldErrors, once: string, status = 200) {
  const { locale } = visit
  const t = parts[locale]
  const words = wordsFor(visit)
  const field = bindFields(t, typed, errors)
  const label = (of: (typeof locales)[number]) => words.network.name(languageName(locale, of))
  return setupPage(
    visit,
    { ...words.network, status },
    <Form t={t} action={setupPath(visit, 'network')} errors={errors} once={once}>
      <TextField {...field(`name-${locale}`)} label={label(locale)} hint={words.network.nameHint} />
      <fieldset class="stack">
        <legend>{words.network.others}</legend>
        {locales
          .filter(other => other !== locale)
          .map(other => (
            <TextField {...field(`name-${other}`)} label={label(other)} optional />
          ))}
      </fieldset>
      <TextField {...field('slug')} label={words.network.slug} hint={words.network.slugHint} optional />
      <Buttons>
        <Button>{words.next}</Button>
        <a href={after(visit, 'network')}>{words.later}</a>
      </Buttons>
    </Form>,
  )
}
