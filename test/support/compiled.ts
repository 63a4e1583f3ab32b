import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programFolder } from '../../source/ground/program.ts'

/** What tests make and keep below the checkout, where it finds its packages. */
export const kept = join(fileURLToPath(programFolder), 'node_modules/.cache/perenne-tests')

/** Where the processes that tests start keep what Node compiled, as NODE_COMPILE_CACHE: a quarter of a short one's life. */
export const compiled = join(kept, 'compiled')
