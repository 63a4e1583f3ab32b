import { expect, test } from 'vitest'
import { locales } from '#ground/languages/locales.ts'
import { islandAddress } from '#ground/web/islands.ts'
import { formRooms, makeOrganisation, makeTerritory, readPage, sendForm, type Values } from './form-support.ts'
import { house, openHouse } from './house.ts'
import { count, makeSeminar, query, type TestSeminar } from './support.ts'

openHouse(formRooms)

const send = (seminar: TestSeminar, given: Values = {}) => sendForm(house, seminar, given)
type Found = { said: string; results: { id: string; name: string; language: string | null; detail: string }[] }
async function find(seminar: TestSeminar, words: string, kind = 'organisations', locale = 'en'): Promise<Found> {
  const response = await house.ask(`/${locale}/seminars/${seminar.slug}/${kind}?${new URLSearchParams({ q: words })}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Found
}
const namesFor = async (seminar: TestSeminar, words: string) =>
  (await find(seminar, words)).results.map(({ name }) => name)
const organisationOf = async (seminar: TestSeminar) =>
  (
    await query<{
      id: string | null
      key: string
      name: string
      territory: string | null
      territoryName: string | null
      region: string
    }>(
      house,
      `select organisation_id as id, organisation_key as key, organisation_name as name, territory_id as territory,
         territory_name as "territoryName", region
       from perenne.registration where seminar_id = $1 order by line desc limit 1`,
      [seminar.id],
    )
  )[0]

test('a name is found without its accents, with a wrong letter, in another language, by its short form', async () => {
  const seminar = await makeSeminar(house)
  await makeOrganisation(
    house,
    seminar.network,
    { pt: 'Prefeitura de São José dos Campos', en: 'City of São José' },
    { country: 'BR' },
  )
  await makeOrganisation(house, seminar.network, { fr: 'Cités Unies France' }, { short: 'CUF', country: 'FR' })
  await makeOrganisation(house, seminar.id, { es: 'Universidad de la República' }, { country: 'UY' })
  expect(await namesFor(seminar, 'sao jose')).toEqual(['City of São José'])
  expect(await namesFor(seminar, 'PREFEITURA DE SÃO')).toEqual(['City of São José'])
  expect(await namesFor(seminar, 'cuf')).toEqual(['Cités Unies France'])
  expect(await namesFor(seminar, 'cite unie')).toEqual(['Cités Unies France'])
  expect(await namesFor(seminar, 'universidad de la republca')).toEqual(['Universidad de la República'])
  expect(await namesFor(seminar, 'zzzz')).toEqual([])
  // Signs of the pattern language are letters like others, and one letter finds nothing.
  for (const words of ['%', '__', '', 'c', '\\', "'; --", '\0\0', '\ud800x'])
    expect(await namesFor(seminar, words)).toEqual([])
  const found = await find(seminar, 'cuf')
  expect(found.said).toBe('1 organisation found')
  expect(found.results[0]).toMatchObject({ language: 'fr', detail: 'CUF · France' })
  const said = {
    fr: '1 organisation trouvée',
    es: '1 organización encontrada',
    pt: '1 organização encontrada',
    en: '1 organisation found',
  }
  for (const locale of locales) expect((await find(seminar, 'cuf', 'organisations', locale)).said).toBe(said[locale])
})

test('only what organisers have approved is found, in this seminar and its network, and never more than a handful', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  await makeOrganisation(house, seminar.network, { en: 'Quiet council of Larkfield' }, { visibility: 1 })
  await makeOrganisation(house, seminar.id, { en: 'Draft council of Larkfield' }, { visibility: 0 })
  await makeOrganisation(house, other.network, { en: 'Other council of Larkfield' })
  expect(await namesFor(seminar, 'larkfield')).toEqual([])
  expect(await namesFor(other, 'larkfield')).toEqual(['Other council of Larkfield'])
  for (let n = 0; n < 15; n++) await makeOrganisation(house, seminar.network, { en: `Council of Larkfield ${n}` })
  expect(await namesFor(seminar, 'larkfield')).toHaveLength(12)
  const hidden = await makeSeminar(house, { visibility: 0 })
  await makeOrganisation(house, hidden.network, { en: 'Council of Larkfield' })
  expect((await house.ask(`/en/seminars/${hidden.slug}/organisations?q=larkfield`)).status).toBe(404)
  expect((await house.ask('/en/seminars/nowhere/territories?q=larkfield')).status).toBe(404)
})

test('the form asks what a name means that only resembles one, loses nothing, and asks once', async () => {
  const seminar = await makeSeminar(house)
  const id = await makeOrganisation(
    house,
    seminar.network,
    { pt: 'Prefeitura de Rio Claro', en: 'City of Rio Claro' },
    { country: 'BR' },
  )
  const typed = { organisation: 'Prefeitra de Rio Claro', role: 'Diretora' }
  const asked = await send(seminar, typed)
  expect(asked.status).toBe(422)
  expect(asked.html).not.toContain('class="errors"')
  expect(asked.html).toContain('Do you mean one of these, or is “Prefeitra de Rio Claro” another one?')
  expect(asked.html).toContain(`name="organisationMeans" value="${id}"`)
  expect(asked.html).toContain('None of these: “Prefeitra de Rio Claro” is new')
  expect(asked.html).toContain('value="Diretora"')
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })

  const answering = { ...typed, organisationAsked: typed.organisation }
  const passedOver = await send(seminar, answering)
  expect(passedOver.html).toContain('<a href="#field-organisationMeans">Say which organisation you mean.')
  expect((await send(seminar, { ...answering, organisationMeans: id })).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ id, key: id, name: 'Prefeitura de Rio Claro' })

  const another = { ...answering, email: 'b@example.org', organisationMeans: 'new' }
  // With something else wrong, the answer is remembered and the question is not put again.
  const once = await send(seminar, { ...another, familyName: '' })
  expect(once.html).not.toContain('Do you mean one of these')
  expect(once.html).toContain('<input type="hidden" name="organisationMeans" value="new"/>')
  expect((await send(seminar, another)).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({
    id: null,
    key: 'prefeitraderioclaro',
    name: typed.organisation,
  })
  // An answer about one name says nothing about another, and no id of elsewhere is believed.
  const elsewhere = {
    ...answering,
    email: 'c@example.org',
    organisation: 'Prefetura de Rio Claro',
    organisationMeans: 'new',
  }
  expect((await send(seminar, elsewhere)).html).toContain('Do you mean one of these')
  const foreign = await makeOrganisation(house, (await makeSeminar(house)).network, { en: 'Elsewhere' })
  expect((await send(seminar, { ...answering, email: 'd@example.org', organisationMeans: foreign })).status).toBe(422)
})

test('the same name, accents and capitals aside, is taken without a word; in another country it is asked about', async () => {
  const seminar = await makeSeminar(house)
  const id = await makeOrganisation(house, seminar.network, { es: 'Ministerio de Educación' }, { country: 'CO' })
  const co = { organisation: '  MINISTERIO de educacion ', country: 'CO' }
  expect((await send(seminar, co)).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ id, name: 'Ministerio de Educación' })
  const pe = { ...co, country: 'PE', email: 'pe@example.org' }
  expect((await send(seminar, pe)).html).toContain('Do you mean one of these')
  // Chosen from the list while typing: the name and the id agree, so nothing is left to ask.
  expect((await send(seminar, { ...pe, organisationId: id })).status).toBe(303)
  // An id that the typed name does not belong to is left aside: whoever typed on after choosing meant something else.
  const typedOn = { organisation: 'Universidade de Évora', country: 'PT', email: 'ev@example.org', organisationId: id }
  expect((await send(seminar, typedOn)).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ id: null, key: 'universidadedeevora' })
  // Two of the same name in the same country: which one is asked.
  await makeOrganisation(house, seminar.id, { es: 'Ministerio de Educación' }, { country: 'CO' })
  expect(
    (await send(seminar, { ...co, email: 'two@example.org' })).html.match(/name="organisationMeans"/g),
  ).toHaveLength(3)
})

test('a territory decides the region; one that is not known is kept as it was typed and decides nothing', async () => {
  const seminar = await makeSeminar(house)
  const id = await makeTerritory(house, 'villa-esperanza', { es: 'Villa Esperanza', fr: 'Ville Espérance' })
  expect((await find(seminar, 'ville esper', 'territories', 'es')).results).toMatchObject([
    { id, name: 'Villa Esperanza' },
  ])
  expect((await readPage(house, `/en/seminars/${seminar.slug}/register`)).html).toContain('name="territory"')
  const from = (territory: string, email: string, more: Values = {}) =>
    send(seminar, { country: 'FR', territory, email, ...more })
  expect((await from('ville esperance', 'a@example.org')).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ territory: id, region: 'latin-america' })
  expect((await from('Atlantis', 'new@example.org')).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ territory: null, territoryName: 'Atlantis', region: 'europe' })
  const long = await from('A'.repeat(10_000), 'b@example.org')
  expect(long.status).toBe(422)
  expect(long.html).toContain('<a href="#field-territory">')
  const asked = await from('Vila Esperansa', 'b@example.org')
  expect(asked.html).toContain('Which territory do you mean by “Vila Esperansa”?')
  expect(asked.html).toContain('Answer this one question, then send again.')
  const { network } = seminar
  await makeOrganisation(house, network, { pt: 'Prefeitura de Vila Esperança' }, { country: 'BR' })
  const both = await from('Vila Esperansa', 'b@example.org', { organisation: 'Prefeitra de Vila Esperança' })
  expect(both.html).toContain('Answer these 2 questions, then send again.')
  expect(both.html).toMatch(/id="to-do".*href="#field-organisationMeans".*href="#field-territoryMeans"/s)
  const none = { territoryMeans: 'new', territoryAsked: 'Vila Esperansa' }
  expect((await from('Vila Esperansa', 'b@example.org', none)).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({
    territory: null,
    territoryName: 'Vila Esperansa',
    region: 'europe',
  })
  expect((await from('Vila Esperansa', 'c@example.org', { ...none, territoryMeans: id })).status).toBe(303)
  expect(await organisationOf(seminar)).toMatchObject({ territory: id })
})

test('the search of the form is an island: a small file with its fingerprint, under the strict policy', async () => {
  const seminar = await makeSeminar(house)
  const address = islandAddress('search-suggestions')
  expect(address).toMatch(/^\/assets\/islands\/search-suggestions\.[\w-]{8,}\.js$/)
  const page = await house.ask(`/fr/seminars/${seminar.slug}/register`)
  const html = await page.text()
  expect(html).toContain(`<script type="module" src="${address}"></script>`)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
  // Nothing of ours is written into the page: no handler, no style.
  expect(html).not.toMatch(/ on\w+=|<style|style="/)
  const file = await house.ask(address ?? '')
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(file.headers.get('cache-control')).toContain('immutable')
  const script = await file.text()
  expect(script).toContain('search-suggestions')
  expect(Buffer.byteLength(script)).toBeLessThan(10_000)
})
