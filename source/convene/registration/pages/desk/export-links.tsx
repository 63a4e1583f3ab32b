import { deskExport } from '#convene/messages/desk-export.ts'
import type { Visit } from '#ground/house.ts'

type Props = {
  visit: Visit
  /** Of the list, without what follows the question mark. */
  address: string
  /** How many fit the choices. */
  total: number
}

/** The list as files: everybody who fits the choices, on all pages, in the order of the list. */
export function ExportLinks({ visit, address, total }: Props) {
  const words = deskExport[visit.locale]
  const link = (ending: 'csv' | 'xlsx', needs: boolean) => {
    const query = new URLSearchParams(visit.url.searchParams)
    query.delete('page')
    query.delete('needs')
    if (needs) query.set('needs', '1')
    return `${address}.${ending}${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <section class="card stack">
      <h2>{words.title}</h2>
      <p class="small">
        {words.everybody(total)} {words.which}
      </p>
      <ul class="close">
        <li>
          <a href={link('xlsx', false)} download>
            {words.workbook}
          </a>
        </li>
        <li>
          <a href={link('csv', false)} download>
            {words.csv}
          </a>
        </li>
      </ul>
      <h3>{words.needsTitle}</h3>
      <p class="small">{words.needsText}</p>
      <ul class="close">
        <li>
          <a href={link('xlsx', true)} download>
            {words.workbookWithNeeds}
          </a>
        </li>
        <li>
          <a href={link('csv', true)} download>
            {words.csvOfNeeds}
          </a>
        </li>
      </ul>
    </section>
  )
}
