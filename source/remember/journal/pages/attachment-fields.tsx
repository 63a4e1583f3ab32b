import { fileProblem, sizeIn } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, SelectField } from '#ground/web/parts/form.tsx'
import { type Category, isCategory } from '../../documents/rules/categories.ts'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { categoryGroups } from '../../pages/category-groups.ts'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import type { WaitingMail } from '../acts/waiting-mail.ts'

type Attachments = WaitingMail['attachments']

/** With this many, their categories stand below without being asked for. */
const fewAttachments = 3

/** What is ticked at first: what reads as a document. Pictures are mostly those of signatures. */
export const attachmentsProposed = (attachments: Attachments): Fields => ({
  attachment: attachments
    .flatMap(({ name, problem }, number) => (problem === null && !/\.(png|jpe?g|webp)$/i.test(name) ? [number] : []))
    .join(' '),
})

/** The numbers that were ticked, each with its category; what is none is left out. */
export const attachmentsTyped = (typed: Fields): { number: number; category: Category }[] =>
  choicesIn(typed.attachment)
    .filter(value => /^\d{1,3}$/.test(value))
    .map(value => {
      const category = typed[`category-${value}`]
      return { number: Number(value), category: isCategory(category) ? category : 'own' }
    })

/** What is attached to a mail: each to tick, with the category of the document that it becomes. */
export function AttachmentFields({ visit, typed, mail }: { visit: Visit; typed: Fields; mail: WaitingMail }) {
  const { locale } = visit
  const m = journalMailWords[locale].attached
  const field = bindFields(parts[locale], typed)
  const nameOf = (name: string) => name || m.nameless
  const all = mail.attachments.map((one, number) => ({ ...one, number, label: nameOf(one.name) }))
  const kept = all.filter(one => one.problem === null)
  const refused = all.filter(one => one.problem !== null)
  return (
    <>
      {kept.length > 0 ? (
        <>
          <CheckboxesField
            {...field('attachment[]')}
            values={choicesIn(typed.attachment)}
            label={m.label}
            choices={kept.map(({ number, label, bytes }) => ({
              value: String(number),
              label: m.named(label, sizeIn(locale, bytes)),
            }))}
            optional
          />
          <details class="optional" open={kept.length <= fewAttachments}>
            <summary>{m.categories}</summary>
            <div class="stack">
              {kept.map(({ number, label }) => (
                <SelectField
                  {...field(`category-${number}`)}
                  value={typed[`category-${number}`] ?? 'own'}
                  label={m.categoryOf(label)}
                  groups={categoryGroups(locale)}
                  noEmpty
                />
              ))}
            </div>
          </details>
        </>
      ) : null}
      {refused.length > 0 || mail.moreAttachments > 0 ? (
        <div>
          <p class="small">{m.refused}</p>
          <ul class="small">
            {refused.map(({ label, problem }) => (
              <li>
                <bdi>{label}</bdi> – {problem === null ? '' : fileProblem(locale, problem)}
              </li>
            ))}
            {mail.moreAttachments > 0 ? <li>{m.more(mail.moreAttachments)}</li> : null}
          </ul>
        </div>
      ) : null}
    </>
  )
}
