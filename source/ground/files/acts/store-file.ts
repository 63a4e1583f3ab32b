import { type Actor, as } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import type { Locale } from '../../languages/locales.ts'
import { files } from '../../languages/messages/files.ts'
import { forbidden, Refusal } from '../../web/refusal.ts'
import { kindOf } from '../rules/kind.ts'
import { cleanName } from '../rules/name.ts'
import { type Received, receiveBytes } from '../store/bytes.ts'
import { addFile, type FileAbout, mayKeepFiles, type StoredFile } from '../store/rows.ts'

/** The largest file that is kept when nobody says otherwise: 20 MB. */
export const largestFile = 20 * 1024 * 1024

export type FileProblem = 'empty' | 'too-large' | 'not-kept'

export type FileToStore = FileAbout & {
  /** The name that the browser told. */
  name: string
  content: ReadableStream<Uint8Array> | Blob
  /** In bytes; `largestFile` when not said. */
  most?: number
}

/**
 * Keeps a file: bytes on the disk, then the row that says whose they are. What it is, is decided by its content. Bytes
 * whose row could not be written are removed at night.
 *
 * @throws Refusal `forbidden` when the actor may not change the space, `no-room` when the disk is full
 */
export async function storeFile(
  house: House,
  who: Actor,
  file: FileToStore,
): Promise<{ ok: true; file: StoredFile } | { ok: false; problem: FileProblem }> {
  if (!(await as(house.db, who, tx => mayKeepFiles(tx, file.spaceId)))) throw forbidden()
  const content = file.content instanceof Blob ? file.content.stream() : file.content
  const kind = (received: Received) => kindOf({ ...received, name: file.name })
  const received = await receiveBytes(house.settings.dataFolder, content, file.most ?? largestFile, found =>
    kind(found) === null ? ('not-kept' as const) : null,
  ).catch(noRoom)
  if ('problem' in received) return { ok: false, problem: received.problem }
  const found = kind(received)
  if (found === null) return { ok: false, problem: 'not-kept' }
  const stored = await as(house.db, who, tx =>
    addFile(tx, file, {
      name: cleanName(file.name, found.extensions),
      mediaType: found.mediaType,
      bytes: received.bytes,
      sha256: received.sha256,
    }),
  )
  return { ok: true, file: stored }
}

function noRoom(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? new Refusal('no-room') : error
}

/** The sentence to show beside a file field. */
export function fileProblem(locale: Locale, problem: FileProblem, most = largestFile): string {
  const words = files[locale].problems
  return problem === 'too-large' ? words['too-large'](sizeIn(locale, most)) : words[problem]
}

/** A size as people say it: 20 MB, « 20 Mo ». */
export function sizeIn(locale: Locale, bytes: number): string {
  const mega = bytes / (1024 * 1024)
  const [value, unit] = mega >= 1 ? [mega, 'megabyte'] : [Math.max(1, Math.round(bytes / 1024)), 'kilobyte']
  return value.toLocaleString(locale, { style: 'unit', unit, maximumFractionDigits: mega >= 10 ? 0 : 1 })
}
