import { open } from 'node:fs/promises'
import { as, asPublic, type Tx } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { notFound, Refusal } from '../../web/refusal.ts'
import { mayShow } from '../rules/kind.ts'
import { disposition } from '../rules/name.ts'
import { placeOf } from '../store/bytes.ts'
import { findFile } from '../store/rows.ts'

/**
 * A file, to whoever may see its row; to anybody else there is no file. Pictures may stand in a page; everything else
 * is saved, never opened as a page of ours: a sandbox without scripts, and a type that the browser must believe.
 */
export async function filePage(visit: Visit): Promise<Response> {
  const { house } = visit
  const work = (tx: Tx) => findFile(tx, visit.param('id'))
  const file = await (visit.actor.kind === 'anonymous' ? asPublic(house.db, work) : as(house.db, visit.actor, work))
  if (!file) throw notFound()
  const etag = `"${file.sha256}"`
  const headers = new Headers(visit.headers)
  headers.set('etag', etag)
  headers.set('cache-control', 'private, no-cache')
  headers.set('content-security-policy', "default-src 'none'; sandbox")
  headers.set('x-content-type-options', 'nosniff')
  if (visit.request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  headers.set('content-type', file.mediaType)
  // Texts are compressed on their way out and then have another length.
  if (!file.mediaType.startsWith('text/')) headers.set('content-length', String(file.bytes))
  headers.set('content-disposition', disposition(mayShow(file.mediaType) ? 'inline' : 'attachment', file.name))
  const handle = await open(placeOf(house.settings.dataFolder, file.sha256)).catch(error => {
    house.log.error({ reference: visit.reference, file: file.id, code: error.code }, 'the bytes of a file are missing')
    throw new Refusal('unavailable')
  })
  return new Response(handle.readableWebStream({ autoClose: true }) as ReadableStream, { headers })
}
