import type { FileSeat } from '#convene/seminar/rules/programme-file.ts'
import type { RegionName, StateKind } from '#ground/web/parts/places.tsx'

/** How the region of a seat is drawn. */
export const regionNames: Record<FileSeat['region'], RegionName> = {
  'latin-america': 'america',
  europe: 'europe',
  other: 'other',
}
/** With which sign the state of a seat is told. */
export const kindOfAnswer: Record<FileSeat['state'], StateKind> = {
  open: 'neutral',
  invited: 'waiting',
  confirmed: 'ok',
  declined: 'no',
}
