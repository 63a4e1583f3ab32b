/**
 * The import law: which file of source/ may import which. Pure: it knows paths, not files.
 * The rooms stand in one line, and a room may use those before it, never those after.
 */
export const line = [
  'convene',
  'receive',
  'converse',
  'remember',
  'capitalise',
  'measure',
  'look-ahead',
  'hand-over',
  'exchange',
] as const
export type RoomName = (typeof line)[number]

const parts = ['rules', 'store', 'acts', 'pages', 'messages', 'islands'] as const
export type Part = (typeof parts)[number]

/** Where a file stands. `alcove` is the path between the room and the part: '' for the room's own parts. */
export type Standing =
  | { place: 'opening' }
  | { place: 'ground'; path: string; part: 'rules' | null }
  | { place: 'room'; room: RoomName; alcove: string; part: Part | 'index' }
  | { place: 'nowhere'; why: string }

/**
 * What of the ground is only words and shapes: no input or output, no clock, nothing that is opened. Rules may stand
 * on it (decision 0011).
 */
const vocabulary: readonly string[] = [
  'languages/locales.ts',
  'languages/say.ts',
  'languages/text.ts',
  'languages/format.ts',
  'slug.ts',
  'database/tables.ts', // types alone
]

/** What of the ground a store may use: the database, the store of texts that every record shares, the house's types. */
const underStores: readonly string[] = ['database/', 'languages/texts.ts', 'house.ts']

/** Packages that speak to the outside; a rule that needs one is not a rule. */
const outside = /^(node:|pg$|pg-|kysely|hono|@hono\/|nodemailer|pino|tar-stream)/
const database = /^(pg$|pg-|kysely)/

/** @param file path inside source/, with forward slashes */
export function standingOf(file: string): Standing {
  const folders = file.split('/')
  const name = folders.pop() ?? ''
  const first = folders[0]
  // source/demo opens the house with the sample data: it belongs to the opening files, in a folder of its own.
  if (first === undefined || first === 'demo') return { place: 'opening' }
  if (first === 'ground') {
    return { place: 'ground', path: file.slice('ground/'.length), part: folders.includes('rules') ? 'rules' : null }
  }
  const room = line.find(known => known === first)
  if (!room) return { place: 'nowhere', why: `${first}/ is neither ground nor one of the rooms (${line.join(', ')})` }
  const at = folders.findIndex((folder, depth) => depth > 0 && (parts as readonly string[]).includes(folder))
  const part = at === -1 ? undefined : parts.find(known => known === folders[at])
  if (part) return { place: 'room', room, alcove: folders.slice(1, at).join('/'), part }
  if (/^index\.tsx?$/.test(name)) return { place: 'room', room, alcove: folders.slice(1).join('/'), part: 'index' }
  return { place: 'nowhere', why: `a file of a room stands in ${parts.join('/, ')}/ or is its index.ts` }
}

/** Why `from` may not import `to`, both paths inside source/; null when it may. */
export function refusal(from: string, to: string): string | null {
  const a = standingOf(from)
  const b = standingOf(to)
  // A file that stands nowhere is told of once, by itself.
  if (a.place === 'nowhere' || b.place === 'nowhere') return null
  if (a.place === 'opening') return null
  if (b.place === 'opening') return 'the opening files (main.ts, cli.ts and those beside them) are imported by nobody'
  if (a.place === 'ground') {
    if (b.place === 'room') return 'ground knows no room'
    if (a.part === 'rules' && !mayStandUnderRules(b)) return 'rules import only rules (decision 0011)'
    return null
  }
  if (b.place === 'ground') return refusalOfGround(a.part, b)
  if (line.indexOf(b.room) > line.indexOf(a.room)) return `${a.room} comes before ${b.room} and may not use it`
  if (b.part === 'index' && !isAbove(a, b)) return 'an index.ts gathers what the house enrols; import the file itself'
  if (a.part === 'index') {
    return b.part === 'pages' && (b.room !== a.room || !isWithin(b.alcove, a.alcove)) ? pagesAreClosed : null
  }
  return refusalOfPart(a, b)
}

/** Why a file may not import a package; null when it may. */
export function refusalOfPackage(from: string, name: string): string | null {
  const a = standingOf(from)
  if (a.place === 'opening' || a.place === 'nowhere') return null
  if (a.part === 'rules' && outside.test(name)) return `rules are pure: ${name} reaches outside`
  if (a.part === 'islands') return `an island is small and stands alone: no package, so not ${name}`
  if (a.place === 'room' && a.part !== 'store' && database.test(name)) return `only store/ speaks to the database`
  return null
}

type InRoom = Extract<Standing, { place: 'room' }>
type InGround = Extract<Standing, { place: 'ground' }>

const pagesAreClosed = 'pages are used by nobody but the pages beside them and those of the alcoves within'
const allowed: Record<Part, readonly Part[]> = {
  rules: ['rules'],
  store: ['rules', 'store'],
  acts: ['rules', 'store', 'acts', 'messages'],
  pages: ['rules', 'store', 'acts', 'pages', 'messages'],
  messages: ['messages', 'rules'],
  // They run in the reader's browser; pages name them, and nobody imports them.
  islands: ['islands', 'rules'],
}

function refusalOfPart(a: InRoom, b: InRoom): string | null {
  const from = a.part as Part
  const to = b.part as Part
  if (!allowed[from].includes(to)) return to === 'pages' ? pagesAreClosed : `${from} may not import ${to}`
  // An alcove inside another shows with the pages of the one it stands in, never the other way round.
  if (to === 'pages' && (a.room !== b.room || !isWithin(a.alcove, b.alcove))) return pagesAreClosed
  return null
}

function refusalOfGround(part: Part | 'index', b: InGround): string | null {
  if (part === 'rules') return mayStandUnderRules(b) ? null : 'rules import only rules (decision 0011)'
  if (part === 'islands') return mayStandUnderRules(b) ? null : 'islands import only islands and rules'
  if (part === 'store') {
    const known = mayStandUnderRules(b) || underStores.some(path => b.path === path || b.path.startsWith(path))
    return known ? null : 'a store imports rules, stores, and of the ground only database/ (decision 0011)'
  }
  if (part === 'messages') return b.path.startsWith('languages/') ? null : 'messages import only languages'
  return null
}

function mayStandUnderRules(b: Standing): boolean {
  return b.place === 'ground' && (b.part === 'rules' || vocabulary.includes(b.path))
}

const isWithin = (alcove: string, outer: string) => outer === '' || alcove === outer || alcove.startsWith(`${outer}/`)

/** The index of a room may gather those of its alcoves. */
function isAbove(a: InRoom, b: InRoom): boolean {
  return a.part === 'index' && a.room === b.room && a.alcove !== b.alcove && isWithin(b.alcove, a.alcove)
}
