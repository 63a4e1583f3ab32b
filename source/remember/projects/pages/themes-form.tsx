import { z } from 'zod'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { themesWords } from '../../messages/project-themes.ts'
import { choicesIn } from '../../rules/typed.ts'
import { goals, markers, usualSectors } from '../rules/codes.ts'
import { mostSectors, sectorRows, themeErrors, themesTyped } from '../rules/themes.ts'
import type { ProjectTheme } from '../store/one-project.ts'
import { shareInWords } from './parts.tsx'
import { recordForm } from './record-form.tsx'

/** A theme in words, with its code where it has one that others know. */
export function themeInWords(locale: Locale, { vocabulary, code }: Pick<ProjectTheme, 'vocabulary' | 'code'>): string {
  const words = themesWords[locale]
  const sector = words.sectorNames[code as unknown as keyof typeof words.sectorNames]
  switch (vocabulary) {
    case 'sector':
      return sector ? words.withCode(sector, code) : words.otherSector(code)
    case 'goal':
      return words.goal(code, words.goalNames[code as unknown as 1] ?? '')
    case 'target':
      return words.target(code)
    case 'marker':
      return words.markerNames[code as unknown as 1] ?? code
    case 'own':
      return code
  }
}

export const themesForm = recordForm<null>({
  kind: 'themes',
  section: 'projects',
  title: locale => themesWords[locale].title,
  start: () => ({}),
  lists: async () => null,
  schema: z.object({
    sectors: z.string(),
    goals: z.string(),
    targets: z.string().max(2000, 'tooLong'),
    markers: z.string(),
    own: z.string().max(5000, 'tooLong'),
  }),
  tidy: fields => themesTyped(fields, usualSectors),
  more: fields => themeErrors(fields, usualSectors),
  errors: locale => themesWords[locale].errors,
  body: ({ visit: { locale }, typed, errors }) => {
    const words = themesWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const filled = sectorRows(typed, usualSectors).filter(row => row.chosen || row.code || row.share)
    const blank = { chosen: '', code: '', share: '' }
    const rows = [...filled, blank, blank].slice(0, mostSectors)
    const sectorsByName = usualSectors
      .map(value => ({ value, label: words.withCode(words.sectorNames[value], value) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale))
    return (
      <>
        <h2>{words.sectors}</h2>
        <p class="hint">{words.sectorsHint}</p>
        {rows.map((row, index) => {
          const place = index + 1
          return (
            <>
              <SelectField
                {...field(`sector-${place}`)}
                value={row.chosen}
                label={words.sector(place)}
                choices={sectorsByName}
                optional
              />
              <TextField
                {...field(`sector-code-${place}`)}
                value={row.code}
                label={words.sectorCode(place)}
                optional
                short
              />
              <TextField
                {...field(`sector-share-${place}`)}
                value={row.share}
                label={words.share(place)}
                optional
                short
              />
            </>
          )
        })}
        <CheckboxesField
          {...field('goals[]')}
          error={errors.goals}
          label={words.goals}
          choices={goals.map(value => ({ value, label: words.goal(value, words.goalNames[value as unknown as 1]) }))}
          values={choicesIn(typed.goals)}
          optional
        />
        <TextField {...field('targets')} label={words.targets} hint={words.targetsHint} optional />
        <CheckboxesField
          {...field('markers[]')}
          error={errors.markers}
          label={words.markers}
          choices={markers.map(value => ({ value, label: words.markerNames[value as unknown as 1] }))}
          values={choicesIn(typed.markers)}
          optional
        />
        <TextareaField {...field('own')} label={words.own} hint={words.ownHint} rows={3} optional />
      </>
    )
  },
  labels: locale => {
    const { sectors, goals, targets, markers, own } = themesWords[locale]
    return { sectors, goals, targets, markers, own }
  },
  shown: (locale, field, value) => {
    const named = (vocabulary: 'goal' | 'marker' | 'target') =>
      choicesIn(value)
        .map(code => themeInWords(locale, { vocabulary, code }))
        .join(', ')
    if (field === 'sectors')
      return value
        .split('; ')
        .map(row => row.split(' '))
        .map(([code = '', share]) =>
          [themeInWords(locale, { vocabulary: 'sector', code }), share ? shareInWords(locale, share) : '']
            .filter(Boolean)
            .join(', '),
        )
        .join('; ')
    return field === 'goals' ? named('goal') : field === 'markers' ? named('marker') : null
  },
  words: locale => themesWords[locale],
  path: (_place, id) => `/projects/${id}`,
})
