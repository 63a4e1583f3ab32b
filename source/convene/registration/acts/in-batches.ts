/**
 * Gathers what arrives while the work before it is under way, and does it together. What arrives alone begins at once:
 * nothing waits for a batch to fill. When a batch fails, each of its items is tried alone, so that one bad row harms
 * nobody else.
 *
 * @param most items in one batch
 * @param run does the work; its results stand in the order of the items
 */
export function inBatches<Item, Result>(most: number, run: (items: readonly Item[]) => Promise<readonly Result[]>) {
  type Asked = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }
  let queue: Asked[] = []
  let busy = false

  async function alone({ item, resolve, reject }: Asked) {
    try {
      resolve((await run([item]))[0] as Result)
    } catch (error) {
      reject(error)
    }
  }
  async function work() {
    while (queue.length > 0) {
      const batch = queue.slice(0, most)
      queue = queue.slice(most)
      if (batch.length === 1) {
        await alone(batch[0] as Asked)
        continue
      }
      try {
        const results = await run(batch.map(({ item }) => item))
        for (const [index, asked] of batch.entries()) asked.resolve(results[index] as Result)
      } catch {
        for (const asked of batch) await alone(asked)
      }
    }
    busy = false
  }
  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (busy) return
      busy = true
      // What came in the same turn of the event loop belongs together.
      setImmediate(() => void work())
    })
}
