import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'

/** A real IMAP server of the system, when there is one (Debian's dovecot-imapd). */
export const installedDovecot = (): string | undefined =>
  ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(path => existsSync(path))

export type Mailbox = {
  url: string
  /** Puts a message into the inbox, as if it had arrived. */
  put(message: string | Buffer, folder?: string): Promise<void>
  /** What is in a folder: subject and whether it was read. */
  list(folder: string): Promise<{ subject: string; seen: boolean }[]>
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise(done => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts it on a port of its own with one user, `returned`, whose password is `sesame street`. */
export async function startDovecot(binary: string): Promise<Mailbox> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'))
  await chmod(folder, 0o777)
  const port = await freePort()
  const { uid, gid, username } = userInfo()
  const root = uid === 0
  const config = join(folder, 'dovecot.conf')
  await writeFile(join(folder, 'users'), 'returned:{PLAIN}sesame street::::::\n')
  await writeFile(
    config,
    `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
${root ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`}
first_valid_uid = 0
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${root ? 65534 : uid} gid=${root ? 65534 : gid} home=${folder}/home
}
`,
  )
  const server = spawn(binary, ['-F', '-c', config], { stdio: 'ignore' })
  const ended = once(server, 'exit')
  const url = `imap://returned:sesame%20street@127.0.0.1:${port}/INBOX`
  const connect = async () => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user: 'returned', pass: 'sesame street' },
      logger: false,
      disableAutoIdle: true,
    })
    await client.connect()
    return client
  }
  const close = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries++) {
    try {
      await (await connect()).logout()
      break
    } catch (error) {
      if (tries === 50 || server.exitCode !== null) {
        await close()
        throw error
      }
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  return {
    url,
    async put(message, to = 'INBOX') {
      const client = await connect()
      await client.append(to, message)
      await client.logout()
    },
    async list(from) {
      const client = await connect()
      try {
        const lock = await client.getMailboxLock(from)
        const found: { subject: string; seen: boolean }[] = []
        for await (const { envelope, flags } of client.fetch('1:*', { envelope: true, flags: true }))
          found.push({ subject: envelope?.subject ?? '', seen: flags?.has('\\Seen') ?? false })
        lock.release()
        return found
      } finally {
        await client.logout()
      }
    },
    close,
  }
}
