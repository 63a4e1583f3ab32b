import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJobs } from '../../source/ground/jobs/boss.ts'
import { rooms } from '../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

// What nobody would miss for weeks when it stopped running by itself: offers that end, places let go, data erased.
it('enrols everything that runs by itself, at its hour', async () => {
  const jobs = await openJobs(house, house.database.appConnection)
  try {
    const app = new pg.Client(house.database.appConnection)
    await app.connect()
    const { rows } = await app.query('select name, cron from jobs.schedule order by name')
    await app.end()
    expect(Object.fromEntries(rows.map(({ name, cron }) => [name, cron]))).toEqual({
      backup: '0 3 * * *',
      bounces: '*/5 * * * *',
      documents: '* * * * *',
      'forget-challenges': '35 2 * * *',
      'forget-unnamed-bytes': '40 2 * * *',
      'guest-lists': '*/5 * * * *',
      mailings: '* * * * *',
      'memory-digests': '0 6 * * 1',
      'memory-mails': '50 * * * *',
      'memory-shares': '15 * * * *',
      'memory-sheets': '35 * * * *',
      places: '* * * * *',
      'reindex-search': '20 2 * * *',
      reminders: '*/15 * * * *',
      retention: '30 2 * * *',
      'seminar-retention': '40 * * * *',
    })
  } finally {
    await jobs.close()
  }
})
