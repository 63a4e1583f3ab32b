import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import type { Manifest } from '../../source/ground/backup/index.ts'

type Entry = { name: string; content: Buffer }

/** A copy of a backup whose list or entries somebody changed, well packed otherwise. */
export async function rewritten(
  file: string,
  folder: string,
  change: (entries: Entry[], manifest: Manifest) => Entry[],
): Promise<string> {
  const entries: Entry[] = []
  const reader = extract()
  reader.end(zstdDecompressSync(await readFile(file)))
  for await (const entry of reader) entries.push({ name: entry.header.name, content: await buffer(entry) })
  const [list, ...rest] = entries
  const manifest = JSON.parse(String(list?.content)) as Manifest
  const changed = change(rest, manifest)
  const writer = pack()
  writer.entry({ name: 'manifest.json' }, JSON.stringify(manifest))
  for (const { name, content } of changed) writer.entry({ name }, content)
  writer.finalize()
  const target = join(folder, 'rewritten.tar.zst')
  await writeFile(target, zstdCompressSync(await buffer(writer)))
  return target
}
