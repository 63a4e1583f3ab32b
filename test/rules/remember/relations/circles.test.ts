import { expect, test } from 'vitest'
import { changeOf, readWanted, wantedIn, wantedText } from '#remember/relations/rules/circles.ts'

const [one, other] = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'] as const

test('what a new circle means', () => {
  const all = [0, 1, 2].map(before => [0, 1, 2].map(after => changeOf(before as 0, after as 0)))
  expect(all).toEqual([
    ['same', 'widens', 'opens'],
    ['narrows', 'same', 'opens'],
    ['closes', 'closes', 'same'],
  ])
})

test('an address names each with its circle, or all with one', () => {
  const asked = (query: string) => wantedIn(new URLSearchParams(query))
  expect(asked(`id[]=${one}&id[]=${other}&visibility=2`)).toEqual([
    { id: one, circle: 2 },
    { id: other, circle: 2 },
  ])
  expect(asked(`to=${one}.0&to=${other}.1`)).toEqual([
    { id: one, circle: 0 },
    { id: other, circle: 1 },
  ])
  // Each once, the first of them; nonsense is nothing.
  expect(asked(`to=${one}.0&to=${one}.2&to=x.1&to=${other}.3`)).toEqual([{ id: one, circle: 0 }])
  expect(asked('id[]=x&visibility=2')).toEqual([])
  expect(asked('visibility=2')).toEqual([])
  // Somebody was chosen, and nobody said what for.
  expect(asked(`id[]=${one}`)).toBeNull()
  expect(asked(`id[]=${one}&visibility=3`)).toBeNull()
  expect(readWanted(wantedText({ id: one, circle: 1 }))).toEqual({ id: one, circle: 1 })
})
