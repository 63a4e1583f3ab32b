import { buildIslands } from '../../tools/islands.js'

/** The islands as a server has them, so that pages under test name them and can load them. */
export default async function setup(): Promise<void> {
  await buildIslands()
}
