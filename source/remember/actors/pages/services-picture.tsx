import type { Locale } from '#ground/languages/locales.ts'
import { servicesWords } from '../../messages/services.ts'
import { servicesPlaces } from '../rules/services-places.ts'
import { type DutyRole, dutyRoles, type ServicesMap } from '../store/services.ts'
import type { Named } from '../store/standing.ts'

const line = 44
const leading = 16
const width = 960
const columns = { left: 310, right: 650 }
/** Letters that fit beside a node, on one line. */
const longest = 40

/** A name on two lines at most, broken between words; what does not fit is in the table. */
function lines(name: string): string[] {
  const [first = '', ...rest] = name.split(/\s+/)
  const told = [first]
  for (const word of rest) {
    const longer = `${told.at(-1)} ${word}`
    if ([...longer].length <= longest) told[told.length - 1] = longer
    else told.push(word)
  }
  if (told.length > 2) told.splice(1, told.length, told.slice(1).join(' '))
  return told.map(text => {
    const letters = [...text]
    return letters.length <= longest
      ? text
      : `${letters
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
  })
}

function Name(props: { name: Named | null; locale: Locale; x: number; y: number; anchor?: 'end' }) {
  const { name, locale, x, y, anchor } = props
  const told = lines(name?.text ?? '–')
  return (
    <text text-anchor={anchor} lang={name && name.language !== locale ? name.language : undefined}>
      {told.map((text, index) => (
        <tspan x={x} y={y + 4 + (index - (told.length - 1) / 2) * leading}>
          {text}
        </tspan>
      ))}
    </text>
  )
}

/** How a line is drawn for each role: by its stroke, never by a colour alone. */
function Stroke({ role, path }: { role: DutyRole; path: string }) {
  const looks: Record<DutyRole, { width: number; dash?: string }> = {
    leads: { width: 4 },
    contributes: { width: 1.5 },
    'is-consulted': { width: 1.5, dash: '2 5' },
    decides: { width: 2.5, dash: '12 4' },
    'key-actor': { width: 1.5, dash: '10 4 2 4' },
  }
  const { width, dash } = looks[role]
  return <path class="tie" d={path} stroke-width={width} stroke-dasharray={dash} />
}

/**
 * Services on the left, what they are responsible for on the right, a curve for each responsibility: drawn here, without a
 * library and without a style of its own. The table beside it says the same; what hangs on one alone carries a sign.
 *
 * @param alone ids of the relationships and projects that hang on one service or one person
 */
export function ServicesPicture(props: { locale: Locale; map: ServicesMap; alone: ReadonlySet<string> }) {
  const { locale, map, alone } = props
  const words = servicesWords[locale]
  const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id)
  const places = servicesPlaces(ids(map.services), ids(map.records), map.duties, line)
  const { height, services: left, records: right } = places
  const { left: x1, right: x2 } = columns
  const middle = (x1 + x2) / 2
  return (
    // It keeps its size and is moved sideways: shrunk, it could not be read. On a telephone there is the table alone.
    <figure class="picture services-map" tabindex={0} aria-label={words.picture}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="services-picture-title services-picture-description"
      >
        <title id="services-picture-title">{words.picture}</title>
        <desc id="services-picture-description">{words.pictureText(map.duties.length)}</desc>
        {map.duties.map(duty => {
          const y1 = left.get(duty.service)
          const y2 = right.get(duty.record)
          if (y1 === undefined || y2 === undefined) return null
          return <Stroke role={duty.role} path={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} />
        })}
        {map.services.map(one => {
          const y = left.get(one.id) ?? 0
          return (
            <>
              <circle class="node" cx={x1} cy={y} r="5" />
              <Name name={one.name} locale={locale} x={x1 - 12} y={y} anchor="end" />
            </>
          )
        })}
        {map.records.map(one => {
          const y = right.get(one.id) ?? 0
          return (
            <>
              {alone.has(one.id) ? (
                <path class="node alone" d={`M${x2} ${y - 9}l9 16h-18z`} />
              ) : (
                <circle class="node" cx={x2} cy={y} r="5" />
              )}
              <Name name={one.name} locale={locale} x={x2 + 14} y={y} />
            </>
          )
        })}
      </svg>
    </figure>
  )
}

/** What each line means, and, where there is one, the sign of what hangs on one alone. */
export function ServicesLegend({ locale, alone }: { locale: Locale; alone: boolean }) {
  const words = servicesWords[locale]
  return (
    <ul class="legend services-map" aria-label={words.legend}>
      {dutyRoles.map(role => (
        <li>
          <svg viewBox="0 0 40 14" aria-hidden="true" focusable="false">
            <Stroke role={role} path="M0 7H40" />
          </svg>
          {words.roles[role]}
        </li>
      ))}
      {alone ? (
        <li>
          <svg viewBox="0 0 40 14" aria-hidden="true" focusable="false">
            <path class="node alone" d="M20 1l7 12h-14z" />
          </svg>
          {words.aloneSign}
        </li>
      ) : null}
    </ul>
  )
}
