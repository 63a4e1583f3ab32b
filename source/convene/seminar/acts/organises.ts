import type { Visit } from '#ground/house.ts'
import { may } from '#ground/web/visit.ts'

/**
 * Whether the visitor organises seminars somewhere. Who keeps the memory of a territory edits too, and organises none: only
 * organisers look after people.
 */
export const organises = (visit: Visit): boolean => may(visit, 'edit') && may(visit, 'people')
