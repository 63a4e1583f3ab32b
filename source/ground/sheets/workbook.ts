import { isDateFormat } from './number-formats.ts'
import { SheetRefused } from './refused.ts'
import type { Package } from './unpack.ts'
import { plainText, readXml } from './xml.ts'

export type Workbook = {
  sheets: { name: string; hidden: boolean; path: string }[]
  since1904: boolean
  sharedStrings: string[]
  /** By the number of a cell's style: whether it shows days. */
  showsDate: boolean[]
}

/** What is said of a workbook as a whole, before its sheets. */
export async function readWorkbook(parts: Package): Promise<Workbook> {
  const main = (await targetsOf(parts, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined || !parts.has(main)) throw new SheetRefused('not-a-spreadsheet')
  if (/\.bin$/i.test(main)) throw new SheetRefused('old-excel')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = await targetsOf(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const found: { name: string; hidden: boolean; id: string }[] = []
  let isWorkbook = false
  let since1904 = false
  await readXml(main, parts.read(main), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') since1904 = isTrue(attributes.date1904)
      if (name === 'sheet') {
        found.push({
          name: attributes.name ?? '',
          hidden: /hidden/i.test(attributes.state ?? ''),
          id: attributes.id ?? '',
        })
      }
    },
  })
  // A text document and a presentation are such packages too.
  if (!isWorkbook) throw new SheetRefused('not-a-spreadsheet')
  const partOf = (type: string) => targets.find(target => target.type === type && parts.has(target.target))?.target
  return {
    sheets: found.flatMap(({ id, ...sheet }) => {
      const target = targets.find(one => one.id === id)
      return target?.type === 'worksheet' ? [{ ...sheet, path: target.target }] : []
    }),
    since1904,
    sharedStrings: await readSharedStrings(parts, partOf('sharedStrings')),
    showsDate: await readStyles(parts, partOf('styles')),
  }
}

export const isTrue = (value: string | undefined) => value === '1' || value === 'true'

type Target = { id: string; type: string; target: string }

/** What a part refers to within the package; what lies outside of it is left out. */
export async function targetsOf(parts: Package, path: string, folder: string): Promise<Target[]> {
  if (!parts.has(path)) return []
  const targets: Target[] = []
  await readXml(path, parts.read(path), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = new URL(Target, `zip:///${folder}`).pathname.slice(1)
      targets.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURI(target) })
    },
  })
  return targets
}

async function readSharedStrings(parts: Package, path: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (path === undefined) return strings
  const text = textOfString()
  await readXml(path, parts.read(path), {
    open: name => text.open(name),
    text: words => text.text(words),
    close: name => {
      text.close(name)
      if (name === 'si') strings.push(text.take())
    },
  })
  return strings
}

/** Puts together the runs of one string, without what only says how it is pronounced. */
export function textOfString() {
  let words = ''
  let reading = false
  let phonetic = false
  return {
    open(name: string) {
      if (name === 'rPh') phonetic = true
      if (name === 't') reading = !phonetic
    },
    text(piece: string) {
      if (reading) words += piece
    },
    close(name: string) {
      if (name === 'rPh') phonetic = false
      if (name === 't') reading = false
    },
    take() {
      const taken = plainText(words)
      words = ''
      return taken
    },
  }
}

async function readStyles(parts: Package, path: string | undefined): Promise<boolean[]> {
  const showsDate: boolean[] = []
  if (path === undefined) return showsDate
  const codes = new Map<number, string>()
  let inCells = false
  await readXml(path, parts.read(path), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        showsDate.push(isDateFormat(id, codes.get(id)))
      }
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return showsDate
}
