import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { slugFrom } from '#ground/slug.ts'
import { text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { briefWords } from '#remember/messages/brief.ts'
import { memoryOf, reading } from '#remember/pages/memory.ts'
import { readBrief } from '../store/brief.ts'
import { briefPdf } from './brief-pdf.ts'

/**
 * GET /:l/territories/:slug/actors/:id/brief.pdf: what is known of a partner, in the language of the address, as known now or
 * on the day that is read. Each sees in it what they see on the pages.
 */
export async function partnerBrief(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const brief = await reading(visit, memory, tx => readBrief(tx, memory.id, id, memory.day, memory.inside))
  if (brief === null) throw notFound()
  const made = await briefPdf(memory, brief, visit.locale)
  const name = slugFrom(wordsOf(brief.partner.texts.name, visit.locale)) || memory.slug
  return text(visit, new Uint8Array(made.pdf), 'application/pdf', {
    'content-disposition': disposition('attachment', `${briefWords[visit.locale].fileName}-${name}.pdf`),
    'content-language': visit.locale,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  })
}
