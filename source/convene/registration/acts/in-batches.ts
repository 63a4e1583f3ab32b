/** Does the work for items it takes when it is ready for them: behind a gate, say. Results in the order of the items. */
export type Work<Item, Result> = (take: () => readonly Item[]) => Promise<readonly Result[]>

/**
 * Gathers what arrives until the work is ready for it, and does it together: while other work is under way, and while
 * this one still waits its turn. What arrives alone begins at once; nothing waits for a batch to fill. When a batch
 * fails, each of its items is tried alone, so that one bad row harms nobody else.
 *
 * @param most items in one batch
 */
export function inBatches<Item, Result>(most: number, work: Work<Item, Result>) {
  type Asked = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }
  let queue: Asked[] = []
  let busy = false

  async function alone({ item, resolve, reject }: Asked) {
    try {
      resolve((await work(() => [item]))[0] as Result)
    } catch (error) {
      reject(error)
    }
  }
  async function together() {
    let batch: Asked[] = []
    try {
      const results = await work(() => {
        batch = queue.slice(0, most)
        queue = queue.slice(most)
        return batch.map(({ item }) => item)
      })
      for (const [index, asked] of batch.entries()) asked.resolve(results[index] as Result)
    } catch (error) {
      if (batch.length > 1) {
        for (const asked of batch) await alone(asked)
        return
      }
      // It never came to its turn: whoever waits for it now would wait for the same in vain.
      const lost = batch.length === 1 ? batch : queue.splice(0)
      for (const asked of lost) asked.reject(error)
    }
  }
  async function untilDone() {
    while (queue.length > 0) await together()
    busy = false
  }
  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (busy) return
      busy = true
      void untilDone()
    })
}
