/**
 * The circles of a graph (Tarjan's strongly connected components): for each, one way round as a list of names that
 * begins and ends with the same one.
 */
export function circlesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const circles: string[][] = []

  // Its own stack of steps: a long chain of imports must not overflow the program's.
  const visit = (start: string) => {
    const steps: { name: string; rest: Iterator<string> }[] = []
    const enter = (name: string) => {
      order.set(name, order.size)
      lowest.set(name, order.size - 1)
      open.push(name)
      isOpen.add(name)
      steps.push({ name, rest: (edges.get(name) ?? new Set<string>()).values() })
    }
    const lower = (name: string, to: number) => lowest.set(name, Math.min(lowest.get(name) as number, to))
    enter(start)
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const next = step.rest.next()
      if (!next.done) {
        if (!order.has(next.value)) enter(next.value)
        else if (isOpen.has(next.value)) lower(step.name, order.get(next.value) as number)
        continue
      }
      steps.pop()
      const above = steps.at(-1)
      if (above) lower(above.name, lowest.get(step.name) as number)
      if (lowest.get(step.name) !== order.get(step.name)) continue
      const members = new Set(open.splice(open.indexOf(step.name)))
      for (const member of members) isOpen.delete(member)
      if (members.size > 1 || edges.get(step.name)?.has(step.name)) circles.push(wayRound(step.name, members, edges))
    }
  }
  for (const name of edges.keys()) if (!order.has(name)) visit(name)
  return circles
}

/** The shortest way from a member back to itself. */
function wayRound(start: string, members: Set<string>, edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const next of edges.get(name) ?? []) {
      if (next === start) {
        const way = [start]
        for (let at = name; at !== start; at = cameFrom.get(at) as string) way.unshift(at)
        return [start, ...way]
      }
      if (!members.has(next) || cameFrom.has(next)) continue
      cameFrom.set(next, name)
      queue.push(next)
    }
  }
  return [start, start]
}
