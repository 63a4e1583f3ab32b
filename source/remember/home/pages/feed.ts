import type { Visit } from '#ground/house.ts'
import { text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { readFeed } from '../acts/feed.ts'

/**
 * GET /:l/territories/:slug/calendar/:token: what is due, for the calendar of whoever holds the address, as its owner may see
 * it now.
 *
 * @throws Refusal `not-found` for an address that is forged, or no longer valid, or whose owner has no right any more
 */
export async function calendarFeed(visit: Visit): Promise<Response> {
  const feed = await readFeed(visit.house, visit.param('token'))
  if (!feed || feed.slug !== visit.param('slug')) throw notFound()
  return text(visit, feed.content, 'text/calendar; charset=utf-8', {
    'content-disposition': `inline; filename="${feed.slug}.ics"`,
    'cache-control': 'private, no-store',
  })
}
