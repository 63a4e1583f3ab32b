import { createHash } from 'node:crypto'
import { Transform, Writable } from 'node:stream'

export type Measure = { bytes: number; rows: number; sha256: string }

/** Counts and hashes what flows through. `rows` counts line ends, which is what a row is in COPY's text format. */
export function meter(): { stream: Transform; read(): Measure } {
  const hash = createHash('sha256')
  let bytes = 0
  let rows = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { stream, read: () => ({ bytes, rows, sha256: hash.digest('hex') }) }
}

/** Where a stream ends that is only measured. */
export const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
