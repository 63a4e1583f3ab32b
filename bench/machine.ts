import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The commit that is measured; `+` when files differ from it. */
export function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', 'source', 'bench', 'package-lock.json', ':!bench/results.json')
    return git('rev-parse', '--short=12', 'HEAD') + (changed === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}

export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${availableParallelism()} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`
}

/**
 * Memory of a process and all its descendants in megabytes (10⁶ bytes): proportional set size, in which a page shared
 * by several counts once. Linux only.
 *
 * @returns with the names of the processes, so that a run can see that it counted the database
 */
export function memoryOf(pid: number): { megabytes: number; processes: string[] } {
  const family = familyOf(pid)
  let kilobytes = 0
  const processes: string[] = []
  for (const one of family) {
    const rollup = orNull(() => readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))
    const pss = /^Pss:\s+(\d+) kB$/m.exec(rollup ?? '')
    if (!pss) continue // it ended meanwhile
    kilobytes += Number(pss[1])
    processes.push(readFileSync(`/proc/${one}/comm`, 'utf8').trim())
  }
  return { megabytes: (kilobytes * 1024) / 1e6, processes }
}

const everyProcess = (): number[] =>
  readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .map(Number)

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const one of everyProcess()) {
    const parent = parentOf(one)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), one])
  }
  const family = [pid]
  for (let i = 0; i < family.length; i++) family.push(...(children.get(family[i] as number) ?? []))
  return family
}

/** The process that started this one; null when it is no more. */
export function parentOf(pid: number): number | null {
  // The name stands in brackets and may hold anything; the parent is the second word after it.
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  return parent === undefined ? null : Number(parent)
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
