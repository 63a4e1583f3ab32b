import { expect, test } from 'vitest'
import { isTimeZone, likelyZone, zoneOfPlace, zonesOf } from '../../source/ground/people/rules/time-zones.ts'
import { zoneGroups } from '../../source/ground/web/parts/zone-groups.ts'
import { momentInWords } from '../../source/remember/pages/moments.ts'
import { dayAt, endOfDay, todayAt } from '../../source/remember/rules/days.ts'

test('a place has the zone that was said, else the only one of its country, else UTC', () => {
  expect(zoneOfPlace('America/Bogota', 'FR')).toBe('America/Bogota')
  expect(zoneOfPlace(null, 'FR')).toBe('Europe/Paris')
  expect(zoneOfPlace(null, 'UY')).toBe('America/Montevideo')
  for (const several of ['CL', 'ES', 'BR']) expect(zoneOfPlace(null, several)).toBe('UTC')
  for (const none of [null, '', 'ZZ']) expect(zoneOfPlace(null, none)).toBe('UTC')
  // What no engine knows any more stops no page.
  expect(zoneOfPlace('Mars/Olympus', 'FR')).toBe('Europe/Paris')
})

test('what is suggested for a country is one of its zones', () => {
  const countries = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap(a => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(b => a + b))
  let suggested = 0
  for (const country of countries) {
    const zone = likelyZone(country)
    if (zone === null) continue
    expect(zonesOf(country), country).toContain(zone)
    expect(isTimeZone(zone)).toBe(true)
    suggested += 1
  }
  expect(suggested).toBeGreaterThan(200)
  expect(likelyZone('CL')).toBe('America/Santiago')
  expect(likelyZone('BR')).toBe('America/Sao_Paulo')
})

test('zones to choose from begin with those of the country, and keep what was chosen', () => {
  const [own, others] = zoneGroups('en', 'EC', 'US/Pacific-New', ['UTC'])
  expect(own?.choices.map(choice => choice.value)).toEqual(['America/Guayaquil', 'Pacific/Galapagos'])
  expect(others?.choices.slice(0, 2).map(choice => choice.value)).toEqual(['UTC', 'US/Pacific-New'])
  expect(others?.choices.some(choice => choice.value === 'America/Guayaquil')).toBe(false)
})

test('a day begins and ends by the clock of its place, summer time included', () => {
  const clock = { now: () => Temporal.Instant.from('2018-06-05T02:30:00Z') }
  expect(todayAt(clock, 'America/Santiago').toString()).toBe('2018-06-04')
  expect(todayAt(clock, 'Europe/Paris').toString()).toBe('2018-06-05')
  const day = Temporal.PlainDate.from('2018-06-04')
  expect(endOfDay(day, 'America/Santiago').toString()).toBe('2018-06-05T04:00:00Z')
  expect(endOfDay(day, 'Europe/Paris').toString()).toBe('2018-06-04T22:00:00Z')
  // The night in which the clocks of Chile go forward at midnight: the day after begins at one o’clock.
  const night = Temporal.PlainDate.from('2018-08-11')
  expect(endOfDay(night, 'America/Santiago').toString()).toBe('2018-08-12T04:00:00Z')
  expect(dayAt(endOfDay(night, 'America/Santiago'), 'America/Santiago').toString()).toBe('2018-08-12')
})

test('a moment is told with whose hour it is', () => {
  const at = Temporal.Instant.from('2018-06-05T02:30:00Z')
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(plain(momentInWords('en', at, 'America/Santiago'))).toBe('4 June 2018 at 22:30 (Santiago time)')
  expect(plain(momentInWords('fr', at, 'Europe/Athens'))).toBe('5 juin 2018 à 5 h 30 (heure d’Athènes)')
  expect(plain(momentInWords('es', at, 'America/Bogota'))).toBe('4 de junio de 2018 a las 21:30 (hora de Bogotá)')
  expect(plain(momentInWords('pt', at, 'UTC'))).toBe('5 de junho de 2018 às 2h30 (UTC)')
})
