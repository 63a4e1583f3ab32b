import { describe, expect, test } from 'vitest'
import { withdrawSeminar } from '#convene/life/acts/withdraw-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { at, house, openHouse, organiser, slug, turnTo } from './house.ts'
import { importProgramme, programmeRooms, sendWithFile, slotNow } from './slots-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, personWith, send, wordsOn } from './support.ts'

let id: string
openHouse({
  rooms: programmeRooms,
  networks: ['ailleurs'],
  fresh: {
    slug: 'deux',
    async make(house, slug) {
      id = await importProgramme(house, slug)
    },
  },
})

const shown = async (path: string) => fieldsOf((await ask(house, path, organiser)).html, path)
const keys = async () => (await fileOf(house, slug)).programme.slots.map(({ key }) => key)

describe('two people', () => {
  test('at one slot: both texts are shown, and nothing of either is lost', async () => {
    const path = at('slots/part')
    const mine = {
      ...(await shown(path)),
      'title.fr': 'La partie de Luz',
      to: '11:00',
      'moderators[]': ['org-a'],
      'documents.0.title.fr': 'Ma note',
    }
    await fill(house, path, organiser, { 'title.fr': 'La partie d’Ana', room: 'verte', 'speakers[]': ['ana'] })
    const stale = await send(house, path, organiser, mine)
    expect(stale.status).toBe(409)
    const said = wordsOn(stale.html)
    for (const text of ['La partie de Luz', 'La partie d’Ana']) expect(said).toContain(text)
    // What one of them changed is nobody's question.
    expect(stale.html.match(/type="radio"/g)).toHaveLength(2)
    const saved = await send(house, path, organiser, {
      ...fieldsOf(stale.html, path),
      'title.fr': 'La partie de Luz',
    })
    expect(saved.status).toBe(303)
    expect(await slotNow(house, slug, 'part')).toMatchObject({
      title: { fr: 'La partie de Luz' },
      from: '10:00',
      to: '11:00',
      room: 'verte',
      speakers: ['ana'],
      moderators: ['org-a'],
      moderatorPersons: ['luz'],
      themes: [{ fr: 'Un thème' }, { fr: 'Un autre' }],
      documents: [{ title: { fr: 'Ma note' }, url: 'https://ville.example/note' }],
    })
  })

  test('at one slot, each at something else: both are saved, the second is told', async () => {
    const path = at('slots/part')
    const mine = {
      ...(await shown(path)),
      to: '11:10',
      'themes.1.fr': 'Mon thème',
      'speakers[]': ['luz'],
      'documents.0.title.fr': '',
      'documents.0.url': '',
    }
    await fill(house, path, organiser, { room: 'verte', 'themes.0.fr': '', 'speakers[]': ['ana'] })
    const saved = await send(house, path, organiser, mine)
    expect([saved.status, saved.location]).toEqual([303, at('programme')])
    expect((await ask(house, at('programme'), saved.cookie)).html).toContain('what they changed is kept too')
    expect(await slotNow(house, slug, 'part')).toMatchObject({
      to: '11:10',
      room: 'verte',
      speakers: ['ana', 'luz'],
      themes: [{ fr: 'Mon thème' }],
      documents: [],
    })
  })

  test('at two slots they do not disturb each other, nor does an answer of the panel', async () => {
    const [part, visit] = [await shown(at('slots/part')), await shown(at('slots/visit'))]
    await house.database.owner.query(
      `update perenne.slot_seat set state = 'declined' where key = 'europe-1' and space_id = $1`,
      [id],
    )
    expect((await send(house, at('slots/part'), organiser, { ...part, to: '11:15' })).status).toBe(303)
    expect((await send(house, at('slots/visit'), organiser, { ...visit, to: '11:45' })).status).toBe(303)
    expect(await slotNow(house, slug, 'part')).toMatchObject({ to: '11:15', seats: [{ state: 'declined' }, {}] })
    expect(await slotNow(house, slug, 'visit')).toMatchObject({ to: '11:45' })
  })

  test('one removes what the other writes: what was typed is there, and saving adds it again', async () => {
    const path = at('slots/part')
    const mine = { ...(await shown(path)), 'title.fr': 'Encore là' }
    expect((await fill(house, `${path}/remove`, organiser, {})).status).toBe(303)
    const gone = await send(house, path, organiser, mine)
    expect(gone.status).toBe(409)
    expect(gone.html).toContain('Somebody removed this slot meanwhile')
    expect(gone.html).toContain('Encore là')
    expect((await send(house, path, organiser, fieldsOf(gone.html, path))).status).toBe(303)
    expect(await slotNow(house, slug, 'part')).toMatchObject({ title: { fr: 'Encore là' }, seats: [] })
    expect((await ask(house, at('slots/never'), organiser)).status).toBe(404)
  })
})

describe('removal', () => {
  test('says what goes and who still sees it', async () => {
    const { html } = await ask(house, at('slots/part/remove'), organiser)
    const said = wordsOn(html)
    for (const text of ['2 panel seats', 'Ana Lemos', 'Luz Robles', '1 document', 'nobody but your team has seen it'])
      expect(said).toContain(text)
    turnTo(`${slug}-public`)
    await importProgramme(house, slug, { announce: true })
    expect(wordsOn((await ask(house, at('slots/part/remove'), organiser)).html)).toContain(
      'Everybody still sees it until you release the next version',
    )
    const removed = await fill(house, at('slots/part/remove'), organiser, {})
    expect(removed.location).toBe(`${at('programme')}?removed=part`)
    expect(await keys()).toEqual(['opening', 'visit'])
    expect(await house.ask(`/en/seminars/${slug}`).then(answer => answer.text())).toContain('Première partie')
  })

  test('of one that changed meanwhile it is asked again; of one that is gone, it is said', async () => {
    const path = at('slots/part/remove')
    const fields = await shown(path)
    await fill(house, at('slots/part'), organiser, { to: '11:10' })
    const changed = await send(house, path, organiser, fields)
    expect(changed.location).toBe(path)
    expect(await keys()).toContain('part')
    const first = await shown(path)
    const second = await shown(path)
    await send(house, path, organiser, first)
    const gone = await send(house, path, organiser, second)
    expect(gone.location).toBe(`${at('programme')}?removed=part`)
    expect((await ask(house, at('programme'), gone.cookie)).html).toContain('Somebody had removed it already')
  })
})

describe('documents', () => {
  const pdf = (name = 'Note.pdf') => new File(['%PDF-1.7\nquelques mots'], name, { type: 'application/pdf' })
  const statusOf = async (address: string, cookie = '') => {
    const answer = await house.ask(`/fr${address}`, { headers: { cookie } })
    await answer.text()
    return answer.status
  }

  test('added, renamed, emptied', async () => {
    const path = at('slots/visit')
    const more = await send(house, path, organiser, { ...(await shown(path)), _next: 'add-document' })
    const fields = fieldsOf(more.html, path)
    expect(fields).toMatchObject({ 'documents.0.url': '', 'documents.0.title.es': '' })
    await send(house, path, organiser, {
      ...fields,
      'documents.0.url': 'ville.example/plan',
      'documents.0.title.fr': 'Plan',
    })
    expect((await slotNow(house, slug, 'visit'))?.documents).toEqual([
      { title: { fr: 'Plan' }, url: 'https://ville.example/plan' },
    ])
    await fill(house, path, organiser, { 'documents.0.url': '', 'documents.0.title.fr': '' })
    expect((await slotNow(house, slug, 'visit'))?.documents).toEqual([])
  })

  test('a file is the team’s until a released version of an announced seminar names it, then everybody’s', async () => {
    const path = at('slots/visit')
    const fields = { ...(await shown(path)), 'documents.0.url': '', 'documents.0.title.fr': '' }
    // An error elsewhere does not lose the file.
    const wrong = await sendWithFile(house, path, organiser, fields, { 'documents.0.file': pdf() })
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.html)).toEqual(['Fill in “Title of the document, line 1”.'])
    expect(wrong.html).toContain('Open the file: Note.pdf')
    const kept = fieldsOf(wrong.html, path)
    const address = String(kept['documents.0.url'])
    expect(address).toMatch(/^\/files\/[0-9a-f-]{36}$/)
    const saved = await sendWithFile(house, path, organiser, { ...kept, 'documents.0.title.fr': 'Une note' }, {})
    expect(saved.status).toBe(303)
    expect((await slotNow(house, slug, 'visit'))?.documents).toEqual([{ title: { fr: 'Une note' }, url: address }])
    expect([await statusOf(address), await statusOf(address, organiser)]).toEqual([404, 200])
    // Released while nobody but the team sees the seminar.
    const release = `/en/desk/seminars/${slug}/programme`
    await fill(house, release, organiser, { 'name.fr': 'Programme provisoire' })
    expect(await statusOf(address)).toBe(404)
    expect((await fill(house, `/en/desk/seminars/${slug}/preview`, organiser, {})).status).toBe(303)
    expect(await statusOf(address)).toBe(200)
    // One that only the draft names stays where it is.
    const later = await sendWithFile(
      house,
      at('slots/opening'),
      organiser,
      { ...(await shown(at('slots/opening'))), 'documents.0.url': '', 'documents.0.title.fr': 'Plus tard' },
      { 'documents.0.file': pdf('Plus tard.pdf') },
    )
    expect(later.status).toBe(303)
    const [document] = (await slotNow(house, slug, 'opening'))?.documents ?? []
    expect(await statusOf(document?.url ?? '')).toBe(404)
    await fill(house, release, organiser, { 'name.fr': 'Programme définitif' })
    expect(await statusOf(document?.url ?? '')).toBe(200)
    // A draft again, it shows nobody outside what it showed, until it is announced once more.
    expect(await withdrawSeminar(house, job('test'), slug)).toMatchObject({ outcome: 'done' })
    expect([await statusOf(address), await statusOf(address, organiser)]).toEqual([404, 200])
    expect((await fill(house, `/en/desk/seminars/${slug}/preview`, organiser, {})).status).toBe(303)
    expect([await statusOf(address), await statusOf(document?.url ?? '')]).toEqual([200, 200])
  })

  test('a file of another seminar stays as it is, whatever a programme names', async () => {
    const other = `${slug}-autre`
    await importProgramme(house, other)
    const path = `/en/desk/seminars/${other}/edit/slots/visit`
    await sendWithFile(
      house,
      path,
      organiser,
      { ...(await shown(path)), 'documents.0.url': '', 'documents.0.title.fr': 'Interne' },
      { 'documents.0.file': pdf() },
    )
    const url = (await slotNow(house, other, 'visit'))?.documents[0]?.url ?? ''
    expect(url).toMatch(/^\/files\//)
    const named = await fill(house, at('slots/opening'), organiser, {
      'documents.0.url': url,
      'documents.0.title.fr': 'Vol',
    })
    expect(named.status).toBe(303)
    expect((await fill(house, `/en/desk/seminars/${slug}/preview`, organiser, {})).status).toBe(303)
    expect(await statusOf(url)).toBe(404)
  })

  test('an address that looks like a file and is none', async () => {
    const path = at('slots/visit')
    for (const url of [`/files/${'-'.repeat(36)}`, '/files/../etc', 'javascript:alert(1)']) {
      const refused = await fill(house, path, organiser, { 'documents.0.url': url, 'documents.0.title.fr': 'Rien' })
      expect([url, refused.status]).toEqual([url, 422])
    }
    // One that nobody has is a link that leads nowhere, as an address elsewhere may be.
    const url = `/files/${crypto.randomUUID()}`
    expect(
      (await fill(house, path, organiser, { 'documents.0.url': url, 'documents.0.title.fr': 'Rien' })).status,
    ).toBe(303)
    expect(await statusOf(url, organiser)).toBe(404)
  })

  test('what is no document is refused beside its field', async () => {
    const path = at('slots/visit')
    const fields = { ...(await shown(path)), 'documents.0.url': '', 'documents.0.title.fr': 'Un programme' }
    const refused = await sendWithFile(house, path, organiser, fields, {
      'documents.0.file': new File(['MZ\u0090\u0000'], 'rapport.pdf'),
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#field-documents-0-file"')
    expect(refused.html).toContain('Un programme')
    expect((await slotNow(house, slug, 'visit'))?.documents).toEqual([])
  })
})

describe('who may', () => {
  test('nobody but the organisers of the seminar, and no file of theirs is kept', async () => {
    const fields = { ...(await shown(at('slots/visit'))), 'title.fr': 'Pris', 'documents.0.url': '' }
    const removal = await shown(at('slots/visit/remove'))
    const files = async () =>
      Number((await house.database.owner.query('select count(*) as n from perenne.file')).rows[0].n)
    const before = await files()
    const visitors = {
      elsewhere: await personWith(house, 'organiser', 'ailleurs'),
      evaluator: await personWith(house, 'evaluator', 'reseau'),
      translator: await personWith(house, 'translator', slug),
      nobody: await personWith(house, null),
      anonymous: '',
    }
    for (const [name, cookie] of Object.entries(visitors)) {
      const sent = await sendWithFile(house, at('slots/visit'), cookie, fields, {
        'documents.0.file': new File(['%PDF-1.7\nx'], 'x.pdf'),
      })
      expect([name, sent.status === 303 ? sent.location : sent.status]).toEqual([
        name,
        { elsewhere: 404, evaluator: 403, translator: 403, nobody: 403, anonymous: expect.stringContaining('sign-in') }[
          name
        ],
      ])
      const removed = await send(house, at('slots/visit/remove'), cookie, removal)
      expect([name, removed.location ?? removed.status]).not.toEqual([name, at('programme')])
      expect([name, (await ask(house, at('slots/visit'), cookie)).html.includes('Visite')]).toEqual([name, false])
    }
    expect(await slotNow(house, slug, 'visit')).toMatchObject({ title: { fr: 'Visite' } })
    expect(await files()).toBe(before)
  })
})
