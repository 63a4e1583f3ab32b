import { mailingsWords } from '#convene/messages/mailings.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type Change, StaleSave } from '#ground/web/parts/form.tsx'
import { shownVersion } from '../acts/start-mailing.ts'
import { namesOfChosen } from '../store/audience.ts'
import { namesOfInvitations } from '../store/invitations.ts'
import type { Mailing } from '../store/mailings.ts'
import { type Choice, choices, textField, typedFrom } from './form-fields.ts'
import { nameOfMailing } from './in-words.ts'
import { aboveMailings, mailingsAddress, type OfficeSeminar, officePage } from './office.tsx'

/** The page after somebody else saved the message meanwhile: both sides of each field that differs, and nothing lost. */
export async function staleMailing(
  visit: Visit,
  seminar: OfficeSeminar,
  now: Mailing,
  yours: Record<string, string>,
  once: string | null,
): Promise<Response> {
  const { locale, house, actor } = visit
  const m = mailingsWords[locale]
  const words = registration[locale]
  const theirs: Record<string, string> = typedFrom(now)
  const named = await as(house.db, actor, async tx => ({
    invitations: await namesOfInvitations(tx, seminar.id),
    people: new Map(
      (
        await namesOfChosen(tx, seminar.id, `${theirs.registrations} ${yours.registrations}`.split(' ').filter(Boolean))
      ).map(({ id, name }) => [id, name ?? words.desk.erased]),
    ),
  }))
  const names: Record<Choice, { label: string; of: (value: string) => string | undefined }> = {
    states: { label: m.form.states, of: value => words.states[value as keyof typeof words.states] },
    categories: { label: m.form.categories, of: value => words.categories[value as keyof typeof words.categories] },
    regions: { label: m.form.regions, of: value => words.regions[value as keyof typeof words.regions] },
    languages: { label: m.form.languages, of: value => nameOfLocale[value as keyof typeof nameOfLocale] },
    invitations: { label: m.form.invitations, of: value => named.invitations.get(value) },
    registrations: { label: m.form.chosen, of: value => named.people.get(value) },
  }
  const fields = [
    ...(Object.keys(choices) as Choice[]).map(name => ({
      name,
      label: names[name].label,
      long: false,
      shown: (text: string) =>
        list(
          locale,
          text
            .split(' ')
            .filter(Boolean)
            .map(value => names[name].of(value) ?? value),
        ),
    })),
    ...locales.flatMap(language =>
      (['subject', 'body'] as const).map(field => ({
        name: textField(field, language),
        label: `${m.form[field]} – ${nameOfLocale[language]}`,
        long: field === 'body',
        shown: (text: string) => text,
      })),
    ),
  ]
  const kept: [string, string][] = [['do', 'save']]
  const changes: Change[] = []
  for (const { name, label, long, shown } of fields) {
    const [their, your] = [theirs[name] ?? '', yours[name] ?? '']
    if (their.trim() === your.trim()) kept.push([name, your])
    else
      changes.push({
        name,
        label,
        long,
        theirs: { value: their, shown: shown(their) },
        yours: { value: your, shown: shown(your) },
      })
  }
  const address = mailingsAddress(visit, seminar, `/${now.id}`)
  return officePage(
    visit,
    seminar,
    {
      title: m.form.editTitle,
      above: [aboveMailings(visit), { label: nameOfMailing(locale, seminar, now).text, path: `/mailings/${now.id}` }],
      failed: true,
    },
    <StaleSave
      t={parts[locale]}
      action={`${address}/edit`}
      version={shownVersion(now)}
      once={once ?? undefined}
      changes={changes}
      kept={kept}
      cancel={`${address}/edit`}
    />,
    409,
  )
}
