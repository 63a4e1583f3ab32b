import type { Child } from 'hono/jsx'
import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { countryName } from '../../languages/format.ts'
import { parts } from '../../languages/messages/parts.ts'
import { spacesWords } from '../../languages/messages/people-spaces.ts'
import { page } from '../../web/answer.ts'
import { layout } from '../../web/layout.tsx'
import { LinkButton } from '../../web/parts/form.tsx'
import { type Column, DataTable } from '../../web/parts/table.tsx'
import { PageHead, Region } from '../../web/parts/text.tsx'
import { listTerritories } from '../store/memberships.ts'
import { type NamedSpace, namedSpaces } from '../store/spaces.ts'

export const spacesPath = (visit: Visit) => `/${visit.locale}/administration/spaces`
export const folderOf = { network: 'networks', territory: 'territories' } as const

/** All networks, seminars and territories of the installation. */
export async function showSpaces(visit: Visit): Promise<Response> {
  const { locale } = visit
  const words = spacesWords[locale]
  const t = parts[locale]
  const { spaces, territories } = await as(visit.house.db, visit.actor, async tx => ({
    spaces: await namedSpaces(tx, locale),
    territories: new Map((await listTerritories(tx)).map(row => [row.id, row])),
  }))
  const of = (kind: NamedSpace['kind']) => spaces.filter(space => space.kind === kind)
  const name: Column<NamedSpace> = {
    key: 'name',
    heading: words.name,
    cell: space => <span dir="auto">{space.name}</span>,
  }
  const slug: Column<NamedSpace> = { key: 'slug', heading: words.slug, cell: space => space.slug }
  const region = (space: NamedSpace): Child => {
    const found = territories.get(space.id)?.region
    if (!found) return '–'
    const key = found === 'latin-america' ? 'america' : found
    return <Region t={t} region={key} />
  }
  return page(
    visit,
    layout(
      visit,
      { title: words.title, office: true },
      <div class="stack">
        <PageHead title={words.title} lead={words.lead} />
        <h2>{words.networks}</h2>
        <p>
          <LinkButton href={`${spacesPath(visit)}/networks/new`}>{words.addNetwork}</LinkButton>
        </p>
        <DataTable
          t={t}
          caption={words.networks}
          quiet
          address={spacesPath(visit)}
          rows={of('network')}
          columns={[name, slug]}
          rowLink={space => `${spacesPath(visit)}/networks/${space.id}`}
          empty={{ title: words.none, text: words.noneNetworks }}
        />
        <h2>{words.seminars}</h2>
        <DataTable
          t={t}
          caption={words.seminars}
          quiet
          address={spacesPath(visit)}
          rows={of('seminar')}
          columns={[name, slug]}
          rowLink={space => `/${locale}/seminars/${space.slug}`}
          empty={{ title: words.none, text: words.noneSeminars }}
        />
        <h2>{words.territories}</h2>
        <p>
          <LinkButton href={`${spacesPath(visit)}/territories/new`}>{words.addTerritory}</LinkButton>
        </p>
        <DataTable
          t={t}
          caption={words.territories}
          quiet
          address={spacesPath(visit)}
          rows={of('territory')}
          columns={[
            name,
            {
              key: 'country',
              heading: words.country,
              cell: space => {
                const country = territories.get(space.id)?.country
                return country ? countryName(locale, country) : '–'
              },
            },
            { key: 'region', heading: words.region, cell: region },
            {
              key: 'government',
              heading: words.government,
              cell: space => {
                const government = territories.get(space.id)?.government
                return government ? words.governments[government] : '–'
              },
            },
            slug,
          ]}
          rowLink={space => `${spacesPath(visit)}/territories/${space.id}`}
          empty={{ title: words.none, text: words.noneTerritories }}
        />
      </div>,
    ),
  )
}
