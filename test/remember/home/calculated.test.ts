import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { feedToken } from '../../../source/remember/home/acts/feed.ts'
import { digestMail } from '../../../source/remember/home/acts/send-digests.ts'
import { digestOf } from '../../../source/remember/home/store/digests.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeMemory } from '../support/memory.ts'

// A day that nobody wrote down is not shown as if somebody had: the first page, Monday, the mail and the calendar say, in the
// same words, that it is calculated and from what.

let house: TestHouse
let space: string
let keeper: string
let init: { headers: { cookie: string } }
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)
const plain = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-01T09:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'fr')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  init = await signedIn(house, keeper)
  await as(house.db, job('test'), async tx => {
    const memory = await makeMemory(tx, space)
    const agreement = async (title: string, terms: object) => {
      const { id } = await tx
        .insertInto('agreement')
        .values({ relationship_id: memory.relationships, kind: 'convention', ...terms })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('agreement_event')
        .values({ agreement_id: id, kind: 'signed', on_day: '2012-01-01' })
        .execute()
      await writeTexts(tx, [{ table: 'agreement', id, field: 'title', source: 'fr', bodies: { fr: title } }])
    }
    // Ends in a month of which the day is not known, renewed by itself since, with a month of notice.
    await agreement('Vague', {
      first_end_as_known: '2016-07',
      first_end: '2016-07-31',
      renewal: 'tacit',
      renewal_months: 12,
      notice_months: 1,
    })
    // Its day of notice is counted back from a sure end.
    await agreement('Décomptée', { first_end: '2018-08-20', renewal: 'express', notice_months: 2 })
    // Somebody wrote its last day down.
    await agreement('Sûre', { first_end: '2018-06-20', renewal: 'none' })
    await tx
      .updateTable('activity')
      .set({ planned_end: '2018-06-30', planned_end_as_known: '2018-06' } as never)
      .where('id', '=', memory.projects)
      .execute()
    await tx.updateTable('term').set({ during: '2008/2018-06~' }).where('id', '=', memory.terms).execute()
    await tx
      .updateTable('network_seat')
      .set({ during: '2016/2018-06-25' })
      .where('relationship_id', '=', memory.relationships)
      .execute()
  })
  await house.setClock('2018-06-04T09:00:00Z')
})
afterAll(() => house.close())

const vague = 'calculé d’après « juillet 2016 », 2 reconductions et la fin de la période, le 31 juillet 2018'
const counted = 'calculé d’après la fin de la période, le 20 août 2018'
const page = async (path: string) => plain(await (await house.ask(`/fr/territories/brecourt${path}`, init)).text())

describe('says that a day is calculated, and from what', () => {
  test('the first page, beside the day', async () => {
    const words = await page('')
    expect(words).toContain(`30 juin 2018 (${vague})`)
    expect(words).toContain(`20 juin 2018 (${counted})`)
    expect(words).toMatch(/Sûre 20 juin 2018 ·/)
  })

  test('Monday, under the day, of projects and terms of office too', async () => {
    const words = await page('/monday')
    expect(words).toContain(`30 juin 2018 (dans 26 jours) ${vague}`)
    expect(words).toContain(`20 juin 2018 (dans 16 jours) ${counted}`)
    expect(words).toMatch(/Fin prévue du projet 30 juin 2018 \(dans 26 jours\) calculé d’après « juin 2018 »/)
    expect(words).toMatch(/Fin du mandat 30 juin 2018 \(dans 26 jours\) calculé d’après « vers juin 2018 »/)
    // A sure day, and a day that closes a period, are days that somebody wrote down.
    expect(words).toMatch(/Fin de l’accord 20 juin 2018 \(dans 16 jours\) (?!calculé)/)
    expect(words).toMatch(/Fin d’un siège dans le réseau 25 juin 2018 \(dans 21 jours\) (?!calculé)/)
  })

  test('the mail, in the same words, and its preview', async () => {
    const mail = await as(house.db, asPerson(keeper), tx =>
      digestMail.words(house, tx, { space, day: '2018-06-04' }, 'fr', {
        id: keeper,
        givenName: 'Kim',
        familyName: 'Garde',
        email: 'keeper@ville.example',
      }),
    )
    const lines = (mail?.paragraphs ?? []).map(plain)
    expect(lines.find(line => line.includes('Vague'))).toMatch(new RegExp(`– ${vague}$`))
    expect(lines.find(line => line.includes('Sûre'))).not.toContain('calculé')
    expect(await page('/reminders')).toContain(`– ${vague}`)
  })

  test('the calendar, in the description of the day', async () => {
    await house.send('/fr/territories/brecourt/reminders/calendar', { what: 'make' }, init)
    const mine = await as(house.db, asPerson(keeper), tx => digestOf(tx, space, keeper))
    const response = await house.ask(`/fr/territories/brecourt/calendar/${mine ? feedToken(house, mine) : ''}`)
    const events = new ICAL.Component(ICAL.parse(await response.text()))
      .getAllSubcomponents('vevent')
      .map(event => new ICAL.Event(event))
    const description = (title: string) => events.find(({ summary }) => summary.includes(title))?.description
    expect(plain(description('Vague') ?? '')).toBe(`C${vague.slice(1)}.`)
    expect(description('Sûre') ?? '').toBe('')
  })

  test.each([
    ['es', 'calculado según “julio de 2016”, 2 renovaciones y el fin del período, el 31 de julio de 2018'],
    ['pt', 'calculado segundo “julho de 2016”, 2 renovações e o fim do período, em 31 de julho de 2018'],
    ['en', 'calculated from “July 2016”, 2 renewals and the end of the term, 31 July 2018'],
  ])('in %s too', async (locale, words) => {
    const response = await house.ask(`/${locale}/territories/brecourt/monday`, init)
    expect(plain(await response.text())).toContain(words)
  })
})
