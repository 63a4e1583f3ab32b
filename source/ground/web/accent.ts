/**
 * The colour of links and buttons, as an installation chose it: made to be read on every ground of the house, in light
 * and in dark (WCAG 2.2, 1.4.3: 4.5 to 1). Pure; the grounds are those of styles/tokens.css, compared by a test.
 */

/** Paper, sheet and wash. */
export const grounds = {
  light: ['#fbfaf6', '#ffffff', '#f2efe6'],
  dark: ['#14171a', '#1c2024', '#22272c'],
} as const
/** What is written on the colour itself: on buttons. */
export const writtenOn = { light: '#ffffff', dark: '#10151b' } as const

export type Mode = keyof typeof grounds
/** `act` for links and buttons, `pressed` while one is over them; #rrggbb. */
export type Accent = Record<Mode, { act: string; pressed: string }>

const enough = 4.5

type Rgb = [number, number, number]
const read = (colour: string): Rgb => {
  const of = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return [of(1), of(3), of(5)]
}
const write = (colour: Rgb) => `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance (WCAG 2.2), of #rrggbb. */
function luminance(colour: string): number {
  const [r, g, b] = read(colour).map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How well one colour is read on another: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const mixed = (colour: string, into: Rgb, share: number): string =>
  write(read(colour).map((part, at) => part + ((into[at] as number) - part) * share) as Rgb)

/** The least that a colour is read with on the grounds of a mode. */
export const leastContrast = (colour: string, mode: Mode): number =>
  Math.min(...grounds[mode].map(ground => contrast(colour, ground)))

/** The nearest to a colour that can be read on every ground of a mode: darker in light, lighter in dark. */
function readable(colour: string, mode: Mode): string {
  const end: Rgb = mode === 'light' ? [0, 0, 0] : [255, 255, 255]
  for (let share = 0; share < 1; share += 0.01) {
    const tried = mixed(colour, end, share)
    if (leastContrast(tried, mode) >= enough) return tried
  }
  return write(end)
}

/** What an installation's colour becomes in both modes. Every #rrggbb gives colours that can be read. */
export function accentOf(colour: string): Accent {
  const light = readable(colour, 'light')
  const dark = readable(colour, 'dark')
  return {
    light: { act: light, pressed: mixed(light, [0, 0, 0], 0.28) },
    dark: { act: dark, pressed: mixed(dark, [255, 255, 255], 0.45) },
  }
}

/** The style sheet of a colour. Whoever asks for more contrast keeps the house's own. */
export function accentStyles(colour: string): string {
  const { light, dark } = accentOf(colour)
  return `@layer tokens{@media not (prefers-contrast:more){:root{--act:light-dark(${light.act},${dark.act});--act-pressed:light-dark(${light.pressed},${dark.pressed});--on-act:light-dark(${writtenOn.light},${writtenOn.dark})}}}`
}

/** Where that style sheet is. It is worked out from the address alone, which is therefore kept for ever. */
export const accentAddress = (colour: string): string => `/assets/accent-${colour.slice(1)}-1.css`

/** Colours to choose from: each can be read in light as it is. */
export const swatches = {
  sea: '#1d4f86',
  forest: '#2f6146',
  brick: '#9a3d1b',
  plum: '#6d3272',
  slate: '#40535f',
  cherry: '#9b2242',
} as const
export type Swatch = keyof typeof swatches
