import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accentOf,
  accentStyles,
  contrast,
  grounds,
  leastContrast,
  type Mode,
  swatches,
  writtenOn,
} from '#ground/web/accent.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

describe('the colour of an installation', () => {
  test('can be read on every ground in both modes, and what is written on it too, whatever was given', () => {
    fc.assert(
      fc.property(colours, colour => {
        const made = accentOf(colour)
        for (const mode of ['light', 'dark'] as Mode[]) {
          for (const part of ['act', 'pressed'] as const) {
            expect(made[mode][part]).toMatch(/^#[0-9a-f]{6}$/)
            for (const ground of grounds[mode]) expect(contrast(made[mode][part], ground)).toBeGreaterThanOrEqual(4.5)
            expect(contrast(made[mode][part], writtenOn[mode])).toBeGreaterThanOrEqual(4.5)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('stays as it was given where it can be read', () => {
    fc.assert(
      fc.property(colours, colour => {
        for (const mode of ['light', 'dark'] as Mode[])
          if (leastContrast(colour, mode) >= 4.5) expect(accentOf(colour)[mode].act).toBe(colour)
      }),
      { numRuns: 2000 },
    )
  })

  test('each swatch can be read in light as it is', () => {
    for (const colour of Object.values(swatches)) expect(accentOf(colour).light.act).toBe(colour)
  })

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#1d4f86', '#1d4f86')).toBe(1)
  })

  test('the grounds are those of the style sheet', () => {
    const css = readFileSync(new URL('../../../source/ground/web/styles/tokens.css', import.meta.url), 'utf8')
    const token = (name: string) => css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`))?.slice(1)
    const named = ['paper', 'sheet', 'wash']
    expect(named.map(name => token(name)?.[0])).toEqual([...grounds.light])
    expect(named.map(name => token(name)?.[1])).toEqual([...grounds.dark])
    expect(token('on-act')).toEqual([writtenOn.light, writtenOn.dark])
  })

  test('the style sheet sets the three tokens, in the layer of tokens', () => {
    expect(accentStyles('#ffff00')).toMatch(
      /^@layer tokens\{@media not \(prefers-contrast:more\)\{:root\{--act:light-dark\(#\w{6},#ffff00\);--act-pressed:light-dark\(#\w{6},#\w{6}\);--on-act:light-dark\(#ffffff,#10151b\)\}\}\}$/,
    )
  })
})
