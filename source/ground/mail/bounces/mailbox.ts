import { ImapFlow } from 'imapflow'
import type { House, Job } from '#ground/house.ts'
import { longestReport } from './read-report.ts'
import { takeReport } from './take-report.ts'

/** Where the reports that were taken are put, so that the inbox holds only what a person should read. */
export const takenFolder = 'Perenne'
/** What is no report of ours is looked at once, and left as it is for whoever reads that mailbox. */
const lookedAt = 'PerenneLookedAt'
/** Messages of one round: the next one comes five minutes later. */
const mostAtOnce = 200

export type MailboxTimes = { connection: number; socket: number }
const usualTimes: MailboxTimes = { connection: 15_000, socket: 60_000 }

/** Empties the mailbox of returned mails, when one is set (BOUNCES_URL). */
export const bouncesJob: Job = {
  name: 'bounces',
  schedule: '*/5 * * * *',
  async run(house) {
    try {
      await readMailbox(house)
    } catch (error) {
      // The next round tries again; a mailbox that is shut keeps nothing else from working.
      const said = error as { responseText?: string; message?: string }
      house.log.warn(
        { error: said.responseText ?? said.message ?? String(error) },
        'the mailbox of BOUNCES_URL could not be read',
      )
    }
  },
}

/**
 * Reads what is new in the mailbox and takes the reports about our mails.
 *
 * @returns how many were taken and how many were left
 * @throws when the server cannot be reached, refuses us, or has no such folder
 */
export async function readMailbox(
  house: House,
  given: Partial<MailboxTimes> = {},
): Promise<{ taken: number; left: number }> {
  const counted = { taken: 0, left: 0 }
  const url = house.settings.bouncesUrl
  if (url === null) return counted
  const client = openClient(new URL(url), { ...usualTimes, ...given })
  client.on('error', error => house.log.debug({ error: error.message }, 'the mailbox of returned mails'))
  await client.connect()
  try {
    const folder = decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'
    const lock = await client.getMailboxLock(folder)
    try {
      const found = await client.search({ seen: false, unKeyword: lookedAt }, { uid: true })
      const uids = (found || []).slice(0, mostAtOnce)
      const taken: number[] = []
      for (const uid of uids) {
        const message = await client.fetchOne(uid, { source: { start: 0, maxLength: longestReport } }, { uid: true })
        const source = (message || null)?.source
        if (source && (await takeReport(house, source)) !== 'not-ours') taken.push(uid)
        else await client.messageFlagsAdd(uid, [lookedAt], { uid: true })
      }
      await putAway(client, taken)
      counted.taken = taken.length
      counted.left = uids.length - taken.length
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
  return counted
}

async function putAway(client: ImapFlow, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return
  await client.messageFlagsAdd([...uids], ['\\Seen'], { uid: true })
  const folders = await client.list()
  if (!folders.some(folder => folder.path === takenFolder)) await client.mailboxCreate(takenFolder)
  await client.messageMove([...uids], takenFolder, { uid: true })
}

function openClient(url: URL, times: MailboxTimes): ImapFlow {
  const secure = url.protocol === 'imaps:'
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    // A password never leaves this machine in the clear.
    ...(secure || loopback ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: times.connection,
    greetingTimeout: times.connection,
    socketTimeout: times.socket,
    disableAutoIdle: true,
  })
}
