import type { Visit } from '#ground/house.ts'
import { number } from '#ground/languages/say.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import type { Memory } from '../../pages/memory.ts'
import { isAnything, type LeftOut } from '../rules/left-out.ts'
import { importAddress } from './frame.ts'

type Props = { visit: Visit; memory: Memory; left: LeftOut }

/** What an import did not take in, said where it says what it wrote: else an office believes that all of it is in. */
export function LeftOutNote({ visit, memory, left }: Props) {
  const { locale } = visit
  const m = sheetsWords[locale].left
  if (!isAnything(left)) return null
  const { rows, comments, columns, lists } = left
  const more = rows.count - rows.first.length
  return (
    <Note tone="warning" title={m.title}>
      {rows.count === 0 ? null : (
        <p>
          {m.rows(rows.count)}{' '}
          {rows.first.map(({ row, name }, index) => (
            <>
              {index > 0 ? ', ' : ''}
              {number(locale, row)}
              {name === '' ? null : (
                <>
                  {' '}
                  (<bdi>{name}</bdi>)
                </>
              )}
            </>
          ))}
          {more > 0 ? ` ${sheetsLook[locale].correct.more(more)}` : ''}. {m.correct}
        </p>
      )}
      {comments === 0 ? null : <p>{m.comments(comments)}</p>}
      {columns.length === 0 ? null : (
        <p>
          {m.columns(columns.length)} <bdi>{columns.join(' · ')}</bdi>.
        </p>
      )}
      {lists.length === 0 ? null : (
        <p>
          {m.lists(lists.length)} <bdi>{lists.map(({ name }) => m.list(name)).join(', ')}</bdi>.
        </p>
      )}
      <p>
        <a href={importAddress(visit, memory)}>{m.again}</a>
      </p>
    </Note>
  )
}
