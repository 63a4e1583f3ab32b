import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { isLocale, type Locale } from '../../languages/locales.ts'
import { parts } from '../../languages/messages/parts.ts'
import { spacesWords } from '../../languages/messages/people-spaces.ts'
import { page, redirect } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, Form, LinkButton, StaleSave } from '../../web/parts/form.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { notFound } from '../../web/refusal.ts'
import { alreadySent, newOnceKey } from '../../web/sent-once.ts'
import { saveSpace, versionOf } from '../acts/save-space.ts'
import { isUuid } from '../rules/uuid.ts'
import { listMembershipsOf } from '../store/memberships.ts'
import { readSpaceFields, type SpaceFields, type SpaceFormKind } from '../store/space-records.ts'
import { namedSpaces } from '../store/spaces.ts'
import { Memberships } from './membership.tsx'
import { labelsOf, moreErrors, SpaceFormFields, spaceSchemas, valueInWords, zoneTyped } from './space-parts.tsx'
import { folderOf, spacesPath } from './spaces.tsx'

type Shown = { typed: SpaceFields; errors: FieldErrors; version: string | null; once: string; status?: number }

/** The form of a network or a territory; `new` in the address makes one. */
export const showSpaceForm = (kind: SpaceFormKind) => async (visit: Visit) => {
  const once = newOnceKey(visit.house.keys)
  const id = idOf(visit)
  if (id === null) {
    // Inside first: what it shows to others is chosen.
    const typed = { visibility: 'internal', source: visit.locale, fictitious: 'no' }
    return formPage(visit, kind, null, { typed, errors: {}, version: null, once })
  }
  const typed = await as(visit.house.db, visit.actor, tx => readSpaceFields(tx, kind, id))
  if (!typed) throw notFound()
  return formPage(visit, kind, id, { typed, errors: {}, version: versionOf(typed), once })
}

export const sendSpaceForm = (kind: SpaceFormKind) => async (visit: Visit) => {
  const { house, locale } = visit
  const id = idOf(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed = Object.fromEntries(Object.keys(sent.typed).map(name => [name, textOf(sent.typed, name)]))
  const again = (errors: FieldErrors, status?: number) =>
    formPage(visit, kind, id, { typed, errors, version: sent.version, once, ...(status ? { status } : {}) })
  const words = spacesWords[locale]
  const checked = check(spaceSchemas[kind], typed)
  const { zone, error: zoneError } = zoneTyped(locale, kind, typed)
  typed.timeZone = zone
  const errors: FieldErrors = {
    ...(checked.ok ? {} : inWords(words.errors, checked.errors)),
    ...moreErrors(locale, typed),
    ...(zoneError ? { timeZone: zoneError } : {}),
  }
  if (!checked.ok || Object.keys(errors).length > 0) return again(errors, 422)
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const location = spacesPath(visit)
  const saved = await saveSpace(house, visit.actor, {
    kind,
    id,
    fields: { ...(checked.value as SpaceFields), timeZone: zone },
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (saved.result === 'slug-taken') return again({ slug: words.errors.slugTaken }, 422)
  if (saved.result === 'stale') return stalePage(visit, typed, saved, once)
  return redirect(visit, `${spacesPath(visit)}/${folderOf[kind]}/${saved.id}`, { tone: 'done', text: words.saved })
}

function idOf(visit: Visit): string | null {
  const id = visit.param('id')
  if (id === 'new') return null
  if (!isUuid(id)) throw notFound()
  return id
}

async function formPage(visit: Visit, kind: SpaceFormKind, id: string | null, shown: Shown) {
  const { locale } = visit
  const t = parts[locale]
  const words = spacesWords[locale]
  const known = id === null ? null : await as(visit.house.db, visit.actor, tx => readSpaceFields(tx, kind, id))
  if (id !== null && !known) throw notFound()
  const title = known ? known[`name-${known.source}`] || known.slug : null
  const heading = title ?? (kind === 'network' ? words.newNetwork : words.newTerritory)
  const source = isLocale(known?.source) ? known.source : null
  return page(
    visit,
    layout(
      visit,
      {
        title: heading,
        office: true,
        failed: (shown.status ?? 200) !== 200,
        breadcrumb: [{ label: words.title, href: spacesPath(visit) }, { label: heading }],
      },
      <div class="stack">
        <div class="stack measure">
          <PageHead title={<span dir="auto">{heading}</span>} />
          {known && id !== null ? (
            <nav class="stack close" aria-labelledby="memory-of">
              <h2 id="memory-of">{words.memory}</h2>
              <p>{words.memoryText}</p>
              <Buttons>
                <LinkButton href={`/${locale}/territories/${known.slug}`}>{words.openMemory}</LinkButton>
                <a href={`/${locale}/administration/access/give?space=${id}`}>{words.giveRight}</a>
              </Buttons>
            </nav>
          ) : null}
          <Form
            t={t}
            action={visit.url.pathname}
            errors={shown.errors}
            version={shown.version ?? undefined}
            once={shown.once}
          >
            <SpaceFormFields visit={visit} kind={kind} typed={shown.typed} errors={shown.errors} source={source} />
            <Buttons>
              <Button>{words.save}</Button>
              <a href={spacesPath(visit)}>{t.form.cancel}</a>
            </Buttons>
          </Form>
        </div>
        {kind === 'territory' && id !== null ? await membershipsOf(visit, id) : null}
      </div>,
    ),
    shown.status,
  )
}

async function membershipsOf(visit: Visit, id: string) {
  const { rows, networks } = await as(visit.house.db, visit.actor, async tx => ({
    rows: await listMembershipsOf(tx, id),
    networks: await namedSpaces(tx, visit.locale),
  }))
  return <Memberships visit={visit} territoryId={id} rows={rows} networks={networks} />
}

function stalePage(
  visit: Visit,
  typed: SpaceFields,
  { now, version }: { now: SpaceFields; version: string },
  once: string,
) {
  const { locale } = visit
  const labels = labelsOf(locale)
  const names = Object.keys(now).filter(name => name !== 'source')
  const differ = names.filter(name => (now[name] ?? '') !== (typed[name] ?? '').trim())
  const side = (name: string, value: string) => ({ value, shown: valueInWords(locale, name, value) })
  return page(
    visit,
    layout(
      visit,
      { title: now[`name-${now.source}`] || (now.slug ?? ''), office: true, failed: true },
      <div class="stack">
        <PageHead title={<span dir="auto">{now[`name-${now.source}`] || now.slug}</span>} />
        <StaleSave
          t={parts[locale]}
          action={visit.url.pathname}
          version={version}
          once={once}
          changes={differ.map(name => ({
            name,
            label: labels[name] ?? name,
            theirs: side(name, now[name] ?? ''),
            yours: side(name, (typed[name] ?? '').trim()),
            long: name === 'identifiers',
          }))}
          kept={[
            ...names.filter(name => !differ.includes(name)).map(name => [name, now[name] ?? ''] as const),
            ['source', (now.source || typed.source || '') as Locale],
          ]}
          cancel={visit.url.pathname}
        />
      </div>,
    ),
    409,
  )
}
