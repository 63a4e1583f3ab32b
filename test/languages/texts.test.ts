import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import { languageRoutes } from '../../source/ground/languages/index.ts'
import { textsOf, writeTexts } from '../../source/ground/languages/texts.ts'
import { searchRoutes } from '../../source/ground/search/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { makeNetwork, makeOrganisation, organisations, signIn } from '../support/organisations.ts'

let house: TestHouse
let network: string
let elsewhere: string
let translator: Awaited<ReturnType<typeof signIn>>
let colleague: Awaited<ReturnType<typeof signIn>>
let organiser: Awaited<ReturnType<typeof signIn>>
let outsider: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  house = await openTestHouse([{ name: 'languages', routes: [...languageRoutes, ...searchRoutes] }, organisations])
  network = await makeNetwork(house, 'north')
  elsewhere = await makeNetwork(house, 'south')
  translator = await signIn(house, 'translator', network, 'Tereza')
  colleague = await signIn(house, 'translator', network, 'Carlos')
  organiser = await signIn(house, 'organiser', network, 'Odile')
  outsider = await signIn(house, 'organiser', elsewhere, 'Olga')
})
afterAll(() => house?.close())

type Somebody = { headers: { cookie: string } }

const newText = (presentation: string, more: Record<string, string> = {}) =>
  makeOrganisation(house, network, 1, { source: 'fr', presentation: { fr: presentation, ...more } })
const pathOf = (id: string, locale = 'fr') => `/${locale}/desk/texts/organisation/${id}/presentation`

async function open(who: Somebody, id: string, locale = 'fr') {
  const answer = await house.ask(pathOf(id, locale), { headers: who.headers })
  return { status: answer.status, html: await answer.text() }
}

/** The hidden fields of the form of one language, as a browser would send them back. */
function formOf(html: string, language: string, keep = false): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = forms.find(
    one => one.includes(`name="language" value="${language}"`) && /action="[^"]*\/keep"/.test(one) === keep,
  )
  if (!form) throw new Error(`no form for ${language}`)
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name as string,
      value as string,
    ]),
  )
}

async function send(who: Somebody, id: string, fields: Record<string, string>, more = '') {
  const answer = await house.send(pathOf(id) + more, fields, { headers: who.headers })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}

async function save(who: Somebody, id: string, html: string, language: string, body: string, state = 'draft') {
  return send(who, id, { ...formOf(html, language), [`body_${language}`]: body, [`state_${language}`]: state })
}

const presentation = (id: string) =>
  as(house.db, job('test'), async tx => (await textsOf(tx, [id])).get(id)?.presentation)

describe('one text', () => {
  test('is translated beside its original, as a draft, then reviewed', async () => {
    const id = await newText('Une action qui dure.')
    const { html } = await open(translator, id)
    expect(html).toContain('Une action qui dure.')
    expect(html).toContain('lang="fr"')
    const saved = await save(translator, id, html, 'es', 'Una acción que perdura.')
    expect(saved).toMatchObject({ status: 303, location: pathOf(id) })
    expect((await presentation(id))?.bodies.es).toEqual({
      body: 'Una acción que perdura.',
      state: 'draft',
      stale: false,
    })
    const again = await open(colleague, id)
    expect((await save(colleague, id, again.html, 'es', 'Una acción que dura.', 'reviewed')).status).toBe(303)
    expect((await presentation(id))?.bodies.es).toMatchObject({ body: 'Una acción que dura.', state: 'reviewed' })
  })

  test('sent twice by a double click, it is saved once', async () => {
    const id = await newText('Un original.')
    const { html } = await open(translator, id)
    const form = { ...formOf(html, 'en'), body_en: 'An original.', state_en: 'draft' }
    expect((await send(translator, id, form)).status).toBe(303)
    expect(await send(translator, id, form)).toMatchObject({ status: 303, location: pathOf(id) })
  })

  test('what is wrong is said, and what was typed is kept', async () => {
    const id = await newText('Un original.')
    const { html } = await open(translator, id)
    const empty = await save(translator, id, html, 'es', '   ')
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Écrivez le texte')
    const long = 'é'.repeat(20_001)
    const tooLong = await save(translator, id, html, 'es', long, 'reviewed')
    expect(tooLong.status).toBe(422)
    expect(tooLong.html).toContain(long)
    expect(tooLong.html).toMatch(/value="reviewed" checked/)
    const stateless = await save(translator, id, html, 'es', '<script>alert(1)</script> 🙂 \u05d0', 'machine')
    expect(stateless.status).toBe(422)
    expect(stateless.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🙂 \u05d0')
    expect((await presentation(id))?.bodies.es).toBeUndefined()
  })

  test('an original that changed makes translations stale; the former wording is shown; “still valid” keeps the words', async () => {
    const id = await newText('Le lieu est confirmé.', { es: 'El lugar está confirmado.' })
    const before = await open(organiser, id)
    expect((await save(organiser, id, before.html, 'fr', 'Le lieu est bien confirmé.')).status).toBe(303)
    expect((await presentation(id))?.bodies.es).toMatchObject({ stale: true, state: 'reviewed' })
    const { html } = await open(translator, id)
    expect(html).toContain('L’original a changé')
    expect(html).toMatch(/Le lieu est confirmé\./)
    expect(html).toMatch(/Le lieu est bien confirmé\./)
    expect((await send(translator, id, formOf(html, 'es', true), '/keep')).status).toBe(303)
    expect((await presentation(id))?.bodies.es).toEqual({
      body: 'El lugar está confirmado.',
      state: 'reviewed',
      stale: false,
    })
  })
})

describe('two people at once', () => {
  test('both texts are shown, neither is lost, and a choice saves', async () => {
    const id = await newText('Un texte à deux.')
    const mine = await open(translator, id)
    const theirs = await open(colleague, id)
    expect((await save(colleague, id, theirs.html, 'es', 'El texto de Carlos.', 'reviewed')).status).toBe(303)

    const late = await save(translator, id, mine.html, 'es', 'El texto de Tereza.')
    expect(late.status).toBe(409)
    expect(late.html).toContain('El texto de Carlos.')
    expect(late.html).toContain('El texto de Tereza.')
    // A translator may not know who works here; an organiser may (below).
    expect(late.html).not.toContain('Carlos Ruiz')
    expect((await presentation(id))?.bodies.es).toMatchObject({ body: 'El texto de Carlos.' })

    // Going on to edit shows the choice in the form again; nothing is saved yet.
    const hidden = formOf(late.html, 'es')
    const both = 'El texto de Carlos.\n\nEl texto de Tereza.'
    const editing = await send(translator, id, { ...hidden, body_es: both, state_es: 'draft', _next: 'edit' })
    expect(editing.status).toBe(200)
    expect(editing.html).toContain('El texto de Carlos.\n\nEl texto de Tereza.')
    expect((await presentation(id))?.bodies.es).toMatchObject({ body: 'El texto de Carlos.' })

    expect((await send(translator, id, { ...hidden, body_es: both, state_es: 'draft' })).status).toBe(303)
    expect((await presentation(id))?.bodies.es).toMatchObject({ body: both, state: 'draft' })
  })

  test('both add the same language at once: the second sees the first', async () => {
    const id = await newText('Un texte.')
    const one = await open(translator, id)
    const other = await open(colleague, id)
    const results = await Promise.all([
      save(translator, id, one.html, 'pt', 'De Tereza.'),
      save(colleague, id, other.html, 'pt', 'De Carlos.'),
    ])
    expect(results.map(result => result.status).sort()).toEqual([303, 409])
    const late = results.find(result => result.status === 409)
    expect(late?.html).toContain('De Tereza.')
    expect(late?.html).toContain('De Carlos.')
  })

  test('the original changes while one translates: the text typed is kept beside the new original', async () => {
    const id = await newText('La salle est ouverte.')
    const mine = await open(translator, id)
    const office = await open(organiser, id)
    expect((await save(organiser, id, office.html, 'fr', 'La salle est fermée.')).status).toBe(303)
    const late = await save(translator, id, mine.html, 'en', 'The room is open.', 'reviewed')
    expect(late.status).toBe(409)
    expect(late.html).toContain('La salle est fermée.')
    expect(late.html).toContain('The room is open.')
    expect(late.html).toContain('L’original a changé pendant que vous écriviez')
    expect((await presentation(id))?.bodies.en).toBeUndefined()
    expect((await save(translator, id, late.html, 'en', 'The room is closed.')).status).toBe(303)
    expect((await presentation(id))?.bodies.en).toMatchObject({ body: 'The room is closed.', stale: false })
  })

  test('two organisers change the original', async () => {
    const id = await newText('Première rédaction.')
    const second = await signIn(house, 'organiser', network, 'Omar')
    const mine = await open(second, id)
    const office = await open(organiser, id)
    expect((await save(organiser, id, office.html, 'fr', 'Rédaction d’Odile.')).status).toBe(303)
    const late = await save(second, id, mine.html, 'fr', 'Rédaction d’Omar.')
    expect(late.status).toBe(409)
    expect(late.html).toContain('Rédaction d’Odile.')
    expect(late.html).toContain('Rédaction d’Omar.')
    expect(late.html).toContain('par Odile Ruiz')
  })

  test('“still valid” said of a text that changed meanwhile changes nothing', async () => {
    const id = await newText('Un.', { es: 'Uno.' })
    const office = await open(organiser, id)
    await save(organiser, id, office.html, 'fr', 'Deux.')
    const mine = await open(translator, id)
    await save(organiser, id, (await open(organiser, id)).html, 'fr', 'Trois.')
    expect((await send(translator, id, formOf(mine.html, 'es', true), '/keep')).status).toBe(303)
    expect((await presentation(id))?.bodies.es).toMatchObject({ stale: true })
  })
})

describe('who may', () => {
  test('a translator is not offered the original, and cannot send one', async () => {
    const id = await newText('L’original.')
    const { html } = await open(translator, id)
    expect(() => formOf(html, 'fr')).toThrow()
    const forged = { ...formOf(html, 'es'), language: 'fr', body_fr: 'Changé.' }
    expect((await send(translator, id, forged)).status).toBe(403)
    expect((await presentation(id))?.bodies.fr).toMatchObject({ body: 'L’original.' })
  })

  test('nor by SQL: not changed, not replaced, not removed, not made out of a translation', async () => {
    const id = await newText('L’original.', { es: 'El original.' })
    const asTranslator = <T>(work: Parameters<typeof as<T>>[2]) => as(house.db, person(translator.id), work)
    const count = (result: { numAffectedRows?: bigint }) => result.numAffectedRows ?? 0n
    expect(
      count(
        await asTranslator(tx =>
          sql`update perenne.translation set body = 'Changé' where record_id = ${id} and state = 'source'`.execute(tx),
        ),
      ),
    ).toBe(0n)
    expect(
      count(
        await asTranslator(tx =>
          sql`delete from perenne.translation where record_id = ${id} and state = 'source'`.execute(tx),
        ),
      ),
    ).toBe(0n)
    await expect(
      asTranslator(tx =>
        sql`update perenne.translation set state = 'source', source_hash = null
            where record_id = ${id} and language = 'es'`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asTranslator(tx =>
        sql`insert into perenne.translation (record_table, record_id, field, language, body, state)
            values ('organisation', ${id}, 'other', 'fr', 'Un autre', 'source')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    expect(
      count(
        await asTranslator(tx =>
          sql`update perenne.translation set body = 'Mejor' where record_id = ${id} and language = 'es'`.execute(tx),
        ),
      ),
    ).toBe(1n)
  })

  test('others see nothing of it, and whoever may only read may not translate', async () => {
    const id = await makeOrganisation(house, network, 0, { source: 'fr', presentation: { fr: 'Texte interne.' } })
    expect((await open(outsider, id)).status).toBe(404)
    expect((await house.ask(pathOf(id))).status).toBe(303)
    const shared = await makeOrganisation(house, network, 2, { source: 'fr', presentation: { fr: 'Texte public.' } })
    const seen = await open(outsider, shared)
    expect(seen.status).toBe(403)
    const { html } = await open(translator, shared)
    expect((await save(outsider, shared, html, 'es', 'No.')).status).toBe(403)
    const list = await (await house.ask('/fr/desk/texts', { headers: outsider.headers })).text()
    expect(list).not.toContain('Texte public.')
    expect(list).toContain('Aucun texte ne vous est confié')
    expect((await open(translator, 'nothing')).status).toBe(404)
  })
})

describe('the list', () => {
  test('counts and lists by language, state and space, in a constant number of queries', async () => {
    const other = await openTestHouse([{ name: 'languages', routes: languageRoutes }, organisations])
    try {
      const space = await makeNetwork(other, 'west')
      const somebody = await signIn(other, 'translator', space)
      await as(other.db, job('test'), tx =>
        writeTexts(tx, [
          { table: 'space', id: space, field: 'name', source: 'fr', bodies: { fr: 'Réseau de l’Ouest' } },
        ]),
      )
      const queries: string[] = []
      const counted = Object.assign(Object.create(other), {
        db: other.db.withPlugin({
          transformQuery: ({ node }) => {
            queries.push(node.kind)
            return node
          },
          transformResult: async ({ result }) => result,
        }),
      })
      const { openWeb } = await import('../../source/ground/web/server.ts')
      const { openLimits } = await import('../../source/ground/web/limits.ts')
      const web = openWeb(counted, { limits: openLimits(1000), keepPages: false })
      const look = async (query = '') => {
        queries.length = 0
        const address = new URL(`/es/desk/texts${query}`, other.settings.publicUrl).href
        const answer = await web.app.request(address, { headers: somebody.headers })
        return { html: await answer.text(), queries: queries.length }
      }
      const first = await look()
      expect(first.html).toContain('Réseau de l’Ouest')
      expect(first.html).toContain('Nombre de una red')

      for (let n = 0; n < 30; n++) {
        await makeOrganisation(other, space, 1, {
          source: n % 2 === 0 ? 'fr' : 'pt',
          name: n % 2 === 0 ? { fr: `Nom ${n}`, es: `Nombre ${n}` } : { pt: `Nome ${n}` },
        })
      }
      await as(other.db, job('test'), tx =>
        tx.updateTable('translation').set({ body: 'Nom changé' }).where('body', '=', 'Nom 0').execute(),
      )
      const many = await look()
      expect(many.queries).toBe(first.queries)
      expect(many.queries).toBeLessThanOrEqual(10)
      expect(many.html).toContain('de 31')

      const missing = await look('?language=es&state=missing')
      expect(missing.html).toContain('de 16')
      expect(missing.html).toContain('Nome 1<')
      expect(missing.html).not.toContain('Nom 2<')
      const stale = await look('?state=stale')
      expect(stale.html).toContain('Nom changé')
      expect(stale.html).not.toContain('Nom 2<')
      const draft = await look('?state=draft')
      expect(draft.html).toContain('No hay nada que hacer aquí')
      const second = await look(`?language=es&space=${space}&page=2`)
      expect(second.html.match(/<th scope="row">/g)).toHaveLength(4 + 31 - 25)
      expect((await look("?space=nothing'&page=-3&language=xx")).html).toContain('de 31')
    } finally {
      await other.close()
    }
  })

  test('what is translated can be found by search at once', async () => {
    const id = await makeOrganisation(house, network, 2, { source: 'fr', name: { fr: 'Passerelle des rives' } })
    const path = `/fr/desk/texts/organisation/${id}/name`
    const html = await (await house.ask(path, { headers: translator.headers })).text()
    const fields = { ...formOf(html, 'es'), body_es: 'Pasarela de las orillas', state_es: 'draft' }
    expect((await house.send(path, fields, { headers: translator.headers })).status).toBe(303)
    const found = await (await house.ask('/es/search?q=pasarela')).text()
    expect(found).toContain('<mark>Pasarela</mark> de las orillas')
  })
})

test.each(['fr', 'es', 'pt', 'en'])('the pages about the site and the styleguide answer in %s', async locale => {
  for (const path of ['accessibility', 'privacy', 'styleguide']) {
    const answer = await house.ask(`/${locale}/${path}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(`<html lang="${locale}"`)
    expect(html.match(/<h1\b/g)).toHaveLength(1)
    expect(html.includes('noindex')).toBe(path === 'styleguide')
  }
})
