/** Where a record is: in which memory, under which project, and which; null makes a new one. */
export type Place = { space: string; parent: string | null; id: string | null }

export const orNull = (value: string | undefined): string | null => (value ? value : null)
export const circleIn = (fields: Readonly<Record<string, string>>, field: string): 0 | 1 | 2 =>
  Number(fields[field] ?? '2') as 0 | 1 | 2
