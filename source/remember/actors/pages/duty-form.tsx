import { z } from 'zod'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, RadiosField, SelectField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { servicesWords } from '../../messages/services.ts'
import { CircleField, ContactField, DuringField, OrganisationField } from '../../pages/fields.tsx'
import { chosen, editTitle, sharedValue } from '../../pages/labels.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { circle, maybeDuring, maybeId, organisationPieces } from '../../rules/forms.ts'
import { actorsToChoose, contactsToChoose, type Named } from '../../store/choices.ts'
import { recordsToChoose } from '../store/post-choices.ts'
import { actorsEnded, dutyRoles } from '../store/services.ts'
import { recordForm } from './record-form.ts'

type Lists = { actors: Named[]; contacts: Named[]; relationships: Named[]; projects: Named[] }

/** Those there are first; those there were, with their years, for what was theirs then. */
async function actorsOfToday(tx: Tx, memory: Memory, locale: Locale): Promise<Named[]> {
  const actors = await actorsToChoose(tx, memory.id, locale)
  const ended = await actorsEnded(tx, memory.id, memory.day.toString())
  const of = ({ id, name }: Named) => ({ id, name: `${name} (${edtfInWords(locale, ended.get(id) ?? '')})` })
  return [...actors.filter(({ id }) => !ended.has(id)), ...actors.filter(({ id }) => ended.has(id)).map(of)]
}

/** Reached from a service (`?organisation=`), a relationship (`?relationship=`) or a project (`?project=`). */
export const dutyForm = recordForm<Lists>({
  kind: 'duty',
  section: 'services',
  title: (locale, now) => editTitle(locale, now, servicesWords[locale].editTitle) ?? servicesWords[locale].newTitle,
  start: ({ url: { searchParams: asked } }) => {
    const relationship = asked.get('relationship')
    const project = asked.get('project')
    return {
      organisation: asked.get('organisation') ?? '',
      of: relationship ? `relationship:${relationship}` : project ? `project:${project}` : '',
    }
  },
  lists: async (tx, { memory, locale }) => ({
    actors: await actorsOfToday(tx, memory, locale),
    contacts: await contactsToChoose(tx, memory.id, locale),
    ...(await recordsToChoose(tx, memory.id, locale)),
  }),
  schema: z.object({
    ...organisationPieces(),
    contact: maybeId,
    role: z.enum(dutyRoles, 'role'),
    of: z.string('of').regex(/^(relationship|project):[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/, 'of'),
    during: maybeDuring,
    visibility: circle,
  }),
  organisations: { organisation: { optional: false } },
  errors: locale => servicesWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists }) => {
    const words = servicesWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const of = (kind: string, list: readonly Named[]) =>
      list.map(one => ({ value: `${kind}:${one.id}`, label: one.name }))
    return (
      <>
        <OrganisationField
          locale={locale}
          typed={typed}
          errors={errors}
          actors={lists.actors}
          label={words.organisation}
        />
        <RadiosField
          {...field('role')}
          label={words.role}
          choices={dutyRoles.map(value => ({ value, label: words.roles[value] }))}
        />
        <SelectField
          {...field('of')}
          label={words.record}
          groups={[
            { label: words.relationships, choices: of('relationship', lists.relationships) },
            { label: words.projects, choices: of('project', lists.projects) },
          ]}
        />
        <ContactField {...field('contact')} locale={locale} label={words.contact} contacts={lists.contacts} optional />
        <DuringField {...field('during')} locale={locale} label={words.during} optional />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      </>
    )
  },
  labels: locale => {
    const { organisation, contact, role, record, during } = servicesWords[locale]
    return { organisation, contact, role, of: record, during, visibility: fieldsWords[locale].circle }
  },
  shown: (locale, field, value, { actors, contacts, relationships, projects }) => {
    if (field === 'organisation') return chosen(actors, value)
    if (field === 'contact') return chosen(contacts, value)
    if (field === 'role') return servicesWords[locale].roles[value as 'leads']
    if (field === 'of') return chosen([...relationships, ...projects], value.split(':')[1] ?? '')
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: servicesWords[locale].save, saved: servicesWords[locale].saved }),
  path: () => '/services',
  after: ({ visit, memory, id }) => (
    <p>
      <a href={addressIn(visit, memory, `/services/${id}/remove`)}>{servicesWords[visit.locale].remove}</a>
    </p>
  ),
})
