import { readFile } from 'node:fs/promises'
import { readMail } from './mail.ts'
import type { Answer, Order } from './order.ts'
import { readSheetsOf } from './sheets.ts'
import { wordsOf } from './words.ts'

// The process that reads what people send: read-apart.ts starts it for one file, watches it, and ends it.

process.once('message', async (order: Order) => {
  process.send?.(await read(order), undefined, undefined, () => process.disconnect?.())
})

async function read(order: Order): Promise<Answer> {
  try {
    const bytes = new Uint8Array(await readFile(order.path))
    const found = await readAs(order, bytes)
    return typeof found === 'string' ? { notRead: found } : { read: found }
  } catch {
    return { notRead: 'damaged' }
  }
}

function readAs(order: Order, bytes: Uint8Array) {
  switch (order.what) {
    case 'mail':
      return readMail(bytes)
    case 'sheets':
      return readSheetsOf(bytes, order.limits)
    default:
      return wordsOf(bytes, order.mediaType)
  }
}
