import { describe, expect, test } from 'vitest'
import { withdrawDocument } from '#convene/programme/acts/withdraw-document.ts'
import { job } from '#ground/database/actor.ts'
import { rooms } from '../../../source/rooms.ts'
import { at, house, openHouse, organiser, slug } from '../editing/house.ts'
import { importProgramme, sendWithFile, slotNow } from '../editing/slots-support.ts'
import { ask, fieldsOf, fill, personWith, queriesOf, send, wordsOn } from '../editing/support.ts'

openHouse({
  rooms,
  networks: ['ailleurs'],
  fresh: {
    slug: 'fichiers',
    async make(house, slug) {
      await importProgramme(house, slug, { announce: true })
    },
  },
})

const desk = () => `/en/desk/seminars/${slug}`
const list = () => `${desk()}/programme/documents`
const release = (name: string) => fill(house, `${desk()}/programme`, organiser, { 'name.fr': name })
const pageOf = async (path: string, cookie = '') => {
  const answer = await house.ask(path, { headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}
const statusOf = async (address: string, cookie = '') => (await pageOf(`/fr${address}`, cookie)).status
const plain = (html: string) => wordsOn(html).replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ')

/** A slot of the draft with a file; returns the address of the file. */
async function addFile(slot: string, title: string, name = 'Liste.pdf'): Promise<string> {
  const path = at(`slots/${slot}`)
  const fields = fieldsOf((await ask(house, path, organiser)).html, path)
  const sent = await sendWithFile(
    house,
    path,
    organiser,
    { ...fields, 'documents.0.url': '', 'documents.0.title.fr': title },
    { 'documents.0.file': new File([`%PDF-1.7\n${title}`], name, { type: 'application/pdf' }) },
  )
  expect(sent.status).toBe(303)
  return (await slotNow(house, slug, slot))?.documents[0]?.url ?? ''
}
const takeOut = (slot: string) =>
  fill(house, at(`slots/${slot}`), organiser, { 'documents.0.url': '', 'documents.0.title.fr': '' })
const fileId = (address: string) => address.replace('/files/', '')
/** The question about a file, as its form would be sent. */
const asked = async (address: string) =>
  fieldsOf((await ask(house, `${list()}?file=${fileId(address)}`, organiser)).html, list())
const decide = async (address: string) => send(house, list(), organiser, await asked(address))

describe('a file that should never have been there', () => {
  test('stays open after it is taken out, until it is withdrawn; no release opens it again; shown again, it is open', async () => {
    const address = await addFile('visit', 'Liste des personnes inscrites')
    await release('Un')
    await takeOut('visit')
    await release('Deux')
    // The finding: the versions name it still.
    expect(await statusOf(address)).toBe(200)
    const listed = plain((await ask(house, list(), organiser)).html)
    for (const words of [
      'Liste des personnes inscrites',
      'Liste.pdf',
      '2. Un: Visite',
      'Everybody who sees the seminar',
    ])
      expect(listed).toContain(words)

    const question = await ask(house, `${list()}?file=${fileId(address)}`, organiser)
    expect(plain(question.html)).toContain('Withdraw the file “Liste.pdf”?')
    const done = await decide(address)
    expect([done.status, done.location]).toEqual([303, list()])
    expect(plain((await ask(house, list(), done.cookie)).html)).toContain('“Liste.pdf” is withdrawn')
    const evaluator = await personWith(house, 'evaluator', 'reseau')
    const other = await personWith(house, 'organiser', 'ailleurs')
    expect(await statusOf(address)).toBe(404)
    expect(await statusOf(address, other)).toBe(404)
    expect([await statusOf(address, organiser), await statusOf(address, evaluator)]).toEqual([200, 200])

    // Named by the draft again and released again, it stays closed.
    await fill(house, at('slots/visit'), organiser, { 'documents.0.url': address, 'documents.0.title.fr': 'La liste' })
    expect(plain((await ask(house, at('slots/visit'), organiser)).html)).toContain('This file is withdrawn')
    await release('Trois')
    expect(await statusOf(address)).toBe(404)

    expect(plain((await ask(house, `${list()}?file=${fileId(address)}`, organiser)).html)).toContain('again?')
    expect((await decide(address)).status).toBe(303)
    expect(await statusOf(address)).toBe(200)
  })

  test('readers find its title and that it is no longer available, on pages, on paper, in files for apps', async () => {
    const address = await addFile('visit', 'La liste')
    await release('Un')
    const readers = [
      `/fr/seminars/${slug}`,
      `/fr/seminars/${slug}/programme/mine?slots=visit`,
      `/fr/seminars/${slug}/versions/un`,
      `/fr/seminars/${slug}/changes`,
    ]
    const files = [`/fr/seminars/${slug}/schedule.json`, `/fr/seminars/${slug}/schedule.xml`]
    // Signed in without a right: what everybody sees, never from memory.
    const somebody = await personWith(house, null)
    for (const path of [...readers, ...files])
      expect([path, (await pageOf(path, somebody)).html.includes(address)]).toEqual([path, true])
    expect((await decide(address)).status).toBe(303)
    for (const path of readers) {
      const { html } = await pageOf(path, somebody)
      expect([path, html.includes(address)]).toEqual([path, false])
      expect(plain(html), path).toContain('La liste (n’est plus disponible)')
    }
    for (const path of files)
      expect([path, (await pageOf(path, somebody)).html.includes(address)]).toEqual([path, false])
    expect((await pageOf(`/fr/seminars/${slug}/programme.pdf?form=booklet`, somebody)).status).toBe(200)
  })

  test('the log says who withdrew it', async () => {
    const address = await addFile('visit', 'La liste', 'Noms.pdf')
    await release('Un')
    await decide(address)
    const { html } = await ask(house, `${desk()}/log?part=seminar`, organiser)
    expect(plain(html)).toContain('File changed: Noms.pdf')
    expect(plain(html)).toMatch(/Withdrawn: – → 1 March 2027/)
    const { rows } = await house.database.owner.query(
      `select actor_kind, reason from perenne.record_version
       where record_table = 'file' and record_id = $1 and doc ->> 'withdrawn_at' is not null`,
      [fileId(address)],
    )
    expect(rows).toEqual([{ actor_kind: 'person', reason: `withdraw a file of ${slug}` }])
  })

  test('the database itself refuses a withdrawn file that is open', async () => {
    const address = await addFile('visit', 'La liste')
    await release('Un')
    await decide(address)
    await expect(
      house.database.owner.query('update perenne.file set visibility = 2 where id = $1', [fileId(address)]),
    ).rejects.toThrow(/withdrawn_is_internal/)
  })
})

describe('who may', () => {
  test('organisers of the seminar alone, and only files that its versions name', async () => {
    const address = await addFile('visit', 'La liste')
    const inDraft = await addFile('opening', 'Plus tard')
    await fill(house, at('slots/opening'), organiser, { 'documents.0.url': '', 'documents.0.title.fr': '' })
    await release('Un')
    const question = `${list()}?file=${fileId(address)}`
    const fields = await asked(address)
    const visitors = {
      elsewhere: [await personWith(house, 'organiser', 'ailleurs'), 404],
      evaluator: [await personWith(house, 'evaluator', 'reseau'), 403],
      translator: [await personWith(house, 'translator', slug), 403],
      nobody: [await personWith(house, null), 403],
      anonymous: ['', 303],
    } as const
    for (const [name, [cookie, status]] of Object.entries(visitors)) {
      expect([name, (await ask(house, question, cookie)).status]).toEqual([name, status])
      expect([name, (await send(house, list(), cookie, fields)).status]).toEqual([name, status])
      expect([name, await statusOf(address)]).toEqual([name, 200])
    }
    // A file that no version names, one of another seminar, something that is no file.
    const mine = slug
    const strange = [fileId(inDraft), crypto.randomUUID(), 'x']
    for (const file of strange)
      expect((await send(house, list(), organiser, { ...fields, file, _once: '' })).status).toBe(404)
    const other = `${mine}-autre`
    await importProgramme(house, other, { announce: true })
    await expect(
      withdrawDocument(house, job('test'), other, { fileId: fileId(address), withdrawn: true }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    expect(await statusOf(address)).toBe(200)
  })

  test('twice the same is said, and a form sent twice does it once', async () => {
    const address = await addFile('visit', 'La liste')
    await release('Un')
    const [fields, later] = [await asked(address), await asked(address)]
    expect((await send(house, list(), organiser, fields)).status).toBe(303)
    expect((await send(house, list(), organiser, fields)).status).toBe(303)
    const same = await send(house, list(), organiser, later)
    expect(plain((await ask(house, list(), same.cookie)).html)).toContain('Nothing was changed')
    const { rows } = await house.database.owner.query(
      `select count(*)::int as n from perenne.record_version where record_id = $1 and doc ->> 'withdrawn_at' is not null`,
      [fileId(address)],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

test('the same number of queries with one file and with three, and none more for readers', async () => {
  const readers = `/fr/seminars/${slug}`
  const somebody = await personWith(house, null)
  const before = await queriesOf(house, readers, somebody)
  await addFile('visit', 'Un', 'un.pdf')
  await release('Un')
  const one = await queriesOf(house, list(), organiser)
  const second = await addFile('opening', 'Deux', 'deux.pdf')
  await addFile('part', 'Trois', 'trois.pdf')
  await release('Deux')
  await withdrawDocument(house, job('test'), slug, { fileId: fileId(second), withdrawn: true })
  expect(await queriesOf(house, list(), organiser)).toBe(one)
  expect(await queriesOf(house, readers, somebody)).toBe(before)
})
