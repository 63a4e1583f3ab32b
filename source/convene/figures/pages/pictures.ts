import { parseHTML } from 'linkedom'

// The house knows no browser: what is used of one, and no more.
type SvgElement = {
  outerHTML: string
  textContent: string
  querySelectorAll(selector: string): Iterable<SvgElement>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  append(...children: SvgElement[]): void
  prepend(...children: SvgElement[]): void
  remove(): void
}
type SvgDocument = { createElementNS(namespace: string, name: string): SvgElement }

/** A part of a bar; `look` is the class that gives it its colour or its pattern. */
export type Bar = { label: string; look: string; from: number; to: number }
/** What stands behind a bar, such as its number. */
export type BarLabel = { label: string; at: number; text: string }

const width = 440
const lineHeight = 26
const longestLabel = 21

// Loaded with the first picture that is asked for: who never looks at figures need not hold the library in memory.
let library: Promise<typeof import('@observablehq/plot')> | undefined
const plot = () => {
  library ??= import('@observablehq/plot')
  return library
}

type Named = {
  /** Unique on the page: the title, the description and the patterns are called by it. */
  id: string
  title: string
  /** What the picture shows, in a sentence; the numbers themselves are in the table beside it. */
  description: string
}

/** Horizontal bars, one line for each label, in their order. */
export async function barsPicture(
  named: Named,
  labels: readonly string[],
  bars: readonly Bar[],
  texts: readonly BarLabel[],
) {
  const { barX, plot: draw, text } = await plot()
  const looks = [...new Set(bars.map(({ look }) => look))]
  const longest = Math.max(1, ...bars.map(({ to }) => to))
  return finished(named, looks, document =>
    draw({
      document,
      width,
      height: labels.length * lineHeight + 10,
      marginLeft: 150,
      marginRight: 64,
      marginTop: 5,
      marginBottom: 5,
      x: { axis: null, domain: [0, longest] },
      y: { label: null, domain: [...labels], tickSize: 0, tickFormat: shortened },
      marks: [
        ...looks.map(look =>
          barX(
            bars.filter(bar => bar.look === look),
            {
              y: 'label',
              x1: 'from',
              x2: 'to',
              className: look,
              insetTop: 2,
              insetBottom: 2,
              ...(look === 'hatched' ? { fill: `url(#${named.id}-hatched)` } : {}),
            },
          ),
        ),
        text([...texts], { y: 'label', x: 'at', text: 'text', textAnchor: 'start', dx: 5 }),
      ],
    }),
  )
}

const shortened = (label: string) => {
  const letters = [...label]
  return letters.length > longestLabel
    ? `${letters
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`
    : label
}

/** One upright bar for each step in time, or a line of what came together. `ticks` are the steps that are named. */
export async function stepsPicture(
  named: Named,
  values: readonly number[],
  kind: 'bars' | 'line',
  {
    ticks,
    tickText,
    valueText,
  }: { ticks: number[]; tickText: (step: number) => string; valueText: (n: number) => string },
) {
  const { areaY, lineY, plot: draw, rectY, ruleY } = await plot()
  const data = values.map((value, step) => ({ from: step, to: step + 1, middle: step + 0.5, value }))
  return finished(named, [], document =>
    draw({
      document,
      width,
      height: 200,
      marginLeft: 52,
      marginRight: 24,
      x: {
        label: null,
        domain: [0, values.length],
        ticks: ticks.map(step => step + 0.5),
        tickFormat: (at: number) => tickText(Math.floor(at)),
      },
      y: {
        label: null,
        grid: true,
        domain: [0, Math.max(1, ...values)],
        // Half a person never came.
        ticks: [...new Set([0, 0.25, 0.5, 0.75, 1].map(part => Math.round(part * Math.max(1, ...values))))],
        tickFormat: valueText,
      },
      marks: [
        ...(kind === 'bars'
          ? [rectY(data, { x1: 'from', x2: 'to', y: 'value', className: 'plain', inset: 0.5 })]
          : [
              areaY(data, { x: 'middle', y: 'value', className: 'below', curve: 'step' }),
              lineY(data, { x: 'middle', y: 'value', className: 'line', curve: 'step' }),
            ]),
        ruleY([0], { className: 'ground' }),
      ],
    }),
  )
}

/**
 * The picture as text. Its own style is taken out, since pages allow none in line; our style sheet gives letters, colours
 * and patterns, in the dark and in forced colours too. For a screen reader it is one image with a title and a description.
 */
function finished(
  { id, title, description }: Named,
  looks: readonly string[],
  draw: (document: never) => unknown,
): string {
  const document = parseHTML('<!doctype html><html><body></body></html>').document as unknown as SvgDocument
  // Typed for a browser by the library; any document that makes elements will do.
  const picture = draw(document as never) as SvgElement
  for (const style of picture.querySelectorAll('style')) style.remove()
  for (const element of [picture, ...picture.querySelectorAll('*')]) {
    for (const name of ['style', 'aria-label', 'aria-hidden', 'font-family', 'font-size', 'class'])
      if (name !== 'class' || /^plot/.test(element.getAttribute('class') ?? '')) element.removeAttribute(name)
  }
  for (const name of ['width', 'height']) picture.removeAttribute(name)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-labelledby', `${id}-title ${id}-description`)
  const node = (name: string, attributes: Record<string, string>, text?: string) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    if (text !== undefined) made.textContent = text
    return made
  }
  const first = [
    node('title', { id: `${id}-title` }, title),
    node('desc', { id: `${id}-description` }, description),
    ...(looks.includes('hatched') ? [hatched(id, node)] : []),
  ]
  picture.prepend(...first)
  return picture.outerHTML
}

// Told apart without any colour.
function hatched(id: string, node: (name: string, attributes: Record<string, string>) => SvgElement) {
  const pattern = node('pattern', {
    id: `${id}-hatched`,
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  })
  pattern.append(node('rect', { width: '3', height: '6', class: 'stripe' }))
  const definitions = node('defs', {})
  definitions.append(pattern)
  return definitions
}
