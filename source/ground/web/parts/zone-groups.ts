import { cityOfZone, countryName } from '../../languages/format.ts'
import type { Locale } from '../../languages/locales.ts'
import { zonesWords } from '../../languages/messages/time-zones.ts'
import { allZones, zonesOf } from '../../people/rules/time-zones.ts'
import type { ChoiceGroup } from './form.tsx'

/**
 * Every time zone to choose from; those of the country first: most people find theirs there.
 *
 * @param now what is chosen: a zone may have an older name, which is still right
 * @param also what is offered beside them: `UTC`, which is the zone of nowhere
 */
export function zoneGroups(
  locale: Locale,
  country: string,
  now: string | undefined,
  also: readonly string[] = [],
): ChoiceGroup[] {
  const words = zonesWords[locale]
  const own = zonesOf(country)
  const named = (zones: readonly string[]) =>
    zones.map(value => ({ value, label: value === 'UTC' ? value : `${cityOfZone(locale, value)} – ${value}` }))
  const others = allZones().filter(zone => !own.includes(zone))
  const kept = now && ![...own, ...others, ...also].includes(now) ? [now] : []
  return [
    ...(own.length > 0 ? [{ label: words.ofCountry(countryName(locale, country)), choices: named(own) }] : []),
    { label: words.others, choices: named([...also, ...kept, ...others]) },
  ]
}
