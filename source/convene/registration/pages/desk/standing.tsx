import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { Figures, Note, Shares } from '#ground/web/parts/text.tsx'
import { overall, type Quota } from '../../rules/places.ts'
import type { countRegistrations } from '../../store/desk-list.ts'
import { nameOfRegion, regions } from './list-parts.tsx'

type Props = {
  visit: Visit
  slug: string
  quotas: readonly Quota[]
  counts: Awaited<ReturnType<typeof countRegistrations>>
  /** People whom our last mail did not reach. */
  undelivered: number
}

/** How a seminar stands, each figure with a link to the people behind it, and under it what somebody has to do. */
export function StandingOfSeminar({ visit, slug, quotas, counts, undelivered }: Props) {
  const { locale } = visit
  const m = registration[locale].desk
  const words = deskPeople[locale].figures
  const at = `/${locale}/desk/seminars/${slug}`
  const count = (state: RegistrationState, region?: Region) =>
    counts.reduce(
      (sum, row) => sum + (row.state === state && (region === undefined || row.region === region) ? row.count : 0),
      0,
    )
  const hall = quotas.find(({ key }) => key === overall)
  const shares = regions.map(region => ({ region: nameOfRegion[region], count: count('confirmed', region) }))
  const toDo = [
    { people: count('requested'), say: words.toExamineNow, href: `${at}/registrations?state=requested` },
    { people: count('offered'), say: words.offeredNow, href: `${at}/registrations?state=offered` },
    { people: undelivered, say: words.notReached, href: `${at}/registrations?mail=undelivered` },
  ].filter(({ people }) => people > 0)
  return (
    <>
      <Figures
        figures={[
          {
            label: m.confirmed,
            value: number(locale, count('confirmed')),
            href: `${at}/registrations?state=confirmed`,
            ...(hall ? { of: number(locale, hall.capacity) } : {}),
          },
          {
            label: m.waiting,
            value: number(locale, count('waiting')),
            href: `${at}/waiting-list`,
            explain: words.waitingExplain,
          },
          hall
            ? {
                label: m.free,
                value: number(locale, Math.max(0, hall.capacity - hall.taken - hall.held)),
                href: `${at}/places`,
                explain: words.freeExplain(hall.capacity, hall.taken, hall.held),
              }
            : { label: m.free, value: m.noLimit, href: `${at}/places` },
          {
            label: m.byRegion,
            explain: m.holding,
            below: <Shares t={parts[locale]} locale={locale} shares={shares} />,
          },
        ]}
      />
      {toDo.length > 0 ? (
        <Note tone="warning">
          <ul class="close">
            {toDo.map(({ people, say, href }) => (
              <li>
                <a href={href}>{say(people)}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}
