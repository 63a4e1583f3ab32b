/**
 * Lets requests that want the very same thing at the same time wait for one making of it, instead of each having its
 * own made. No one gets something older than their own request: whoever comes while it is being made waits for the
 * next making, together with everybody else who comes meanwhile.
 *
 * A flood of readers then costs what the database can answer in turn, not one statement each.
 */
export function shareMaking<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  type Line = { running: Promise<T>; next: Promise<T> | null }
  const lines = new Map<string, Line>()

  function begin(key: string, make: () => Promise<T>): Promise<T> {
    const line: Line = { running: make(), next: null }
    lines.set(key, line)
    const done = () => {
      if (lines.get(key) === line && line.next === null) lines.delete(key)
    }
    line.running.then(done, done)
    return line.running
  }

  return (key, make) => {
    const line = lines.get(key)
    if (!line) return begin(key, make)
    const afterwards = () => begin(key, make)
    line.next ??= line.running.then(afterwards, afterwards)
    return line.next
  }
}
