import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveRecord } from '#remember/relations/acts/save-record.ts'
import { as, asPublic, job, person } from '../../../source/ground/database/actor.ts'
import { openSession, sessionCookie } from '../../../source/ground/people/session.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { agreement, address as at, make, openRelations, organisation, relationship, type Scene } from './support.ts'

let scene: Scene
let own: { relationship: string; agreement: string; hidden: string; hiddenPartner: string; fee: string; event: string }
const secrets = ['Ne pas évoquer le stade', 'Choisi par le maire seul', 'Protocole discret', 'Ville taiseuse', '98 765']

beforeAll(async () => {
  scene = await openRelations()
  const { here, house, partner } = scene
  const one = await relationship(scene, here, 'Jumelage public', {
    visibility: '2',
    'sensitivity-fr': 'Ne pas évoquer le stade',
    'reason-fr': 'Choisi par le maire seul',
    'reason-at-most': '0',
    'narrative-fr': 'Une longue amitié',
  })
  await make(scene, here, 'party', { organisation: partner, role: 'partner' }, one)
  const quiet = await organisation(house, here.space, 'Ville taiseuse', 0)
  const hiddenPartner = await make(scene, here, 'party', { organisation: quiet, role: 'donor', atMost: '0' }, one)
  const open = await agreement(scene, here, one)
  const hidden = await agreement(scene, here, one, { 'title-fr': 'Protocole discret', atMost: '0' })
  const fee = await make(scene, here, 'fee', { year: '2025', amount: '98765', currency: 'EUR', atMost: '0' }, one)
  const event = await make(scene, here, 'event', { kind: 'amended', on: '2020-01-01' }, open)
  own = { relationship: one, agreement: open, hidden, hiddenPartner, fee, event }
})
afterAll(() => scene.house.close())

async function outsiders() {
  const { house, there } = scene
  const network = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({
        kind: 'network',
        slug: `net-${crypto.randomUUID()}`,
        parent_id: '00000000-0000-4000-8000-000000000001',
        visibility: 2,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
  const evaluator = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('person')
      .values({
        given_name: 'Eva',
        family_name: 'Luatrice',
        email: `${crypto.randomUUID()}@example.org`,
        language: 'fr',
        has_account: true,
        telephone: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('access_right')
      .values({
        person_id: id,
        role: 'evaluator',
        space_id: network,
        space_kind: 'network',
        reason: 'essai',
        given_by: null,
      })
      .execute()
    return id
  })
  return {
    anonymous: '',
    'editor elsewhere': there.editor.cookie,
    evaluator: `${sessionCookie}=${(await openSession(house.db, evaluator)).token}`,
  }
}

test('what is inside of a public relationship is in no answer to anybody outside, today or as it was', async () => {
  const { house } = scene
  for (const [who, cookie] of Object.entries(await outsiders())) {
    for (const path of [
      '/relationships',
      `/relationships/${own.relationship}`,
      `/relationships/${own.relationship}?on=2026-02-10`,
      `/agreements/${own.agreement}`,
      '/relationships?on=2026-02-10',
    ]) {
      const { html, status } = await ask(house, at(path), cookie)
      expect([200, 404], `${who} ${path}`).toContain(status)
      for (const secret of secrets) expect(wordsOn(html).replace(/\s/g, ' '), `${who} ${path}`).not.toContain(secret)
      expect(html, who).not.toContain(own.hidden)
      expect(html, who).not.toContain(own.hiddenPartner)
      expect(html, who).not.toContain('/edit')
    }
    expect((await ask(house, at(`/agreements/${own.hidden}`), cookie)).status, who).toBe(404)
    const page = wordsOn((await ask(house, at(`/relationships/${own.relationship}`), cookie)).html)
    for (const shown of ['Jumelage public', 'Une longue amitié', 'Puerto Almendro', 'Convention sur l’eau'])
      expect(page, who).toContain(shown)
  }
  const inside = wordsOn((await ask(house, at(`/relationships/${own.relationship}`), scene.here.reader.cookie)).html)
  for (const secret of secrets) expect(inside.replace(/\s/g, ' ')).toContain(secret)
  expect(inside).not.toContain('Modifier cette relation')
})

test('nobody outside writes, and whoever reads inside does not either', async () => {
  const { house, here } = scene
  const paths = [
    '/relationships/new',
    `/relationships/${own.relationship}/edit`,
    `/relationships/${own.relationship}/remove`,
    `/relationships/${own.relationship}/parties/new`,
    `/relationships/${own.relationship}/fees/${own.fee}`,
    `/relationships/${own.relationship}/fees/${own.fee}/remove`,
    `/relationships/${own.relationship}/agreements/new`,
    `/agreements/${own.agreement}/edit`,
    `/agreements/${own.agreement}/remove`,
    `/agreements/${own.agreement}/events/new`,
    `/agreements/${own.agreement}/events/${own.event}/remove`,
  ]
  const all = { ...(await outsiders()), 'reader inside': here.reader.cookie }
  for (const [who, cookie] of Object.entries(all))
    for (const path of paths) {
      const { status, location } = await send(house, at(path), cookie, { kind: 'denounced', on: '2026-01-01' })
      if (who === 'anonymous') expect(location, path).toMatch(/\/sign-in/)
      else expect(status, `${who} ${path}`).toBe(403)
    }
})

test('ids of another memory are not taken, neither in an address nor in a form', async () => {
  const { house, here, there, stranger } = scene
  const elsewhere = await relationship(scene, there, 'Relation d’ailleurs')
  const theirAgreement = await agreement(scene, there, elsewhere)
  const { editor } = here
  // In the address: another memory's records under one's own.
  for (const path of [
    `/relationships/${elsewhere}`,
    `/relationships/${elsewhere}/edit`,
    `/relationships/${elsewhere}/remove`,
    `/relationships/${elsewhere}/parties/new`,
    `/relationships/${elsewhere}/agreements/new`,
    `/agreements/${theirAgreement}`,
    `/agreements/${theirAgreement}/edit`,
    `/agreements/${theirAgreement}/events/new`,
    // A part of one relationship or agreement under another of the same memory.
    `/relationships/${own.relationship}/parties/${own.fee}`,
    `/agreements/${own.hidden}/events/${own.event}`,
  ])
    expect((await ask(house, at(path), editor.cookie)).status, path).toBe(404)
  const sent = await send(house, at(`/agreements/${theirAgreement}/events/new`), editor.cookie, {
    kind: 'denounced',
    on: '2026-01-01',
  })
  expect(sent.status).toBe(404)
  const removed = await send(house, at(`/agreements/${own.hidden}/events/${own.event}/remove`), editor.cookie, {})
  expect(removed.status).toBe(404)

  // In a form: a partner, an agreement that is amended, a decision of another memory.
  const path = at(`/relationships/${own.relationship}/parties/new`)
  const form = fieldsOf((await ask(house, path, editor.cookie)).html, path)
  const foreign = await send(house, path, editor.cookie, { ...form, organisation: stranger, role: 'partner' })
  expect(foreign.status).toBe(422)
  expect(foreign.html).toContain('#field-organisation')
  const amending = await saveRecord(house, person(editor.id), {
    kind: 'agreement',
    at: { space: here.space, parent: own.relationship, id: null },
    fields: {
      source: 'fr',
      'title-fr': 'Avenant',
      kind: 'addendum',
      renewal: 'none',
      amends: theirAgreement,
      noticeMonths: '0',
      noticeDays: '0',
      atMost: '2',
    },
    writtenIn: 'fr',
    version: null,
    once: { key: null, location: () => '/' },
  })
  expect(amending).toEqual({ result: 'wrong', fields: { amends: 'notHere' } })
  const decision = await as(house.db, job('test'), tx =>
    tx
      .insertInto('decision')
      .values({ space_id: there.space, visibility: 2, number: 'X-1', decided_on: '2020-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const events = at(`/agreements/${own.agreement}/events/new`)
  const event = fieldsOf((await ask(house, at(`/agreements/${own.agreement}`), editor.cookie)).html, events)
  const decided = await send(house, events, editor.cookie, {
    ...event,
    kind: 'amended',
    on: '2020-01-02',
    decision: decision.id,
  })
  expect(decided.status).toBe(422)
  const names = await as(house.db, job('test'), tx =>
    tx
      .selectFrom('relationship_party')
      .select('organisation_id')
      .where('relationship_id', '=', own.relationship)
      .execute(),
  )
  expect(names.map(row => row.organisation_id)).not.toContain(stranger)
})

test('a new partner is added by its name, once, however often it is typed', async () => {
  const { house, here } = scene
  const path = at(`/relationships/${own.relationship}/parties/new`)
  const add = async (name: string, role: string) => {
    const form = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
    return send(house, path, here.editor.cookie, { ...form, organisation: '', 'organisation-new': name, role })
  }
  expect((await add('Fondation du Fleuve', 'donor')).status).toBe(303)
  expect((await add('fondation du fleuve', 'facilitator')).status).toBe(303)
  expect((await add('Fondation du Fleuve', 'donor')).status).toBe(422)
  const known = await as(house.db, job('test'), tx =>
    tx
      .selectFrom('organisation')
      .innerJoin('translation', 'translation.record_id', 'organisation.id')
      .select(['organisation.kind', 'organisation.visibility', 'organisation.remembered'])
      .where('translation.body', 'ilike', 'fondation du fleuve')
      .execute(),
  )
  expect(known).toEqual([{ kind: 'donor', visibility: 0, remembered: true }])
})

test('an agreement that is shown to fewer takes its events and its title along; shown again, they come back', async () => {
  const { house, here } = scene
  const outside = async () => {
    const { html } = await ask(house, at(`/relationships/${own.relationship}`), '')
    const seen = await asPublic(house.db, async tx => ({
      texts: await tx.selectFrom('translation').select('body').where('record_id', '=', own.agreement).execute(),
      events: await tx.selectFrom('agreement_event').select('kind').where('agreement_id', '=', own.agreement).execute(),
    }))
    return {
      shown: wordsOn(html).includes('Convention sur l’eau'),
      texts: seen.texts.length,
      events: seen.events.length,
    }
  }
  expect(await outside()).toEqual({ shown: true, texts: 1, events: 2 })
  const path = at(`/agreements/${own.agreement}/edit`)
  const save = async (atMost: string) => {
    const form = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
    return send(house, path, here.editor.cookie, { ...form, atMost })
  }
  expect((await save('0')).status).toBe(303)
  expect(await outside()).toEqual({ shown: false, texts: 0, events: 0 })
  expect((await save('2')).status).toBe(303)
  expect(await outside()).toEqual({ shown: true, texts: 1, events: 2 })
})
