import { readFile } from 'node:fs/promises'
import { readMail } from './mail.ts'
import type { Answer, Order } from './order.ts'
import { wordsOf } from './words.ts'

// The process that reads what people send: read-apart.ts starts it for one file, watches it, and ends it.

process.once('message', async (order: Order) => {
  process.send?.(await read(order), undefined, undefined, () => process.disconnect?.())
})

async function read(order: Order): Promise<Answer> {
  try {
    const bytes = new Uint8Array(await readFile(order.path))
    const found = order.what === 'mail' ? await readMail(bytes) : await wordsOf(bytes, order.mediaType)
    return typeof found === 'string' ? { notRead: found } : { read: found }
  } catch {
    return { notRead: 'damaged' }
  }
}
