import { cityOfZone } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { ZoneFormProps, ZoneTools } from '#ground/web/parts/programme-reader.tsx'
import { programmeMine } from '../../messages/programme-mine.ts'
import { readersZone, saysTheSame, zonesByRegion } from '../rules/reader-zone.ts'
import { addressWith } from '../rules/selection.ts'
import type { ShownProgramme } from '../rules/shown.ts'

/** What a page of a programme knows of the hours of its reader: the zone that is shown beside the venue's, if any. */
export type ZoneOnPage = ZoneTools & { zone: string | null }

/**
 * `?zone=America/Lima` of a page of a programme. Such an address is made for whoever asks and never kept: the kept page is the one
 * without, and the form with its four hundred places stands on the others alone.
 *
 * @param page its path and the other fields of its address that stay
 */
export function zoneOnPage(
  query: URLSearchParams,
  programme: Pick<ShownProgramme, 'timeZone' | 'slots'>,
  locale: Locale,
  page: { path: string; hidden: Readonly<Record<string, string>> },
): ZoneOnPage {
  const t = programmeMine[locale].zone
  const { timeZone: venue } = programme
  const asked = query.get('zone')
  const link = { href: `${addressWith(page.path, { ...page.hidden, zone: '' })}#zone`, label: t.link }
  if (asked === null)
    return {
      zone: null,
      form: null,
      link,
      island: {
        venue,
        locale,
        label: t.here('{city}'),
        pattern: t.elsewhere('{city}', '{hours}'),
        shown: t.shown('{city}', '{zone}'),
      },
    }
  const found = readersZone(asked)
  const instants = programme.slots.flatMap(slot => [slot.startsAt.epochMilliseconds, slot.endsAt.epochMilliseconds])
  const isSame = found !== null && (found === venue || saysTheSame(venue, found, instants))
  const said = found === null ? undefined : isSame ? t.same(cityOf(found)) : t.shown(cityOf(found), found)
  return {
    zone: isSame ? null : found,
    link,
    island: null,
    form: {
      t: parts[locale],
      action: page.path,
      hidden: page.hidden,
      title: t.link,
      label: t.label,
      button: t.button,
      value: found,
      groups: groupsOf(locale, found),
      error: asked === '' || found !== null ? undefined : isSayable(asked) ? t.unknown(asked) : t.unreadable,
      said,
      clear: { href: addressWith(page.path, page.hidden), label: t.clear(cityOf(venue)) },
    },
  }

  function cityOf(zone: string): string {
    return cityOfZone(locale, zone)
  }
}

/** What may be said back: words that somebody may have typed, not a letter put into our mouth. */
const isSayable = (asked: string) => asked.length <= 40 && /^[\w+\-/]+$/.test(asked)

/** Every place by its continent, in the order of the reader's alphabet; one that has another name in the list is added. */
function groupsOf(locale: Locale, chosen: string | null): ZoneFormProps['groups'] {
  const { regions } = programmeMine[locale].zone
  const { compare } = new Intl.Collator(locale)
  const nameOf = (region: string) => (region in regions ? regions[region as keyof typeof regions] : regions.other)
  const known = zonesByRegion()
  if (chosen !== null && ![...known.values()].some(zones => zones.includes(chosen))) known.set('other', [chosen])
  return [...known]
    .map(([region, zones]) => ({
      label: nameOf(region),
      choices: zones
        .map(zone => ({ value: zone, label: cityOfZone(locale, zone) }))
        .sort((a, b) => compare(a.label, b.label)),
    }))
    .sort((a, b) => compare(a.label, b.label))
}
