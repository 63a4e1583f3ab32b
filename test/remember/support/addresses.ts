import { inflateRawSync } from 'node:zlib'
import type { Door } from '../../../source/ground/house.ts'
import { checkCodes } from '../../../source/remember/home/rules/checks.ts'
import { sheetKinds } from '../../../source/remember/sheets/rules/kinds.ts'
import { rooms } from '../../../source/rooms.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import type { Memory, Papers } from './memory.ts'

/** Every table whose records have a history of their own, by the part of the address in which they are shown. */
const recordTables: Record<string, keyof Memory> = {
  relationship: 'relationships',
  agreement: 'agreements',
  organisation: 'actors',
  contact: 'contacts',
  post: 'posts',
  term: 'terms',
  appointment: 'appointments',
  responsibility: 'services',
  interaction: 'journal',
  commitment: 'commitments',
  activity: 'projects',
  decision: 'decisions',
  memory_document: 'documents',
  note: 'notes',
}

/**
 * Every address of the house under a territory that is to be read, filled in with the records of a memory; several where a
 * parameter has several values. A new address is among them from its first day.
 */
export function addressesOf(slug: string, memory: Memory, { batch }: Papers, doors: readonly Door[]): string[] {
  const paths = rooms
    .flatMap(room => room.routes)
    .filter(route => route.method === 'GET' && route.path.startsWith('/:l/territories/:slug'))
    .filter(route => doors.includes(route.door))
    .map(route => route.path.replace(':l', 'fr').replace(':slug', slug))
  return paths.flatMap(path => {
    const folder = Object.keys(memory).find(name => path.includes(`/${name}/:id`)) as keyof Memory | undefined
    const filled = (folder ? path.replace(':id', memory[folder]) : path).replace(':batch', batch)
    if (filled.includes('/records/:table/:record'))
      return Object.entries(recordTables).map(([table, kind]) =>
        filled.replace(':table', table).replace(':record', memory[kind]),
      )
    if (filled.endsWith('/export/:file'))
      return sheetKinds.flatMap(kind => ['csv', 'xlsx'].map(end => filled.replace(':file', `${kind}.${end}`)))
    if (filled.includes(':code')) return checkCodes.slice(0, 3).map(code => filled.replace(':code', code))
    return [filled.replace(/:[a-z]+/g, memory.relationships)]
  })
}

/** All that an answer says: what is zipped or pressed in it too. */
export async function said(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') {
    const { text, title } = await readPdf(bytes)
    return `${title} ${text}`
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    return `${bytes.toString('utf8')} ${response.headers.get('content-disposition')}`
  let text = ''
  // Each entry of the file: its local header names the lengths; data without a length run to the next header.
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      text += inflateRawSync(bytes.subarray(begin), { finishFlush: 2 }).toString('utf8')
    } catch {
      text += bytes.subarray(begin).toString('utf8')
    }
  }
  return text
}
