import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { holdsPlace, isAlive, stepsFrom } from '../../../source/convene/registration/rules/states.ts'

const text = readFileSync(new URL('../../../docs/registration.md', import.meta.url), 'utf8')
const rows = text
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line => line.split('|').map(cell => cell.trim()))

test('docs/registration.md tells the steps as they are', () => {
  for (const [step, from] of Object.entries(stepsFrom)) {
    const row = rows.find(cells => cells[1] === step)
    expect(row?.[2], step).toBe(from.map(state => `\`${state}\``).join(' '))
  }
})

test('and which states hold a place and which live', () => {
  const states = ['requested', 'waiting', 'offered', 'confirmed', 'refused', 'cancelled', 'expired'] as const
  for (const state of states) {
    const row = rows.find(cells => cells[1] === `\`${state}\``)
    expect([row?.[3], row?.[4]], state).toEqual([holdsPlace(state), isAlive(state)].map(is => (is ? 'yes' : 'no')))
  }
})
