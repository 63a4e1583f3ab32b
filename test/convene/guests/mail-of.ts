import { as, job } from '#ground/database/actor.ts'
import { compose } from '#ground/mail/acts/compose.ts'
import type { TestHouse } from '../../support/house.ts'

/** The latest mail of which an id stands in its data, put together as it is sent. Null when it would not leave. */
export function composeMail(house: TestHouse, id: string) {
  return as(house.db, job('test'), async tx => {
    const mail = await tx
      .selectFrom('mail')
      .selectAll()
      .where('data', 'is not', null)
      .orderBy('created_at', 'desc')
      .execute()
      .then(rows => rows.find(({ data }) => Object.values(data).includes(id)))
    if (!mail) throw new Error(`no mail about ${id}`)
    const person = await tx.selectFrom('person').selectAll().where('id', '=', mail.person_id).executeTakeFirstOrThrow()
    const composed = await compose(house, tx, { ...mail, person })
    if (!composed.ok) return { text: null, language: mail.language, words: null }
    const { words } = composed
    const text = [words.subject, ...words.paragraphs, words.action?.url ?? '', ...(words.after ?? [])].join('\n')
    return { text, language: mail.language, words }
  })
}
