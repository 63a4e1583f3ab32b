type Tie = { service: string; record: string }

/**
 * Where services stand, one above the other, and beside them what they are responsible for: records near the services that they are
 * tied to, so that lines are short and few cross; those that nobody is tied to last. Both columns take the whole height.
 *
 * @param line height of one name
 * @returns the height of both, and of each id how far down it stands
 */
export function servicesPlaces(
  services: readonly string[],
  records: readonly string[],
  ties: readonly Tie[],
  line: number,
): { height: number; services: Map<string, number>; records: Map<string, number>; ordered: string[] } {
  const order = new Map(services.map((id, place) => [id, place]))
  const middle = (record: string) => {
    const places = ties.flatMap(tie => (tie.record === record ? (order.get(tie.service) ?? []) : []))
    return places.length === 0 ? services.length : places.reduce((sum, place) => sum + place, 0) / places.length
  }
  const ordered = records
    .map(id => ({ id, at: middle(id) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
  const height = Math.max(services.length, records.length, 1) * line
  const spread = (ids: readonly string[]) =>
    new Map(ids.map((id, place) => [id, Math.round(((place + 0.5) * height) / ids.length)]))
  return { height, services: spread(services), records: spread(ordered), ordered }
}
