import { type CellComment, cornerOf } from './cells.ts'
import type { Package } from './unpack.ts'
import { targetsOf, textOfString } from './workbook.ts'
import { readXml } from './xml.ts'

// More remarks than these are no list.
const mostComments = 20_000

/** The comments of a sheet (ECMA-376 part 1, 18.7), in the order of the file; empty when it has none. */
export async function readComments(parts: Package, path: string): Promise<CellComment[]> {
  const at = path.lastIndexOf('/') + 1
  const folder = path.slice(0, at)
  const targets = await targetsOf(parts, `${folder}_rels/${path.slice(at)}.rels`, folder)
  const target = targets.find(({ type, target }) => type === 'comments' && parts.has(target))?.target
  if (target === undefined) return []
  const found: CellComment[] = []
  const text = textOfString()
  let address: string | null = null
  await readXml(target, parts.read(target), {
    open: (name, attributes) => {
      if (name === 'comment') address = attributes.ref ?? null
      else if (address !== null) text.open(name)
    },
    text: words => {
      if (address !== null) text.text(words)
    },
    close: name => {
      if (address === null) return
      text.close(name)
      if (name !== 'comment') return
      const corner = cornerOf(address)
      const said = text.take().trim()
      if (corner && said !== '' && found.length < mostComments) found.push({ address, ...corner, text: said })
      address = null
    },
  })
  return found
}
