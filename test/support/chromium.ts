import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: string
  }
}

// The shell first: the same engine without the windows around it, which nobody sees here, at half the work.
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const names = [
  ...shells,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** No Chromium, and no way to install one without asking; the message says what to do. */
export class NoChromium extends Error {}

/**
 * Where Chromium is: what CHROMIUM names, an installed one, Playwright's own; null when there is none.
 *
 * @throws NoChromium when CHROMIUM names something that cannot be run: falling back would hide the mistake
 */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM?.trim()
  if (named) {
    if (isProgram(named)) return named
    throw new NoChromium(
      `CHROMIUM is ${JSON.stringify(named)}; expected the path of a Chromium that this user may run.`,
    )
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(
    folder => folder !== '',
  )
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...elsewhere, playwrights()].find(isProgram) ?? null
}

/** The same, after installing Debian's package where that is possible: as root, on Debian and its like. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebianLike()) {
    console.error('No Chromium here: installing Debian’s with apt-get.')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0
    const install = (name: string) => run('install', '-y', '-q', '--no-install-recommends', name)
    const installed = run('update', '-q') && (install('chromium-headless-shell') || install('chromium'))
    const now = findChromium()
    if (installed && now) return now
  }
  throw new NoChromium(
    'The journeys need Chromium and none was found. Install your system’s, or Playwright’s with ' +
      '“npx playwright-core install --with-deps chromium”, or set CHROMIUM to its path. ' +
      'Without it: npm test -- --project rules --project acts.',
  )
}

/** For the journeys: finds Chromium once and tells every file its path. */
export default function setup(project: TestProject): void {
  project.provide('chromium', ensureChromium())
}

function playwrights(): string {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

function isProgram(path: string): boolean {
  if (path === '') return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebianLike(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
