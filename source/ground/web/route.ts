import type { Door, Route } from '../house.ts'

/** Short forms, so that a room's routes read like a table. */
export const get = (path: string, door: Door, handle: Route['handle'], more: Partial<Route> = {}): Route => ({
  method: 'GET',
  path,
  door,
  handle,
  ...more,
})
export const post = (path: string, door: Door, handle: Route['handle'], more: Partial<Route> = {}): Route => ({
  method: 'POST',
  path,
  door,
  handle,
  allowance: 'write',
  ...more,
})
