import { randomBytes } from 'node:crypto'
import { openClock } from '../../source/ground/clock.ts'
import { connect } from '../../source/ground/database/connect.ts'
import { keysFrom } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { openMailer } from '../../source/ground/mail/acts/send-due.ts'
import { readSettings } from '../../source/ground/settings.ts'

// A sender as a process of its own, for the test that kills one. Told by the environment where its database is.
const owner = JSON.parse(process.env.TEST_CONNECTION ?? '{}')
const db = connect(owner)
const mailer = openMailer({
  settings: readSettings(process.env, 'test'),
  log: openLog('silent'),
  keys: keysFrom(randomBytes(32)),
  db,
  owner,
  clock: await openClock(db),
  rooms: [
    {
      name: 'test',
      routes: [],
      mails: { greeting: { words: async () => ({ subject: 'Hello', paragraphs: ['Hello'] }) } },
    },
  ],
  mailsWritten() {},
})
await mailer.sendDue()
