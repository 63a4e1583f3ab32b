import { z } from 'zod'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { amountToType } from '../../acts/amount-in-words.ts'
import { themesWords } from '../../messages/project-themes.ts'
import { choicesIn } from '../../rules/typed.ts'
import { themeInWords } from '../acts/theme-in-words.ts'
import { goals, markers, significances, usualSectors } from '../rules/codes.ts'
import { markerField, markerOf, mostSectors, sectorRows, themeErrors, themesTyped, unsaid } from '../rules/themes.ts'
import { shareInWords } from './parts.tsx'
import { recordForm } from './record-form.ts'

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
    const said = new Map(
      choicesIn(themesTyped(typed, usualSectors).markers)
        .map(markerOf)
        .map(({ code, significance }) => [code, significance ?? unsaid]),
    )
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
                value={Object.keys(errors).length > 0 ? row.share : amountToType(locale, row.share)}
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
        <details class="optional" open={said.size > 0 || markers.some(code => errors[markerField(code)])}>
          <summary>{words.markers}</summary>
          <div class="stack">
            <p class="hint">{words.markersHint}</p>
            {markers.map(code => (
              <SelectField
                {...field(markerField(code))}
                value={said.get(code) ?? ''}
                label={words.markerNames[code as unknown as 1]}
                choices={[
                  { value: '', label: words.markerNone },
                  ...(said.get(code) === unsaid ? [{ value: unsaid, label: words.markerUnsaid }] : []),
                  ...significances(code).map(value => ({ value, label: words.significances[value as unknown as 0] })),
                ]}
                noEmpty
                optional
              />
            ))}
          </div>
        </details>
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
        .map(markerOf)
        .map(({ code, significance }) =>
          themeInWords(locale, { vocabulary, code, significance: significance === null ? null : Number(significance) }),
        )
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
  path: (_at, id) => `/projects/${id}`,
})
